// `npm run -s security:matrix`: starts the product on a database of its own, asks every route as everybody, and prints
// what each got. Ends with 1 when an answer is not the one of the table (route-table.ts).
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Environment, Logger, prepareDatabase } from '@clinicall/platform';
import { createApplication } from '../../apps/receptionist/src/application';
import { routesOf } from '../../apps/receptionist/src/route-list';
import { startPostgres } from '../../scripts/embedded-postgres';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { makeWorld } from './callers';
import type { World } from './callers';
import { isWrong, runMatrix, tryVariants } from './matrix';
import type { Answer } from './matrix';
import { ROUTE_TABLE } from './route-table';

async function main(): Promise<void> {
  const home = join(repositoryRoot(), '.clinicall');
  const folder = join(home, `security-matrix-${process.pid}`);
  mkdirSync(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const server = await startPostgres({ dataDir: folder, logFile: join(home, 'security-matrix.log') });
  try {
    process.exitCode = (await judge(server.url)) ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(databaseUrl: string): Promise<boolean> {
  const environment = Environment.read({
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'of the security matrix alone',
    CLINICALL_ROLES: 'web',
    CLINICALL_TEST_CLOCK: '1',
    LOCAL_AI_PORT: '9',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_TOKEN: '1000000',
  });
  const address = await prepareDatabase(environment.values);
  const app = await createApplication(environment, address, new Logger('silent'));
  try {
    await app.listen(0, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const world = await makeWorld(app, url);
    const variants = await tryVariants(url, world);
    const answers = await runMatrix(url, world);
    const unlisted = routesOf(app).filter((route) => !route.startsWith('HEAD ') && !(route in ROUTE_TABLE));
    print(world, answers, unlisted, variants);
    return unlisted.length === 0 && variants.through.length === 0 && !answers.some(isWrong);
  } finally {
    await app.close();
  }
}

function print(
  { callers }: World,
  answers: readonly Answer[],
  unlisted: readonly string[],
  variants: { asked: number; through: readonly string[] },
): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  callers.forEach(({ name }, at) => say(`${String(at + 1).padStart(2)}  ${name}`));
  const widest = Math.max(...Object.keys(ROUTE_TABLE).map((route) => route.length));
  say(
    `\n${''.padEnd(widest)}  ${'needs'.padEnd(20)}  ${callers.map((_one, at) => String(at + 1).padStart(3)).join(' ')}`,
  );
  for (const [route, { needs }] of Object.entries(ROUTE_TABLE)) {
    const row = answers.filter((answer) => answer.route === route);
    const cells = row.map((answer) => `${String(answer.status).padStart(3)}${isWrong(answer) ? '!' : ' '}`).join('');
    say(`${route.padEnd(widest)}  ${needs.padEnd(20)}  ${cells.trimEnd()}`);
  }
  for (const wrong of answers.filter(isWrong)) {
    const what = wrong.leaked ? 'and showed an id of the first clinic' : `instead of ${wrong.expected}`;
    say(`WRONG: ${wrong.route} answered ${wrong.caller} with ${wrong.status} ${what}`);
  }
  for (const route of unlisted) say(`UNLISTED: ${route}`);
  for (const path of variants.through) say(`THROUGH: ${path}`);
  say(
    `\n${Object.keys(ROUTE_TABLE).length} routes × ${callers.length} callers: ${answers.length} answers, ${answers.filter(isWrong).length} wrong; ` +
      `${variants.asked} other spellings without a token, ${variants.through.length} answered; ${unlisted.length} routes unlisted`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
