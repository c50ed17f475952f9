import type { Reading, Slot } from './patterns';

/** How a language builds its numbers. */
export interface NumberWords {
  /** Words of their own: one … nineteen, and in Spanish veintiuno … veintinueve. */
  single: Readonly<Record<string, number>>;
  /** twenty … ninety, which may be followed by a single below ten. */
  tens: Readonly<Record<string, number>>;
  /** Between tens and units: "y" in "treinta y uno". */
  join?: string;
  /** Ordinals of their own (first … nineteenth, twentieth, thirtieth); "twenty second" is tens and an ordinal. */
  ordinals: Readonly<Record<string, number>>;
  /** Where tens and units do not tell ("quatre-vingt-dix-sept"): every number below one hundred, word by word. */
  spelledOut?: readonly { readonly words: readonly string[]; readonly n: number }[];
  /** Where a number in words is an hour only before one of these ("trois heures"): "un" is an article too. */
  hourUnits?: ReadonlySet<string>;
}

interface Read {
  end: number;
  n: number;
}

/** Cardinals below one hundred, in words or digits, at this place; the longest last. */
export function cardinalsAt(reading: Reading, at: number, words: NumberWords): Read[] {
  const token = reading.tokens[at];
  if (!token) return [];
  if (token.shape === 'number' && !token.ordinal && token.value !== undefined) return [{ end: at + 1, n: token.value }];
  if (words.spelledOut !== undefined) return spelledAt(reading, at, words.spelledOut);
  const single = words.single[token.word];
  if (single !== undefined) return [{ end: at + 1, n: single }];
  const ten = words.tens[token.word];
  if (ten === undefined) return [];
  const reads: Read[] = [{ end: at + 1, n: ten }];
  const joined = words.join !== undefined && reading.tokens[at + 1]?.word === words.join ? 1 : 0;
  const unit = words.single[reading.tokens[at + 1 + joined]?.word ?? ''];
  // "three thirty, four o'clock" is no thirty-four.
  const apart = reading.tokens[at + 1]?.pause === true;
  if (!apart && unit !== undefined && unit > 0 && unit < 10) reads.push({ end: at + 2 + joined, n: ten + unit });
  return reads;
}

function isHour(reading: Reading, at: number, { hourUnits }: NumberWords): (read: Read) => boolean {
  if (hourUnits === undefined || reading.tokens[at]?.shape === 'number') return () => true;
  return ({ end }) => hourUnits.has(reading.tokens[end]?.word ?? '');
}

function spelledAt(reading: Reading, at: number, numbers: NonNullable<NumberWords['spelledOut']>): Read[] {
  return numbers
    .filter(({ words }) => words.every((word, i) => reading.tokens[at + i]?.word === word))
    .map(({ words, n }) => ({ end: at + words.length, n }))
    .sort((a, b) => a.end - b.end);
}

export function ordinalsAt(reading: Reading, at: number, words: NumberWords): Read[] {
  const token = reading.tokens[at];
  if (!token) return [];
  if (token.ordinal && token.value !== undefined) return [{ end: at + 1, n: token.value }];
  const own = words.ordinals[token.word];
  if (own !== undefined) return [{ end: at + 1, n: own }];
  const ten = words.tens[token.word];
  const unit = words.ordinals[reading.tokens[at + 1]?.word ?? ''];
  return ten !== undefined && unit !== undefined && unit < 10 ? [{ end: at + 2, n: ten + unit }] : [];
}

const found = (reads: readonly Read[], from: number, to: number) =>
  reads.filter(({ n }) => n >= from && n <= to).map(({ end, n }) => ({ end, value: { kind: 'count' as const, n } }));

/** The slots that numbers give every grammar. */
export function numberSlots(words: NumberWords): Record<string, Slot> {
  return {
    /** How many: days, weeks, hours. */
    n: (reading, at) => found(cardinalsAt(reading, at, words), 1, 400),
    hour: (reading, at) => found(cardinalsAt(reading, at, words).filter(isHour(reading, at, words)), 0, 24),
    /** Minutes in two digits ("30", "05") or words from ten up; "oh five" is in the grammars. */
    minute: (reading, at) =>
      reading.tokens[at]?.shape === 'number' && reading.tokens[at].word.length !== 2
        ? []
        : found(cardinalsAt(reading, at, words), 0, 59).filter(
            ({ value }) => value.n > 9 || reading.tokens[at]?.shape === 'number',
          ),
    /** "430", "1430": hour and minutes written as one number. */
    hourminute: (reading, at) => {
      const token = reading.tokens[at];
      return token?.shape === 'number' && /^\d{3,4}$/.test(token.word) && !token.ordinal
        ? found([{ end: at + 1, n: token.value ?? 0 }], 100, 2359)
        : [];
    },
    digit: (reading, at) => found(cardinalsAt(reading, at, words), 0, 9),
    ordinal: (reading, at) => found(ordinalsAt(reading, at, words), 1, 31),
    /** The day of a month: "seventeenth", "17", "seventeen". */
    dom: (reading, at) => found([...ordinalsAt(reading, at, words), ...cardinalsAt(reading, at, words)], 1, 31),
    /** Beside a month even "the 32nd" is meant as a day. */
    anydom: (reading, at) => found([...ordinalsAt(reading, at, words), ...cardinalsAt(reading, at, words)], 1, 99),
    /** A day number that hardly is anything else: "17th", "seventeenth", not "second". */
    datelike: (reading, at) => found(ordinalsAt(reading, at, words), reading.tokens[at]?.ordinal ? 1 : 4, 31),
    /** A number too great to be one of the offered options. */
    daycount: (reading, at) => found(cardinalsAt(reading, at, words), 4, 31),
    high: (reading, at) => found(cardinalsAt(reading, at, words), 13, 31),
    digits: (reading, at) =>
      reading.tokens[at]?.shape === 'number' ? found(cardinalsAt(reading, at, words), 1, 31) : [],
    oldyear: (reading, at) => found(cardinalsAt(reading, at, words), 1000, 1899),
    two: (reading, at) => found(cardinalsAt(reading, at, words), 0, 99),
    year: (reading, at) =>
      found(
        reading
          .at('yearwords', at)
          .flatMap(({ end, value }) => (value.kind === 'count' ? [{ end, n: value.n }] : []))
          .concat(cardinalsAt(reading, at, words)),
        1900,
        2199,
      ),
  };
}
