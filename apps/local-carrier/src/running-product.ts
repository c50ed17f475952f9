import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CarrierEnvironment } from './environment';

export interface RunningProduct {
  /** How long the start took; undefined when one ran already. */
  readonly readySeconds: number | undefined;
  stop(): Promise<void>;
}

const READY = 'Clinicall is ready';
const START_LIMIT_MS = 15 * 60_000; // A first start installs, builds and makes a database.
const STOP_LIMIT_MS = 30_000;
/** A supervisor that has a phone network up brings its product back well within this. */
const RESTART_LIMIT_MS = 30_000;

/** The product that runs already, or one started for this command alone and stopped with it. */
export async function useProduct(
  environment: CarrierEnvironment,
  say: (line: string) => void,
): Promise<RunningProduct> {
  if (await answers(environment)) return { readySeconds: undefined, stop: async () => Promise.resolve() };
  say('No product is running: starting one …');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [startScript()], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): Promise<void> => end(child);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  await ready(child);
  const readySeconds = Math.round((performance.now() - startedAt) / 100) / 10;
  say(`The product was ready after ${readySeconds} s.`);
  return { readySeconds, stop };
}

/** Where the carrier of this machine answers. */
export function carrierUrl(environment: CarrierEnvironment): string {
  return `http://${environment.host}:${environment.port}`;
}

/** Whether a product runs. One that is just being started again, as after a crash, is waited for. */
async function answers(environment: CarrierEnvironment): Promise<boolean> {
  const carrier = await isWell(`${carrierUrl(environment)}/carrier/health`);
  if (!carrier) {
    if (!(await isWell(`${environment.localProductUrl}/health/live`))) return false;
    throw new Error(
      `A product runs at ${environment.localProductUrl}, but no local phone network at ${carrierUrl(environment)}: ` +
        'it is left out when TWILIO_ACCOUNT_SID is set.',
    );
  }
  const until = Date.now() + RESTART_LIMIT_MS;
  while (Date.now() < until) {
    if (await isWell(`${environment.localProductUrl}/health/ready`)) return true;
    await sleep(250);
  }
  return false;
}

async function isWell(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** The clinic's number as the running carrier was told it. */
export async function clinicNumberOf(environment: CarrierEnvironment): Promise<string> {
  const answer = await fetch(`${carrierUrl(environment)}/carrier/settings`).catch(() => null);
  if (!answer?.ok) return environment.clinicNumber;
  return ((await answer.json()) as { clinicNumber: string }).clinicNumber;
}

function startScript(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const script = join(folder, 'scripts', 'start.mjs');
    if (existsSync(script)) return script;
  }
  throw new Error('scripts/start.mjs is missing, so no product can be started.');
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => fail('The product did not become ready in time.'), START_LIMIT_MS);
    const fail = (reason: string): void => {
      clearTimeout(timer);
      child.kill('SIGTERM');
      reject(new Error(`${reason}\n${said.slice(-2_000)}`.trim()));
    };
    const listen = (part: Buffer): void => {
      said = (said + part.toString('utf8')).slice(-10_000);
      if (!said.includes(READY)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail('The product ended before it was ready.'));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = await Promise.race([gone.then(() => false), sleep(STOP_LIMIT_MS, true, { ref: false })]);
  if (late) child.kill('SIGKILL');
}
