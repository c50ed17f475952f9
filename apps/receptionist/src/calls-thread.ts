import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseAddress, Environment, Logger, Metrics } from '@clinicall/platform';
import { CallsHost, CallSessions } from '@clinicall/telephony';
import { ReceptionistModule } from './receptionist.module';

/**
 * The program of the calls' thread: the product without its HTTP and without its jobs, for the media streams whose sockets
 * the first thread keeps. It is started by CallsThread of libs/telephony.
 * @param look benches look on from inside.
 */
export async function serveCalls(look?: (app: INestApplicationContext) => void): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This is the program of a thread.');
  const environment = new Environment({ ...Environment.read().values, CLINICALL_ROLES: ['media'] });
  const logger = new Logger(environment.values.LOG_LEVEL);
  const { app: pooled, direct } = workerData as DatabaseAddress;
  const app = await NestFactory.createApplicationContext(
    ReceptionistModule.forRoot(environment, new DatabaseAddress(pooled, direct), logger),
    { logger, abortOnError: false },
  );
  look?.(app);
  const host = new CallsHost(
    app.get(CallSessions, { strict: false }),
    logger,
    (letter, transfer) => port.postMessage(letter, transfer),
    {
      metrics: () => app.get(Metrics, { strict: false }).registry.getMetricsAsJSON(),
      leave: () => void app.close().finally(() => port.close()),
    },
  );
  port.on('message', (letter: Parameters<CallsHost['receive']>[0]) => host.receive(letter));
}

if (require.main === module) void serveCalls();
