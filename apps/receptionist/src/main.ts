import 'reflect-metadata';
import { AppError, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createApplication } from './application';
import { Seeding } from './seeding';

async function main(): Promise<void> {
  const environment = Environment.read();
  const logger = new Logger(environment.values.LOG_LEVEL);
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, logger);
  await app.get(Seeding).run();
  const { HOST, PORT } = environment.values;
  await app.listen(PORT, HOST);
  logger.info('the receptionist listens', { host: HOST, port: PORT });
}

main().catch((fault: unknown) => {
  const sentence =
    fault instanceof AppError
      ? fault.detail
      : (fault as NodeJS.ErrnoException).code === 'EADDRINUSE'
        ? 'The port is in use: set PORT to a free one.'
        : `The receptionist could not start: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
