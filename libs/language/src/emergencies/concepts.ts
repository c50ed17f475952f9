import { editDistance } from '../edit-distance';

/** The words of each concept in one language. */
export type ConceptWords = Readonly<Record<string, string>>;

/** A stretch of words that means a concept: first word, and the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a sentence speaks of: by concept, the places of its words. */
export interface Reading {
  readonly words: readonly string[];
  readonly of: ReadonlyMap<string, readonly Span[]>;
}

interface Node {
  readonly next: Map<number, Node>;
  concepts: string[];
}

/** Words seen are kept with what they may be, so that a sentence costs look-ups alone. */
const MOST_KEPT = 20_000;
/** Shorter words are too near to others to be taken for a misspelling of one. */
const LEAST_GUESSED = 6;

/** Finds the concepts of all languages at once in folded words: callers mix them. */
export class Concepts {
  private readonly root: Node = { next: new Map(), concepts: [] };
  private readonly exact = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly bySound = new Map<string, string>();
  /** By first letter and length. */
  private readonly byFirst = new Map<string, string[]>();
  private readonly known = new Map<string, readonly number[]>();

  constructor(languages: readonly ConceptWords[]) {
    for (const language of languages)
      for (const [concept, lines] of Object.entries(language))
        for (const phrase of lines.trim().split(/\s+/)) this.learn(phrase, concept);
    for (const word of this.exact.keys()) {
      if (word.length < 5) continue;
      this.bySound.set(sound(word), word);
      if (word.length < LEAST_GUESSED) continue;
      const alike = alikeKey(word, word.length);
      this.byFirst.set(alike, [...(this.byFirst.get(alike) ?? []), word]);
    }
  }

  private learn(phrase: string, concept: string): void {
    let node = this.root;
    for (const word of phrase.split('_')) {
      const table = word.endsWith('*') ? this.stems : this.exact;
      const key = word.replace('*', '');
      const id = table.get(key) ?? this.exact.size * 2 + (table === this.stems ? 1_000_001 : 0) + table.size;
      table.set(key, id);
      const next = node.next.get(id) ?? { next: new Map<number, Node>(), concepts: [] };
      node.next.set(id, next);
      node = next;
    }
    if (!node.concepts.includes(concept)) node.concepts.push(concept);
  }

  read(words: readonly string[]): Reading {
    const of = new Map<string, Span[]>();
    const ids = words.map((word) => this.idsOf(word));
    for (let at = 0; at < words.length; at++) this.walk(this.root, ids, at, at, of);
    return { words, of };
  }

  /** Whether the word is one of theirs as it is written. */
  knows(word: string): boolean {
    return this.lookUp(word) !== undefined;
  }

  private walk(
    node: Node,
    ids: readonly (readonly number[])[],
    from: number,
    at: number,
    of: Map<string, Span[]>,
  ): void {
    for (const id of ids[at] ?? []) {
      const next = node.next.get(id);
      if (next === undefined) continue;
      for (const concept of next.concepts) {
        const spans = of.get(concept);
        if (spans === undefined) of.set(concept, [{ from, to: at + 1 }]);
        else spans.push({ from, to: at + 1 });
      }
      if (next.next.size > 0) this.walk(next, ids, from, at + 1, of);
    }
  }

  private idsOf(word: string): readonly number[] {
    const kept = this.known.get(word);
    if (kept !== undefined) return kept;
    const ids = this.lookUp(word) ?? this.lookUp(this.meant(word) ?? '') ?? [];
    if (this.known.size >= MOST_KEPT) this.known.clear();
    this.known.set(word, ids);
    return ids;
  }

  private lookUp(word: string): number[] | undefined {
    const found: number[] = [];
    const whole = this.exact.get(word);
    if (whole !== undefined) found.push(whole);
    for (let length = 3; length <= word.length; length++) {
      const stem = this.stems.get(word.slice(0, length));
      if (stem !== undefined) found.push(stem);
    }
    return found.length > 0 ? found : undefined;
  }

  /** The known word that a thumb or a recogniser meant: it sounds the same, or is a letter off. */
  private meant(word: string): string | undefined {
    if (word.length < 5) return undefined;
    if (word.endsWith('s') && this.lookUp(word.slice(0, -1))) return word.slice(0, -1);
    if (word.endsWith('in') && this.lookUp(`${word}g`)) return `${word}g`;
    const heard = this.bySound.get(sound(word));
    if (heard !== undefined) return heard;
    if (word.length < LEAST_GUESSED) return undefined;
    for (const length of [word.length, word.length - 1, word.length + 1]) {
      const near = this.byFirst.get(alikeKey(word, length))?.find((one) => editDistance(one, word) === 1);
      if (near !== undefined) return near;
    }
    return undefined;
  }
}

/** Words that may be a letter off each other begin alike and are nearly as long. */
const alikeKey = (word: string, length: number): string => `${word.charAt(0)}${length}`;

/** Letters that sound alike in Spanish, and doubled ones in either language, made one. */
function sound(word: string): string {
  return word
    .replace(/(?<!c)h/g, '')
    .replace(/v/g, 'b')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/qu(?=[ei])|k/g, 'c')
    .replace(/g(?=[ei])|x/g, 'j')
    .replace(/ll/g, 'y')
    .replace(/(.)\1+/g, '$1');
}
