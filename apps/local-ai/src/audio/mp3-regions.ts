import { codeTable, type CodeTree } from './mp3-codes';
import { LINES, LONG_BORDERS_24K } from './mp3-spectrum';

// Which Huffman table codes which part of a spectrum with the fewest bits (ISO/IEC 11172-3, C.1.5.3.2).

/** Codes of one table by the pair (or the four) they stand for. */
interface CodeBook {
  readonly codes: Uint32Array;
  /** Bits of each code, without signs and extra bits. */
  readonly lengths: Uint8Array;
  /** The largest value it has a code for. */
  readonly most: number;
  /** Bits that a value of 15 or more has beside its code. */
  readonly extraBits: number;
}

function fill(tree: CodeTree, code: number, length: number, codes: Uint32Array, lengths: Uint8Array): void {
  if (typeof tree === 'number') {
    codes[tree] = code;
    lengths[tree] = length;
    return;
  }
  tree.forEach((branch, bit) => fill(branch, code * 2 + bit, length + 1, codes, lengths));
}

function bookOf(number: number): CodeBook | null {
  const table = codeTable(number);
  if (table === null) return null;
  const [codes, lengths] = [new Uint32Array(256), new Uint8Array(256)];
  fill(table.tree, 0, 0, codes, lengths);
  const { extraBits } = table;
  const most = extraBits > 0 ? 14 + 2 ** extraBits : lengths.findLastIndex((length) => length > 0) >> 4;
  return { codes, lengths, most, extraBits };
}

const books = Array.from({ length: 34 }, (_, number) => bookOf(number));

/** Table 1…31 for pairs, 32 and 33 for four small values; null for one without codes. */
export const codeBook = (number: number): CodeBook | null => books[number] ?? null;

/** The largest value that can be coded at all. */
export const MOST_VALUE = books[31]?.most ?? 0;

/** Tables with codes of their own; 17…23 code like 16, 25…31 like 24. */
const DISTINCT = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 24];
const BANDS = LONG_BORDERS_24K.length - 1;

/** Three regions of pairs, each with its table. */
export interface Regions {
  /** Bands of the first region and of the second, less one each. */
  readonly counts: readonly [number, number];
  readonly tables: readonly [number, number, number];
  /** Without signs. */
  readonly bits: number;
}

/** The lines at which the second region and the third begin. */
export const bordersOf = ({ counts: [first, second] }: Regions): readonly [number, number] => [
  LONG_BORDERS_24K[first + 1] ?? LINES,
  LONG_BORDERS_24K[first + second + 2] ?? LINES,
];

interface Choice {
  readonly table: number;
  readonly bits: number;
}

/** Lengths of the distinct tables' codes, 256 a table. */
const LENGTHS = Uint8Array.from(DISTINCT.flatMap((number) => [...(codeBook(number)?.lengths ?? [])]));

/** A table that can code a region: its place among the distinct ones, its own number, and what an escape costs. */
interface Candidate {
  readonly place: number;
  readonly table: number;
  readonly extraBits: number;
}

/** Of the tables that code like 16 or 24 the one with just enough extra bits; any other as it is. */
function withRoomFor(number: number, most: number): number {
  if (number < 16) return number;
  for (let table = number; table < number + 8; table += 1) if ((codeBook(table)?.most ?? 0) >= most) return table;
  return number;
}

const known: (readonly Candidate[] | undefined)[] = [];

/** The tables that have a code for a value. */
function candidatesFor(most: number): readonly Candidate[] {
  return (known[most] ??= DISTINCT.flatMap((number, place) => {
    const table = withRoomFor(number, most);
    const book = codeBook(table);
    return book === null || book.most < most ? [] : [{ place, table, extraBits: book.extraBits }];
  }));
}

/** Sums of bands 0 to before each border. */
const WIDTH = BANDS + 1;

/** What the pairs of each band cost by each table, summed up from the lowest band. */
class BandCosts {
  private readonly sums = new Uint32Array(DISTINCT.length * WIDTH);
  private readonly escapes = new Uint32Array(WIDTH);
  private readonly most = new Uint32Array(BANDS);

  constructor(values: Int32Array, end: number) {
    for (let band = 0; band < BANDS; band += 1) {
      const to = Math.min(end, LONG_BORDERS_24K[band + 1] ?? 0);
      for (let at = LONG_BORDERS_24K[band] ?? 0; at < to; at += 2) {
        this.add(band, Math.abs(values[at] ?? 0), Math.abs(values[at + 1] ?? 0));
      }
    }
    sumUp(this.escapes);
    for (let at = 0; at < this.sums.length; at += WIDTH) sumUp(this.sums.subarray(at, at + WIDTH));
  }

  /** The cheapest table for bands `from` to before `to`. */
  best(from: number, to: number): Choice {
    let most = 0;
    for (let band = from; band < to; band += 1) most = Math.max(most, this.most[band] ?? 0);
    if (most === 0) return { table: 0, bits: 0 };
    const escapes = (this.escapes[to] ?? 0) - (this.escapes[from] ?? 0);
    let best: Choice = { table: 0, bits: Infinity };
    for (const { place, table, extraBits } of candidatesFor(most)) {
      const codes = (this.sums[place * WIDTH + to] ?? 0) - (this.sums[place * WIDTH + from] ?? 0);
      const bits = codes + escapes * extraBits;
      if (bits < best.bits) best = { table, bits };
    }
    return best;
  }

  private add(band: number, x: number, y: number): void {
    this.most[band] = Math.max(this.most[band] ?? 0, x, y);
    this.escapes[band + 1] = (this.escapes[band + 1] ?? 0) + (x >= 15 ? 1 : 0) + (y >= 15 ? 1 : 0);
    const pair = Math.min(x, 15) * 16 + Math.min(y, 15);
    for (let place = 0, at = band + 1; place < DISTINCT.length; place += 1, at += WIDTH) {
      this.sums[at] = (this.sums[at] ?? 0) + (LENGTHS[place * 256 + pair] ?? 0);
    }
  }
}

function sumUp(costs: Uint32Array): void {
  for (let i = 1; i < costs.length; i += 1) costs[i] = (costs[i] ?? 0) + (costs[i - 1] ?? 0);
}

/** The cheapest way to code the pairs before line `end`, which is even. */
export function cheapestRegions(values: Int32Array, end: number): Regions {
  const costs = new BandCosts(values, end);
  const highs = LONG_BORDERS_24K.map((_, border) => costs.best(border, BANDS));
  let best: Regions = { counts: [0, 0], tables: [0, 0, 0], bits: Infinity };
  for (let first = 0; first < 16; first += 1) {
    const low = costs.best(0, first + 1);
    for (let second = 0; second < 8 && first + second + 2 <= BANDS; second += 1) {
      const border = first + second + 2;
      const high = highs[border] ?? { table: 0, bits: 0 };
      if (low.bits + high.bits >= best.bits) continue;
      const middle = costs.best(first + 1, border);
      const bits = low.bits + middle.bits + high.bits;
      if (bits < best.bits) best = { counts: [first, second], tables: [low.table, middle.table, high.table], bits };
    }
  }
  return best;
}
