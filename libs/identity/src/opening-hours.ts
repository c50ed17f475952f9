import { AppError } from '@clinicall/platform';
import { Temporal } from 'temporal-polyfill';
import type { OpeningHours } from './entities/clinic.entity';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const PART = /^([a-z]+)(?:\s*(?:to|-|–)\s*([a-z]+))?\s+(\d{1,2}:\d{2})\s*(?:to|-|–)\s*(\d{1,2}:\d{2})$/;

/**
 * Reads hours as people write them: "Monday to Friday 08:00 to 18:00, Saturday 09:00 to 13:00"; "daily" is every day.
 * @throws AppError `validation_failed` naming `field`.
 */
export function parseOpeningHours(text: string, field = 'hours'): OpeningHours[] {
  return text
    .toLowerCase()
    .split(/[,;]/)
    .map((part) => part.trim().replace(/^(?:daily|every day)\b/, 'monday to sunday'))
    .filter((part) => part !== '')
    .flatMap((part) => {
      const match = PART.exec(part);
      const first = DAYS.indexOf(match?.[1] ?? '');
      const last = match?.[2] === undefined ? first : DAYS.indexOf(match[2]);
      const opens = clockTime(match?.[3]);
      const closes = clockTime(match?.[4]);
      if (first < 0 || last < 0 || opens === undefined || closes === undefined || opens >= closes) {
        throw AppError.field(field, 'must read like "Monday to Friday 08:00 to 18:00"');
      }
      const length = ((last - first + 7) % 7) + 1;
      return Array.from({ length }, (_day, index) => ({ weekday: ((first + index) % 7) + 1, opens, closes }));
    });
}

/** Whether the clinic is open by its hours and holidays. One that has not told its hours is open. */
export function isOpenAt(
  clinic: {
    readonly timezone: string;
    readonly hours: readonly OpeningHours[];
    readonly settings: { readonly holidays: readonly { readonly on: string }[] };
  },
  at: Date,
): boolean {
  if (clinic.hours.length === 0) return true;
  const local = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(clinic.timezone);
  const day = local.toPlainDate().toString();
  if (clinic.settings.holidays.some(({ on }) => on === day)) return false;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return clinic.hours.some(
    ({ weekday, opens, closes }) => weekday === local.dayOfWeek && opens <= time && time < closes,
  );
}

/** The same hours in words: days with equal hours joined, weeks begin on Monday. */
export function describeOpeningHours(hours: readonly OpeningHours[]): string {
  const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
  const runs: { from: number; to: number; opens: string; closes: string }[] = [];
  for (const { weekday, opens, closes } of sorted) {
    const run = runs.find((one) => one.to === weekday - 1 && one.opens === opens && one.closes === closes);
    if (run === undefined) runs.push({ from: weekday, to: weekday, opens, closes });
    else run.to = weekday;
  }
  return runs
    .map(
      (run) =>
        `${run.from === run.to ? day(run.from) : `${day(run.from)} to ${day(run.to)}`} ${run.opens} to ${run.closes}`,
    )
    .join(', ');
}

function day(weekday: number): string {
  const name = DAYS[weekday - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function clockTime(text: string | undefined): string | undefined {
  const [hour, minute] = (text ?? '').split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour) || hour > 24 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
