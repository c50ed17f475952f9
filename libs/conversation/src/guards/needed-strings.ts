/** What a piece of a pattern asks of a text. */
interface Asked {
  /** All that the piece can match, where that is little; null where it is much. */
  readonly exact: readonly string[] | null;
  /** Each match has one of these in it; null where nothing is known. */
  readonly needed: readonly string[] | null;
}

/** More ways than these are not told one by one. */
const MOST = 200;
const SHORTEST = 3;
const NOTHING: Asked = { exact: [''], needed: null };
const ANYTHING: Asked = { exact: null, needed: null };

/**
 * Strings of which a text must have one if a regular expression is to match anywhere in it; null where none can be told, or only such as
 * are too short to tell texts apart. Without blanks at their ends, so that what is left of a text that was cut has them too.
 */
export function neededStrings({ source }: RegExp): readonly string[] | null {
  const { exact, needed } = new Reader(source).alternatives();
  const strings = better(exact, needed)?.map((one) => one.trim()) ?? null;
  return strings?.every((one) => one.length >= SHORTEST) === true ? [...new Set(strings)] : null;
}

class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  /** Up to the closing bracket, or to the end. */
  alternatives(): Asked {
    const all = [this.sequence()];
    while (this.take('|')) all.push(this.sequence());
    if (all.length === 1) return all[0] ?? ANYTHING;
    const exact = all.every((one) => one.exact !== null) ? all.flatMap((one) => one.exact ?? []) : null;
    const best = all.map((one) => better(one.exact, one.needed));
    const needed = best.every((one) => one !== null) ? best.flat() : null;
    return { exact: exact !== null && exact.length <= MOST ? exact : null, needed };
  }

  private sequence(): Asked {
    let exact: readonly string[] | null = [''];
    let needed: readonly string[] | null = null;
    let run: readonly string[] = [''];
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern[this.at] ?? '')) {
      const piece = this.quantified(this.piece());
      const longer: readonly string[] | null =
        piece.exact !== null && run.length * piece.exact.length <= MOST ? joined(run, piece.exact) : null;
      if (longer !== null) run = longer;
      else {
        needed = better(better(needed, run), piece.needed);
        run = piece.exact ?? [''];
        exact = null;
      }
    }
    return { exact: exact === null ? null : run, needed: better(needed, run) };
  }

  private piece(): Asked {
    const sign = this.pattern[this.at] ?? '';
    this.at += 1;
    if (sign === '(') return this.group();
    if (sign === '[') return this.choice();
    if (sign === '\\') return this.escaped();
    if (sign === '^' || sign === '$') return NOTHING;
    return sign === '.' ? ANYTHING : { exact: [sign], needed: null };
  }

  /** "[oa]" is one of two letters; longer ones, spans and what must not stand there are anything. */
  private choice(): Asked {
    const from = this.at;
    while (this.pattern[this.at] !== ']') this.at += this.pattern[this.at] === '\\' ? 2 : 1;
    const letters = this.pattern.slice(from, this.at);
    this.at += 1;
    return /^[a-z]{1,4}$/.test(letters) ? { exact: letters.split(''), needed: null } : ANYTHING;
  }

  private escaped(): Asked {
    const sign = this.pattern[this.at] ?? '';
    this.at += 1;
    if (sign === 'b' || sign === 'B') return NOTHING;
    if (!/\w/.test(sign)) return { exact: [sign], needed: null };
    this.at += /^(?:\{[^}]*\}|[\da-f]{4})/i.exec(this.pattern.slice(this.at))?.[0].length ?? 0;
    return ANYTHING;
  }

  private group(): Asked {
    const looks = ['?!', '?=', '?<!', '?<='].some((sign) => this.take(sign));
    if (!looks) this.at += /^\?(?::|<\w+>)/.exec(this.pattern.slice(this.at))?.[0].length ?? 0;
    const inside = this.alternatives();
    this.take(')');
    // What is looked for there, or must not stand there, is no part of the match.
    return looks ? NOTHING : inside;
  }

  private quantified(piece: Asked): Asked {
    const counts = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.pattern.slice(this.at))?.[0] ?? '';
    this.at += counts.length;
    if (counts === '') return piece;
    if (counts.startsWith('?')) return { exact: piece.exact === null ? null : ['', ...piece.exact], needed: null };
    if (/^(?:\*|\{0)/.test(counts)) return ANYTHING;
    return { exact: null, needed: better(piece.exact, piece.needed) };
  }

  private take(sign: string): boolean {
    const there = this.pattern.startsWith(sign, this.at);
    if (there) this.at += sign.length;
    return there;
  }
}

const joined = (ones: readonly string[], others: readonly string[]): string[] =>
  ones.flatMap((one) => others.map((other) => one + other));

/** Of two sets the one that fewer texts have. */
function better(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  return likelihood(one) <= likelihood(other) ? one : other;
}

/** Each letter more makes a string several times as rare. */
const likelihood = (strings: readonly string[]): number =>
  strings.reduce((sum, one) => sum + 4 ** -one.trim().length, 0);
