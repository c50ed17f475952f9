import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAlive } from '../../scripts/processes';
import { compileScripts } from '../support/compiled-scripts';
import type { CompiledScripts } from '../support/compiled-scripts';
import { eventually } from '../support/eventually';

/** A child that notes its process id and then does what its second argument says. */
const STUB = `
  const { writeFileSync } = require('node:fs');
  const [file, behaviour] = process.argv.slice(1);
  writeFileSync(file + '.' + process.pid, String(Date.now()));
  if (behaviour === 'crash') { process.stderr.write('it hurts\\n'); process.exit(1); }
  if (behaviour === 'wrong') { process.stderr.write('PORT is wrong.\\n'); process.exit(78); }
  if (behaviour === 'deaf') process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);`;

/** A supervisor over stubs, in a process of its own that can be killed. */
const HARNESS = `
  const { Supervisor } = require(process.argv[1]);
  const { folder, children, database } = JSON.parse(process.argv[2]);
  const supervisor = new Supervisor({ folder, say: (text) => console.log(text), threshold: 40, graceMs: 1500 });
  const stop = (code) => supervisor.stop().then(() => process.exit(code));
  process.on('SIGTERM', () => stop(0));
  supervisor.failed.catch((error) => { console.log('gave up: ' + error.message); return stop(1); });
  const start = () => {
    for (const [name, behaviour] of Object.entries(children))
      supervisor.startChild({ name, args: ['-e', ${JSON.stringify(STUB)}, folder + '/' + name, behaviour], environment: () => process.env });
    console.log('started');
  };
  database ? supervisor.startDatabase().then((url) => { console.log('database ' + url()); start(); }) : start();`;

describe('the supervisor', () => {
  let scripts: CompiledScripts;
  let folder: string;
  let supervisor: ChildProcess;
  let output: string;
  /** Where one database lies between two tests: making one takes seconds. */
  let cluster: string;

  const run = async (children: Record<string, string>, database = false): Promise<void> => {
    output = '';
    if (database && existsSync(cluster)) renameSync(cluster, join(folder, 'postgres'));
    const options = JSON.stringify({ folder, children, database });
    supervisor = spawn(process.execPath, ['-e', HARNESS, scripts.path('supervisor'), options]);
    for (const stream of [supervisor.stdout, supervisor.stderr]) {
      stream?.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    await eventually(() => output.includes('started'), `the harness starts: ${output}`, 20_000);
  };
  const pidsOf = (name: string): number[] =>
    readdirSync(folder)
      .filter((file) => file.startsWith(`${name}.`))
      .map((file) => Number(file.split('.').at(-1)));
  const livingPid = (name: string): Promise<number> =>
    eventually(() => pidsOf(name).find((pid) => isAlive(pid)), `${name} lives`);
  /** Lines of postmaster.pid; empty while there is no server. */
  const postmaster = (): { pid: number; port: string; ready: boolean } => {
    const file = join(folder, 'postgres', 'data', 'postmaster.pid');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return { pid: Number(lines[0] ?? 0), port: lines[3] ?? '', ready: lines[7]?.trim() === 'ready' };
  };
  const ended = (): Promise<unknown> => eventually(() => supervisor.exitCode !== null, 'the supervisor ends');

  beforeAll(async () => {
    scripts = await compileScripts();
    cluster = join(mkdtempSync(join(tmpdir(), 'clinicall-cluster-')), 'postgres');
  });
  afterAll(() => {
    scripts.remove();
    rmSync(dirname(cluster), { recursive: true, force: true });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clinicall-supervisor-'));
    chmodSync(folder, 0o711);
    mkdirSync(join(folder, 'logs'));
  });
  afterEach(async () => {
    supervisor.kill('SIGKILL');
    const guard = join(folder, 'guard.lock');
    await eventually(() => !existsSync(guard), 'the guard ends', 20_000);
    if (existsSync(join(folder, 'postgres'))) renameSync(join(folder, 'postgres'), cluster);
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts a child that was killed again within a second and leaves the others alone', async () => {
    await run({ steady: 'live', fragile: 'live' });
    const [steady, fragile] = [await livingPid('steady'), await livingPid('fragile')];
    const killedAt = Date.now();
    process.kill(fragile, 'SIGKILL');
    const next = await eventually(() => pidsOf('fragile').find((pid) => pid !== fragile), 'a new fragile');
    const restartedAt = Number(
      await eventually(() => readFileSync(join(folder, `fragile.${next}`), 'utf8'), 'its time'),
    );
    expect(restartedAt - killedAt).toBeLessThan(1_000);
    expect(isAlive(steady)).toBe(true);
    expect(output).toContain('fragile was ended by SIGKILL; it is started again now.');
  });

  it('takes its children along when it is killed with -9, deaf ones and the database included', async () => {
    await run({ polite: 'live', deaf: 'deaf' }, true);
    const pids = [await livingPid('polite'), await livingPid('deaf'), postmaster().pid];
    supervisor.kill('SIGKILL');
    await eventually(() => pids.every((pid) => !isAlive(pid)), `${pids.join(', ')} are gone`, 15_000);
    // A clean shutdown, not a crash: nothing to recover at the next start.
    expect(readFileSync(join(folder, 'logs', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/);
  });

  it('ends everything in order on SIGTERM, and the database last', async () => {
    await run({ polite: 'live', deaf: 'deaf' }, true);
    const children = [await livingPid('polite'), await livingPid('deaf')];
    const database = postmaster().pid;
    supervisor.kill('SIGTERM');
    await eventually(() => children.every((pid) => !isAlive(pid)), 'children end');
    await ended();
    expect(supervisor.exitCode).toBe(0);
    expect(isAlive(database)).toBe(false);
  });

  it('starts PostgreSQL again at the same address after kill -9', async () => {
    await run({ steady: 'live' }, true);
    const [steady, before] = [await livingPid('steady'), postmaster()];
    process.kill(before.pid, 'SIGKILL');
    await eventually(() => postmaster().ready && postmaster().pid !== before.pid, 'a new postmaster', 20_000);
    expect(postmaster().port).toBe(before.port);
    expect(output).toContain('PostgreSQL ended; it is started again now.');
    expect(isAlive(steady)).toBe(true);
  });

  it('gives up in one sentence when a child has never worked', async () => {
    await run({ broken: 'crash' });
    await ended();
    expect(supervisor.exitCode).toBe(1);
    expect(output).toMatch(/broken: it hurts/);
    expect(output).toMatch(/gave up: broken does not start: .*broken\.log\.\n/);
    expect(pidsOf('broken')).toHaveLength(3);
  });

  it('does not try again what says that its settings are wrong', async () => {
    await run({ misled: 'wrong' });
    await ended();
    expect(output).toMatch(/misled: PORT is wrong\./);
    expect(pidsOf('misled')).toHaveLength(1);
  });
});
