import { FRAME_MS } from '@clinicall/audio';
import type { Language } from '@clinicall/language';
import { ProviderError } from '@clinicall/platform';
import type { VoiceDetector } from './audio/voice-activity';
import { SpeechTracker } from './audio/speech-tracker';
import { ENDPOINT_SETTINGS, mayBeOver, silenceToEndTurn, whyTurnEnds } from './endpointing';
import type { EndpointReason, EndpointSettings, Pause } from './endpointing';
import { PauseMemory } from './pause-memory';
import type { Hearing, SpeechToText, Transcript } from './ports/speech-to-text';

/** Silence after which the words so far are asked for; thrown away when speech goes on. */
const TRANSCRIBE_AFTER_MS = 200;
/** The same where the words are recognised as they are spoken, and asking costs nothing. */
const CLOSE_AFTER_MS = 120;
/** Silence after which words that stand still may be all: the answer to them is worth beginning … */
const FORESEE_AFTER_MS = 160;
/** … but not to a long story, nor again and again. */
const LONGEST_FORESEEN_MS = 10_000;
const MOST_FORESEEN = 3;
/** While somebody speaks without a pause, the words are looked at this often: emergencies must not wait for one. */
const INTERIM_EVERY_MS = 2_500;
/** Each look covers all that was said, so that looks grow rarer with the utterance: this share of it lies between two. */
const INTERIM_SHARE = 0.3;
/** Nobody is listened to longer than this in one go; then what they said so far is answered. */
const LONGEST_UTTERANCE_MS = 30_000;
/** A pause inside speech; beyond it the caller waits for us, whether or not their words are known yet. */
const LULL_MS = 1_000;
/**
 * Recognisers that have not answered by then have failed, all of them together: a caller knows within eight seconds of their
 * last word that they are to say it again, or to use the keys. In time of the line, which is filled where nothing comes.
 */
const WORDS_DEADLINE_MS = 6_500;

/** What is expected of the caller just now. */
export interface Expectation {
  readonly language: Language;
  readonly asked: readonly string[];
  readonly hints: readonly string[];
  /** Whose name may be told now. */
  readonly people?: readonly string[];
}

export interface ListenerEvents {
  /** The caller's voice is there. */
  started(): void;
  /** A frame more of the caller's voice was heard. */
  voiced(): void;
  /** Words so far, while the caller may still go on. */
  interim(words: string): void;
  /** The caller may have finished with these words, or may not: an answer can be begun that nobody hears yet. */
  mayBeOver(words: string): void;
  /** The words up to the caller's silence are known: so long after they were asked for, and after the caller's last sound. */
  known?(askedMs: number, silenceMs: number): void;
  /** One of the recognisers failed; the next was asked. */
  providerFailed?(provider: string, reason: string): void;
  /** The caller has finished, after so much silence. The words are empty for a sound that was no speech. */
  finished(transcript: Transcript, ending: UtteranceEnd): void;
  /** The recogniser failed for this utterance. */
  failed(error: unknown): void;
}

export interface UtteranceEnd {
  readonly silenceMs: number;
  /** Which rule held the turn to be over. */
  readonly reason: EndpointReason;
  /** The caller did not stop: the turn was taken from them. */
  readonly forced: boolean;
  /** Of voice, or of what was taken for it. */
  readonly voicedMs: number;
}

/** Hears one caller: finds speech, has it transcribed, and decides when the turn is over. */
export class Listener {
  private readonly tracker = new SpeechTracker();
  private readonly pauses = new PauseMemory();
  private hearing: Hearing | undefined;
  private request: AbortController | undefined;
  /** The request under way is a look at a sentence that goes on. */
  private isLookingAhead = false;
  private transcript: Transcript | undefined;
  private lastInterimMs = 0;
  private utteranceMs = 0;
  /** Since when the words that end the turn are waited for, in time of the utterance. */
  private awaitedFromMs = 0;
  /** The words so far, of a recogniser that hears while they are spoken. */
  private liveWords = '';
  private foreseen = '';
  private timesForeseen = 0;

  constructor(
    private readonly recogniser: SpeechToText,
    private readonly detector: VoiceDetector,
    private readonly expectation: () => Expectation,
    private readonly events: ListenerEvents,
    private readonly settings: EndpointSettings = ENDPOINT_SETTINGS,
  ) {}

  /** @param samples the next 20 ms at 8 kHz. @returns what to wait for before the next frame; nothing for most of them. */
  hear(samples: Int16Array): Promise<void> | undefined {
    const probability = this.detector.judge(samples);
    if (typeof probability !== 'number') return probability.then((known) => this.follow(samples, known));
    this.follow(samples, probability);
    return undefined;
  }

  private follow(samples: Int16Array, probability: number): void {
    const change = this.tracker.next(samples, probability);
    if (change === 'started') this.begin();
    else if (this.tracker.speaking) this.hearing?.write(samples);
    if (change === 'resumed') this.pauses.paused(this.tracker.lastPauseMs);
    // One who goes on after the longest utterance has had their turn: what they said is on its way.
    if (change === 'resumed' && !this.tooLong) this.takeBack();
    if (!this.tracker.speaking) return;
    if (this.tracker.silenceMs === 0) this.events.voiced();
    this.progress();
  }

  /** Milliseconds of voice in the present utterance, those before it was taken for speech included. */
  get voicedMs(): number {
    return this.tracker.voicedMs;
  }

  get hearingSpeech(): boolean {
    return this.tracker.speaking;
  }

  /** The caller has stopped, and their words are not known yet. */
  get awaitsWords(): boolean {
    return this.request !== undefined && this.tracker.silenceMs >= LULL_MS;
  }

  /** The caller's voice is there this moment, or was a moment ago. */
  get callerSpeaks(): boolean {
    return this.tracker.speaking && this.tracker.silenceMs < LULL_MS;
  }

  /** The caller went on so soon after our answer began that we had cut into theirs: their pause was this long. */
  cutInto(pauseMs: number): void {
    this.pauses.cut(pauseMs);
  }

  /** Forgets the present utterance; what is said next is a new one. */
  discard(): void {
    this.drop();
  }

  close(): void {
    this.drop();
    this.recogniser.leave?.(this);
    this.detector.close();
  }

  private begin(): void {
    const { language, hints, people } = this.expectation();
    const interim = (words: string) => {
      if (this.hearing === hearing) this.hearsLive(words);
    };
    const failed = (provider: string, reason: string) => this.events.providerFailed?.(provider, reason);
    const hearing = this.recogniser.listen({ language, hints, people, call: this, interim, failed });
    this.hearing = hearing;
    for (const samples of this.tracker.takePreRoll()) hearing.write(samples);
    this.utteranceMs = this.lastInterimMs = this.timesForeseen = 0;
    this.transcript = undefined;
    this.liveWords = this.foreseen = '';
    this.events.started();
  }

  private progress(): void {
    this.utteranceMs += FRAME_MS;
    const silent = this.tracker.silenceMs;
    const idle = this.request === undefined;
    const isLive = this.hearing?.isLive === true;
    const pauses = silent >= (isLive ? CLOSE_AFTER_MS : TRANSCRIBE_AFTER_MS) || this.tooLong;
    if (pauses && this.transcript === undefined && (idle || this.isLookingAhead)) this.ask(true);
    else if (silent === 0 && idle && !isLive && this.utteranceMs - this.lastInterimMs >= this.interimEveryMs)
      this.ask(false);
    if (this.awaitsLastWords && this.utteranceMs - this.awaitedFromMs >= WORDS_DEADLINE_MS) this.giveUp();
    this.decide();
  }

  private get awaitsLastWords(): boolean {
    return this.request !== undefined && !this.isLookingAhead;
  }

  /** No recogniser has answered: what was said is lost. */
  private giveUp(): void {
    // By its name whoever was asked knows that it was late, and not that the caller went on.
    this.request?.abort(new DOMException('no words in time', 'TimeoutError'));
    this.drop();
    this.events.failed(new ProviderError('speech-to-text', true, 'is late'));
  }

  /** Ends the turn when its words are known and the silence after them is long enough. */
  private decide(): void {
    const silent = this.tracker.silenceMs;
    if (silent >= FORESEE_AFTER_MS) this.foresee(this.transcript?.text ?? this.liveWords);
    if (this.transcript === undefined) return;
    const pause = this.pauseWith(this.transcript.text);
    const needed = silenceToEndTurn(pause, this.settings);
    if (silent >= needed || this.tooLong)
      this.finish(this.transcript, this.tooLong ? 'longest_utterance' : whyTurnEnds(pause, this.settings));
  }

  private pauseWith(words: string): Pause {
    const { language, asked } = this.expectation();
    const { leastMs: usualPauseMs, leastAfterCompleteMs: cutPauseMs } = this.pauses;
    return { language, asked, words, usualPauseMs, cutPauseMs };
  }

  private foresee(words: string): void {
    if (
      this.settings.speculation === false ||
      words === this.foreseen ||
      this.utteranceMs > LONGEST_FORESEEN_MS ||
      this.timesForeseen >= MOST_FORESEEN
    )
      return;
    if (!mayBeOver(this.pauseWith(words))) return;
    this.foreseen = words;
    this.timesForeseen += 1;
    this.events.mayBeOver(words);
  }

  private hearsLive(words: string): void {
    if (!this.tracker.speaking) return;
    this.liveWords = words;
    this.events.interim(words);
  }

  private get tooLong(): boolean {
    return this.utteranceMs >= LONGEST_UTTERANCE_MS;
  }

  private get interimEveryMs(): number {
    return Math.max(INTERIM_EVERY_MS, this.utteranceMs * INTERIM_SHARE);
  }

  /** @param atPause whether the answer may end the turn; otherwise it is a look at what has been said so far. */
  private ask(atPause: boolean): void {
    const hearing = this.hearing;
    if (hearing === undefined) return;
    const request = new AbortController();
    // A look at what was said so far gives way to the words that end the turn.
    this.request?.abort();
    this.request = request;
    this.isLookingAhead = !atPause;
    this.lastInterimMs = this.awaitedFromMs = this.utteranceMs;
    const askedAt = performance.now();
    hearing.transcript(request.signal).then(
      (transcript) => {
        if (request !== this.request) return;
        this.request = undefined;
        if (atPause) {
          this.transcript = transcript;
          this.events.known?.(performance.now() - askedAt, this.tracker.silenceMs);
        }
        if (transcript.text !== '') this.events.interim(transcript.text);
        // Not only with the next frame: 20 ms are heard. An emergency may have taken the words already.
        if (this.transcript === transcript) this.decide();
      },
      (error: unknown) => {
        if (request !== this.request) return;
        this.request = undefined;
        if (!atPause) return;
        this.drop();
        this.events.failed(error);
      },
    );
  }

  /** The caller goes on: the words so far are not all. */
  private takeBack(): void {
    this.request?.abort();
    this.request = undefined;
    this.transcript = undefined;
  }

  private finish(transcript: Transcript, reason: EndpointReason): void {
    const end = { silenceMs: this.tracker.silenceMs, reason, forced: this.tooLong, voicedMs: this.tracker.voicedMs };
    this.drop();
    this.events.finished(transcript, end);
  }

  private drop(): void {
    this.takeBack();
    this.hearing?.close();
    this.hearing = undefined;
    this.tracker.reset();
  }
}
