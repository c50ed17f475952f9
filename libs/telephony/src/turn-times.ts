import { Injectable } from '@nestjs/common';
import { Metrics } from '@clinicall/platform';

const LATENCY_MS = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_200, 1_500, 2_000, 3_000, 5_000, 8_000];

/** The times that make a call feel quick or slow, as Prometheus histograms. */
@Injectable()
export class CallMetrics {
  private readonly endOfTurn;
  private readonly firstWords;
  private readonly bargeIns;
  private readonly calls;

  constructor(metrics: Metrics) {
    this.endOfTurn = metrics.histogram('turn_end_decision_ms', 'Silence before a turn was held to be over', LATENCY_MS);
    this.firstWords = metrics.histogram(
      'turn_first_words_ms',
      'End of turn decided to first words of the reply',
      LATENCY_MS,
    );
    this.bargeIns = metrics.counter('barge_ins_total', 'Replies that the caller cut short');
    this.calls = metrics.gauge('calls_live', 'Calls on this instance');
  }

  open(): TurnTimes {
    this.calls.inc();
    return new TurnTimes(
      (ms) => this.endOfTurn.observe(ms),
      (ms) => this.firstWords.observe(ms),
      () => this.bargeIns.inc(),
    );
  }

  close(): void {
    this.calls.dec();
  }
}

/** The stop-watch of one call. */
export class TurnTimes {
  private endedAt: number | undefined;

  constructor(
    private readonly observeEnd: (ms: number) => void,
    private readonly observeFirst: (ms: number) => void,
    private readonly countBargeIn: () => void,
  ) {}

  turnEnded(now: number, silenceMs: number): void {
    this.endedAt = now;
    this.observeEnd(silenceMs);
  }

  firstWords(now: number): void {
    if (this.endedAt !== undefined) this.observeFirst(now - this.endedAt);
    this.endedAt = undefined;
  }

  bargedIn(): void {
    this.countBargeIn();
  }
}
