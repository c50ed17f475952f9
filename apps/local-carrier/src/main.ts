import { startCarrier } from './carrier';
import { readEnvironment } from './environment';

async function main(): Promise<void> {
  const environment = readEnvironment();
  const carrier = await startCarrier(environment);
  process.stdout.write(`The local phone network answers at ${carrier.url}\n`);
  let leaving = false;
  const leave = (): void => {
    if (leaving) return;
    leaving = true;
    void carrier.close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  process.on('disconnect', leave); // Started over IPC: it ends with whoever started it.
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The local phone network could not start: ${reason}\n`);
  process.exitCode = 1;
});
