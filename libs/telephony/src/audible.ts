import { FRAME_MS } from '@clinicall/audio';
import type { CallTimeline } from './call-timeline';

/** Frames that come later than this after the ones before are a new piece of speech. */
const JOINED_MS = 150;
/** Shorter silences are how people talk. */
const SHORTEST_GAP_MS = 700;

/**
 * Who can be heard on the line when, and the silences between: the caller by their voice, the agent by the frames that
 * the carrier has to play.
 */
export class Audible {
  /** The longest silence so far that was the agent's. */
  longestAgentGapMs = 0;
  private quietSince: number;
  private agentSince: number | undefined;
  private agentUntil = -Infinity;
  private callerSince: number | undefined;

  constructor(
    private readonly timeline: CallTimeline,
    startedAt: number,
  ) {
    this.quietSince = startedAt;
  }

  /** A frame of ours goes out. @param owed whether the agent owes the caller a reply: a silence before it was ours. */
  frame(now: number, owed: boolean): void {
    if (this.agentSince === undefined || now > this.agentUntil + JOINED_MS) {
      this.agentSilent();
      this.agentSince = now;
      this.sounded(now, owed ? 'agent' : 'caller');
    }
    this.agentUntil = Math.max(now, this.agentUntil) + FRAME_MS;
  }

  /** The carrier threw away what it had of ours. */
  cleared(now: number): void {
    this.agentUntil = Math.min(this.agentUntil, now);
  }

  callerBegan(at: number): void {
    this.callerSince ??= at;
    this.sounded(at, 'caller');
  }

  callerEnded(at: number): void {
    if (this.callerSince === undefined) return;
    this.timeline.note('caller', this.callerSince, { until: at });
    this.callerSince = undefined;
    this.quietSince = Math.max(this.quietSince, at);
  }

  close(now: number): void {
    this.callerEnded(now);
    this.agentUntil = Math.min(this.agentUntil, now);
    this.agentSilent();
    if (now - this.quietSince >= SHORTEST_GAP_MS)
      this.timeline.note('gap', this.quietSince, { until: now, whose: 'caller' });
  }

  private agentSilent(): void {
    if (this.agentSince === undefined) return;
    this.timeline.note('agent', this.agentSince, { until: this.agentUntil });
    this.quietSince = Math.max(this.quietSince, this.agentUntil);
    this.agentSince = undefined;
  }

  /** One side begins: the silence until then is over, unless the other one is speaking. */
  private sounded(at: number, whose: 'agent' | 'caller'): void {
    const isOther = whose === 'agent' ? this.callerSince !== undefined : this.agentUntil > at;
    const since = Math.max(this.quietSince, this.agentUntil === -Infinity ? 0 : this.agentUntil);
    const ms = at - since;
    if (isOther || ms <= 0) return;
    if (whose === 'agent') this.longestAgentGapMs = Math.max(this.longestAgentGapMs, ms);
    if (ms >= SHORTEST_GAP_MS) this.timeline.note('gap', since, { until: at, whose });
    this.quietSince = at;
  }
}
