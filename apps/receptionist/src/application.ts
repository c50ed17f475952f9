import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DatabaseAddress } from '@clinicall/platform';
import { Environment, Logger } from '@clinicall/platform';
import { protectBrowsers } from './browser-safety';
import { MediaSocketAdapter } from './media-socket.adapter';
import { serveDocs } from './openapi';
import { limitRate } from './rate-limit';
import { ReceptionistModule } from './receptionist.module';
import { listRoutes } from './route-list';
import { allowLargeBodies, limitConnections, refuseDeepBodies, SERVER_OPTIONS } from './server-limits';
import { validation } from './validation';

/**
 * The product as one Nest application, ready to listen; the same for main.ts, the tests and the OpenAPI export.
 * @param more controllers that stand behind the product's whole chain without being part of it: benches measure there.
 */
export async function createApplication(
  environment: Environment,
  address: DatabaseAddress,
  logger = new Logger(environment.values.LOG_LEVEL),
  more: readonly Type[] = [],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(SERVER_OPTIONS);
  listRoutes(adapter.getInstance());
  const server = adapter.getInstance();
  allowLargeBodies(server);
  refuseDeepBodies(server);
  const app = await NestFactory.create<NestFastifyApplication>(
    ReceptionistModule.forRoot(environment, address, logger, more),
    adapter,
    { logger, abortOnError: false },
  );
  limitConnections(app);
  await protectBrowsers(server);
  limitRate(server, environment);
  app.setGlobalPrefix('api/v1', {
    exclude: ['/', 'health/live', 'health/ready', 'metrics', 'assets/*path', 'docs', 'docs/*path'],
  });
  app.useGlobalPipes(validation());
  app.useWebSocketAdapter(new MediaSocketAdapter(app, environment));
  serveDocs(app);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}
