import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalAccess } from './data-folder';
import type { LaunchPlan } from './launch-plan';
import type { ChildPlan } from './supervised-child';

const ASK_EVERY_MS = 100;
const TELL_EVERY_MS = 10_000;

/** What a health address says; `faults` names what is down or degraded. */
interface Health {
  ok: boolean;
  faults: string[];
}

async function ask(url: string): Promise<Health> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    const body = (await response.json()) as { down?: unknown; degraded?: unknown };
    const named = response.ok ? body.degraded : body.down;
    return { ok: response.ok, faults: Array.isArray(named) ? named.map(String) : [] };
  } catch {
    return { ok: false, faults: ['no answer yet'] };
  }
}

/**
 * Resolves when every child answers, with what is degraded; says every ten seconds what is still missing.
 * @returns null when `signal` was aborted first.
 */
export async function untilReady(
  children: readonly ChildPlan[],
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<string[] | null> {
  let lastTold = Date.now();
  while (!signal.aborted) {
    const answers = await Promise.all(
      children.map(async ({ name, healthUrl }) => ({
        name,
        ...(healthUrl ? await ask(healthUrl) : { ok: true, faults: [] }),
      })),
    );
    const missing = answers.filter(({ ok }) => !ok);
    if (missing.length === 0) return answers.flatMap(({ faults }) => faults);
    if (Date.now() - lastTold > TELL_EVERY_MS) {
      lastTold = Date.now();
      say(`Waiting for ${missing.map(({ name, faults }) => `${name} (${faults.join(', ')})`).join(' and ')} …`);
    }
    await sleep(ASK_EVERY_MS);
  }
  return null;
}

/** The last lines of `npm start`. */
export function readyLines(plan: LaunchPlan, access: LocalAccess | null): string[] {
  const rows: [string, string][] = [
    ['Staff page', `${plan.productUrl}/`],
    ['API and its pages', `${plan.productUrl}/docs`],
  ];
  if (plan.localCarrier) {
    rows.push(['Softphone', plan.textPageUrl.replace(/sms$/, 'softphone')], ['Text messages', plan.textPageUrl]);
  }
  rows.push([access ? 'Demo number' : 'Number', access?.phone ?? plan.phone]);
  if (plan.admin) rows.push(['Staff account', `${plan.admin.email}   password: ${plan.admin.password}`]);
  const patient = access?.patient;
  if (patient) rows.push(['Demo patient', `${patient.name}, born ${patient.dateOfBirth}, texts from ${patient.phone}`]);
  return [
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(18)}${value}`),
    ...(plan.localCarrier ? sentencesToTry() : []),
    '',
    `Clinicall is ready at ${plan.productUrl}`,
  ];
}

function sentencesToTry(): string[] {
  return [
    '',
    '  Try, in another terminal: npm run text -- "…"',
    '    Hi, do you have a cardiologist tomorrow afternoon?',
    '    I need to move my appointment to next week.',
    '    ¿A qué hora abren el lunes?',
  ];
}
