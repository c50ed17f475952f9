import type { TextToSpeech, Voicing } from './ports/text-to-speech';

const MOST_KEPT = 200;
/** A sentence that is made ahead of its need is given up after this; the next call tries again. */
const MAKING_MS = 20_000;

/** A sentence of ours in one voice. */
export interface KeptClause {
  readonly key: string;
  readonly text: string;
  readonly voicing: Voicing;
}

/** Sounds of sentences that are said in every call; none of them holds anything of a patient. */
class KeptSounds {
  private readonly sounds = new Map<string, readonly Int16Array[]>();
  private readonly making = new Set<string>();

  get(key: string): readonly Int16Array[] | undefined {
    return this.sounds.get(key);
  }

  keep(key: string, sound: readonly Int16Array[]): void {
    if (this.sounds.size < MOST_KEPT) this.sounds.set(key, sound);
  }

  /** Makes what is not there yet, one after the other. What cannot be made now is made when it is said. */
  async prepare(clauses: readonly KeptClause[], synthesiser: TextToSpeech): Promise<void> {
    for (const { key, text, voicing } of clauses) {
      if (this.sounds.has(key) || this.making.has(key)) continue;
      this.making.add(key);
      const sound: Int16Array[] = [];
      const until = AbortSignal.timeout(MAKING_MS);
      try {
        for await (const samples of synthesiser.speak(text, voicing, until)) sound.push(samples);
        if (sound.length > 0 && !until.aborted) this.keep(key, sound);
      } catch {
        return; // The voices are away; they are told of as failed where a call waits for them.
      } finally {
        this.making.delete(key);
      }
    }
  }
}

/** One for all calls of the process. */
export const keptSounds = new KeptSounds();
