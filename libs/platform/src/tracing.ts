import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Context, Tracer } from '@opentelemetry/api';
import type { NodeTracerConfig } from '@opentelemetry/sdk-trace-node';
import { Environment } from './environment';

/**
 * All that a span may carry: ids of ours, codes of closed lists, numbers. What is not in this list has no place in a trace,
 * so no word, name or number of a patient can get into one. The model's share has OpenTelemetry's own names
 * (semantic conventions, "Gen AI").
 */
export interface SpanAttributes {
  readonly 'clinicall.clinic.id'?: string;
  readonly 'clinicall.call.id'?: string;
  readonly 'clinicall.channel'?: string;
  readonly 'clinicall.language'?: string;
  /** Number of the caller's turn, from 1. */
  readonly 'clinicall.turn'?: number;
  /** Which answer of the model in the turn, from 0. */
  readonly 'clinicall.round'?: number;
  /** Why: an endpointing rule, a guard's kind, the kind of a failure. */
  readonly 'clinicall.reason'?: string;
  readonly 'clinicall.guard.action'?: string;
  readonly 'clinicall.silence_ms'?: number;
  readonly 'clinicall.ok'?: boolean;
  readonly 'gen_ai.conversation.id'?: string;
  readonly 'gen_ai.provider.name'?: string;
  readonly 'gen_ai.request.model'?: string;
  readonly 'gen_ai.tool.name'?: string;
  readonly 'gen_ai.usage.input_tokens'?: number;
  readonly 'gen_ai.usage.output_tokens'?: number;
  readonly 'gen_ai.usage.cache_read.input_tokens'?: number;
}

export type SpanName =
  | 'turn'
  | 'speech end'
  | 'speech to text'
  | 'agent'
  | 'model'
  | 'tool'
  | 'guard'
  | 'first clause'
  | 'text to speech'
  | 'first audio';

/** A piece of work with a beginning and an end. Times are `performance.now()`; absent: now. */
export interface TraceSpan {
  child(name: SpanName, attributes?: SpanAttributes, startedAt?: number): TraceSpan;
  set(attributes: SpanAttributes): void;
  /** @param why a code, never a message: libraries quote what they were given. */
  fail(why: string): void;
  end(at?: number): void;
}

/** What there is when nobody traces: nothing, at the price of a call that does nothing. */
export const NO_SPAN: TraceSpan = {
  child: () => NO_SPAN,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
};

/** The whole resource: what the SDK would find out by itself names the machine and its command line. */
const SERVICE: NonNullable<NodeTracerConfig['resource']> = {
  attributes: { 'service.name': 'clinicall' },
  merge: () => SERVICE,
  getRawAttributes: () => [['service.name', 'clinicall']],
};
/** A collector that does not answer holds up no shutdown. */
const FAREWELL_MS = 2_000;
/** Values are codes and ids: what is longer, or has a space in it, is neither. */
const CODE = /^[\w.:/@+-]{1,80}$/;

/**
 * One trace a turn, to the OpenTelemetry collector at OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP, JSON). Without that
 * setting not even the tracer's code is loaded.
 */
@Injectable()
export class Tracing implements OnModuleInit, OnApplicationShutdown {
  private sdk: Sdk | undefined;
  private shutdown: (() => Promise<void>) | undefined;

  constructor(private readonly environment: Environment) {}

  async onModuleInit(): Promise<void> {
    const endpoint = this.environment.values.OTEL_EXPORTER_OTLP_ENDPOINT;
    if (endpoint === undefined) return;
    const [api, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ]);
    const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
    const provider = new NodeTracerProvider({
      resource: SERVICE,
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.sdk = { api, tracer: provider.getTracer('clinicall') };
    this.shutdown = () => provider.shutdown();
  }

  /** Begins the trace of a turn. */
  begin(attributes: SpanAttributes, startedAt?: number): TraceSpan {
    if (this.sdk === undefined) return NO_SPAN;
    return open(this.sdk, this.sdk.api.ROOT_CONTEXT, { name: 'turn', attributes, startedAt });
  }

  async onApplicationShutdown(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL_MS).unref());
    await Promise.race([this.shutdown?.().catch(() => undefined), patience]);
  }
}

interface Sdk {
  readonly api: typeof import('@opentelemetry/api');
  readonly tracer: Tracer;
}

interface Beginning {
  readonly name: SpanName;
  readonly attributes: SpanAttributes;
  readonly startedAt: number | undefined;
}

function open(sdk: Sdk, parent: Context, { name, attributes, startedAt }: Beginning): TraceSpan {
  const { api, tracer } = sdk;
  const span = tracer.startSpan(name, { attributes: codesOnly(attributes), startTime: startedAt }, parent);
  const inside = api.trace.setSpan(parent, span);
  const failed = (why: string) => ({ code: api.SpanStatusCode.ERROR, message: CODE.test(why) ? why : 'failed' });
  return {
    child: (childName, more = {}, childStartedAt) =>
      open(sdk, inside, { name: childName, attributes: more, startedAt: childStartedAt }),
    set: (more) => void span.setAttributes(codesOnly(more)),
    fail: (why) => void span.setStatus(failed(why)),
    end: (at) => span.end(at),
  };
}

function codesOnly(attributes: SpanAttributes): Record<string, string | number | boolean> {
  const entries = Object.entries(attributes as Record<string, string | number | boolean | undefined>);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value !== 'string' || CODE.test(value) ? value : '[text]']];
    }),
  );
}
