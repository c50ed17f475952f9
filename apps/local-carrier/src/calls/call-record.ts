import { decodeMuLaw, FRAME_MS, writeWav } from '@clinicall/audio';
import { type Clock, steadyClock } from '../clock';
import { SpeechSpans, type SpeechSpan } from '../audio/speech-spans';

export type Side = 'heard' | 'said';

export interface CallEvent {
  /** Milliseconds since the call was answered, on the call's clock; 0 before. */
  readonly atMs: number;
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** Two hours of one side. */
const MOST_FRAMES = 360_000;

/**
 * What went over one line: `heard` is what the caller heard, `said` what the caller said, both from the moment of
 * answering, a frame every 20 ms, so that frame n was played n × 20 ms into the call; and what happened when.
 */
export class CallRecord {
  readonly events: CallEvent[] = [];
  private readonly frames: Record<Side, Buffer[]> = { heard: [], said: [] };
  private startedAt: number | null = null;

  constructor(private readonly clock: Clock = steadyClock) {}

  start(): void {
    this.startedAt = this.clock.now();
  }

  get nowMs(): number {
    return this.startedAt === null ? 0 : Math.round(this.clock.now() - this.startedAt);
  }

  get lengthMs(): number {
    return this.frames.heard.length * FRAME_MS;
  }

  add(heard: Buffer, said: Buffer): void {
    if (this.frames.heard.length >= MOST_FRAMES) return;
    this.frames.heard.push(heard);
    this.frames.said.push(said);
  }

  note(type: string, detail: Readonly<Record<string, unknown>> = {}): CallEvent {
    const event = { atMs: this.nowMs, type, ...detail };
    this.events.push(event);
    return event;
  }

  /** µ-law of one side between two points of the call; all of it by default. */
  audio(side: Side, fromMs = 0, toMs = Number.POSITIVE_INFINITY): Buffer {
    const first = Math.max(0, Math.floor(fromMs / FRAME_MS));
    return Buffer.concat(this.frames[side].slice(first, Math.ceil(toMs / FRAME_MS)));
  }

  /** Where somebody spoke, found again over the whole record. */
  spans(side: Side): SpeechSpan[] {
    const spans = new SpeechSpans();
    const found = this.frames[side].map((frame) => spans.hear(frame));
    return [...found, spans.finish()].filter((span) => span !== null);
  }

  /** 16-bit WAV at 8 kHz: one side, or the caller left and the clinic right. */
  wav(side: Side | 'both'): Buffer {
    const samples = (which: Side): Int16Array => decodeMuLaw(this.audio(which));
    return side === 'both' ? writeWav(8_000, samples('said'), samples('heard')) : writeWav(8_000, samples(side));
  }
}
