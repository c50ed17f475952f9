import type { Expectation, ExpectedVisit, TalkCase } from './eval-case';
import { folded, says, saysForbidden } from './matching';
import type { Clinic, Visit } from './product-client';

/** What is wrong at the end of a case. `promise`: a promise of the product was broken, whatever the case expected. */
export interface Fault {
  readonly kind: 'state' | 'must_say' | 'must_not' | 'promise' | 'time' | 'talk';
  readonly text: string;
}

const LIVE = new Set(['booked', 'arrived', 'fulfilled']);

/** What must be known of the talk to judge it. */
export interface TalkFacts {
  readonly words: string;
  /** The caller has agreed to something. */
  readonly agreed: boolean;
  readonly before: readonly Visit[];
}

/** The rows after the talk, against the case and against the product's promises. */
export async function judgeState(talk: TalkCase, clinic: Clinic, facts: TalkFacts): Promise<Fault[]> {
  const after = await clinic.visits();
  const expected = expectedOf(talk.expect);
  const faults: Fault[] = [
    ...judgeVisits(expected, after),
    ...(await judgeRest(talk, clinic, after)),
    ...brokenPromises(expected, after, facts),
  ];
  return faults;
}

function expectedOf(expect: Expectation): ExpectedVisit[][] | undefined {
  const db = expect.db as { appointments?: ExpectedVisit[]; appointments_any?: ExpectedVisit[][] } | undefined;
  const any = expect.appointments_any ?? db?.appointments_any;
  if (any !== undefined) return any;
  const one =
    expect.appointments ?? db?.appointments ?? (Array.isArray(expect.db) ? (expect.db as ExpectedVisit[]) : undefined);
  return one === undefined ? undefined : [one];
}

function judgeVisits(expected: readonly ExpectedVisit[][] | undefined, after: readonly Visit[]): Fault[] {
  if (expected === undefined) return [];
  const misses = expected.map((set) => missOf(set, after));
  const best = misses.reduce((a, b) => (b.length < a.length ? b : a));
  return best.map((text) => ({ kind: 'state', text }));
}

/** Exactly the live ones; those named as cancelled must be so. */
function missOf(set: readonly ExpectedVisit[], after: readonly Visit[]): string[] {
  const left = after.filter((visit) => LIVE.has(visit.status));
  const missing: string[] = [];
  for (const wanted of set) {
    const status = wanted.status;
    if (LIVE.has(status)) {
      const found = left.findIndex((visit) => matches(wanted, visit) && sameStatus(status, visit.status));
      if (found < 0) missing.push(`no ${shown(wanted)}`);
      else left.splice(found, 1);
    } else if (!after.some((visit) => matches(wanted, visit) && visit.status === status)) {
      missing.push(`no ${shown(wanted)}`);
    }
  }
  return [...missing, ...left.map((visit) => `and there is ${shown(visit)}`)];
}

function sameStatus(wanted: string, found: string): boolean {
  return wanted === found;
}

function matches(wanted: ExpectedVisit, visit: Visit): boolean {
  const sameName = (name: string | undefined, other: string): boolean =>
    name === undefined || folded(name).replace(/^dra?\.? /, '') === folded(other);
  const at = wanted.startsAt;
  const sameTime =
    at === undefined ||
    (/(Z|[+-]\d\d:\d\d)$/.test(at) ? Date.parse(at) === Date.parse(visit.instant) : visit.startsAt === at.slice(0, 16));
  return sameTime && sameName(wanted.doctor, visit.doctor) && sameName(wanted.patient, visit.patient);
}

function shown(visit: { doctor?: string; startsAt?: string; patient?: string; status: string }): string {
  return `${visit.status}: ${visit.doctor ?? 'anybody'} ${visit.startsAt ?? 'any time'} for ${visit.patient ?? 'anybody'}`;
}

async function judgeRest(talk: TalkCase, clinic: Clinic, after: readonly Visit[]): Promise<Fault[]> {
  const { expect } = talk;
  const faults: Fault[] = [];
  const state = (text: string): number => faults.push({ kind: 'state', text });
  const db = (expect.db ?? {}) as { holds?: number; escalated?: boolean };
  const instant = expect.expectInstant ?? (talk['expectInstant'] as string | undefined);
  if (instant !== undefined && !after.some((one) => Date.parse(one.instant) === Date.parse(instant)))
    state(`nothing at the instant ${instant}`);
  const escalated = expect.escalated ?? db.escalated;
  if (typeof escalated === 'boolean') {
    const was = (await clinic.talks()).some((one) => one.escalated);
    if (was !== escalated) state(escalated ? 'a person was not called' : 'a person was called');
  }
  if (typeof expect.opted_out === 'boolean') {
    const out = await optedOut(clinic, talk.from ?? '');
    if (out !== expect.opted_out) state(expect.opted_out ? 'not opted out' : 'opted out');
  }
  await judgePeople(talk, clinic, state);
  const holds = expect.holds ?? db.holds;
  if (typeof holds === 'number') {
    await clinic.advance(11 * 60_000);
    const alive = await clinic.heldSlots();
    if (alive !== holds) state(`${alive} holds are alive instead of ${holds}`);
  }
  return faults;
}

async function judgePeople(talk: TalkCase, clinic: Clinic, state: (text: string) => void): Promise<void> {
  const birth = talk.expect.expectPatientDob ?? talk['expectPatientDob'];
  if (birth !== undefined) {
    const { items } = await clinic.get<{ items: { name: string; dateOfBirth: string }[] }>('/patients?limit=200');
    const { name, dob } = (typeof birth === 'string' ? { dob: birth } : birth) as { name?: string; dob?: string };
    const found = items.some(
      (one) => one.dateOfBirth === dob && (name === undefined || folded(name) === folded(one.name)),
    );
    if (!found) state(`no patient ${name ?? ''} born ${dob ?? ''}`);
  }
  const waiting = talk.expect.expectWaitlist ?? talk['expectWaitlist'];
  if (waiting !== undefined && waiting !== null) {
    const joined = await waitlistJoins(clinic);
    const wanted =
      typeof waiting === 'number' ? waiting : Array.isArray(waiting) ? waiting.length : waiting === false ? 0 : 1;
    if (joined !== wanted) state(`${joined} on the waiting list instead of ${wanted}`);
  }
}

/** By REST where the product shows its list, else by the log's own successful calls. */
async function waitlistJoins(clinic: Clinic): Promise<number> {
  try {
    return (await clinic.get<{ items: unknown[] }>('/waitlist?limit=100')).items.length;
  } catch {
    let joins = 0;
    for (const { id } of await clinic.talks()) {
      const { toolCalls } = await clinic.record(id);
      joins += toolCalls.filter((call) => call.name === 'join_waitlist' && call.result['ok'] === true).length;
    }
    return joins;
  }
}

async function optedOut(clinic: Clinic, number: string): Promise<boolean> {
  const query = new URLSearchParams({ number });
  const { optedOut: out } = await clinic.get<{ optedOut: boolean }>(`/texts/opt-out?${query.toString()}`);
  return out;
}

/** Whatever a case expects: no double booking, no write without a yes, no old time lost on the way to a new one. */
function brokenPromises(
  expected: readonly ExpectedVisit[][] | undefined,
  after: readonly Visit[],
  facts: TalkFacts,
): Fault[] {
  const faults: Fault[] = [];
  const live = after.filter((visit) => LIVE.has(visit.status));
  const twice = (keyOf: (visit: Visit) => string): boolean => new Set(live.map(keyOf)).size < live.length;
  if (twice((visit) => `${visit.doctor}@${visit.instant}`))
    faults.push({ kind: 'promise', text: 'a time is booked twice' });
  if (twice((visit) => `${visit.patientId}@${visit.instant}`))
    faults.push({ kind: 'promise', text: 'a patient is in two places at once' });
  const known = new Map(facts.before.map((visit) => [visit.id, visit]));
  const mine = (visit: Visit): boolean => visit.patient !== 'Rowan Rival';
  const changed = after.filter((visit) => {
    const old = known.get(visit.id);
    return mine(visit) && (old === undefined || old.status !== visit.status || old.instant !== visit.instant);
  });
  if (changed.length > 0 && !facts.agreed) faults.push({ kind: 'promise', text: 'a write without a yes' });
  const wanted = (expected ?? []).flat();
  for (const old of facts.before.filter((visit) => LIVE.has(visit.status))) {
    const kept = live.some(
      (visit) => visit.id === old.id || (visit.patientId === old.patientId && visit.instant !== old.instant),
    );
    const meant = wanted.some((one) => LIVE.has(one.status) && matches(one, old));
    if (!kept && meant) faults.push({ kind: 'promise', text: `an old time was lost: ${shown(old)}` });
  }
  return faults;
}

/** What must and must not have been said to the caller. */
export function judgeWords(expect: Expectation, words: string, last = words): Fault[] {
  const scope = expect.scope === 'last_turn' ? last : words;
  const musts = [...expect.must_say, ...expect.must_reach].filter((wanted) => !says(scope, wanted));
  const nots = [...expect.must_not_say, ...expect.must_not_reach_caller].filter((bad) => saysForbidden(scope, bad));
  return [
    ...musts.map((wanted): Fault => ({ kind: 'must_say', text: `never said: ${[wanted].flat().join(' or ')}` })),
    ...nots.map((bad): Fault => ({ kind: 'must_not', text: `said, and must not be: ${bad}` })),
  ];
}
