import { readEnvironment } from './environment';
import { createServer } from './server';

async function main(): Promise<void> {
  const { host, port } = readEnvironment();
  const server = createServer({ logLevel: 'info' });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by a supervisor with a channel: when it goes, however it goes, this process goes too.
  process.on('disconnect', stop);
  await server.listen({ host, port });
}

main().catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(taken ? `local-ai: the port is already in use (${sentence}).\n` : `local-ai: ${sentence}\n`);
  process.exitCode = 1;
});
