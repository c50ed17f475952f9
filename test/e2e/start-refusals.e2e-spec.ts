import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/processes';
import { compileScripts } from '../support/compiled-scripts';
import type { CompiledScripts } from '../support/compiled-scripts';
import { testServerUrl } from '../support/database';

interface Outcome {
  code: number | null;
  said: string;
}

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('npm start refuses', () => {
  let scripts: CompiledScripts;
  let folder: string;
  let occupied: Server;
  let ports: Record<string, string>;

  const start = (environment: Record<string, string>): Promise<Outcome> =>
    new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        ['-e', `require(${JSON.stringify(scripts.path('supervise'))}).supervise().then((code) => process.exit(code))`],
        { env: { PATH: process.env['PATH'], CLINICALL_DATA_DIR: join(folder, 'data'), ...ports, ...environment } },
      );
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
      child.once('close', (code) => resolve({ code, said }));
    });

  /** One sentence in one line, no stack, a failing exit. */
  const expectRefusal = async (environment: Record<string, string>, sentence: RegExp): Promise<void> => {
    const { code, said } = await start(environment);
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  };
  const database = (change: (url: URL) => void): string => {
    const url = new URL(testServerUrl());
    change(url);
    return url.toString();
  };

  beforeAll(async () => {
    scripts = await compileScripts();
    folder = mkdtempSync(join(tmpdir(), 'clinicall-start-'));
    occupied = createServer();
    await new Promise<void>((resolve) => occupied.listen(0, '127.0.0.1', resolve));
    ports = {
      PORT: String(await freePort()),
      LOCAL_AI_PORT: String(await freePort()),
      LOCAL_CARRIER_PORT: String(await freePort()),
    };
  });
  afterAll(() => {
    occupied.close();
    scripts.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['PORT', 'LOCAL_AI_PORT', 'LOCAL_CARRIER_PORT'])('a %s in use', async (variable) => {
    const port = String((occupied.address() as AddressInfo).port);
    await expectRefusal(
      { [variable]: port },
      new RegExp(`Port ${port} is in use by another program: .* set ${variable}`),
    );
  });

  it('a port that is none', () => expectRefusal({ PORT: 'eighty' }, /PORT is "eighty", which is not a port number/));

  it.each([
    ['OPENAI_BASE_URL', 'htp:/nowhere'],
    ['OPENAI_STT_BASE_URL', 'api.example.org/v1'],
    ['TWILIO_API_BASE_URL', 'localhost:3002'],
    ['PUBLIC_URL', 'clinic.example.org'],
  ])('a malformed %s', async (variable, value) => {
    await expectRefusal(
      { [variable]: value },
      new RegExp(`${variable} is "${value}", which is not an http or https address`),
    );
  });

  it('a base URL that does not end in /v1', () =>
    expectRefusal({ OPENAI_BASE_URL: 'https://models.example.org' }, /OPENAI_BASE_URL .* does not end in \/v1/));

  it('local-ai switched off and no other model named', () =>
    expectRefusal({ LOCAL_AI: 'off' }, /LOCAL_AI is off and no other model is named: set OPENAI_API_KEY/));

  it('a DATABASE_URL that is no address', () =>
    expectRefusal({ DATABASE_URL: 'my database' }, /DATABASE_URL is not an address/));

  it('a database where nobody answers', async () => {
    const port = String(await freePort());
    await expectRefusal({ DATABASE_URL: database((url) => (url.port = port)) }, /does not answer \(ECONNREFUSED\)/);
  });

  it('a wrong password, without repeating it', async () => {
    const wrong = database((url) => (url.password = 'hunter2'));
    const { code, said } = await start({ DATABASE_URL: wrong });
    expect(said).toMatch(/refuses user "clinicall" or the password: check DATABASE_URL/);
    expect(said).not.toContain('hunter2');
    expect(code).toBe(1);
  });

  it('a database that does not exist', () =>
    expectRefusal({ DATABASE_URL: database((url) => (url.pathname = '/nowhere')) }, /has no database "nowhere"/));

  it('a data folder that cannot be made', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expectRefusal(
      { CLINICALL_DATA_DIR: join(file, 'data') },
      /The data folder .* cannot be made: a file is in its place/,
    );
  });

  onLinux('a data folder where none can be made', () =>
    expectRefusal({ CLINICALL_DATA_DIR: '/proc/clinicall' }, /The data folder \/proc\/clinicall cannot be made there/),
  );

  it.each([
    ['full', '128k', /The disk of the data folder .* is full/],
    ['nearly full', '20m', /The disk of the data folder .* is nearly full: \d+ MB are left/],
  ])('a data folder on a disk that is %s', async (_how, size, sentence) => {
    const disk = join(folder, `disk-${size}`);
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status !== 0) {
      console.warn('A small disk can be mounted by root alone: the full disk was not tried.');
      return;
    }
    try {
      await expectRefusal({ CLINICALL_DATA_DIR: join(disk, 'data') }, sentence);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
