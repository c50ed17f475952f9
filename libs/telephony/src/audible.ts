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
  /** When the agent began while the caller was held to be speaking still. */
  private overCallerSince: number | undefined;

  constructor(
    private readonly timeline: CallTimeline,
    startedAt: number,
  ) {
    this.quietSince = startedAt;
  }

  /** So much sound of ours goes out. @param owed whether the agent owes the caller a word: a silence before it was ours. */
  sent(now: number, ms: number, owed: boolean): void {
    if (this.agentSince === undefined || now > this.agentUntil + JOINED_MS) {
      this.agentSilent();
      this.agentSince = now;
      if (this.callerSince === undefined) this.silent(now, owed ? 'agent' : 'caller');
      else this.overCallerSince ??= now;
    }
    this.agentUntil = Math.max(now, this.agentUntil) + ms;
  }

  /** The carrier threw away what it had of ours. */
  cleared(now: number): void {
    this.agentUntil = Math.min(this.agentUntil, now);
  }

  callerBegan(at: number): void {
    if (this.callerSince === undefined && this.agentUntil <= at) this.silent(at, 'caller');
    this.callerSince ??= at;
  }

  /** @param at of the last sound, which is known later than it was: the agent may have begun since. */
  callerEnded(at: number): void {
    if (this.callerSince === undefined) return;
    this.timeline.note('caller', this.callerSince, { until: at });
    this.callerSince = undefined;
    this.quietSince = Math.max(this.quietSince, at);
    const agentBegan = this.overCallerSince;
    this.overCallerSince = undefined;
    if (agentBegan !== undefined && agentBegan > at) this.silent(agentBegan, 'agent', at);
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

  /** Nobody was heard until `at`, since whoever was last. */
  private silent(at: number, whose: 'agent' | 'caller', since = Math.max(this.quietSince, this.agentUntil)): void {
    const ms = at - since;
    if (ms <= 0) return;
    if (whose === 'agent') this.longestAgentGapMs = Math.max(this.longestAgentGapMs, ms);
    if (ms >= SHORTEST_GAP_MS) this.timeline.note('gap', since, { until: at, whose });
    this.quietSince = Math.max(this.quietSince, at);
  }
}
