import { Temporal } from 'temporal-polyfill';
import { inIsoOrder, inOrder, named as namedDay } from './birth-dates';
import type { Reading } from './patterns';
import { countOf, type Day, type Moment } from './values';

// A birth date said digit by digit, as people read numbers to a machine: "oh three, one four, one nine seven two", "march one four,
// double eight", "catorce del tres, uno nueve siete dos", "1 4 0 3 1 9 7 2".

/** Digits that belong together; `apart` when they were said one by one. */
interface Piece {
  digits: string;
  apart: boolean;
}

interface Run {
  pieces: Piece[];
  month?: number;
  /** How many pieces stood before the month. */
  before: number;
}

const ZERO = new Set(['oh', 'o', 'zero', 'ought', 'nought', 'cero']);
const TWICE: Readonly<Record<string, number>> = { double: 2, doble: 2, triple: 3 };
/** Between the numbers of one date. */
const LINKS = new Set(
  'of the and in year day month on slash dash stroke hyphen point dot de del el la en y ano dia mes barra guion diagonal punto'.split(
    ' ',
  ),
);
const YEARS = /^(?:19|20)\d\d$/;

/** The date, where digits were said one by one; `undefined` where none were, `null` where they make no date or more than one. */
export function birthByDigits(reading: Reading): Day | null | undefined {
  const spelt = runsIn(reading)
    .map(breathless)
    .filter(({ pieces }) => pieces.some(({ apart }) => apart));
  if (spelt.length === 0) return undefined;
  return spelt.map((run) => dayOf(run, reading)).findLast((day) => day !== null) ?? null;
}

/** "One, seven, zero, five, …": with a pause behind each they are digits one by one all the same. */
function breathless(run: Run): Run {
  const { pieces, month } = run;
  if (month !== undefined || pieces.length < 4 || pieces.some(({ digits }) => digits.length > 1)) return run;
  return { ...run, pieces: [{ digits: pieces.map(({ digits }) => digits).join(''), apart: true }] };
}

function runsIn(reading: Reading): Run[] {
  const runs: Run[] = [{ pieces: [], before: 0 }];
  let joins = false;
  for (let at = 0; at < reading.tokens.length;) {
    const token = reading.tokens[at];
    const run = runs.at(-1);
    if (!token || !run) break;
    const number = numberAt(reading, at);
    const [month] = number ? [] : reading.at('month', at);
    if (number) {
      const last = run.pieces.at(-1);
      // "One nine, seven two": after a pause another piece begins.
      if (last && joins && number.single && !token.pause)
        Object.assign(last, { digits: last.digits + number.digits, apart: true });
      else
        run.pieces.push({
          digits: number.digits,
          apart: number.digits.length > 1 && (number.single || number.digits.length > 4),
        });
      joins = number.single;
      at = number.end;
    } else if (month && run.month === undefined) {
      Object.assign(run, { month: countOf({ month: month.value }, 'month'), before: run.pieces.length });
      [joins, at] = [false, month.end];
    } else {
      // A hyphen between digits only joins them: "1-9-7-2".
      if (token.word !== '-') joins = false;
      if (token.word !== '-' && !LINKS.has(token.word)) runs.push({ pieces: [], before: 0 });
      at += 1;
    }
  }
  return runs;
}

/** A number at this place: a digit by itself, digits doubled, a number of two digits, or a whole year. */
function numberAt(reading: Reading, at: number): { digits: string; single: boolean; end: number } | undefined {
  const token = reading.tokens[at];
  if (!token) return undefined;
  const times = TWICE[token.word];
  const digit = digitAt(reading, times === undefined ? at : at + 1);
  if (times !== undefined) return digit === '' ? undefined : { digits: digit.repeat(times), single: true, end: at + 2 };
  const longest = (slot: string) => reading.at(slot, at).toSorted((a, b) => b.end - a.end)[0];
  const year = longest('year');
  if (year) return { digits: String(countOf({ year: year.value }, 'year')), single: false, end: year.end };
  const ordinal = longest('ordinal');
  if (ordinal) return { digits: String(countOf({ n: ordinal.value }, 'n')), single: false, end: ordinal.end };
  if (token.shape === 'number')
    return /^\d{1,4}$|^\d{6}$|^\d{8}$/.test(token.word)
      ? { digits: token.word, single: token.word.length === 1, end: at + 1 }
      : undefined;
  const two = longest('two');
  if (two && countOf({ n: two.value }, 'n') > 9)
    return { digits: String(countOf({ n: two.value }, 'n')), single: false, end: two.end };
  return digit === '' ? undefined : { digits: digit, single: true, end: at + 1 };
}

function digitAt(reading: Reading, at: number): string {
  const token = reading.tokens[at];
  if (!token) return '';
  if (token.shape === 'number') return token.word.length === 1 ? token.word : '';
  if (ZERO.has(token.word)) return '0';
  const [digit] = reading.at('digit', at);
  return digit && digit.end === at + 1 ? String(countOf({ digit: digit.value }, 'digit')) : '';
}

function dayOf(run: Run, reading: Reading): Day | null {
  return run.month === undefined ? inNumbers(run.pieces, reading) : beside(run.month, run, reading);
}

/** The day and the year around a month: "the one four of March one nine seven two". */
function beside(month: number, { pieces, before }: Run, { moment }: Reading): Day | null {
  const all = pieces.map(({ digits }) => digits);
  const whole = all.findIndex((digits) => YEARS.test(digits));
  if (whole >= 0)
    return written(all.filter((_digits, index) => index !== whole).join(''), all[whole] ?? '', month, moment);
  const [first = '', second = '', ...more] =
    before > 0 && before < all.length ? [all.slice(0, before).join(''), all.slice(before).join('')] : all;
  if (more.length > 0) return null;
  if (second !== '') return written(first, second, month, moment);
  // "March one four one nine seven two" in one breath.
  const length = first.length > 4 ? 4 : 2;
  return written(first.slice(0, -length), first.slice(-length), month, moment);
}

function written(day: string, year: string, month: number, moment: Moment): Day | null {
  if (!/^\d{1,2}$/.test(day) || !/^(?:\d{2}|\d{4})$/.test(year)) return null;
  const count = (n: number) => ({ kind: 'count' as const, n });
  const named = namedDay({ y: count(Number(year)), month: count(month), dom: count(Number(day)) }, moment);
  return named?.kind === 'day' && named.dates.length > 0 ? named : null;
}

/** Numbers alone, in the order of the country; of several ways to part them the one that makes a date. */
function inNumbers(pieces: readonly Piece[], { moment }: Reading): Day | null {
  const all = pieces.map(({ digits }) => digits);
  const dates = partings(all).flatMap(([a = '', b = '', year = '']) => {
    const day =
      a.length === 4
        ? inIsoOrder(Number(a), Number(b), Number(year), moment)
        : inOrder(Number(a), Number(b), Number(year), moment);
    return day.dates.length > 0 ? [day] : [];
  });
  const [only, ...more] = dates;
  const same =
    only !== undefined &&
    more.every(({ dates: [date] }) => date && only.dates[0] && Temporal.PlainDate.compare(date, only.dates[0]) === 0);
  return same ? only : null;
}

function partings(all: readonly string[]): string[][] {
  const shaped = /^\d{1,2} \d{1,2} (?:\d{2}|\d{4})$|^(?:19|20)\d\d \d{1,2} \d{1,2}$/;
  if (shaped.test(all.join(' '))) return [[...all]];
  const digits = all.join('');
  // "1972", then the rest: said with the year at an end.
  const first =
    YEARS.test(all[0] ?? '') || (/^(?:19|20)/.test(digits) && digits.length === 8 && Number(digits.slice(0, 2)) > 12);
  if (first) return split(digits.slice(4)).map((parts) => [digits.slice(0, 4), ...parts]);
  const long = digits.length > 6 || YEARS.test(all.at(-1) ?? '');
  const years = [...(long ? [] : [digits.slice(-2)]), ...(YEARS.test(digits.slice(-4)) ? [digits.slice(-4)] : [])];
  return years.flatMap((year) => split(digits.slice(0, -year.length)).map((parts) => [...parts, year]));
}

/** The day and the month of digits without a mark between them. */
function split(digits: string): string[][] {
  if (digits.length < 2 || digits.length > 4) return [];
  const cuts = digits.length === 3 ? [1, 2] : [digits.length / 2];
  return cuts
    .map((at) => [digits.slice(0, at), digits.slice(at)])
    .filter((parts) => parts.every((part) => Number(part) > 0));
}
