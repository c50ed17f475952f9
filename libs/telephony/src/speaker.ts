import { phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import type { Playout } from './audio/playout';
import { clausesOf } from './clauses';
import { keptSounds } from './kept-sounds';
import type { TextToSpeech } from './ports/text-to-speech';

/** How long the first sound of a clause took. */
export interface TextToSpeechTimes {
  readonly firstByteMs: number;
  /** Silence that stands before the voice in that sound. */
  readonly leadingSilenceMs: number;
}

interface SpeakerWatch {
  voiced(times: TextToSpeechTimes): void;
  failed(stage: 'tts', provider: string, reason: string): void;
}

/** How often a clause is begun whose voice breaks off in the middle of it. */
const MOST_TRIES = 2;
/** Samples below this are not heard. */
const INAUDIBLE = 120;

interface Round {
  readonly stop: AbortController;
  /** Clauses that are to be said. */
  waiting: number;
  /** All voices failed. */
  isVoiceless: boolean;
}

const newRound = (): Round => ({ stop: new AbortController(), waiting: 0, isVoiceless: false });

export interface Saying {
  readonly keep?: boolean;
  readonly aside?: boolean;
}

/** Speaks words in order, clause by clause: the next is made while the current one plays, and not long before. */
export class Speaker {
  private chain: Promise<void> = Promise.resolve();
  /** What was queued since the last silence. */
  private round = newRound();
  /** Sound of a clause is being passed on: nothing may come between its pieces. */
  private inClause = false;

  constructor(
    private readonly synthesiser: TextToSpeech,
    private readonly playout: Playout,
    /** Told of words that no voice could say, and of all behind them, those without an error. */
    private readonly onFault: (error: unknown, words: string) => void,
    private readonly watch?: SpeakerWatch,
    private readonly voiceFor: (language: Language) => string | undefined = () => undefined,
  ) {}

  /**
   * Queues words behind what is being said.
   * @param how `keep` for sentences said in many calls, without anything of a patient: their sound is made once for all;
   * `aside` for our own ("One moment, please."), which are no part of what the agent is held to have said.
   */
  say(text: string, language: Language, how: Saying = {}): void {
    const { round } = this;
    for (const clause of clausesOf(text)) {
      round.waiting += 1;
      this.chain = this.chain.then(async () => {
        await this.playout.room(round.stop.signal);
        if (!round.stop.signal.aborted) await this.speak(clause, language, how, round);
        round.waiting -= 1;
      });
    }
  }

  /** Words are still being made into sound. */
  get working(): boolean {
    return this.round.waiting > 0;
  }

  /** A sentence of the catalogue. */
  sayAside(key: string, language: Language): void {
    this.say(phrase(language, key), language, { keep: true, aside: true });
  }

  /**
   * Says a sentence of the catalogue ahead of what is still being made: a voice that takes its time must not keep a filler
   * from being heard. Where its sound is not kept yet it takes its place in the queue.
   */
  interject(key: string, language: Language): void {
    const clauses = clausesOf(phrase(language, key));
    const sounds = clauses.map((clause) => keptSounds.get(this.keyOf(clause, language)));
    if (this.inClause || sounds.includes(undefined)) {
      this.sayAside(key, language);
      return;
    }
    for (const pieces of sounds) {
      this.playout.begin('');
      for (const samples of pieces ?? []) this.playout.push(samples);
      this.playout.end();
    }
  }

  /** Has sentences of the catalogue made ahead: when they are needed there may be no voice to ask. */
  prepare(keys: readonly string[], language: Language): Promise<void> {
    const voicing = { language, voice: this.voiceFor(language) };
    const clauses = keys.flatMap((key) => clausesOf(phrase(language, key)));
    const wanted = clauses.map((text) => ({ key: this.keyOf(text, language), text, voicing }));
    return keptSounds.prepare(wanted, this.synthesiser);
  }

  /** Resolves when all that was queued has been made into sound (not yet heard). */
  async made(): Promise<void> {
    await this.chain;
  }

  /** Nothing more of what was queued is made or sent. */
  silence(): void {
    // Mostly nothing waits, and the error that an abort makes, with its stack, is what a turn's beginning costs most.
    if (this.round.waiting > 0) this.round.stop.abort();
    this.round = newRound();
    this.inClause = false;
    this.chain = Promise.resolve();
  }

  private async speak(clause: string, language: Language, how: Saying, round: Round): Promise<void> {
    const { signal } = round.stop;
    if (round.isVoiceless) {
      this.onFault(undefined, clause);
      return;
    }
    for (let tries = 1; ; tries += 1) {
      try {
        await this.voice(clause, language, how, signal);
        return;
      } catch (error) {
        if (signal.aborted) return;
        // One that broke off is said again from its beginning: the voice that failed rests, so it is another's.
        const brokeOff = this.inClause;
        if (brokeOff) this.playout.breakOff();
        if (brokeOff && tries < MOST_TRIES) continue;
        // Words behind these are not said before them.
        round.isVoiceless = true;
        this.onFault(error, clause);
        return;
      } finally {
        if (!signal.aborted) this.inClause = false;
      }
    }
  }

  private async voice(clause: string, language: Language, how: Saying, signal: AbortSignal): Promise<void> {
    const key = this.keyOf(clause, language);
    const voice = this.voiceFor(language);
    const failed = (provider: string, reason: string) => this.watch?.failed('tts', provider, reason);
    const ready = keptSounds.get(key);
    const pieces = ready ?? this.synthesiser.speak(clause, { language, voice, failed }, signal);
    const made: Int16Array[] = [];
    const askedAt = performance.now();
    for await (const samples of pieces) {
      if (signal.aborted) return;
      if (made.length === 0) {
        this.playout.begin(how.aside === true ? '' : clause);
        if (ready === undefined) this.watch?.voiced(firstSound(samples, performance.now() - askedAt));
      }
      this.inClause = true;
      this.playout.push(samples);
      made.push(samples);
      // What can be heard at once does not wait for the next beat.
      if (made.length === 1) this.playout.tick();
    }
    if (signal.aborted) return;
    this.playout.end();
    this.playout.tick();
    if (how.keep === true) keptSounds.keep(key, made);
  }

  private keyOf(clause: string, language: Language): string {
    return `${language}:${this.voiceFor(language) ?? ''}:${clause}`;
  }
}

function firstSound(samples: Int16Array, firstByteMs: number): TextToSpeechTimes {
  const first = samples.findIndex((sample) => Math.abs(sample) > INAUDIBLE);
  return { firstByteMs, leadingSilenceMs: (first === -1 ? samples.length : first) / 8 };
}
