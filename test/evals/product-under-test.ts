import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { freePort } from '../../scripts/processes';
import type { Wires } from './product-client';

export interface UnderTest {
  readonly wires: Wires;
  /** Ends in /v1; where the honest model and the voices are. */
  readonly localAiUrl: string;
  stop(): Promise<void>;
}

const OPERATOR = { email: 'evals@example.org', password: 'the evals’ own long password' };
const START_LIMIT_MS = 10 * 60_000;

/** Starts the whole product on a database and ports of its own. @param variables what it is told beside. */
export async function startProductUnderTest(variables: Record<string, string>): Promise<UnderTest> {
  const given = (name: string): string | undefined => process.env[name];
  const port = async (name: string): Promise<string> => given(name) ?? String(await freePort());
  const ports = {
    PORT: await port('PORT'),
    LOCAL_AI_PORT: await port('LOCAL_AI_PORT'),
    LOCAL_CARRIER_PORT: await port('LOCAL_CARRIER_PORT'),
  };
  const folder = given('CLINICALL_DATA_DIR') ?? join(repositoryRoot(), '.clinicall', 'evals');
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [join(repositoryRoot(), 'scripts', 'start.mjs')], {
    env: {
      ...process.env,
      ...ports,
      CLINICALL_DATA_DIR: folder,
      CLINICALL_TEST_CLOCK: '1',
      ADMIN_EMAIL: OPERATOR.email,
      ADMIN_PASSWORD: OPERATOR.password,
      TWILIO_PHONE_NUMBER: '+12025550100',
      LOG_LEVEL: given('LOG_LEVEL') ?? 'error',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child);
  return {
    wires: {
      productUrl: `http://127.0.0.1:${ports.PORT}`,
      carrierUrl: `http://127.0.0.1:${ports.LOCAL_CARRIER_PORT}`,
      operator: OPERATOR,
    },
    localAiUrl: `http://127.0.0.1:${ports.LOCAL_AI_PORT}/v1`,
    stop: () => end(child),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => fail('did not become ready in time'), START_LIMIT_MS);
    const fail = (reason: string): void => {
      clearTimeout(timer);
      child.kill('SIGTERM');
      reject(new Error(`The product ${reason}.\n${said.slice(-2_000)}`));
    };
    const listen = (part: Buffer): void => {
      said = (said + part.toString('utf8')).slice(-10_000);
      if (!said.includes('Clinicall is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => fail('ended before it was ready'));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await gone;
  clearTimeout(late);
}
