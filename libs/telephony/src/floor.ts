import type { Playout } from './audio/playout';
import { isBackchannel } from './backchannel';
import type { CallEnding } from './call-ending';
import type { CallWatch } from './call-watch';
import type { CarrierVoice } from './carrier-voice';
import type { ReplyHearing } from './reply-hearing';
import type { Speaker } from './speaker';
import type { Talk } from './talk';
import type { TurnRunner } from './turn-runner';

/** Voice over the agent's own that is certainly an interruption. */
const INTERRUPTS_AFTER_MS = 500;
/** So much of it the voice detector has found by then: it lets soft sounds go and is behind, noise it finds little in. */
const SURELY_VOICE_MS = 240;

export interface FloorCall {
  readonly talk: Pick<Talk, 'language'>;
  readonly playout: Playout;
  readonly speaker: Pick<Speaker, 'working' | 'silence'>;
  readonly turns: Pick<TurnRunner, 'running' | 'unanswered' | 'guard' | 'stop' | 'unprotect'>;
  readonly hearing: Pick<ReplyHearing, 'cut'>;
  readonly carrierVoice: Pick<CarrierVoice, 'forget'>;
  readonly ending: Pick<CallEnding, 'forget'>;
  readonly watch: Pick<CallWatch, 'interrupted' | 'wentOn'>;
}

/** Who may speak when both do: our sound is held back at the caller's voice, and given up when that is an interruption. */
export class Floor {
  /** The caller's voice began over ours, or before our answer did: held back until it is known what it is. */
  private overlapped = false;
  private cutShort: string | undefined;

  constructor(private readonly call: FloorCall) {}

  get isOverlapped(): boolean {
    return this.overlapped;
  }

  /** What was heard of words that were cut short; undefined when none were. */
  get heardOfCut(): string | undefined {
    return this.cutShort;
  }

  /** The same, once: the agent is told of it. */
  takeCut(): string | undefined {
    const heard = this.cutShort;
    this.cutShort = undefined;
    return heard;
  }

  /** Nothing more is fed from the first sound of the caller's on; whether it is a voice is known a little later. */
  holdBack(): void {
    if (this.mayGiveWay) this.call.playout.pause();
  }

  /** It is a voice. */
  voiceBegan(): void {
    this.overlapped = this.mayGiveWay;
    if (this.overlapped) this.call.playout.pause();
    else this.call.playout.resume();
  }

  /**
   * @param voicedMs of it so far, as the detector judges. An answer that has not begun waits for words: a cough alone must not
   * take it away. @param loudMs of it, by loudness alone.
   */
  voiceLasts(voicedMs: number, loudMs: number): void {
    if (!this.overlapped || !this.call.playout.begun) return;
    if (voicedMs >= INTERRUPTS_AFTER_MS || (loudMs >= INTERRUPTS_AFTER_MS && voicedMs >= SURELY_VOICE_MS))
      this.giveWay();
  }

  /** A "yes" to an answer that plays says "go on"; before it has begun it belongs to the caller's own words. */
  asksToGoOn(words: string): boolean {
    const { turns, talk } = this.call;
    return turns.unanswered === '' ? isBackchannel(words, talk.language) : words.trim() === '';
  }

  /** It was no interruption. */
  goOn(words: string): void {
    this.call.watch.wentOn(words.trim() !== '');
    this.clear();
  }

  /** What is held back plays: it was no voice, or something of ours must be heard. */
  clear(): void {
    this.overlapped = false;
    this.call.playout.resume();
  }

  /** The caller's voice came to nothing that was understood. */
  lapse(): void {
    this.overlapped = false;
  }

  /**
   * Stops speaking at once, and remembers what was heard of it.
   * @param butAsides a "one moment" that nobody spoke over is said to its end: half of it would sound broken.
   */
  giveWay(butAsides = false): void {
    const { playout, speaker, turns, hearing, carrierVoice, ending, watch } = this.call;
    const isAside = butAsides && !this.overlapped;
    this.overlapped = false;
    const isCut = turns.running || speaker.working || !playout.heardWhole;
    turns.stop();
    hearing.cut();
    carrierVoice.forget();
    if (playout.active && (isCut || !isAside)) {
      const { heardShare } = playout;
      const heard = playout.clear();
      // Cutting one of our own asides takes nothing from what the agent said.
      if (isCut) {
        this.cutShort = heard;
        watch.interrupted(heardShare);
      }
    }
    playout.resume();
    speaker.silence();
    turns.unprotect();
    ending.forget();
  }

  /** We speak, or are about to, and may be cut short. */
  private get mayGiveWay(): boolean {
    const { playout, turns } = this.call;
    return (playout.active || turns.unanswered !== '') && turns.guard === undefined;
  }
}
