import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClsModule } from 'nestjs-cls';
import { ClinicScope } from './clinic-scope';
import { Clock } from './clock';
import { dataSourceOptions } from './data-source';
import { Database } from './database';
import { DatabaseAddress } from './database-address';
import { Environment } from './environment';
import { Events } from './events';
import { MarkedMethods } from './handlers';
import { Health } from './health';
import { Idempotency } from './idempotency';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs';
import { Logger } from './logger';
import { Mailer } from './mailer';
import { Metrics } from './metrics';
import { OutboxDispatcher } from './outbox-dispatcher';
import { Secrets } from './secrets';
import { TestClock } from './test-clock';
import { Tracing } from './tracing';

const shared = [
  ClinicScope,
  Clock,
  Database,
  Events,
  Health,
  Idempotency,
  Jobs,
  JobRunner,
  Mailer,
  Metrics,
  OutboxDispatcher,
  Secrets,
  TestClock,
  Tracing,
];

/** The floor every room stands on; global, so that rooms name only each other in their imports. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(environment: Environment, address: DatabaseAddress, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        ClsModule.forRoot({ global: true }),
        TypeOrmModule.forRoot({
          ...dataSourceOptions(address.app, [], environment.values.DATABASE_POOL_SIZE),
          autoLoadEntities: true,
          retryAttempts: 20,
          retryDelay: 500,
        }),
      ],
      providers: [
        { provide: Environment, useValue: environment },
        { provide: DatabaseAddress, useValue: address },
        { provide: Logger, useValue: logger },
        MarkedMethods,
        ...shared,
      ],
      exports: [Environment, DatabaseAddress, Logger, ...shared],
    };
  }
}
