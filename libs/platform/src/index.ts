// The floor: environment, database and migrations, clinic scope, clock, errors, events, jobs, logs, metrics, health.
// It may use npm packages alone.
// Every room and every app of the product may use it.
export { AppError } from './app-error';
export type { FieldError, ProblemCode } from './app-error';
export { ClinicScope } from './clinic-scope';
export type { Actor } from './clinic-scope';
export { Clock } from './clock';
export { dataSourceOptions, schemaDrift } from './data-source';
export { Database, sqlState } from './database';
export { DatabaseAddress } from './database-address';
export { EntityTagInterceptor, IfMatch, requireVersion, TakesIfMatch } from './entity-tag';
export { IdempotencyKey, OutboxEvent, OutboxPending } from './entities/outbox-event.entity';
export { Environment } from './environment';
export type { EnvironmentValues } from './environment';
export { Events, OnEvent } from './events';
export type { DomainEvent } from './events';
export { Health } from './health';
export type { HealthCheck, HealthReport } from './health';
export { Idempotency } from './idempotency';
export type { StoredAnswer } from './idempotency';
export { JobRunner } from './job-runner';
export { CronJob, JobHandler, Jobs } from './jobs';
export type { JobOptions, JobPayload } from './jobs';
export { describeError, Logger } from './logger';
export { Metrics } from './metrics';
export { OutboxDispatcher } from './outbox-dispatcher';
export { PlatformModule } from './platform.module';
export { migrate, prepareDatabase } from './prepare-database';
export { APP_ROLE, protectTable } from './protect';
export { ProviderError } from './provider-error';
export type { ProviderErrorOptions } from './provider-error';
export { Secrets } from './secrets';
export { TestClock } from './test-clock';
export { TwilioFaultFilter } from './twilio-fault.filter';
export { hasTwilioSignature, TwilioSignatureGuard } from './twilio-signature.guard';
export type { TwilioForm, TwilioRequest } from './twilio-signature.guard';
export { EMPTY_TWIML, twiml, TWIML_TYPE, xmlText } from './twiml';
