import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

interface WireValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
}
interface WireSpan extends Omit<CollectedSpan, 'attributes'> {
  readonly attributes: readonly { readonly key: string; readonly value: WireValue }[];
}
interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[] }[];
}

/** An OpenTelemetry collector's HTTP door: takes OTLP in JSON at /v1/traces, as a real one does, and keeps all of it. */
export class TraceCollector {
  readonly bodies: string[] = [];
  readonly spans: CollectedSpan[] = [];

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<TraceCollector> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const isExport = request.method === 'POST' && request.url === '/v1/traces';
        if (isExport) collector.take(Buffer.concat(parts).toString('utf8'));
        response.writeHead(isExport ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    const collector = new TraceCollector(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop);
    return collector;
  }

  /** Traces by their root. */
  traces(): CollectedSpan[][] {
    const ids = [...new Set(this.spans.map(({ traceId }) => traceId))];
    return ids.map((id) => this.spans.filter(({ traceId }) => traceId === id));
  }

  private take(body: string): void {
    this.bodies.push(body);
    for (const { scopeSpans } of (JSON.parse(body) as Export).resourceSpans)
      for (const { spans } of scopeSpans)
        for (const span of spans)
          this.spans.push({
            ...span,
            attributes: Object.fromEntries(span.attributes.map(({ key, value }) => [key, plain(value)])),
          });
  }
}

function plain({ stringValue, boolValue, intValue, doubleValue }: WireValue): string | number | boolean {
  return stringValue ?? boolValue ?? (intValue === undefined ? undefined : Number(intValue)) ?? doubleValue ?? '';
}
