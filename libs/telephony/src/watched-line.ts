import { FRAME_BYTES, FRAME_MS } from '@clinicall/audio';
import type { MediaLine } from './audio/playout';

export interface LineObserver {
  /** So much sound goes out. @returns whether it was the first of a reply. */
  sent(ms: number): boolean;
  cleared(): void;
  /** The carrier's first mark of a reply came back: it began to play it at about this time. */
  startsPlaying(at: number): void;
  now(): number;
}

/** A line that tells an observer what passes through it. */
export class WatchedLine implements MediaLine {
  /** Sound since a reply's first, milliseconds, up to the first mark behind it. */
  private sentMs: number | undefined;
  private awaited: { readonly name: string; readonly playsMs: number } | undefined;

  constructor(
    private readonly line: MediaLine,
    private readonly observer: LineObserver,
  ) {}

  media(payload: Buffer): void {
    const ms = (payload.length * FRAME_MS) / FRAME_BYTES;
    if (this.observer.sent(ms)) this.sentMs = ms;
    else if (this.sentMs !== undefined) this.sentMs += ms;
    this.line.media(payload);
  }

  mark(name: string): void {
    if (this.sentMs !== undefined) {
      this.awaited = { name, playsMs: this.sentMs };
      this.sentMs = undefined;
    }
    this.line.mark(name);
  }

  clear(): void {
    // A mark that a clear sends back is no playback.
    this.awaited = this.sentMs = undefined;
    this.observer.cleared();
    this.line.clear();
  }

  /** The carrier sent a mark back. */
  marked(name: string): void {
    if (this.awaited?.name !== name) return;
    this.observer.startsPlaying(this.observer.now() - this.awaited.playsMs);
    this.awaited = undefined;
  }
}
