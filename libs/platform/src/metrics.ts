import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const LOOP_RESOLUTION_MS = 10;
const LOOP_QUANTILES = [0.5, 0.9, 0.95, 0.99];

/** The process's Prometheus registry (text exposition 0.0.4). Label values come from closed lists, never from patients. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly sources: (() => Promise<object[]>)[] = [];

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.watchLoop();
  }

  /** Metrics of another thread of this process, asked at every scrape: what both count is one number. */
  addSource(read: () => Promise<object[]>): void {
    this.sources.push(read);
  }

  /** All of the process, as Prometheus reads it. */
  async exposition(): Promise<string> {
    if (this.sources.length === 0) return this.registry.metrics();
    const all = await Promise.all([this.registry.getMetricsAsJSON(), ...this.sources.map((read) => read())]);
    return AggregatorRegistry.aggregate(all).metrics();
  }

  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return (
      (this.known(name) as Counter | undefined) ?? new Counter({ name, help, labelNames, registers: [this.registry] })
    );
  }

  /** @param read asked at every scrape, for a gauge without labels. */
  gauge(name: string, help: string, labelNames: readonly string[] = [], read?: () => number): Gauge {
    const collect = read === undefined ? {} : { collect: (): void => gauge.set(read()) };
    const gauge: Gauge =
      (this.known(name) as Gauge | undefined) ??
      new Gauge({ name, help, labelNames, registers: [this.registry], ...collect });
    return gauge;
  }

  /** @param buckets upper bounds in the unit the name ends in (`_ms`, `_bytes`). */
  histogram(name: string, help: string, buckets: number[], labelNames: readonly string[] = []): Histogram {
    return (
      (this.known(name) as Histogram | undefined) ??
      new Histogram({ name, help, buckets, labelNames, registers: [this.registry] })
    );
  }

  /** How late the event loop came to its work, over the time since the last scrape. */
  private watchLoop(): void {
    const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
    delay.enable();
    const gauge = new Gauge({
      name: 'event_loop_lag_ms',
      help: 'How late the event loop came to its work since the last scrape',
      labelNames: ['quantile'],
      aggregator: 'max',
      registers: [this.registry],
      collect: () => {
        for (const quantile of LOOP_QUANTILES) {
          const ms = delay.percentile(quantile * 100) / 1e6 - LOOP_RESOLUTION_MS;
          gauge.set({ quantile }, Number.isFinite(ms) ? Math.max(0, ms) : 0);
        }
        delay.reset();
      },
    });
  }

  private known(name: string): unknown {
    return this.registry.getSingleMetric(name);
  }
}
