import type { Language } from '@clinicall/language';
import type { Playout } from './audio/playout';
import { clausesOf } from './clauses';
import type { TextToSpeech } from './ports/text-to-speech';

/** Sounds kept for sentences that are said in every call; none of them holds anything of a patient. */
const kept = new Map<string, Int16Array[]>();
const MOST_KEPT = 200;

/** Speaks words in order, clause by clause: the next clause is made while the current one plays. */
export class Speaker {
  private chain: Promise<void> = Promise.resolve();
  private stop = new AbortController();

  constructor(
    private readonly synthesiser: TextToSpeech,
    private readonly playout: Playout,
    private readonly onFault: (error: unknown, words: string) => void,
  ) {}

  /**
   * Queues words behind what is being said.
   * @param keep for sentences of the catalogue without names or numbers: their sound is made once for all calls.
   */
  say(text: string, language: Language, keep = false): void {
    const { signal } = this.stop;
    for (const clause of clausesOf(text)) {
      this.chain = this.chain.then(() => (signal.aborted ? undefined : this.speak(clause, language, keep, signal)));
    }
  }

  /** Resolves when all that was queued has been made into sound (not yet heard). */
  async made(): Promise<void> {
    await this.chain;
  }

  /** Nothing more of what was queued is made or sent. */
  silence(): void {
    this.stop.abort();
    this.stop = new AbortController();
    this.chain = Promise.resolve();
  }

  private async speak(clause: string, language: Language, keep: boolean, signal: AbortSignal): Promise<void> {
    const key = `${language}:${clause}`;
    try {
      const pieces = kept.get(key) ?? this.synthesiser.speak(clause, { language }, signal);
      const made: Int16Array[] = [];
      let begun = false;
      for await (const samples of pieces) {
        if (signal.aborted) return;
        if (!begun) this.playout.begin(clause);
        begun = true;
        this.playout.push(samples);
        made.push(samples);
      }
      if (signal.aborted) return;
      this.playout.end();
      if (keep && kept.size < MOST_KEPT) kept.set(key, made);
    } catch (error) {
      if (!signal.aborted) this.onFault(error, clause);
    }
  }
}
