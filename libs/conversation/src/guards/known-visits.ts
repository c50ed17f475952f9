import { foldName, localTime } from '@clinicall/language';
import type { Facts, KnownVisit } from '../facts';
import type { Content } from './content';
import { fits } from './mentioned-dates';

/** Every item must be part of one visit that agrees with the other kinds of items in the sentence. */
export function agree(content: Content, visits: readonly KnownVisit[], facts: Facts): boolean {
  const known = visits.map((visit) => ({
    doctor: foldName(visit.doctor),
    date: localDate(visit.startsAt, facts),
    minute: localMinute(visit.startsAt, facts),
  }));
  type Known = (typeof known)[number];
  const onTime = (visit: Known) =>
    content.times.length === 0 || content.times.some((time) => time.minutes.includes(visit.minute));
  const onDate = (visit: Known) => content.dates.length === 0 || content.dates.some((date) => fits(date, visit.date));
  const withDoctor = (visit: Known) =>
    content.doctors.length === 0 || content.doctors.some((doctor) => foldName(doctor) === visit.doctor);
  return (
    content.times.every((time) =>
      known.some((visit) => time.minutes.includes(visit.minute) && onDate(visit) && withDoctor(visit)),
    ) &&
    content.dates.every((date) =>
      known.some((visit) => fits(date, visit.date) && onTime(visit) && withDoctor(visit)),
    ) &&
    content.doctors.every((doctor) =>
      known.some((visit) => foldName(doctor) === visit.doctor && onTime(visit) && onDate(visit)),
    )
  );
}

/** First and last minute of the day that each part of it has, generously: noon is of both. */
const PARTS: readonly (readonly [words: RegExp, from: number, to: number])[] = [
  [/\b(?:(?:in|on) the|every|that|by) morning\b|\bmornings?$|\b(?:por|de|a|en) la manana\b/, 0, 720],
  [/\b(?:(?:in|on) the|that) afternoon\b|\bafternoon$|\b(?:por|de|a|en) la tarde\b/, 720, 1_260],
  [/\b(?:(?:in|on) the|that) evening\b|\bevening$|\b(?:por|de|a|en) la noche\b/, 1_020, 1_439],
];

/** "Wednesday in the afternoon", without an hour, must be the part of the day of a visit that agrees. Folded words. */
export function partStands(folded: string, content: Content, visits: readonly KnownVisit[], facts: Facts): boolean {
  if (content.times.length > 0) return true;
  const parts = PARTS.filter(([words]) => words.test(folded));
  return parts.every(([, from, to]) => {
    const within = visits.filter(({ startsAt }) => {
      const minute = localMinute(startsAt, facts);
      return minute >= from && minute <= to;
    });
    return within.length > 0 && agree(content, within, facts);
  });
}

const STILL =
  /\b(?:still|stands|standing|untouched|(?:not|havent|haven't) touched|sigue|siguen|en pie|intacta|todavia)\b/;

/** "It still stands", of a visit that waits for a yes to be cancelled or moved. Folded words. */
export function standsMeanwhile(folded: string, { readBack, booked }: Facts): boolean {
  return (
    readBack !== undefined &&
    STILL.test(folded) &&
    booked.some(({ doctor, startsAt }) => doctor === readBack.doctor && startsAt === readBack.startsAt)
  );
}

export function localDate(instant: string, facts: Facts): string {
  return localTime(instant, facts.speech.timezone).day;
}

function localMinute(instant: string, facts: Facts): number {
  return localTime(instant, facts.speech.timezone).minute;
}
