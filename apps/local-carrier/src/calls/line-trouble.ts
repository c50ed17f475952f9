import { type Clock, steadyClock } from '../clock';
import type { FaultSettings } from '../faults';

export type TroubleSettings = Pick<
  FaultSettings,
  'lossRate' | 'jitterMs' | 'reorderRate' | 'halfOpenAfterMs' | 'troubleSeed'
>;

/**
 * What a bad network does to a stream's frames: some are lost, some come late (in their order), some change places with
 * the next one, and after a while nothing comes any more on a socket that stays open. The same seed does the same.
 */
export class LineTrouble {
  private readonly random: () => number;
  private readonly startedAt: number;
  private lastDueAt = 0;
  private readonly waiting: { readonly dueAt: number; readonly send: () => void }[] = [];
  private swapped: (() => void) | undefined;

  constructor(
    private readonly settings: TroubleSettings,
    private readonly clock: Clock = steadyClock,
  ) {
    this.startedAt = clock.now();
    this.random = seeded(settings.troubleSeed);
  }

  /** Nothing passes any more, either way. */
  get dead(): boolean {
    const { halfOpenAfterMs } = this.settings;
    return halfOpenAfterMs !== null && this.clock.now() - this.startedAt >= halfOpenAfterMs;
  }

  /** @param send sends one media frame. */
  pass(send: () => void): void {
    const { lossRate, jitterMs, reorderRate } = this.settings;
    if (this.dead || this.random() < lossRate) return;
    if (this.swapped === undefined && this.random() < reorderRate) {
      this.swapped = send;
      return;
    }
    const before = this.swapped;
    this.swapped = undefined;
    this.late(jitterMs, () => {
      send();
      before?.();
    });
  }

  private late(jitterMs: number, send: () => void): void {
    if (jitterMs === 0) {
      send();
      return;
    }
    const now = this.clock.now();
    this.lastDueAt = Math.max(this.lastDueAt, now + this.random() * jitterMs);
    this.waiting.push({ dueAt: this.lastDueAt, send });
    this.clock.after(Math.ceil(this.lastDueAt - now), () => this.sendDue());
  }

  /** In their order, however exact the timers are. */
  private sendDue(): void {
    for (let next = this.waiting[0]; next !== undefined && next.dueAt <= this.clock.now(); next = this.waiting[0]) {
      this.waiting.shift();
      if (!this.dead) next.send();
    }
  }
}

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
