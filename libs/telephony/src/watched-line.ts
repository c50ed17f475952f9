import { FRAME_MS } from '@clinicall/audio';
import type { MediaLine } from './audio/playout';

export interface LineObserver {
  /** A frame goes out. @returns whether it was the first of a reply. */
  sent(): boolean;
  cleared(): void;
  /** The carrier's first mark of a reply came back: it began to play it at about this time. */
  startsPlaying(at: number): void;
  now(): number;
}

/** A line that tells an observer what passes through it. */
export class WatchedLine implements MediaLine {
  /** Frames since a reply's first, up to the first mark behind it. */
  private frames: number | undefined;
  private awaited: { readonly name: string; readonly playsMs: number } | undefined;

  constructor(
    private readonly line: MediaLine,
    private readonly observer: LineObserver,
  ) {}

  media(payload: Buffer): void {
    if (this.observer.sent()) this.frames = 1;
    else if (this.frames !== undefined) this.frames += 1;
    this.line.media(payload);
  }

  mark(name: string): void {
    if (this.frames !== undefined) {
      this.awaited = { name, playsMs: this.frames * FRAME_MS };
      this.frames = undefined;
    }
    this.line.mark(name);
  }

  clear(): void {
    // A mark that a clear sends back is no playback.
    this.awaited = this.frames = undefined;
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
