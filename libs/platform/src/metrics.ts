import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The process's Prometheus registry (text exposition 0.0.4). Label values come from closed lists, never from patients. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return (
      (this.known(name) as Counter | undefined) ?? new Counter({ name, help, labelNames, registers: [this.registry] })
    );
  }

  gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return (this.known(name) as Gauge | undefined) ?? new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  /** @param buckets upper bounds in the unit the name ends in (`_ms`, `_bytes`). */
  histogram(name: string, help: string, buckets: number[], labelNames: readonly string[] = []): Histogram {
    return (
      (this.known(name) as Histogram | undefined) ??
      new Histogram({ name, help, buckets, labelNames, registers: [this.registry] })
    );
  }

  private known(name: string): unknown {
    return this.registry.getSingleMetric(name);
  }
}
