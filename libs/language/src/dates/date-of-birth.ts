import { Temporal } from 'temporal-polyfill';
import type { Language, SpeechContext } from '../speech-context';
import { grammars, momentOf } from './grammars';
import { Reading, rule, rulesSlot, type Rule, type Slot } from './patterns';
import { tokenise, type Token } from './tokens';
import { countOf, type Day, type Meaning, type Moment } from './values';

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
  const other: Language = context.language === 'en' ? 'es' : 'en';
  const own = readBirth(text, context);
  return own.ok || own.reason !== 'missing' ? own : readBirth(text, { ...context, language: other });
}

function readBirth(text: string, context: SpeechContext): DateOfBirth {
  const moment = momentOf(context);
  const grammar = grammars[context.language];
  const reading = new Reading(tokenise(text), { ...grammar.slots, ...slots[context.language] }, moment);
  let best: { day: Day; length: number } | undefined;
  for (let at = 0; at < reading.tokens.length; at++) {
    for (const { end, value } of reading.at('birth', at)) {
      // Of two dates as long the later was said to correct the earlier.
      if (value.kind === 'day' && end - at >= (best?.length ?? 0)) best = { day: value, length: end - at };
    }
  }
  return judged(digitsAlone(reading.tokens, context, moment) ?? best?.day, moment);
}

function judged(day: Day | undefined, { today }: Moment): DateOfBirth {
  if (!day) return { ok: false, reason: 'missing' };
  if (day.why === 'day_or_month') return { ok: false, reason: 'ambiguous', candidates: day.dates.map(String) };
  const [date] = day.dates;
  if (!date || date.year < today.year - oldest) return { ok: false, reason: 'impossible' };
  if (Temporal.PlainDate.compare(date, today) > 0) return { ok: false, reason: 'future' };
  return { ok: true, date: date.toString() };
}

function dateOf(year: number, month: number, day: number, { today }: Moment): Temporal.PlainDate | undefined {
  const full = (whole: number) => {
    try {
      return Temporal.PlainDate.from({ year: whole, month, day }, { overflow: 'reject' });
    } catch {
      return undefined;
    }
  };
  if (year >= 100) return full(year);
  const recent = full(2000 + year);
  return recent && Temporal.PlainDate.compare(recent, today) <= 0 ? recent : full(1900 + year);
}

const named: Meaning = (c, moment) => {
  const date = dateOf(countOf(c, 'y'), countOf(c, 'month'), countOf(c, 'dom'), moment);
  return { kind: 'day', dates: date ? [date] : [], why: date ? undefined : 'nonexistent' };
};

const numeric: Meaning = (c, moment) => inOrder(countOf(c, 'a'), countOf(c, 'b'), countOf(c, 'y'), moment);

/** "2/1/1970" in the country's order; where both are usual, both. */
function inOrder(a: number, b: number, year: number, moment: Moment): Day {
  const [monthFirst, dayFirst] = [dateOf(year, a, b, moment), dateOf(year, b, a, moment)];
  const [likely, other] = moment.numericOrder === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (likely && other && moment.numericOrder === 'either' && a !== b)
    return { kind: 'day', dates: [likely, other], why: 'day_or_month' };
  const date = likely ?? other;
  return { kind: 'day', dates: date ? [date] : [], why: date ? undefined : 'nonexistent' };
}

const rules: Record<Language, { birth: Rule[]; birthyear: Rule[]; birthnumber: Rule[] }> = {
  en: {
    birth: [
      rule('{month} (the)? {dom} (of|in)? (the year)? {y:birthyear}', named),
      rule('(the)? {dom} (day)? (of|in)? {month} (of|in)? {y:birthyear}', named),
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

function inIsoOrder(year: number, month: number, dayOfMonth: number, moment: Moment): Day {
  const date = dateOf(year, month, dayOfMonth, moment);
  return { kind: 'day', dates: date ? [date] : [], why: date ? undefined : 'nonexistent' };
}

const slotsOf = (language: Language): Record<string, Slot> => {
  const spoken = rulesSlot(rules[language].birth);
  return {
    birth: (reading, at) => [...writtenSlot(reading, at), ...spoken(reading, at)],
    birthyear: rulesSlot(rules[language].birthyear),
    birthnumber: rulesSlot(rules[language].birthnumber),
  };
};
const slots: Record<Language, Record<string, Slot>> = { en: slotsOf('en'), es: slotsOf('es') };

/** "02011970", "0 2 0 1 7 0", "zero two zero one one nine seven zero": nothing but digits, one after the other. */
function digitsAlone(tokens: readonly Token[], context: SpeechContext, moment: Moment): Day | undefined {
  const reading = new Reading(tokens, grammars[context.language].slots, moment);
  let run = '';
  for (let at = 0; at < tokens.length && run.length < 8; at++) {
    const digit = digitAt(reading, at);
    if (digit !== '') run += digit;
    else if (run.length > 2) break;
    else run = '';
  }
  return run.length === 8 || run.length === 6
    ? inOrder(Number(run.slice(0, 2)), Number(run.slice(2, 4)), Number(run.slice(4)), moment)
    : undefined;
}

function digitAt(reading: Reading, at: number): string {
  const token = reading.tokens[at];
  if (token?.shape === 'number') return /^(?:\d|\d{6}|\d{8})$/.test(token.word) ? token.word : '';
  if (token && ['oh', 'o', 'zero', 'cero'].includes(token.word)) return '0';
  const [digit] = reading.at('digit', at);
  return digit?.value.kind === 'count' ? String(digit.value.n) : '';
}
