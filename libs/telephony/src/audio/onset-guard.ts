import { EnergyGate } from './energy-gate';

/** Loud frames in a row that may be the beginning of a word; one alone is a click. */
const LOUD_FRAMES = 2;
/** The voice detector knows better within this; the carrier plays on from what it has until then. */
const HOLD_MS = 150;
/** After a false alarm the next one is not believed so soon, or noise would starve the line. */
const REST_MS = 1_000;

/**
 * Says when to stop feeding because the caller may be beginning to speak: by loudness alone, some 80 ms before the voice
 * detector is sure. Times are milliseconds of one clock.
 */
export class OnsetGuard {
  private readonly gate = new EnergyGate();
  private loud = 0;
  private heldSince: number | undefined;
  private restUntil = -Infinity;

  /** Takes every frame of the caller's, in order. @returns whether this frame makes it worth holding back. */
  hear(samples: Int16Array, now: number): boolean {
    this.loud = this.gate.passes(samples) ? this.loud + 1 : 0;
    if (this.loud < LOUD_FRAMES || this.heldSince !== undefined || now < this.restUntil) return false;
    this.heldSince = now;
    return true;
  }

  /** The voice detector has confirmed it. */
  confirmed(): void {
    this.heldSince = undefined;
  }

  /** @returns true once, when what was held back was no voice. */
  isFalseAlarm(now: number): boolean {
    if (this.heldSince === undefined || now - this.heldSince < HOLD_MS) return false;
    this.heldSince = undefined;
    this.restUntil = now + REST_MS;
    return true;
  }
}
