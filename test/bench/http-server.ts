import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeysService, BearerGuard, ClinicsService, Permit } from '@clinicall/identity';
import { ClinicScope, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createApplication } from '../../apps/receptionist/src/application';
import { validation } from '../../apps/receptionist/src/validation';
import { ConfirmBody } from '../../libs/scheduling/src/appointment-bodies';

/**
 * One of the two servers of `npm run -s bench:http`, in a process of its own: `product` is the whole product with one
 * route more, `bare` is Nest with that route alone. Both answer the same; neither asks the database.
 */
@Permit('appointments:write')
@Controller('bench')
class BenchController {
  @Post('confirm')
  confirm(@Body() body: ConfirmBody): { holdId: string } {
    return { holdId: body.holdId };
  }
}

@Module({ controllers: [BenchController] })
class BareModule {}

/** What the bench asks a server over the process's channel. */
export type Ask = { readonly ask: 'cpu' } | { readonly ask: 'token'; readonly checks: number };
export interface Ready {
  readonly port: number;
  readonly token: string;
}

async function startBare(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validation());
  await app.listen(0, '127.0.0.1');
  return app;
}

async function startProduct(): Promise<{ app: NestFastifyApplication; token: string }> {
  const environment = Environment.read();
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, new Logger(environment.values.LOG_LEVEL), [
    BenchController,
  ]);
  await app.listen(0, '127.0.0.1');
  const clinicId = await app.get(ClinicsService).create({
    name: 'Bench',
    timezone: 'UTC',
    country: 'US',
    language: 'en',
    phone: '+12125550100',
    hours: [],
  });
  const { key } = await app
    .get(ClinicScope)
    .run(clinicId, () => app.get(ApiKeysService).create('bench', ['schedule:write']));
  return { app, token: key };
}

/** CPU microseconds of one check by the global guard, of a token that it saw a moment ago. */
async function tokenCheck(app: NestFastifyApplication, token: string, checks: number): Promise<number> {
  const guard = app.get(BearerGuard);
  for (let warm = 0; warm < checks / 10; warm += 1) await guard.authenticate(token, '127.0.0.1');
  const before = process.cpuUsage();
  for (let check = 0; check < checks; check += 1) await guard.authenticate(token, '127.0.0.1');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / checks;
}

async function main(): Promise<void> {
  const product = process.argv[2] === 'product' ? await startProduct() : undefined;
  const app = product?.app ?? (await startBare());
  const token = product?.token ?? 'none';
  process.on('message', (asked: Ask) => {
    if (asked.ask === 'cpu') process.send?.(process.cpuUsage());
    else void tokenCheck(app, token, asked.checks).then((cost) => process.send?.(cost));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: (app.getHttpServer().address() as { port: number }).port, token } satisfies Ready);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
