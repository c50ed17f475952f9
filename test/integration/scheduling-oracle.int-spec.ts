import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../scripts/postgres-binaries';

const run = promisify(execFile);
const root = repositoryRoot();
const folder = join(root, '.cache', `slot-oracle-${process.pid}`);
const deep = process.env['CLINICALL_DEEP'] === '1';
const seed = process.env['CLINICALL_SEED'] ?? String(Date.now() % 1_000_000);

/** What slot-oracle-run.ts prints. */
interface Report {
  readonly zone: string;
  readonly cases: number;
  readonly slots: number;
  readonly faults: readonly unknown[];
  readonly faultCount: number;
}

async function ask(zone: string, ...more: string[]): Promise<Report> {
  const script = join(folder, 'test', 'support', 'slot-oracle-run.js');
  const environment = { ...process.env, TZ: zone };
  const { stdout } = await run(process.execPath, [script, seed, deep ? '1' : '0.1', ...more], { env: environment });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
}

describe('the slot engine against a look at the clock every minute', () => {
  beforeAll(async () => {
    const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
    const sources = ['wall-time', 'session-rules', 'session-slots'].map((name) => `libs/scheduling/src/${name}.ts`);
    const mine = ['slot-oracle', 'slot-oracle-run'].map((name) => `test/support/${name}.ts`);
    await run(process.execPath, [swc, ...sources, ...mine, '-d', folder], { cwd: root });
    console.info(`seed ${seed} (CLINICALL_SEED)`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata'])(
    'agrees in every zone, with the process in %s',
    async (zone) => {
      const report = await ask(zone);
      expect(report).toMatchObject({ zone, faults: [], faultCount: 0 });
      expect(report.cases).toBeGreaterThanOrEqual(deep ? 4_000 : 40);
      expect(report.slots).toBeGreaterThan(report.cases);
    },
    deep ? 1_200_000 : 60_000,
  );

  it('finds the classic mistake, midnight and so many hours', async () => {
    expect((await ask('UTC', 'broken')).faultCount).toBeGreaterThan(0);
  }, 1_200_000);
});
