import { decodeMuLaw, FRAME_MS } from '@clinicall/audio';

/** A stretch of speech on one side of a call, in milliseconds of the call's audio. */
export interface SpeechSpan {
  readonly startMs: number;
  /** Where the sound ends; the silence that proved it lies behind. */
  readonly endMs: number;
}

export interface SpanSettings {
  /** So much quiet ends a stretch: a pause between sentences, so that long answers are read while they go on. */
  readonly quietMs: number;
  /** Longer stretches are cut: speech models take about half a minute. */
  readonly longestMs: number;
  /** Shorter ones are clicks. */
  readonly shortestMs: number;
}

export const SPAN_SETTINGS: SpanSettings = { quietMs: 400, longestMs: 25_000, shortestMs: 80 };

// About -44 dBFS; a line's own noise lies below, and the floor rises with a noisy room.
const LEAST_LEVEL = 200;
const OVER_FLOOR = 3;

/** Finds speech by its energy, frame by frame, above a floor that follows the room's noise. */
export class SpeechSpans {
  private floor = 20;
  private startedAtMs: number | null = null;
  private lastLoudMs = 0;
  private atMs = 0;
  private loudFrames = 0;

  constructor(private readonly settings: SpanSettings = SPAN_SETTINGS) {}

  /** Takes the next 20 ms; gives the stretch that has just ended, if one has. */
  hear(frame: Uint8Array): SpeechSpan | null {
    const level = levelOf(frame);
    const loud = level > Math.max(LEAST_LEVEL, this.floor * OVER_FLOOR);
    if (!loud) this.floor += (level - this.floor) * 0.05;
    else if (this.startedAtMs !== null && this.atMs - this.startedAtMs > 8_000)
      this.floor += (level - this.floor) * 0.002;
    this.loudFrames = loud ? this.loudFrames + 1 : 0;
    if (loud) {
      this.lastLoudMs = this.atMs + FRAME_MS;
      if (this.loudFrames >= 2) this.startedAtMs ??= this.atMs - FRAME_MS;
    }
    this.atMs += FRAME_MS;
    return this.ended();
  }

  /** True while somebody speaks, the proving silence included. */
  get speaking(): boolean {
    return this.startedAtMs !== null;
  }

  /** Quiet for so long, in milliseconds of audio; from the beginning when nothing was heard. */
  get quietMs(): number {
    return this.atMs - this.lastLoudMs;
  }

  /** Where the last sound was, in milliseconds of audio. */
  get lastHeardMs(): number {
    return this.lastLoudMs;
  }

  /** What was going on when the line went dead. */
  finish(): SpeechSpan | null {
    return this.startedAtMs === null ? null : this.close(this.startedAtMs);
  }

  private ended(): SpeechSpan | null {
    if (this.startedAtMs === null) return null;
    const long = this.atMs - this.startedAtMs >= this.settings.longestMs;
    return long || this.quietMs >= this.settings.quietMs ? this.close(this.startedAtMs) : null;
  }

  private close(startMs: number): SpeechSpan | null {
    this.startedAtMs = null;
    const span = { startMs, endMs: this.lastLoudMs };
    return span.endMs - span.startMs >= this.settings.shortestMs ? span : null;
  }
}

/** Root mean square of a frame, 0 to 32,767. */
export function levelOf(frame: Uint8Array): number {
  const samples = decodeMuLaw(frame);
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}
