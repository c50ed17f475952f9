import { fold, localTime } from '@clinicall/language';
import type { Facts } from '../facts';
import { claimsIn } from './claims';
import type { ClaimKind } from './claim-pattern';
import { doctorsIn, numbersIn, pricesIn } from './mentioned-names';
import { mentionedDates } from './mentioned-dates';
import type { DateMention } from './mentioned-dates';
import { mentionedTimes } from './mentioned-times';
import { expanded, MASKS, wordsIn } from './statements';
import type { TimeMention } from './mentioned-times';

/** What of a sentence must be a fact. */
export interface Content {
  readonly times: readonly TimeMention[];
  readonly dates: readonly DateMention[];
  readonly doctors: readonly string[];
  readonly unknownDoctor: boolean;
  readonly prices: readonly string[];
  readonly numbers: readonly string[];
  readonly claims: readonly ClaimKind[];
}

type Surroundings = Pick<Facts, 'speech' | 'doctors'>;

const MOST_KEPT = 500;
/** By the doctors of a clinic as they were read last: what a sentence holds is asked several times in a turn. */
const kept = new WeakMap<Facts['doctors'], Map<string, Content>>();

export function contentOf(sentence: string, facts: Surroundings): Content {
  const today = localTime(facts.speech.now, facts.speech.timezone).day;
  const known = kept.get(facts.doctors) ?? new Map<string, Content>();
  kept.set(facts.doctors, known);
  const key = `${today} ${sentence}`;
  const content = known.get(key) ?? read(sentence, today, facts);
  if (known.size > MOST_KEPT) known.clear();
  known.set(key, content);
  return content;
}

function read(sentence: string, today: string, facts: Surroundings): Content {
  // "¿Cuál de las dos?" is no hour.
  const folded = fold(sentence)
    .replace(
      /\b(cual|cuales|una|ninguna|cualquiera|alguna|cada una|primera|segunda|otra) de (?:las|los|estas|esas) (?:dos|tres|cuatro)\b/g,
      '$1',
    )
    .replace(
      /\b(de|entre) (?:las|los|estas|esas) (?:dos|tres|cuatro)(?=,| (?:que|opciones|es|esta|sale)|$)/g,
      '$1 ellas',
    )
    .replace(/(?<=\b(?:mas|lo mas) \w+ )de las (?:dos|tres|cuatro)(?=,|\.|$)/g, '')
    .replace(/\bson (?:las|los) (?:dos|tres|cuatro)\b(?= (?:que|unic|opcion|hora|cita))/g, 'son')
    .replace(
      /\b(siguen|quedaron|quedan|cancele|anule|movi|cambie|deje|conserva|mantiene|tiene|tienes) (?:las|los) (?:dos|tres)\b(?! (?:y|menos|de la|en punto|con))/g,
      '$1 ambas',
    );
  const { prices, rest: withoutPrices } = pricesIn(folded);
  const { numbers, rest: withoutNumbers } = numbersIn(withoutPrices);
  const {
    doctors,
    unknown,
    rest: withoutDoctors,
  } = doctorsIn(
    withoutNumbers,
    facts.doctors.map((doctor) => doctor.name),
  );
  const { times, rest } = mentionedTimes(withoutDoctors);
  const { dates } = mentionedDates(rest, today);
  const claims = claimsIn(sentence, (words) => masked(words, today, facts));
  return { times, dates, doctors, unknownDoctor: unknown, prices, numbers, claims };
}

/** Folded words of a sentence, contractions written out, with a word in the place of each item. */
export function maskedWords(sentence: string, facts: Surroundings): string {
  const today = localTime(facts.speech.now, facts.speech.timezone).day;
  return wordsIn(masked(expanded(fold(sentence)), today, facts));
}

/** A clause with a word in the place of each item. */
function masked(folded: string, today: string, facts: Surroundings): string {
  const names = facts.doctors.map((doctor) => doctor.name);
  const priced = numbersIn(pricesIn(folded, MASKS.price).rest, MASKS.number).rest;
  const timed = mentionedTimes(doctorsIn(priced, names, MASKS.doctor).rest, MASKS.time).rest;
  return mentionedDates(timed, today, MASKS.date).rest;
}

/** Nothing in it that could be false: no time, day, doctor, price, number or claim. */
export function isPlain(content: Content): boolean {
  const { times, dates, doctors, prices, numbers, claims, unknownDoctor } = content;
  return !unknownDoctor && [times, dates, doctors, prices, numbers, claims].every((items) => items.length === 0);
}
