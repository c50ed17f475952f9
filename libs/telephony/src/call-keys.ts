import { phrase } from '@clinicall/language';
import { DIGIT_PAUSE_MS, Keypad } from './keypad';
import type { KeyMeaning } from './keypad';
import type { Talk } from './talk';

export interface KeySurroundings {
  readonly talk: Pick<Talk, 'asked' | 'language'>;
  /** Words are being said that must be heard. */
  isNotice(): boolean;
  /** The caller "said" this. */
  take(words: string): void;
  /** The caller wants to hear what the keys mean. */
  menu(): void;
}

/** The keys of one call, in every state of it: over our own words, while a tool works, during a notice. */
export class CallKeys {
  private readonly keypad = new Keypad();
  private keyedAt = 0;
  /** Keyed during words that must be heard. */
  private held: KeyMeaning | undefined;

  constructor(private readonly call: KeySurroundings) {}

  press(digit: string, now: number): void {
    this.keyedAt = now;
    this.obey(this.keypad.press(digit, this.call.talk.asked, this.call.talk.language));
  }

  /** Called about every 20 ms. */
  tick(now: number): void {
    if (this.held !== undefined && !this.call.isNotice()) this.obey(this.held);
    if (this.keyedAt === 0 || now - this.keyedAt <= DIGIT_PAUSE_MS) return;
    this.keyedAt = 0;
    this.obey(this.keypad.flush());
  }

  /** Keys cut short what may be cut short; during a notice they wait for its end, but for a person's. */
  private obey(meaning: KeyMeaning | undefined): void {
    if (meaning === undefined) return;
    const waits = this.call.isNotice() && meaning !== 'person';
    this.held = waits ? meaning : undefined;
    if (waits) return;
    if (meaning === 'menu') this.call.menu();
    else if (meaning === 'person') this.call.take(phrase(this.call.talk.language, 'telephony:asks_for_person'));
    else this.call.take(meaning.words);
  }
}
