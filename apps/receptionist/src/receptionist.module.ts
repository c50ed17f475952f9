import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClinicScopeInterceptor, IdentityModule } from '@clinicall/identity';
import { MessagingModule } from '@clinicall/messaging';
import type { DatabaseAddress, Environment, Logger } from '@clinicall/platform';
import { EntityTagInterceptor, PlatformModule } from '@clinicall/platform';
import { SchedulingModule } from '@clinicall/scheduling';
import { TelephonyModule } from '@clinicall/telephony';
import { platformEntities } from './entities';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { OverviewController } from './overview.controller';
import { PageController } from './page.controller';
import { ProblemFilter } from './problem.filter';
import { Seeding } from './seeding';
import { TestClockController } from './test-clock.controller';

@Module({})
export class ReceptionistModule {
  static forRoot(
    environment: Environment,
    address: DatabaseAddress,
    logger: Logger,
    more: readonly Type[] = [],
  ): DynamicModule {
    return {
      module: ReceptionistModule,
      imports: [
        PlatformModule.forRoot(environment, address, logger),
        TypeOrmModule.forFeature(platformEntities),
        IdentityModule,
        SchedulingModule,
        MessagingModule,
        TelephonyModule,
      ],
      controllers: [
        HealthController,
        PageController,
        OverviewController,
        ...(environment.values.CLINICALL_TEST_CLOCK ? [TestClockController] : []),
        ...more,
      ],
      providers: [
        Seeding,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EntityTagInterceptor },
        // In this order: the key is looked up inside the token's clinic.
        { provide: APP_INTERCEPTOR, useClass: ClinicScopeInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
