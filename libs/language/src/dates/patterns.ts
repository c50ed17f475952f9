import type { Token } from './tokens';
import type { Captures, Meaning, Moment, Value } from './values';

/**
 * The small language in which the grammars are written:
 *   word          that word, folded              (a|b c)   one of these
 *   x?            x or nothing                    {day}     whatever the slot `day` finds, captured as `day`
 *                                                 {a:day}   captured as `a`
 */
type Node =
  | { type: 'word'; word: string }
  | { type: 'slot'; slot: string; as: string }
  | { type: 'sequence'; items: Node[] }
  | { type: 'choice'; options: Node[] }
  | { type: 'optional'; item: Node };

export interface Rule {
  pattern: string;
  means: Meaning;
}

export const rule = (pattern: string, means: Meaning): Rule => ({ pattern, means });

export interface Found {
  end: number;
  value: Value;
}

/** A slot finds all it can at a place, of different lengths. */
export type Slot = (reading: Reading, at: number) => Found[];

const unfinished: Found[] = [];

/** One utterance being read with one grammar. */
export class Reading {
  private readonly seen = new Map<string, (Found[] | undefined)[]>();

  constructor(
    readonly tokens: readonly Token[],
    readonly slots: Readonly<Record<string, Slot>>,
    readonly moment: Moment,
  ) {}

  at(slot: string, place: number): Found[] {
    const places = this.seen.get(slot) ?? [];
    this.seen.set(slot, places);
    const known = places[place];
    if (known === unfinished) throw new Error(`The slot ${slot} begins with itself`);
    if (known) return known;
    const find = this.slots[slot];
    if (!find) throw new Error(`The grammar has no slot ${slot}`);
    places[place] = unfinished;
    const found = find(this, place);
    places[place] = found;
    return found;
  }
}

/**
 * A slot that tries rules; of readings of equal length the earlier rule wins. Only rules are tried whose first word stands there, or whose
 * first slot finds something: of some hundred rules a handful.
 */
export function rulesSlot(rules: readonly Rule[]): Slot {
  const compiled = rules.map(({ pattern, means }) => ({ node: compile(pattern), means }));
  const byWord = new Map<string, number[]>();
  const bySlot = new Map<string, number[]>();
  compiled.forEach(({ node }, index) => {
    const starts = startsOf(node);
    for (const word of starts.words) byWord.set(word, [...(byWord.get(word) ?? []), index]);
    for (const slot of starts.slots) bySlot.set(slot, [...(bySlot.get(slot) ?? []), index]);
  });
  return (reading, at) => {
    const word = reading.tokens[at]?.word;
    if (word === undefined) return [];
    const likely = new Set(byWord.get(word));
    for (const [slot, indexes] of bySlot)
      if (reading.at(slot, at).length > 0) for (const index of indexes) likely.add(index);
    const found = new Map<number, Found>();
    for (const index of [...likely].sort((a, b) => a - b)) {
      const candidate = compiled[index];
      if (candidate) tryRule(candidate, reading, at, found);
    }
    return [...found.values()];
  };
}

function tryRule(
  { node, means }: { node: Node; means: Meaning },
  reading: Reading,
  at: number,
  found: Map<number, Found>,
): void {
  match(node, reading, at, {}, (end, captures) => {
    if (end === at || found.has(end)) return;
    const value = means(captures, reading.moment);
    if (value) found.set(end, { end, value });
  });
}

/** A slot of fixed words, each with its number: { "monday|mon": 1 }. */
export function wordsSlot(words: Readonly<Record<string, number>>): Slot {
  const byFirst = new Map<string, { rest: string[]; n: number }[]>();
  for (const [names, n] of Object.entries(words)) {
    for (const name of names.split('|')) {
      const [first = '', ...rest] = name.split(' ');
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, n }]);
    }
  }
  return (reading, at) =>
    (byFirst.get(reading.tokens[at]?.word ?? '') ?? [])
      .filter(({ rest }) => rest.every((word, i) => reading.tokens[at + 1 + i]?.word === word))
      .map(({ rest, n }) => ({ end: at + 1 + rest.length, value: { kind: 'count', n } }));
}

type Then = (end: number, captures: Captures) => void;

/** Calls `then` for every way in which the node can be read here. */
function match(node: Node, reading: Reading, at: number, captures: Captures, then: Then): void {
  switch (node.type) {
    case 'word':
      if (reading.tokens[at]?.word === node.word) then(at + 1, captures);
      break;
    case 'slot':
      for (const { end, value } of reading.at(node.slot, at)) then(end, { ...captures, [node.as]: value });
      break;
    case 'choice':
      for (const option of node.options) match(option, reading, at, captures, then);
      break;
    case 'optional':
      match(node.item, reading, at, captures, then);
      then(at, captures);
      break;
    case 'sequence':
      matchFrom(node.items, 0, reading, at, captures, then);
  }
}

function matchFrom(
  items: readonly Node[],
  from: number,
  reading: Reading,
  at: number,
  captures: Captures,
  then: Then,
): void {
  let place = at;
  for (let i = from; i < items.length; i++) {
    const item = items[i];
    if (item?.type !== 'word') {
      if (item)
        match(item, reading, place, captures, (end, taken) => matchFrom(items, i + 1, reading, end, taken, then));
      return;
    }
    if (reading.tokens[place]?.word !== item.word) return;
    place++;
  }
  then(place, captures);
}

interface Starts {
  words: Set<string>;
  slots: Set<string>;
}

/** What a node can begin with. */
function startsOf(node: Node, starts: Starts = { words: new Set(), slots: new Set() }): Starts {
  switch (node.type) {
    case 'word':
      starts.words.add(node.word);
      break;
    case 'slot':
      starts.slots.add(node.slot);
      break;
    case 'optional':
      startsOf(node.item, starts);
      break;
    case 'choice':
      for (const option of node.options) startsOf(option, starts);
      break;
    case 'sequence':
      for (const item of node.items) {
        startsOf(item, starts);
        if (item.type !== 'optional') break;
      }
  }
  return starts;
}

function compile(pattern: string): Node {
  const signs = pattern.match(/[()|?]|\{[^}]+\}|[^\s()|?{}]+/g) ?? [];
  let at = 0;
  const choice = (): Node => {
    const options = [sequence()];
    while (signs[at] === '|') {
      at++;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { type: 'choice', options };
  };
  const sequence = (): Node => {
    const items: Node[] = [];
    for (let sign = signs[at]; sign !== undefined && sign !== ')' && sign !== '|'; sign = signs[at]) {
      at++;
      let item: Node;
      if (sign === '(') {
        item = choice();
        if (signs[at++] !== ')') throw new Error(`A bracket is open in the pattern ${pattern}`);
      } else if (sign.startsWith('{')) {
        const [first = '', second] = sign.slice(1, -1).split(':');
        item = { type: 'slot', slot: second ?? first, as: first };
      } else item = { type: 'word', word: sign };
      if (signs[at] === '?') {
        at++;
        item = { type: 'optional', item };
      }
      items.push(item);
    }
    return { type: 'sequence', items };
  };
  return choice();
}
