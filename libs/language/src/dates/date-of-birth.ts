import { Temporal } from 'temporal-polyfill';
import { addedLanguages } from '../added/added-languages';
import { judgedLanguages, type Language, type SpeechContext } from '../speech-context';
import { inIsoOrder, inOrder, named, numeric } from './birth-dates';
import { birthByDigits } from './birth-digits';
import { grammarFor, momentOf } from './grammars';
import { Reading, rule, rulesSlot, type Slot } from './patterns';
import { tokenise } from './tokens';
import { countOf, type Day, type Moment } from './values';
import { birthOf, type BirthRules } from './written-language';

export type DateOfBirth =
  | { ok: true; date: string }
  | { ok: false; reason: 'missing' | 'ambiguous' | 'impossible' | 'future'; candidates?: string[] };

/** Nobody is older. */
const oldest = 125;

/**
 * A date of birth in any spoken or written form: "February first nineteen seventy", "oh one twelve eighty two", "2/1/1970",
 * "uno de febrero de mil novecientos setenta". Years of two digits are the latest that is not to come.
 */
export function understandDateOfBirth(text: string, context: SpeechContext): DateOfBirth {
  const others = judgedLanguages.filter((one) => one !== context.language);
  let read: DateOfBirth = { ok: false, reason: 'missing' };
  for (const language of [context.language, ...others]) {
    read = readBirth(text, { ...context, language });
    if (read.ok || read.reason !== 'missing') break;
  }
  return read;
}

function readBirth(text: string, context: SpeechContext): DateOfBirth {
  const moment = momentOf(context);
  const grammar = grammarFor(context.language);
  const reading = new Reading(tokenise(text), { ...grammar.slots, ...birthSlots(context.language) }, moment);
  let best: { day: Day; length: number } | undefined;
  for (let at = 0; at < reading.tokens.length; at++) {
    for (const { end, value } of reading.at('birth', at)) {
      // Of two dates as long the later was said to correct the earlier.
      if (value.kind === 'day' && end - at >= (best?.length ?? 0)) best = { day: value, length: end - at };
    }
  }
  const spelt = birthByDigits(reading);
  return judged(spelt === undefined ? best?.day : (spelt ?? undefined), moment);
}

function judged(day: Day | undefined, { today }: Moment): DateOfBirth {
  if (!day) return { ok: false, reason: 'missing' };
  if (day.why === 'day_or_month') return { ok: false, reason: 'ambiguous', candidates: day.dates.map(String) };
  const [date] = day.dates;
  if (!date || date.year < today.year - oldest) return { ok: false, reason: 'impossible' };
  if (Temporal.PlainDate.compare(date, today) > 0) return { ok: false, reason: 'future' };
  return { ok: true, date: date.toString() };
}

const written: Record<'en' | 'es', BirthRules> = {
  en: {
    birth: [
      rule('{month} (the)? {dom} (of|in)? (the year)? {y:birthyear}', named),
      rule('(the)? {dom} (day)? (of|o|in)? {month} (of|o|in)? {y:birthyear}', named),
      rule('{y:birthyear} {month} (the)? {dom}', named),
      rule('{y:birthyear} (on)? (the)? {dom} (of)? {month}', named),
      rule(
        '{a:birthnumber} (slash|dash|stroke|of the|of|the|-|and)? {b:birthnumber} (slash|dash|stroke|of|-|and)? {y:birthyear}',
        numeric,
      ),
    ],
    birthyear: [
      rule('{year}', (c) => c.year),
      rule('{oldyear}', (c) => c.oldyear),
      rule('(oh|o|zero|ought) {digit}', (c) => c.digit),
      rule('{two}', (c) => c.two),
      rule('nineteen (hundred)? (and)? {two}', (c) => ({ kind: 'count', n: 1900 + countOf(c, 'two') })),
    ],
    birthnumber: [rule('(oh|o|zero) {digit}', (c) => c.digit), rule('{dom}', (c) => c.dom)],
  },
  es: {
    birth: [
      rule('{dom} (de|del)? (mes de)? {month} (de|del|en el)? (ano)? {y:birthyear}', named),
      rule('{month} {dom} (de|del)? (ano)? {y:birthyear}', named),
      rule('{y:birthyear} (el)? {dom} (de|del)? {month}', named),
      rule('{y:birthyear} {month} {dom}', named),
      rule(
        '{a:birthnumber} (barra|guion|diagonal|del|de|-)? (mes)? {b:birthnumber} (barra|guion|diagonal|del|de|-)? (ano)? {y:birthyear}',
        numeric,
      ),
    ],
    birthyear: [rule('{year}', (c) => c.year), rule('cero {digit}', (c) => c.digit), rule('{two}', (c) => c.two)],
    birthnumber: [rule('cero {digit}', (c) => c.digit), rule('{dom}', (c) => c.dom)],
  },
};

const writtenSlot: Slot = (reading, at) => {
  const token = reading.tokens[at];
  const [a = 0, b = 0, year] = token?.shape === 'date' ? (token.parts ?? []) : [];
  if (year === undefined) return [];
  const day = a > 31 ? inIsoOrder(a, b, year, reading.moment) : inOrder(a, b, year, reading.moment);
  return [{ end: at + 1, value: day }];
};

const slotsOf = ({ birth, birthyear, birthnumber }: BirthRules): Record<string, Slot> => {
  const spoken = rulesSlot(birth);
  return {
    birth: (reading, at) => [...writtenSlot(reading, at), ...spoken(reading, at)],
    birthyear: rulesSlot(birthyear),
    birthnumber: rulesSlot(birthnumber),
  };
};
const slots = new Map<Language, Record<string, Slot>>([
  ['en', slotsOf(written.en)],
  ['es', slotsOf(written.es)],
  ...[...addedLanguages.values()].map((one): [Language, Record<string, Slot>] => [one.tag, slotsOf(birthOf(one))]),
]);

/** By 'en' for a language without its own, as everywhere. */
function birthSlots(language: Language): Record<string, Slot> {
  return slots.get(language) ?? slots.get('en') ?? {};
}
