import { Injectable } from '@nestjs/common';
import { Environment, Metrics } from '@clinicall/platform';

/** A call that was answered opens its stream within this (the life of its token), or is not coming. */
const PROMISE_MS = 60_000;

/** How many calls this instance may carry: those it carries, and those that it has answered and are on their way. */
@Injectable()
export class CallPlaces {
  private readonly promised = new Map<string, number>();
  private readonly carried = new Set<string>();

  constructor(
    private readonly environment: Environment,
    private readonly metrics: Metrics,
  ) {}

  /** @returns false when there is no place left; a call that has one keeps it. */
  take(callSid: string, now = Date.now()): boolean {
    for (const [sid, until] of this.promised) if (until <= now) this.promised.delete(sid);
    const has = this.promised.has(callSid) || this.carried.has(callSid);
    if (!has && this.promised.size + this.carried.size >= this.environment.values.MAX_CALLS) {
      this.turnedAway('instance');
      return false;
    }
    if (!this.carried.has(callSid)) this.promised.set(callSid, now + PROMISE_MS);
    return true;
  }

  turnedAway(limit: 'instance' | 'clinic'): void {
    this.metrics.counter('calls_turned_away_total', 'Calls that heard a busy sentence', ['limit']).inc({ limit });
  }

  /** The call's stream is here. */
  opened(callSid: string): void {
    this.promised.delete(callSid);
    this.carried.add(callSid);
  }

  /** It is gone, or never came. */
  left(callSid: string): void {
    this.promised.delete(callSid);
    this.carried.delete(callSid);
  }
}
