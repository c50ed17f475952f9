import { Temporal } from 'temporal-polyfill';
import type { DaySession, SessionException, WeeklySession } from '../../libs/scheduling/src/session-rules';
import { isCovered, wantedSlots } from '../../libs/scheduling/src/session-slots';
import { slotsByLooking } from './slot-oracle';
import type { OracleCase } from './slot-oracle';

/**
 * A process of its own, so that its TZ is another: `node slot-oracle-run.js SEED SHARE [broken]` asks the engine and the
 * oracle the same questions and prints one JSON line {zone, cases, slots, faults}. SHARE 1 asks for every IANA zone at
 * every change of its clocks from 2024 to 2030. `broken` puts the classic mistake in place of the engine.
 */
const ZONES =
  `Africa/Abidjan Africa/Cairo Africa/Casablanca Africa/Johannesburg America/Adak America/Anchorage America/Argentina/Buenos_Aires
  America/Asuncion America/Bogota America/Caracas America/Chicago America/Denver America/Halifax America/Havana America/Los_Angeles
  America/Mexico_City America/New_York America/Nuuk America/Phoenix America/Santiago America/Sao_Paulo America/St_Johns Antarctica/Troll
  Asia/Beirut Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Tokyo Asia/Yangon Atlantic/Azores
  Australia/Adelaide Australia/Eucla Australia/Lord_Howe Australia/Sydney Europe/Chisinau Europe/Dublin Europe/Istanbul Europe/London
  Europe/Madrid Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Easter Pacific/Kiritimati Pacific/Marquesas UTC`.split(
    /\s+/,
  );

const [seed = '1', share = '0.1', broken] = process.argv.slice(2);
let state = Number(seed) >>> 0;
/** mulberry32 */
function random(below: number): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
}
const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;

const deep = Number(share) >= 1;
let cases = 0;
let slots = 0;
const faults: unknown[] = [];
for (const timezone of deep ? [...new Set([...ZONES, ...Intl.supportedValuesOf('timeZone')])] : ZONES) {
  const days = interestingDays(timezone);
  for (const day of deep ? new Set(days) : [pick(days)]) compare(caseAround(timezone, day));
}
console.log(
  JSON.stringify({ zone: process.env['TZ'], cases, slots, faults: faults.slice(0, 3), faultCount: faults.length }),
);

/** Where clocks change from 2024 to 2030, the leap days, and days when nothing happens. */
function interestingDays(timezone: string): string[] {
  const days = ['2024-02-29', '2028-02-29', `20${24 + random(7)}-0${1 + random(9)}-${10 + random(18)}`];
  let at = Temporal.PlainDate.from('2024-01-01').toZonedDateTime(timezone);
  for (;;) {
    const change = at.getTimeZoneTransition('next');
    if (change === null || change.year > 2030) return days;
    days.push(change.subtract({ nanoseconds: 1 }).toPlainDate().toString(), change.toPlainDate().toString());
    at = change;
  }
}

function compare(one: OracleCase): void {
  const engine = broken === 'broken' ? midnightPlusHours(one) : byEngine(one);
  const oracle = slotsByLooking(one);
  cases++;
  slots += oracle.length;
  if (engine.join() !== oracle.join()) {
    const extra = engine.filter((slot) => !oracle.includes(slot)).slice(0, 3);
    faults.push({ one, extra, missing: oracle.filter((slot) => !engine.includes(slot)).slice(0, 3) });
  }
}

function byEngine({ sessions, exceptions, firstDay, lastDay, timezone }: OracleCase): string[] {
  const wanted = wantedSlots(sessions, exceptions, firstDay, lastDay, timezone);
  const lost = wanted.find((slot) => !isCovered(slot, sessions, exceptions, timezone));
  if (lost !== undefined) faults.push({ notCovered: lost, timezone });
  return wanted
    .map((slot) => `${slot.doctorId} ${slot.lane} ${slot.startsAt.getTime()} ${slot.endsAt.getTime()}`)
    .sort();
}

/** What most schedulers do: midnight and so many hours. Right on every day but those that matter. */
function midnightPlusHours(one: OracleCase): string[] {
  const found: string[] = [];
  for (let day = Temporal.PlainDate.from(one.firstDay); day.toString() <= one.lastDay; day = day.add({ days: 1 })) {
    const even = wantedSlots(one.sessions, one.exceptions, day.toString(), day.toString(), 'UTC');
    const shift = day.toZonedDateTime(one.timezone).epochMilliseconds - Date.parse(day.toString());
    for (const slot of even) {
      found.push(`${slot.doctorId} ${slot.lane} ${slot.startsAt.getTime() + shift} ${slot.endsAt.getTime() + shift}`);
    }
  }
  return found.sort();
}

function caseAround(timezone: string, day: string): OracleCase {
  const date = Temporal.PlainDate.from(day);
  const [firstDay, lastDay] = [date.subtract({ days: 1 }).toString(), date.add({ days: 1 }).toString()];
  const sessions = [0, 1, 2].flatMap((offset) =>
    Array.from({ length: 1 + random(3) }, (_one, index): WeeklySession => {
      const of = date.add({ days: offset - 1 });
      const endsOn = random(4) === 0 ? of.toString() : null;
      const startsOn = random(6) === 0 ? date.toString() : '2020-01-01';
      return {
        ...session(`w${offset}${index}`),
        weekday: of.dayOfWeek,
        startsOn,
        endsOn: endsOn !== null && endsOn < startsOn ? null : endsOn,
      };
    }),
  );
  const exceptions = Array.from({ length: random(4) }, (_one, index): SessionException =>
    exception(`x${index}`, firstDay, date),
  );
  return { timezone, firstDay, lastDay, sessions, exceptions };
}

function exception(id: string, firstDay: string, date: Temporal.PlainDate): SessionException {
  const [startsOn, endsOn] = random(2) === 0 ? [date.toString(), date.toString()] : [firstDay, date.toString()];
  const kind = pick(['closed', 'holiday', 'leave', 'extra', 'override'] as const);
  const one = session(id);
  if (kind === 'extra' || kind === 'override') return { ...one, kind, startsOn, endsOn } satisfies DaySession;
  const whole = random(3) === 0;
  const doctorId = kind === 'holiday' ? null : one.doctorId;
  return {
    id,
    kind,
    doctorId,
    startsOn,
    endsOn,
    fromTime: whole ? null : one.fromTime,
    toTime: whole ? null : one.toTime,
  };
}

/** Nights as often as days: that is when clocks change. */
function session(id: string): Omit<WeeklySession, 'weekday' | 'startsOn' | 'endsOn'> {
  const from = random(2) === 0 ? random(240) : random(1380);
  const to = Math.min(1440, from + 30 + random(360));
  const slotMinutes = pick([5, 10, 15, 20, 25, 30, 40, 45, 60, 90]);
  const [bufferBeforeMinutes, bufferAfterMinutes] = random(3) === 0 ? [random(11), random(16)] : [0, 0];
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return {
    id,
    doctorId: pick(['ruth', 'omar']),
    specialtyId: 'cardiology',
    fromTime: clock(from),
    toTime: clock(to),
    slotMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    capacity: pick([1, 1, 1, 2]),
    visitTypeIds: null,
  };
}
