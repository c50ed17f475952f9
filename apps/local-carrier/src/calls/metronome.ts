import { FRAME_MS } from '@clinicall/audio';
import { type Clock, steadyClock } from '../clock';

/** Ten seconds: after a longer stop (a sleeping laptop) time is not caught up with. */
const MOST_LATE_TICKS = 500;

/** One beat every 20 ms for all calls: late beats are caught up with, none is lost. */
export class Metronome {
  private readonly listeners = new Set<() => void>();
  private callOff: (() => void) | undefined;
  private startedAt = 0;
  private beats = 0;

  constructor(readonly clock: Clock = steadyClock) {}

  /** Returns how to leave. */
  join(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.startedAt = this.clock.now();
      this.beats = 0;
      this.wait();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.callOff?.();
    };
  }

  private wait(): void {
    const next = this.startedAt + (this.beats + 1) * FRAME_MS - this.clock.now();
    this.callOff = this.clock.after(Math.max(1, next), () => {
      if (this.due > this.beats + 1) this.afterArrivals();
      else this.beat();
    });
  }

  /**
   * The process itself stood still. A telephone line did not: sound that came meanwhile waits in the sockets, and is taken in
   * before the late beats, or they would play a silence that no line had.
   */
  private afterArrivals(): void {
    const soon = setImmediate(() => this.beat());
    this.callOff = () => clearImmediate(soon);
  }

  private get due(): number {
    return Math.floor((this.clock.now() - this.startedAt) / FRAME_MS);
  }

  private beat(): void {
    const { due } = this;
    if (due - this.beats > MOST_LATE_TICKS) {
      this.startedAt += (due - this.beats - 1) * FRAME_MS;
      this.beats += 1;
      this.listeners.forEach((listener) => listener());
    } else {
      for (; this.beats < due; this.beats += 1) this.listeners.forEach((listener) => listener());
    }
    if (this.listeners.size > 0) this.wait();
  }
}
