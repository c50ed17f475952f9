import type {
  Closing,
  DaySession,
  SessionException,
  SessionRule,
  WeeklySession,
} from '../../libs/scheduling/src/session-rules';

/** One question to the slot engine: rules, and the days they are asked for. */
export interface OracleCase {
  readonly timezone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly sessions: readonly WeeklySession[];
  readonly exceptions: readonly SessionException[];
}

interface Found {
  readonly doctorId: string;
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;

/**
 * The slots of a case by brute force: look at the zone's wall clock at every minute of real time there is, and ask of
 * each whether some session has a slot beginning just then. Knows nothing of offsets, transitions or the engine.
 * @returns "doctor lane start end" in milliseconds, sorted.
 */
export function slotsByLooking(one: OracleCase): string[] {
  const usual: Found[] = [];
  const extra: Found[] = [];
  const shown = new Set<string>();
  const lastEnd = new Map<string, number>();
  const begin = Date.parse(`${one.firstDay}T00:00Z`) - 15 * 60 * MINUTE;
  const end = Date.parse(`${one.lastDay}T00:00Z`) + 37 * 60 * MINUTE;
  const clock = wallClock(one.timezone);
  for (let at = begin; at < end; at += MINUTE) {
    const wall = clock(at);
    if (shown.has(wall)) continue;
    shown.add(wall);
    const day = wall.slice(0, 10);
    if (day < one.firstDay || day > one.lastDay) continue;
    const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
    for (const rule of rulesOf(one, day)) {
      if (!beginsAt(rule, minute) || isShut(one, rule, day, minute)) {
        // A closed time still stands on the grid: what follows it next to a jump is judged against it.
        if (!beginsAt(rule, minute)) continue;
        if (at >= (lastEnd.get(`${rule.id} ${day}`) ?? -Infinity)) lastEnd.set(`${rule.id} ${day}`, at + span(rule));
        continue;
      }
      if (at < (lastEnd.get(`${rule.id} ${day}`) ?? -Infinity)) continue;
      lastEnd.set(`${rule.id} ${day}`, at + span(rule));
      for (let lane = 1; lane <= rule.capacity; lane++) {
        const slot = { doctorId: rule.doctorId, lane, from: at, to: at + rule.slotMinutes * MINUTE };
        (isExtra(rule) ? extra : usual).push(slot);
      }
    }
  }
  return withoutCollisions([...usual, ...extra])
    .map((slot) => `${slot.doctorId} ${slot.lane} ${slot.from} ${slot.to}`)
    .sort();
}

/** YYYY-MM-DD HH:mm as the zone's clocks show it, by the platform's own formatter. */
function wallClock(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => format.format(at);
}

function rulesOf(one: OracleCase, day: string): SessionRule[] {
  const ofDay = one.exceptions.filter(
    (x): x is DaySession => 'slotMinutes' in x && x.startsOn <= day && day <= x.endsOn,
  );
  const overridden = ofDay.filter((x) => x.kind === 'override').map((x) => x.doctorId);
  const weekly = one.sessions.filter((s) => {
    const valid = s.startsOn <= day && (s.endsOn ?? '9999-12-31') >= day;
    return valid && s.weekday === weekday(day) && !overridden.includes(s.doctorId);
  });
  return [...weekly, ...ofDay.filter((x) => x.kind === 'override'), ...ofDay.filter(isExtra)];
}

function isExtra(rule: SessionRule): boolean {
  return (rule as Partial<DaySession>).kind === 'extra';
}

function beginsAt(rule: SessionRule, minute: number): boolean {
  const [before, after] = [rule.bufferBeforeMinutes ?? 0, rule.bufferAfterMinutes ?? 0];
  const [opens, shuts] = [minutes(rule.fromTime), minutes(rule.toTime)];
  for (let grid = opens; grid + before + rule.slotMinutes + after <= shuts; grid += before + rule.slotMinutes + after) {
    if (grid + before === minute) return true;
  }
  return false;
}

function span(rule: SessionRule): number {
  return (rule.slotMinutes + (rule.bufferBeforeMinutes ?? 0) + (rule.bufferAfterMinutes ?? 0)) * MINUTE;
}

function isShut(one: OracleCase, rule: SessionRule, day: string, minute: number): boolean {
  if (isExtra(rule)) return false;
  return one.exceptions.some((x) => {
    if ('slotMinutes' in x || x.startsOn > day || x.endsOn < day) return false;
    if (x.doctorId !== null && x.doctorId !== rule.doctorId) return false;
    for (let m = minute; m < minute + rule.slotMinutes; m++) if (shutAt(x, m)) return true;
    return false;
  });
}

function shutAt(closing: Closing, minute: number): boolean {
  if (closing.fromTime === null || closing.toTime === null) return true;
  return minutes(closing.fromTime) <= minute && minute < minutes(closing.toTime);
}

/** In the order given: the first to ask for a doctor's lane has it. */
function withoutCollisions(all: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const slot of all) {
    const clash = kept.some(
      (k) => k.doctorId === slot.doctorId && k.lane === slot.lane && k.from < slot.to && slot.from < k.to,
    );
    if (!clash) kept.push(slot);
  }
  return kept;
}

function minutes(time: string): number {
  const [hours = '0', rest = '0'] = time.split(':');
  return Number(hours) * 60 + Number(rest);
}

/** Sakamoto's method; ISO, 1 is Monday. */
function weekday(day: string): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const year = m < 3 ? y - 1 : y;
  const t = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][m - 1] ?? 0;
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + t + d) % 7 || 7;
}
