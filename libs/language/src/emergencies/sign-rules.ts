import type { Reading, Span } from './concepts';

/** Words that all concepts of a sign lie within. */
const STRETCH = 12;
/** Words between two concepts of which one must follow the other. */
const GAP = 2;
/** Words before a sign in which it is denied. */
const DENIED = 3;

/** Where others were denied before it. */
const LISTED = 7;
const OR = new Set(['or', 'nor', 'o', 'ni']);

interface Item {
  readonly any: readonly string[];
  /** The most words that may stand between it and the one before it, which it must follow. */
  readonly within?: number;
}

export interface Rule {
  readonly line: string;
  readonly items: readonly Item[];
  readonly unless: readonly string[];
}

/** A sign as signs.ts writes it. */
export function ruleOf(line: string): Rule {
  const parts = line.split(' ');
  const items = parts
    .filter((part) => !part.startsWith('!'))
    .flatMap((part) =>
      // "A>>B" is A, and B at once after it.
      [...part.matchAll(/(>*)([^>]+)/g)].map(([, arrows = '', names = '']) => ({
        any: names.split('|'),
        ...(arrows === '' ? {} : { within: arrows === '>' ? GAP : 0 }),
      })),
    );
  return { line, items, unless: parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1)) };
}

/** Where the sign stands in the sentence, or nothing. */
export function signAt(rule: Rule, reading: Reading): Span | undefined {
  const spans: Span[][] = [];
  for (const { any } of rule.items) {
    const found = any.length === 1 ? reading.of.get(any[0] ?? '') : any.flatMap((name) => reading.of.get(name) ?? []);
    if (found === undefined || found.length === 0) return undefined;
    spans.push(found as Span[]);
  }
  if (rule.unless.some((name) => reading.of.has(name))) return undefined;
  return place(rule.items, spans, reading, 0, []);
}

function place(
  items: readonly Item[],
  spans: readonly Span[][],
  reading: Reading,
  at: number,
  placed: readonly Span[],
): Span | undefined {
  if (at === items.length) {
    const from = Math.min(...placed.map((span) => span.from));
    const to = Math.max(...placed.map((span) => span.to));
    const sign = { from, to };
    return to - from <= STRETCH && !denied(sign, reading) ? sign : undefined;
  }
  const within = items[at]?.within;
  for (const span of spans[at] ?? []) {
    const last = placed.at(-1);
    if (within !== undefined && last && (span.from < last.to || span.from - last.to > within)) continue;
    // One word is not two signs: "not breathing" is no "not" beside "suffocate".
    if (placed.some((other) => span.from < other.to && other.from < span.to)) continue;
    const whole = place(items, spans, reading, at + 1, [...placed, span]);
    if (whole) return whole;
  }
  return undefined;
}

/** Whether the sign is denied: "no fever, no chest pain", "without chest pain or trouble breathing". */
export function denied({ from }: Span, { words, of }: Reading): boolean {
  const listed = [words[from - 1], words[from - 2]].some((word) => OR.has(word ?? ''));
  return (of.get('NEG') ?? []).some(({ to }) => to <= from && from - to < (listed ? LISTED : DENIED));
}
