/** What one who waits is told in turn, by how long after the end of their words it is due. */
const STEPS = [
  { key: 'telephony:one_moment', afterMs: 800 },
  { key: 'telephony:still_checking', afterMs: 3_800 },
  { key: 'telephony:taking_long', afterMs: 6_800 },
] as const;
/** Nothing heard for so long: the next is due at once, so that no silence lasts four seconds. */
const QUIET_MS = 3_300;
/** Words that were given to a voice are heard by then, or the voice is away: it has others behind it. */
const PROMISED_MS = 2_300;
/** From the third on the way out is told again in every third. */
const LAST = STEPS.length - 1;

/** All that may be said in a wait, or when words were not understood: made ahead. */
export const WAIT_PHRASES: readonly string[] = [
  ...STEPS.map(({ key }) => key),
  'telephony:repeat',
  'telephony:use_keypad',
  'telephony:menu',
  'telephony:transferring',
  'telephony:fault',
];

/** A caller's wait for words that are to come: what they are told meanwhile. */
export class Waiting {
  private since = 0;
  private quietSince = 0;
  private told = 0;
  private isPromised = false;

  /** Nobody waits: it is the caller's turn to speak. */
  over(now: number): void {
    this.since = this.quietSince = now;
    this.told = 0;
    this.isPromised = false;
  }

  /** Words that count are heard; who waits for more of them needs no "one moment". */
  heard(now: number): void {
    this.over(now);
    this.begun();
  }

  /** Something is heard that ends no wait. */
  sounds(now: number): void {
    this.quietSince = now;
  }

  /** Words are on their way to a voice, or none is expected at once. */
  promised(): void {
    this.isPromised = true;
  }

  /** The first phrase, or its like, was said by somebody else. */
  begun(): void {
    this.told = Math.max(1, this.told);
  }

  /** @returns the phrase that is due now, and holds it to be told. */
  next(now: number): string | undefined {
    const isQuiet = this.told > 0 && now - this.quietSince >= QUIET_MS;
    const step = STEPS[this.told];
    const afterMs = this.told === 0 && this.isPromised ? PROMISED_MS : step?.afterMs;
    if (!isQuiet && (afterMs === undefined || now - this.since < afterMs)) return undefined;
    const key = step?.key ?? STEPS[this.told % STEPS.length === LAST ? LAST : LAST - 1]?.key;
    this.told += 1;
    this.quietSince = now;
    return key;
  }
}
