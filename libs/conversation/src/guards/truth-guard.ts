import { fold, foldName, isForeign, isJudged, localTime } from '@clinicall/language';
import type { Facts, KnownVisit } from '../facts';
import type { ClaimKind } from './claim-pattern';
import { contentOf, isPlain } from './content';
import type { Content } from './content';
import { pricesIn } from './mentioned-names';
import { countedIn } from './counted';
import { fieldStands } from './fields';
import { fits } from './mentioned-dates';
import type { DateMention } from './mentioned-dates';
import { hoursAllow, speaksOfHours } from './opening-times';
import { proposes } from './proposals';
import { wasSent } from './sent-things';

export interface Verdict {
  readonly allowed: boolean;
  /** Which item or claim has no fact: "time", "booked" …; for the log. */
  readonly reason?: string;
}

/** Design promise 1: a sentence passes only if all that it states is among the facts. */
export function judgeTruth(sentence: string, facts: Facts): Verdict {
  // A claim in words we cannot read passes no guard of ours: only code's own sentences are said in other languages.
  if (!isJudged(facts.speech.language) || isForeign(sentence)) return refused('language');
  const content = contentOf(sentence, facts);
  if (isPlain(content)) return { allowed: true };
  if (content.unknownDoctor) return refused('doctor');
  if (!content.prices.every((price) => knownPrice(price, facts))) return refused('price');
  if (!content.numbers.every((number) => knownNumber(number, facts))) return refused('number');
  if (
    speaksOfHours(sentence) &&
    content.doctors.length === 0 &&
    content.claims.every((claim) => claim === 'available')
  ) {
    if (hoursAllow(sentence, content, facts)) return { allowed: true };
  }
  if (!fieldStands(sentence, content.doctors, facts)) return refused('specialty');
  if (answered(content, facts)) return { allowed: true };
  for (const claim of content.claims) if (!stands(claim, content, facts, fold(sentence))) return refused(claim);
  if (content.claims.length > 0) return { allowed: true };
  return itemsStand(content, facts, proposes(sentence));
}

const refused = (reason: string): Verdict => ({ allowed: false, reason });

/** @param proposed the sentence asks or offers; a plain statement of a day or time speaks of what is booked or read back. */
function itemsStand(content: Content, facts: Facts, proposed = true): Verdict {
  const timed = content.times.length > 0 || content.dates.length > 0;
  if (!timed) return { allowed: true };
  const everything = [
    ...(proposed ? facts.offered : []),
    ...held(facts),
    ...readBack(facts),
    ...facts.booked,
    ...movedVisits(facts),
    ...facts.cancelled,
  ];
  if (agree(content, everything, facts)) return { allowed: true };
  return content.times.length === 0 && content.doctors.length === 0 && onlyToday(content, facts)
    ? { allowed: true }
    : refused(content.times.length > 0 ? 'time' : 'date');
}

/** "Today is Monday": the date itself is a fact to everybody. */
function onlyToday(content: Content, facts: Facts): boolean {
  const today = localDate(facts.speech.now, facts);
  return content.dates.every((date) => fits(date, today));
}

function stands(claim: ClaimKind, content: Content, facts: Facts, sentence: string): boolean {
  switch (claim) {
    case 'booked':
      return (
        enough([...facts.booked, ...movedTo(facts)], sentence) &&
        agreeOn(content, [...facts.booked, ...movedTo(facts)], facts)
      );
    case 'held':
      return agreeOn(
        content,
        [...held(facts), ...(content.claims.includes('booked') ? facts.booked : [])],
        facts,
        true,
      );
    case 'cancelled':
      return enough(gone(facts, sentence), sentence) && agreeOn(content, gone(facts, sentence), facts);
    case 'moved':
      return facts.moved.length >= countedIn(sentence) && agreeOn(content, movedVisits(facts), facts);
    case 'sent':
      return wasSent(sentence, facts.sent) && itemsStand(content, facts).allowed;
    case 'available':
      return agreeOn(content, [...facts.offered, ...held(facts), ...readBack(facts)], facts, true);
    case 'unavailable':
      return facts.inVain === true && content.times.length === 0;
    case 'record':
      return facts.identified === true && itemsStand(content, facts).allowed;
    case 'message':
    case 'waitlisted':
    case 'transferring':
      return facts.done?.includes(claim) === true && itemsStand(content, facts).allowed;
    case 'act':
    case 'human':
    case 'advice':
      return false;
  }
}

const enough = (visits: readonly KnownVisit[], sentence: string): boolean =>
  new Set(visits.map(({ doctor, startsAt }) => `${doctor}@${Date.parse(startsAt)}`)).size >= countedIn(sentence);

/** Nobody need come any more to what was cancelled, nor to the old time of what was moved. Folded words. */
const NEEDLESS =
  /\b(?:no longer|(?:dont|don't|do not|wont|won't) (?:need|have)|free (?:on|that|then)|old|previous|original|ya no|no hace falta|no (?:tiene|tienes) que|no necesita|anterior|viej[oa])\b/;

function gone(facts: Facts, sentence: string): KnownVisit[] {
  if (!NEEDLESS.test(sentence)) return [...facts.cancelled];
  return [...facts.cancelled, ...facts.moved.map(({ doctor, from }) => ({ doctor, startsAt: from }))];
}

/** A claim stands on visits of its own kind; without any item it must be about the last thing done, not about what is pending. */
function agreeOn(content: Content, visits: readonly KnownVisit[], facts: Facts, evenPending = false): boolean {
  if (visits.length === 0) return false;
  const bare = content.times.length === 0 && content.dates.length === 0 && content.doctors.length === 0;
  if (bare) return evenPending || facts.pending !== true;
  return agree(content, visits, facts);
}

/** Every item must be part of one visit that agrees with the other kinds of items in the sentence. */
function agree(content: Content, visits: readonly KnownVisit[], facts: Facts): boolean {
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

/** Said by the clinic itself: every item stands in one of its answers. */
function answered(content: Content, facts: Facts): boolean {
  if (content.claims.some((claim) => claim !== 'available' && claim !== 'unavailable')) return false;
  return (facts.answers ?? []).some((answer) => {
    const said = contentOf(answer, facts);
    return (
      content.times.every((time) =>
        said.times.some((one) => one.minutes.some((minute) => time.minutes.includes(minute))),
      ) &&
      content.dates.every((date) => said.dates.some((one) => one.text === date.text || sameDay(one, date))) &&
      content.doctors.every((doctor) => said.doctors.includes(doctor)) &&
      content.times.length + content.dates.length + content.doctors.length + content.prices.length > 0
    );
  });
}

function sameDay(a: DateMention, b: DateMention): boolean {
  return a.weekday === b.weekday && a.month === b.month && a.day === b.day && a.between?.[0] === b.between?.[0];
}

function knownPrice(price: string, facts: Facts): boolean {
  const said = [...(facts.prices ?? []), ...(facts.answers ?? [])].flatMap((text) => pricesIn(fold(text)).prices);
  return said.includes(price) || (facts.prices ?? []).includes(price);
}

function knownNumber(number: string, facts: Facts): boolean {
  const known = [...(facts.numbers ?? []), ...(facts.answers ?? [])].map((text) => text.replace(/\D/g, ''));
  return known.some((digits) => digits.endsWith(number) || (number.length > 6 && digits.includes(number)));
}

function held(facts: Facts): KnownVisit[] {
  return facts.held === undefined ? [] : [facts.held];
}

function readBack(facts: Facts): KnownVisit[] {
  return facts.readBack === undefined ? [] : [facts.readBack];
}

/** Where a visit was moved to it stands booked. */
function movedTo(facts: Facts): KnownVisit[] {
  return facts.moved.map(({ doctor, to }) => ({ doctor, startsAt: to }));
}

function movedVisits(facts: Facts): KnownVisit[] {
  return facts.moved.flatMap(({ doctor, from, to }) => [
    { doctor, startsAt: from },
    { doctor, startsAt: to },
  ]);
}

function localDate(instant: string, facts: Facts): string {
  return localTime(instant, facts.speech.timezone).day;
}

function localMinute(instant: string, facts: Facts): number {
  return localTime(instant, facts.speech.timezone).minute;
}
