// Who there is: clinics and their settings, staff, roles, tokens, API keys, audit, staff tasks.
// It may use platform.
// Every room above may use it.
export { ApiKeysService } from './api-keys.service';
export { AuditChain } from './audit-chain';
export type { ChainReport } from './audit-chain';
export { AuditService } from './audit.service';
export type { AuditRecord } from './audit.service';
export { BearerGuard, bearerToken } from './bearer.guard';
export { ClinicScopeInterceptor } from './clinic-scope.interceptor';
export { ClinicsService } from './clinics.service';
export type { ClinicView, NewClinic } from './clinics.service';
export type { FaqView } from './faq.service';
export { checkSettings } from './clinic-settings';
export type { OpeningHours } from './entities/clinic.entity';
export { identityEntities, IdentityModule } from './identity.module';
export { describeOpeningHours, isOpenAt, parseOpeningHours } from './opening-hours';
export { OutboundLimits } from './outbound-limits.service';
export type { OutboundRefusal, OutboundWish } from './outbound-limits.service';
export { KEPT_DAYS } from './data-kinds';
export type { DataKind } from './data-kinds';
export { PersonalData } from './personal-data';
export type { Purge, Subject, TableData } from './personal-data';
export { Retention } from './retention';
export { isWeakPassword } from './passwords';
export { ROLES, SCOPES } from './permissions';
export type { Permission, Role, Scope } from './permissions';
export { CurrentPrincipal, Permit } from './principal';
export type { Principal, RequestWithPrincipal } from './principal';
export { isPublicRoute, PUBLIC_ROUTES } from './public-routes';
export { DEMO_ADMIN_EMAIL } from './operator';
export { speaks, spokenBy, voiceOf } from './spoken-languages';
export { StaffService } from './staff.service';
export { TaskQueue } from './task-queue.service';
export type { QueuedTask } from './task-queue.service';
export { TasksService } from './tasks.service';
export type { EmergencyTask, TaskView } from './tasks.service';
