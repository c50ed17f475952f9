import { FRAME_MS } from '@clinicall/audio';

/** Silero's own thresholds: speech begins over the first and lasts while over the second. */
const BEGINS = 0.5;
const LASTS = 0.35;
/** So many voiced frames begin speech: a click is shorter. */
const ONSET_FRAMES = 3;
/** Sound kept from before the onset, because words begin softly. */
const PRE_ROLL_FRAMES = 20;

/** Follows one caller's voice frame by frame: whether they speak, for how long, and how long they have been silent. */
export class SpeechTracker {
  private readonly preRoll: Int16Array[] = [];
  private run = 0;
  private talking = false;
  private silentFrames = 0;
  private voicedFrames = 0;
  private lastPauseFrames = 0;

  /** @returns what changed with this frame. */
  next(samples: Int16Array, probability: number): 'started' | 'resumed' | undefined {
    const voiced = probability >= (this.talking && this.silentFrames === 0 ? LASTS : BEGINS);
    if (!this.talking) return this.wait(samples, voiced);
    const before = this.silentFrames;
    if (voiced && before > 0) this.lastPauseFrames = before;
    this.silentFrames = voiced ? 0 : this.silentFrames + 1;
    if (voiced) this.voicedFrames += 1;
    return voiced && before > 0 ? 'resumed' : undefined;
  }

  /** The sound from a little before the onset, once. */
  takePreRoll(): Int16Array[] {
    return this.preRoll.splice(0);
  }

  /** Back to waiting for an onset. */
  reset(): void {
    this.talking = false;
    this.run = this.silentFrames = this.voicedFrames = 0;
  }

  get speaking(): boolean {
    return this.talking;
  }

  /** Milliseconds since the last voiced frame of the utterance. */
  get silenceMs(): number {
    return this.silentFrames * FRAME_MS;
  }

  /** Milliseconds of the silence after which the voice has just resumed. */
  get lastPauseMs(): number {
    return this.lastPauseFrames * FRAME_MS;
  }

  /** Milliseconds of voice in the utterance. */
  get voicedMs(): number {
    return this.voicedFrames * FRAME_MS;
  }

  private wait(samples: Int16Array, voiced: boolean): 'started' | undefined {
    this.preRoll.push(samples);
    if (this.preRoll.length > PRE_ROLL_FRAMES) this.preRoll.shift();
    this.run = voiced ? this.run + 1 : 0;
    if (this.run < ONSET_FRAMES) return undefined;
    this.talking = true;
    this.voicedFrames = this.run;
    this.run = this.silentFrames = 0;
    return 'started';
  }
}
