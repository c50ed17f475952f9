import { editDistance } from '../edit-distance';
import { phrases } from '../words';
import type { Lexicon, Pair } from './complaint';
import { everydayWords } from './everyday-words';

/** A word of a phrase and what follows it. */
interface Node {
  readonly next: Map<string, Node>;
  fields?: Map<string, number>;
  classes?: Set<string>;
  idle?: boolean;
  child?: boolean;
}

/** Which fields the words point at, how strongly; and whether a child is spoken of. */
export interface Complaint {
  readonly scores: ReadonlyMap<string, number>;
  readonly child: boolean;
}

const SURE = 4;
const LIKELY = 2.5;
const HINT = 1;
/** Words apart at which a part of the body and a finding still belong together. */
const NEAR = 8;
/** Below this many letters a wrong one makes another word of it. */
const LONG = 6;
const GUESSED = 7;
const VERY_LONG = 9;
/** One letter from an everyday word of the desk ("cancel"): never read into a misspelling. */
const NEVER_GUESSED = new Set(['cancer', 'stitch', 'breast', 'weight', 'insert', 'appoint']);

const newNode = (): Node => ({ next: new Map() });

/** The phrases of one language as a tree of stems, so that one walk over the words finds all of them. */
export class ComplaintIndex {
  private readonly root = newNode();
  private readonly vocabulary = new Set<string>();
  /** By their initial, long stems with one letter left out: how misspelt words are found. Built when an initial is first asked for. */
  private readonly shortened = new Map<string, Map<string, string[]>>();
  private readonly guesses = new Map<string, string>();

  constructor(private readonly lexicon: Lexicon) {
    for (const [field, said] of Object.entries(lexicon.fields)) {
      this.addField(field, said.sure, SURE);
      this.addField(field, said.likely, LIKELY);
      this.addField(field, said.hint, HINT);
    }
    for (const [name, words] of Object.entries(lexicon.classes))
      this.add(words, (node) => (node.classes ??= new Set()).add(name));
    this.add(lexicon.idle, (node) => (node.idle = true));
    this.add(lexicon.child, (node) => (node.child = true));
  }

  find(words: readonly string[]): Complaint {
    const stems = words.map((word) => this.stemOf(word));
    const scores = new Map<string, number>();
    const classes = new Map<string, [number, number][]>();
    const seen = new Set<Node>();
    let child = false;
    let free = 0;
    for (let at = 0; at < stems.length; at++) {
      const found = this.longest(stems, at);
      if (found?.node.idle === true) {
        at = found.end - 1;
        continue;
      }
      this.classesAt(stems, at, classes);
      child ||= found?.node.child === true;
      if (found === undefined || at < free) continue;
      free = found.end;
      if (!seen.has(found.node)) for (const [field, weight] of found.node.fields ?? []) raise(scores, field, weight);
      seen.add(found.node);
    }
    if (classes.size > 1)
      for (const pair of this.lexicon.pairs) if (together(pair, classes)) raise(scores, pair.field, pair.weight);
    return { scores, child };
  }

  knows(word: string): boolean {
    const stem = this.lexicon.stem(word);
    return this.vocabulary.has(stem) || this.root.next.has(stem);
  }

  private addField(field: string, said: string | undefined, weight: number): void {
    this.add(said ?? '', (node) => {
      node.fields ??= new Map();
      node.fields.set(field, Math.max(weight, node.fields.get(field) ?? 0));
    });
    for (const phrase of phrases(said ?? ''))
      for (const word of phrase) if (word.length >= LONG) this.vocabulary.add(this.lexicon.stem(word));
  }

  private add(said: string, mark: (node: Node) => void): void {
    for (const phrase of phrases(said)) {
      let node = this.root;
      for (const word of phrase) {
        const stem = this.lexicon.stem(word);
        let next = node.next.get(stem);
        if (next === undefined) node.next.set(stem, (next = newNode()));
        node = next;
      }
      mark(node);
    }
  }

  /** The longest phrase that begins here and counts; two words written apart ("head ache") as one, too. */
  private longest(stems: readonly string[], at: number): { node: Node; end: number } | undefined {
    let best: { node: Node; end: number } | undefined;
    let node = this.root.next.get(stems[at] ?? '');
    for (let end = at + 1; node !== undefined; end++) {
      if (node.fields ?? node.idle ?? node.child) best = { node, end };
      node = end < stems.length ? node.next.get(stems[end] ?? '') : undefined;
    }
    if (best !== undefined || at + 1 >= stems.length) return best;
    const [first = '', second = ''] = stems.slice(at, at + 2);
    // "got a", "no se": short words are not halves of one.
    if (first.length < 3 || second.length < 3) return undefined;
    const joined = this.root.next.get(first + second);
    return joined?.fields === undefined ? undefined : { node: joined, end: at + 2 };
  }

  private classesAt(stems: readonly string[], at: number, classes: Map<string, [number, number][]>): void {
    let node = this.root.next.get(stems[at] ?? '');
    for (let end = at + 1; node !== undefined; end++) {
      for (const name of node.classes ?? []) {
        const places = classes.get(name);
        if (places === undefined) classes.set(name, [[at, end]]);
        else places.push([at, end]);
      }
      node = end < stems.length ? node.next.get(stems[end] ?? '') : undefined;
    }
  }

  private stemOf(word: string): string {
    const stem = this.lexicon.stem(word);
    if (word.length < GUESSED || this.vocabulary.has(stem) || this.root.next.has(stem) || everydayWords.has(word))
      return stem;
    const known = this.guesses.get(stem);
    if (known !== undefined) return known;
    const guess = this.guess(stem) ?? stem;
    if (this.guesses.size > 5_000) this.guesses.clear();
    this.guesses.set(stem, guess);
    return guess;
  }

  /** The one word of the lexicon that is a letter away, two in very long words, and begins alike. */
  private guess(stem: string): string | undefined {
    let best: string | undefined;
    let least = stem.length >= VERY_LONG ? 3 : 2;
    const shortened = this.shortenedBy(stem.charAt(0));
    for (const part of shortenings(stem)) {
      for (const word of shortened.get(part) ?? []) {
        const distance = editDistance(stem, word);
        if (distance < least) [best, least] = [word, distance];
      }
    }
    return best;
  }

  private shortenedBy(initial: string): Map<string, string[]> {
    const known = this.shortened.get(initial);
    if (known !== undefined) return known;
    const made = new Map<string, string[]>();
    for (const word of this.vocabulary) {
      if (!word.startsWith(initial) || word.length < LONG - 1 || NEVER_GUESSED.has(word)) continue;
      for (const part of shortenings(word)) made.set(part, [...(made.get(part) ?? []), word]);
    }
    this.shortened.set(initial, made);
    return made;
  }
}

/** The word, and the word without each of its letters. */
function shortenings(word: string): string[] {
  const parts = [word];
  for (let at = 0; at < word.length; at++) parts.push(word.slice(0, at) + word.slice(at + 1));
  return parts;
}

function raise(scores: Map<string, number>, field: string, weight: number): void {
  scores.set(field, (scores.get(field) ?? 0) + weight);
}

/** Both are said, by different words, not far from each other. */
function together({ of: [one, other] }: Pair, classes: ReadonlyMap<string, [number, number][]>): boolean {
  const [ones, others] = [classes.get(one), classes.get(other)];
  if (ones === undefined || others === undefined) return false;
  return ones.some(([from, to]) =>
    others.some(([start, end]) => (end <= from && from - end <= NEAR) || (to <= start && start - to <= NEAR)),
  );
}
