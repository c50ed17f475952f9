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
import { allowLargeBodies, limitConnections, SERVER_OPTIONS } from './server-limits';
import { validation } from './validation';

/** The product as one Nest application, ready to listen; the same for main.ts, the tests and the OpenAPI export. */
export async function createApplication(
  environment: Environment,
  address: DatabaseAddress,
  logger = new Logger(environment.values.LOG_LEVEL),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(SERVER_OPTIONS);
  listRoutes(adapter.getInstance());
  allowLargeBodies(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    ReceptionistModule.forRoot(environment, address, logger),
    adapter,
    { logger, abortOnError: false },
  );
  limitConnections(app);
  limitRate(app.getHttpAdapter().getInstance(), environment);
  app.setGlobalPrefix('api/v1', {
    exclude: ['/', 'health/live', 'health/ready', 'metrics', 'assets/*path', 'docs', 'docs/*path'],
  });
  await protectBrowsers(app);
  app.useGlobalPipes(validation());
  app.useWebSocketAdapter(new MediaSocketAdapter(app, environment));
  serveDocs(app);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}
