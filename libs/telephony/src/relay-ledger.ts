import { clausesOf } from './clauses';

/** How long the carrier's voice takes for a character; it does not tell when it has finished. */
const CHARACTER_MS = 70;

/** What the carrier's voice will have said when, as far as can be known. */
export class RelayLedger {
  private clauses: { readonly text: string; readonly until: number }[] = [];

  constructor(private readonly now: () => number) {}

  /** A reply begins. */
  forget(): void {
    this.clauses = [];
  }

  /** Words of the reply follow what is being said. @param from when that is over. */
  add(words: string, from: number): void {
    let until = from;
    for (const text of clausesOf(words)) this.clauses.push({ text, until: (until += spokenMs(`${text} `)) });
  }

  get heardClauses(): string[] {
    return this.clauses.filter(({ until }) => until <= this.now()).map(({ text }) => text);
  }

  get begun(): boolean {
    return this.clauses.length > 0;
  }

  /** @param heard what the carrier says was heard. @returns its share of the reply, 0 to 1. */
  shareOf(heard: string): number {
    const whole = this.clauses.reduce((length, { text }) => length + text.length + 1, 0);
    return Math.min(1, heard.length / Math.max(1, whole));
  }
}

export function spokenMs(words: string): number {
  return words.length * CHARACTER_MS;
}
