import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { terminalThreshold } from './child-log';
import { openDataFolder, readLocalAccess, readSecrets, requireRoomForDatabase } from './data-folder';
import { planLaunch } from './launch-plan';
import type { LaunchPlan } from './launch-plan';
import { PlainError } from './plain-error';
import { repositoryRoot } from './postgres-binaries';
import { checkAddresses, checkChatProvider, checkDatabase, given, readPorts, requireFreePort } from './preflight';
import type { Ports } from './preflight';
import { ancestorNamed, isAlive, lockHolder, tryLock } from './processes';
import { readyLines, untilReady } from './readiness';
import { isOnPath, spanishNote } from './spanish-speech';
import { Supervisor } from './supervisor';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

/** `npm start` after installing and building: runs until it is told to end; @returns the exit code. */
export async function supervise(): Promise<number> {
  // A terminal that was closed ends nobody's call.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await run();
    return 0;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function run(): Promise<void> {
  const envFile = join(repositoryRoot(), '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  checkAddresses(process.env);
  checkChatProvider(process.env);
  const ports = readPorts(process.env);
  const folder = openDataFolder(given(process.env, 'CLINICALL_DATA_DIR') ?? join(repositoryRoot(), '.clinicall'));
  const lock = await beAlone(folder);
  try {
    await checkSurroundings(folder, ports);
    await runChildren(folder, ports);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** One supervisor a data folder; the guard of one that was killed may still be ending its children. */
async function beAlone(folder: string): Promise<string> {
  const lock = join(folder, 'supervisor.lock');
  const other = tryLock(lock);
  if (other !== null) {
    throw new PlainError(
      `Clinicall already runs from ${folder} (process ${other}): stop it first, or set CLINICALL_DATA_DIR to another folder.`,
    );
  }
  const guard = join(folder, 'guard.lock');
  if (lockHolder(guard) > 0) say('Waiting for the run before this one to end …');
  while (lockHolder(guard) > 0) await sleep(100);
  return lock;
}

async function checkSurroundings(folder: string, ports: Ports): Promise<void> {
  const localAi = given(process.env, 'LOCAL_AI') !== 'off';
  const localCarrier = given(process.env, 'TWILIO_ACCOUNT_SID') === undefined;
  const host = given(process.env, 'HOST');
  await requireFreePort(ports.product, 'PORT', host);
  if (localAi) await requireFreePort(ports.localAi, 'LOCAL_AI_PORT');
  if (localCarrier) await requireFreePort(ports.localCarrier, 'LOCAL_CARRIER_PORT');
  const databaseUrl = given(process.env, 'DATABASE_URL');
  if (databaseUrl) await checkDatabase(databaseUrl);
  else requireRoomForDatabase(folder);
}

async function runChildren(folder: string, ports: Ports): Promise<void> {
  const threshold = terminalThreshold(given(process.env, 'LOG_LEVEL'));
  const supervisor = new Supervisor({ folder, say, threshold });
  const told = untilToldToEnd();
  const leaving = new AbortController();
  try {
    let databaseUrl = () => given(process.env, 'DATABASE_URL') ?? '';
    const plan = planLaunch(process.env, folder, ports, readSecrets(folder), () => databaseUrl());
    // The local services need no database and start while it does.
    for (const child of plan.children) if (child.name !== 'receptionist') supervisor.startChild(child);
    if (plan.embeddedDatabase) databaseUrl = await Promise.race([supervisor.startDatabase(), supervisor.failed]);
    for (const child of plan.children) if (child.name === 'receptionist') supervisor.startChild(child);
    await Promise.race([announce(plan, supervisor, folder, leaving.signal), told, supervisor.failed]);
    await Promise.race([told, supervisor.failed]);
    say('Stopping …');
  } finally {
    leaving.abort();
    await supervisor.stop();
  }
}

async function announce(plan: LaunchPlan, supervisor: Supervisor, folder: string, leaving: AbortSignal): Promise<void> {
  const degraded = await untilReady(plan.children, say, leaving);
  if (!degraded) return;
  supervisor.markReady();
  const spanish = spanishNote(process.env, isOnPath('espeak-ng', process.env['PATH']));
  for (const sentence of [...degraded, ...(spanish === null ? [] : [spanish])]) say(`Note: ${sentence}`);
  say(readyLines(plan, plan.demo ? readLocalAccess(folder) : null).join('\n'));
}

/** Resolves at the first signal; a second one ends this process at once and leaves the rest to its guard. */
function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const hear = (): void => {
      if (told) process.exit(1);
      told = true;
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, hear);
    watchParent(hear);
  });
}

/**
 * `kill -9` of npm, or a SIGTERM that its shell does not pass on, would leave us running without anyone to stop us.
 * The terminal's own shell is not watched: `nohup npm start &` outlives it.
 */
function watchParent(hear: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const npm = ancestorNamed('npm', parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || isAlive(npm))) return;
    clearInterval(timer);
    hear();
  }, 500);
  timer.unref();
}
