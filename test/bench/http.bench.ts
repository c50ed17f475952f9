import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { createTestDatabase } from '../support/database';
import { takeTestServer } from '../support/test-server';
import type { Ask, Ready } from './http-server';

/**
 * `npm run -s bench:http`: an authenticated, validated POST that does no database work, through the product's whole chain
 * (limiter, headers, guard, scope, idempotency, validation), beside bare Nest with the same DTO and pipe on the same
 * adapter, in turns, of which each begins every other one; the medians count. Measuring is bounded by time, not by requests:
 * 36 s in all, also where the machine is slow; `-- --quick` 10 s.
 */
const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 3 : 7;
const SECONDS = QUICK ? 1 : 2;
const CONNECTIONS = 32;
/** Seconds of requests to each before anything counts: the product's longer way takes the compiler longer. */
const WARM_UP_SECONDS = QUICK ? 2 : 4;
const CHECKS = QUICK ? 20_000 : 200_000;

const BODY = JSON.stringify({
  holdId: '6b0f3c1e-6a52-4d3c-9a0e-0d9a4c1b7f10',
  holdToken: 'bGV0IG1lIGluIGxldCBtZSBpbiBsZXQgbWUgaW4gbGV0IG1lIGlu',
  patient: { name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: '+12125550199' },
  reason: 'knee pain after running',
});

interface Server {
  readonly name: string;
  readonly child: ChildProcess;
  readonly ready: Ready;
}

interface Round {
  readonly perSecond: number;
  readonly cpuUs: number;
}

async function start(name: 'product' | 'bare', environment: NodeJS.ProcessEnv): Promise<Server> {
  const child = fork(join(__dirname, 'http-server.js'), [name], { env: environment, execArgv: profiling(name) });
  const [ready] = (await Promise.race([once(child, 'message'), failed(child)])) as [Ready];
  return { name, child, ready };
}

/** HTTP_BENCH_PROFILE=1 writes a .cpuprofile of the product's process into the working directory. */
function profiling(name: string): string[] {
  return name === 'product' && process.env['HTTP_BENCH_PROFILE'] === '1' ? ['--cpu-prof'] : [];
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`A server ended with ${code ?? 'a signal'} before it was ready.`);
}

async function ask<T>({ child }: Server, question: Ask): Promise<T> {
  child.send(question);
  const [answer] = (await once(child, 'message')) as [T];
  return answer;
}

async function round(server: Server, duration: number): Promise<Round> {
  const before = await ask<NodeJS.CpuUsage>(server, { ask: 'cpu' });
  const result = await autocannon({
    url: `http://127.0.0.1:${server.ready.port}/api/v1/bench/confirm`,
    method: 'POST',
    connections: CONNECTIONS,
    duration,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.ready.token}` },
    body: BODY,
  });
  const after = await ask<NodeJS.CpuUsage>(server, { ask: 'cpu' });
  const { '2xx': good, non2xx, errors } = result;
  if (good === 0 || non2xx > 0 || errors > 0)
    throw new Error(`${server.name}: ${good} good, ${non2xx} refused, ${errors} lost`);
  return { perSecond: good / result.duration, cpuUs: (after.user + after.system - before.user - before.system) / good };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Who goes first changes from turn to turn, so that a machine that gets slower or quicker favours neither. */
async function bothWays(turn: number, product: Server, bare: Server): Promise<readonly [Round, Round]> {
  if (turn % 2 === 1) return [await round(product, SECONDS), await round(bare, SECONDS)];
  const theirs = await round(bare, SECONDS);
  return [await round(product, SECONDS), theirs];
}

async function compare(product: Server, bare: Server): Promise<void> {
  await round(product, WARM_UP_SECONDS);
  await round(bare, WARM_UP_SECONDS);
  const ratios: number[] = [];
  for (let turn = 1; turn <= ROUNDS; turn += 1) {
    const [ours, theirs] = await bothWays(turn, product, bare);
    ratios.push(ours.perSecond / theirs.perSecond);
    process.stderr.write(
      `round ${turn}: product ${ours.perSecond.toFixed(0)}/s, ${ours.cpuUs.toFixed(0)} µs CPU · ` +
        `bare Nest ${theirs.perSecond.toFixed(0)}/s, ${theirs.cpuUs.toFixed(0)} µs CPU\n`,
    );
  }
  const tokenCheckCpuUs = await ask<number>(product, { ask: 'token', checks: CHECKS });
  const answer = { vsBareNest: Number(median(ratios).toFixed(2)), tokenCheckCpuUs: Number(tokenCheckCpuUs.toFixed(2)) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

async function main(): Promise<void> {
  const postgres = await takeTestServer();
  process.env['TEST_DATABASE_URL'] = postgres.url;
  const database = await createTestDatabase();
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    JWT_SECRET: 'the secret of this bench, nobody else knows it',
    RATE_LIMIT_PER_TOKEN: '10000000',
    LOG_LEVEL: 'warn',
    PORT: '0',
  };
  const servers: Server[] = [];
  try {
    servers.push(await start('product', environment), await start('bare', environment));
    await compare(servers[0] as Server, servers[1] as Server);
  } finally {
    const ends = servers.map(({ child }) => (child.exitCode === null ? once(child, 'exit') : Promise.resolve()));
    for (const { child } of servers) child.disconnect();
    await Promise.all(ends);
    await database.drop();
    await postgres.release();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
