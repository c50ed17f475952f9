import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/processes';
import { runCallCommand } from '../support/call-program';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

interface Printed {
  readonly turns: { who: string; text: string; atMs: number }[];
  readonly appointments: unknown[];
  readonly readySeconds?: number;
}

describe('npm run call where no product runs', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'clinicall-call-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it('starts one, calls it, prints one object, and stops it again', async () => {
    const ports = [String(await freePort()), String(await freePort()), String(await freePort())] as const;
    const [PORT, LOCAL_AI_PORT, LOCAL_CARRIER_PORT] = ports;
    const { code, stdout, stderr } = await runCallCommand(['--say', 'What are your opening hours?', '--json'], {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: database.url,
      CLINICALL_DEMO: '1',
      CLINICALL_DATA_DIR: folder,
      PORT,
      LOCAL_AI_PORT,
      LOCAL_CARRIER_PORT,
    });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/No product is running: starting one/)]);
    const { turns, appointments, readySeconds } = JSON.parse(stdout) as Printed;
    expect(readySeconds).toBeGreaterThan(0);
    expect(turns).toContainEqual({
      who: 'patient',
      text: 'What are your opening hours?',
      atMs: expect.any(Number) as number,
    });
    expect(turns.some(({ who }) => who === 'clinic')).toBe(true);
    expect(appointments).toEqual([]);
    for (const port of ports) await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(existsSync(join(folder, 'supervisor.lock'))).toBe(false);
  }, 180_000);
});
