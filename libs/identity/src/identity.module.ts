import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessTokens } from './access-tokens';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysService } from './api-keys.service';
import { AuditChain } from './audit-chain';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';
import { AuthController } from './auth.controller';
import { BearerGuard } from './bearer.guard';
import { ClinicsService } from './clinics.service';
import { ApiKey } from './entities/api-key.entity';
import { AuditEntry, AuditLink, AuditPurge } from './entities/audit-entry.entity';
import { Clinic, FaqEntry } from './entities/clinic.entity';
import { OutboundUse } from './entities/outbound-use.entity';
import { RefreshToken, Staff } from './entities/staff.entity';
import { Task } from './entities/task.entity';
import { OutboundLimits } from './outbound-limits.service';
import { OutboundUseRepository } from './outbound-use.repository';
import { SessionsService } from './sessions.service';
import { SignInLimiter } from './sign-in.limiter';
import { StaffService } from './staff.service';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';

export const identityEntities = [
  Clinic,
  FaqEntry,
  Staff,
  RefreshToken,
  ApiKey,
  AuditEntry,
  AuditLink,
  AuditPurge,
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
  StaffService,
  TasksService,
];

@Module({
  imports: [TypeOrmModule.forFeature(identityEntities)],
  controllers: [AuthController, ApiKeysController, AuditController, TasksController],
  providers: [
    ...services,
    AccessTokens,
    AuditRepository,
    OutboundUseRepository,
    SessionsService,
    SignInLimiter,
    { provide: APP_GUARD, useExisting: BearerGuard },
  ],
  exports: services,
})
export class IdentityModule {}
