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
  /** Frames since the last that was surely voice, while they may still be. */
  private fadingFrames = 0;
  private voicedFrames = 0;
  private lastPauseFrames = 0;

  /** @returns what changed with this frame. */
  next(samples: Int16Array, probability: number): 'started' | 'resumed' | undefined {
    const voiced = probability >= (this.talking && this.silentFrames === 0 ? LASTS : BEGINS);
    if (!this.talking) return this.wait(samples, voiced);
    const before = this.silentFrames;
    if (!voiced) this.fellSilent(before);
    else {
      if (before > 0) this.lastPauseFrames = before;
      this.silentFrames = 0;
      this.fadingFrames = probability >= BEGINS ? 0 : this.fadingFrames + 1;
      this.voicedFrames += 1;
    }
    return voiced && before > 0 ? 'resumed' : undefined;
  }

  /** The sound from a little before the onset, once. */
  takePreRoll(): Int16Array[] {
    return this.preRoll.splice(0);
  }

  /** Back to waiting for an onset. */
  reset(): void {
    this.talking = false;
    this.run = this.silentFrames = this.fadingFrames = this.voicedFrames = 0;
  }

  get speaking(): boolean {
    return this.talking;
  }

  /** Milliseconds since the last frame of the utterance that was surely voice; 0 while it may still be there. */
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
    this.run = this.silentFrames = this.fadingFrames = 0;
    return 'started';
  }

  /** A voice that faded out was over when it began to: its silence counts from the last frame that was surely voice. */
  private fellSilent(before: number): void {
    this.silentFrames = before + this.fadingFrames + 1;
    this.fadingFrames = 0;
  }
}
