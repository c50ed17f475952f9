import 'reflect-metadata';
import { join } from 'node:path';
import { AppError, Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { CallsThread } from '@clinicall/telephony';
import { createApplication } from './application';
import { Seeding } from './seeding';

/** sysexits.h EX_CONFIG: starting again would not help, so a supervisor does not. */
const WRONG_SETTINGS = 78;

async function main(): Promise<void> {
  const environment = Environment.read();
  const logger = new Logger(environment.values.LOG_LEVEL);
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, logger);
  await app.get(Seeding).run();
  if (environment.hasRole('media') && environment.values.CALLS_THREAD === 'on')
    await app.get(CallsThread, { strict: false }).start(join(__dirname, 'calls-thread.js'));
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
  process.exit(fault instanceof AppError ? WRONG_SETTINGS : 1);
});
