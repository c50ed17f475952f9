import { FRAME_MS } from '@clinicall/audio';
import { EnergyGate } from './energy-gate';

/** So many loud frames of the last few may be the beginning of a word; one alone is a click. */
const LOUD_FRAMES = 2;
const LAST_FRAMES = 4;
/** The voice detector knows better within this; the carrier plays on from what it has until then … */
const HOLD_MS = 150;
/** … but for words that begin softly it takes longer: while it stays loud it is waited for, up to this. */
const MOST_HOLD_MS = 320;
/** After a false alarm the next one is not believed so soon, or noise would starve the line. */
const REST_MS = 1_000;
/** Loud frames further apart than this are not of one stretch of speech. */
const APART_FRAMES = 15;

/**
 * Says when to stop feeding because the caller may be beginning to speak: by loudness alone, some 80 ms before the voice
 * detector is sure. Times are milliseconds of one clock.
 */
export class OnsetGuard {
  private readonly gate = new EnergyGate();
  /** Whether each of the last frames was loud, the newest in the lowest bit. */
  private loud = 0;
  private loudStretch = 0;
  private quietFrames = 0;
  private heldSince: number | undefined;
  private restUntil = -Infinity;

  /** Takes every frame of the caller's, in order. @returns whether this frame makes it worth holding back. */
  hear(samples: Int16Array, now: number): boolean {
    const isLoud = this.gate.passes(samples);
    this.loud = ((this.loud << 1) | (isLoud ? 1 : 0)) & ((1 << LAST_FRAMES) - 1);
    this.quietFrames = isLoud ? 0 : this.quietFrames + 1;
    if (this.quietFrames > APART_FRAMES) this.loudStretch = 0;
    if (isLoud) this.loudStretch += 1;
    if (this.loudFrames < LOUD_FRAMES || this.heldSince !== undefined || now < this.restUntil) return false;
    this.heldSince = now;
    return true;
  }

  /** The voice detector has confirmed it. */
  confirmed(): void {
    this.heldSince = undefined;
  }

  /** @returns true once, when what was held back was no voice. */
  isFalseAlarm(now: number): boolean {
    if (this.heldSince === undefined) return false;
    const patience = this.loudFrames >= LOUD_FRAMES ? MOST_HOLD_MS : HOLD_MS;
    if (now - this.heldSince < patience) return false;
    this.heldSince = undefined;
    this.restUntil = now + REST_MS;
    return true;
  }

  /** Milliseconds of loud sound in the present stretch, short pauses left out: known before the voice detector has judged it. */
  get loudMs(): number {
    return this.loudStretch * FRAME_MS;
  }

  private get loudFrames(): number {
    let count = 0;
    for (let bits = this.loud; bits > 0; bits &= bits - 1) count += 1;
    return count;
  }
}
