import { decodeMuLaw, FRAME_BYTES } from '@clinicall/audio';
import { OnsetGuard } from './onset-guard';

/** Frames that may wait for the voice detector before new ones are dropped: five seconds. */
const MOST_WAITING = 250;

/** Hears one frame after another. */
interface Ear {
  /** @returns what to wait for before the next one. */
  hear(samples: Int16Array): Promise<void> | undefined;
}

interface Surroundings {
  now(): number;
  log(event: string, attributes: Readonly<Record<string, unknown>>): void;
  /** The caller may be beginning to speak. */
  mayBegin(): void;
  /** Another frame came. @param loudMs of the stretch of loud sound it belongs to. */
  lasts(loudMs: number): void;
}

/** A caller's frames on their way to the listener, in order: the voice detector takes its time, the line does not wait. */
export class CallerFrames {
  private readonly onset = new OnsetGuard();
  private readonly waiting: Int16Array[] = [];
  private isHearing = false;
  private closed = false;

  constructor(
    private readonly ear: Ear,
    private readonly around: Surroundings,
  ) {}

  /** @param payload µ-law, any length. */
  take(payload: Buffer): void {
    if (this.closed) return;
    for (let at = 0; at < payload.length; at += FRAME_BYTES) {
      const samples = decodeMuLaw(payload.subarray(at, at + FRAME_BYTES));
      if (this.onset.hear(samples, this.around.now())) this.around.mayBegin();
      this.around.lasts(this.onset.loudMs);
      if (this.waiting.length < MOST_WAITING) this.waiting.push(samples);
    }
    if (!this.isHearing) this.work();
  }

  close(): void {
    this.closed = true;
    this.waiting.length = 0;
  }

  /** Milliseconds of loud sound in what the caller says. */
  get loudMs(): number {
    return this.onset.loudMs;
  }

  confirmed(): void {
    this.onset.confirmed();
  }

  isFalseAlarm(now: number): boolean {
    return this.onset.isFalseAlarm(now);
  }

  /** Goes on until the detector wants to think, and then again. */
  private work(): void {
    this.isHearing = false;
    for (let samples = this.waiting.shift(); samples !== undefined; samples = this.waiting.shift()) {
      try {
        const thought = this.ear.hear(samples);
        if (thought === undefined) continue;
        this.isHearing = true;
        thought.catch((error: unknown) => this.failed(error)).finally(() => this.work());
        return;
      } catch (error) {
        this.failed(error);
      }
    }
  }

  private failed(error: unknown): void {
    this.around.log('a frame could not be heard', { error });
  }
}
