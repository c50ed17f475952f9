import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessTokens } from './access-tokens';
import { AccountController } from './account.controller';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeysService } from './api-keys.service';
import { AuditChain } from './audit-chain';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';
import { AuthController } from './auth.controller';
import { BearerGuard } from './bearer.guard';
import { ClientCredentials } from './client-credentials';
import { ClinicDocuments } from './clinic-documents';
import { ClinicController } from './clinic.controller';
import { ClinicsService } from './clinics.service';
import { ApiKey } from './entities/api-key.entity';
import { AuditEntry, AuditLink, AuditPurge } from './entities/audit-entry.entity';
import { Clinic, ClinicVersion, FaqEntry } from './entities/clinic.entity';
import { OutboundUse } from './entities/outbound-use.entity';
import { SignInProvider, StaffRecoveryCode, StaffSecondFactor } from './entities/second-factor.entity';
import { RefreshToken, StaffLink, StaffSession } from './entities/session.entity';
import { Staff } from './entities/staff.entity';
import { LegalHold } from './entities/legal-hold.entity';
import { Task } from './entities/task.entity';
import { FaqService } from './faq.service';
import { identityData, identityPurges } from './identity-data';
import { KeyRates } from './key-rates';
import { OAuthTokenController } from './oauth-token.controller';
import { OidcController, SignInProviderController } from './oidc.controller';
import { OidcJourney } from './oidc-journey';
import { OidcService } from './oidc.service';
import { OneTimeLinks } from './one-time-links.service';
import { Operator } from './operator';
import { ParticularsReader } from './particulars';
import { PatientData } from './patient-data.service';
import { PersonalData } from './personal-data';
import { PrincipalsService } from './principals.service';
import { PrivacyController } from './privacy.controller';
import { RefusedAccess } from './refused-access';
import { Retention } from './retention';
import { SealedSecrets } from './sealed-secrets';
import { SecondFactorsService } from './second-factors.service';
import { SessionsRepository } from './sessions.repository';
import { LegalHolds } from './legal-holds.service';
import { OutboundLimits } from './outbound-limits.service';
import { OutboundUseRepository } from './outbound-use.repository';
import { SessionsService } from './sessions.service';
import { SignInSweep } from './sign-in-sweep';
import { SignInLimiter } from './sign-in.limiter';
import { SignInProviderService } from './sign-in-provider.service';
import { SignInService } from './sign-in.service';
import { StaffController } from './staff.controller';
import { StaffRepository } from './staff.repository';
import { StaffService } from './staff.service';
import { TaskQueue } from './task-queue.service';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';
import { VerifiedTokens } from './verified-tokens';

export const identityEntities = [
  Clinic,
  ClinicVersion,
  FaqEntry,
  Staff,
  StaffSession,
  RefreshToken,
  StaffLink,
  StaffSecondFactor,
  StaffRecoveryCode,
  SignInProvider,
  ApiKey,
  AuditEntry,
  AuditLink,
  AuditPurge,
  LegalHold,
  OutboundUse,
  Task,
];

const services = [
  ApiKeysService,
  AuditChain,
  AuditService,
  BearerGuard,
  ClinicsService,
  OutboundLimits,
  PersonalData,
  StaffService,
  TaskQueue,
  TasksService,
];

@Module({
  imports: [TypeOrmModule.forFeature(identityEntities)],
  controllers: [
    AuthController,
    OAuthTokenController,
    OidcController,
    SignInProviderController,
    AccountController,
    StaffController,
    ApiKeysController,
    AuditController,
    ClinicController,
    PrivacyController,
    TasksController,
  ],
  providers: [
    ...services,
    AccessTokens,
    ApiKeysRepository,
    AuditRepository,
    ClientCredentials,
    ClinicDocuments,
    FaqService,
    KeyRates,
    LegalHolds,
    OidcJourney,
    OidcService,
    OneTimeLinks,
    Operator,
    ParticularsReader,
    PatientData,
    PrincipalsService,
    RefusedAccess,
    Retention,
    SealedSecrets,
    SecondFactorsService,
    SessionsRepository,
    OutboundUseRepository,
    SessionsService,
    SignInLimiter,
    SignInProviderService,
    SignInService,
    SignInSweep,
    StaffRepository,
    VerifiedTokens,
    { provide: APP_GUARD, useExisting: BearerGuard },
  ],
  exports: services,
})
export class IdentityModule {
  constructor(personal: PersonalData) {
    personal.add(identityData, identityPurges);
  }
}
