import { FRAME_BYTES, FRAME_MS, MU_LAW_SILENCE } from '@clinicall/audio';

/** A frame this much later than expected has lost ones before it; less is the carrier's own unevenness. */
const GAP_MS = 60;
const DRIFT = 0.05;
/** Lost sound beyond this is not filled: the stream was away. */
const LONGEST_GAP_MS = 10_000;
/** A clock that jumps back further than this has begun anew. */
const RESTART_MS = 5_000;
/** Sound that stops coming while somebody speaks: the turn must be able to end. */
const STALLED_MS = 750;

const SILENCE = Buffer.alloc(FRAME_BYTES, MU_LAW_SILENCE);

/**
 * The caller's sound in time, whatever the network did to it: what comes twice or too late is dropped, what was lost is
 * silence, and a stream that stalls in the middle of speech is silent too, so that the turn can end.
 * Times are those of Twilio's `media.timestamp`, milliseconds from the stream's start.
 */
export class InboundSound {
  /** Where the next frame belongs; undefined before the first. */
  private expectedMs: number | undefined;
  private lastAt: number | undefined;
  /** Where the last frame that passed belonged: nothing from before it follows it. */
  private lastMs = -Infinity;
  /** Silence put into the present stall; if its sound was lost, that much of it is there already. */
  private stallMs = 0;

  constructor(private readonly deliver: (payload: Buffer) => void) {}

  /** @param timestampMs undefined when the carrier gives none; then frames are taken as they come. */
  take(payload: Buffer, timestampMs: number | undefined, now: number): void {
    this.lastAt = now;
    if (timestampMs === undefined) {
      this.pass(payload);
      return;
    }
    const offset = timestampMs - (this.expectedMs ?? timestampMs);
    if (offset < -RESTART_MS || offset > LONGEST_GAP_MS) this.expectedMs = timestampMs;
    else if (offset <= -FRAME_MS || timestampMs <= this.lastMs) return;
    else if (offset >= GAP_MS) this.fill(offset);
    // Two clocks never run alike: ours follows the carrier's.
    else if (this.expectedMs !== undefined) this.expectedMs += offset * DRIFT;
    this.expectedMs ??= timestampMs;
    this.lastMs = timestampMs;
    this.stallMs = 0;
    this.pass(payload);
  }

  /** Called about every 20 ms; fills a stall while the caller is being heard. */
  tick(now: number, speaking: boolean): void {
    if (speaking && this.lastAt !== undefined && now - this.lastAt > STALLED_MS) {
      // Not counted as the stream's own time: sound that was only late is still taken when it comes.
      this.stallMs += FRAME_MS;
      this.deliver(SILENCE);
    }
  }

  private fill(gapMs: number): void {
    for (let filled = 0; filled + FRAME_MS <= gapMs; filled += FRAME_MS) {
      if (filled >= this.stallMs) this.pass(SILENCE);
      else if (this.expectedMs !== undefined) this.expectedMs += FRAME_MS;
    }
  }

  private pass(payload: Buffer): void {
    if (this.expectedMs !== undefined) this.expectedMs += payload.length / 8;
    this.deliver(payload);
  }
}
