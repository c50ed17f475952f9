import { addedDigits } from './added/sayings';
import { wordsOf } from './words';

// Digits as people say a number to be called on: one by one, doubled, in tens and hundreds, in English and Spanish:
// "six one two, double five, thirty-one", "seiscientos doce, treinta y cuatro, cincuenta y seis".

const ONES = [
  'zero oh o ought nought cero',
  'one uno una un',
  'two dos',
  'three tres',
  'four cuatro',
  'five cinco',
  'six seis',
  'seven siete',
  'eight ocho',
  'nine niner nueve',
];
const TEENS =
  'ten|diez eleven|once twelve|doce thirteen|trece fourteen|catorce fifteen|quince sixteen|dieciseis seventeen|diecisiete eighteen|dieciocho nineteen|diecinueve';
const TWENTIES =
  'veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve';
const TENS =
  'twenty|veinte thirty|treinta forty|fourty|cuarenta fifty|cincuenta sixty|sesenta seventy|setenta eighty|ochenta ninety|noventa';
const HUNDREDS =
  'ciento|cien doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas';
const TIMES: Readonly<Record<string, number>> = { double: 2, doble: 2, triple: 3, treble: 3 };

/** From the first of a row of words, each a step on. */
function counted(row: string, first: number, step: number): [string, number][] {
  return row
    .split(' ')
    .flatMap((names, index) => names.split('|').map((name): [string, number] => [name, first + index * step]));
}

const ones = new Map(
  ONES.flatMap((names, digit) =>
    [...names.split(' '), ...addedDigits(digit)].map((name): [string, number] => [name, digit]),
  ),
);
const teens = new Map([...counted(TEENS, 10, 1), ...counted(TWENTIES, 21, 1)]);
const tens = new Map(counted(TENS, 20, 10));
const hundreds = new Map(counted(HUNDREDS, 100, 100));

interface Read {
  readonly digits: string;
  readonly end: number;
}

/** The runs of digits in what was said, in order; any other word ends one. Typed digits count as they stand. */
export function digitRuns(text: string): string[] {
  const words = wordsOf(text);
  const runs = [''];
  for (let at = 0; at < words.length;) {
    const read = numberAt(words, at);
    if (read) runs.push(`${runs.pop() ?? ''}${read.digits}`);
    else if (runs.at(-1) !== '') runs.push('');
    at = read?.end ?? at + 1;
  }
  return runs.filter((run) => run !== '');
}

function numberAt(words: readonly string[], at: number): Read | null {
  const word = words[at] ?? '';
  if (/^\d+$/.test(word)) return { digits: word, end: at + 1 };
  const times = TIMES[word];
  const again = times === undefined ? undefined : (ones.get(words[at + 1] ?? '') ?? typedDigit(words[at + 1]));
  if (times !== undefined) return again === undefined ? null : { digits: String(again).repeat(times), end: at + 2 };
  const hundred = hundredAt(words, at);
  if (hundred) return hundred;
  const below = belowHundred(words, at);
  return below && { digits: String(below.n), end: below.end };
}

function typedDigit(word = ''): number | undefined {
  return /^\d$/.test(word) ? Number(word) : undefined;
}

/** "Six hundred", "seis cientos", "seiscientos doce": the rest below it belongs to the same three digits. */
function hundredAt(words: readonly string[], at: number): Read | null {
  const own = hundreds.get(words[at] ?? '');
  const parted = /^(?:hundred|cientos|cientas)$/.test(words[at + 1] ?? '') ? ones.get(words[at] ?? '') : undefined;
  const n = own ?? (parted ? parted * 100 : undefined);
  if (n === undefined) return null;
  const next = own === undefined ? at + 2 : at + 1;
  const rest = belowHundred(words, words[next] === 'and' ? next + 1 : next);
  // "Six hundred five five": the digits after it stand by themselves.
  const joined = rest !== null && (rest.n > 9 || words[next] === 'and') ? rest : null;
  return { digits: String(n + (joined?.n ?? 0)), end: joined?.end ?? next };
}

function belowHundred(words: readonly string[], at: number): { n: number; end: number } | null {
  const word = words[at] ?? '';
  const ten = tens.get(word);
  if (ten !== undefined) {
    const unit = words[at + 1] === 'y' ? at + 2 : at + 1;
    const n = ones.get(words[unit] ?? '');
    return n ? { n: ten + n, end: unit + 1 } : { n: ten, end: at + 1 };
  }
  const n = teens.get(word) ?? ones.get(word);
  return n === undefined ? null : { n, end: at + 1 };
}
