import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DatabaseAddress, Logger, Metrics } from '@clinicall/platform';
import { CallMetrics } from '../call-metrics';
import { CallPlaces } from '../call-places';
import type { CallLine } from '../call-sessions';
import type { FromCalls, ToCalls } from './call-orders';
import { CallPost, readLetter } from './call-post';
import type { Letter } from './call-post';

/** The thread may take so long to finish its writing. */
const LEAVING_MS = 10_000;
/** Longer than a call's patience by what its last words take to write. */
const HAND_OVER_MS = 10_000;
/** A thread that cannot live is not started in a rush. */
const AGAIN_AFTER_MS = 500;
/** Who asks for metrics waits so long for a thread that is at work; figures that come and go look like a restart. */
const METRICS_MS = 4_000;
/**
 * Megabytes the thread may have. A hundred live calls keep 13 of old objects; but V8 lets garbage grow to a multiple of all that
 * lives where it may take gigabytes, and to a little over it where it may not. Young ones have what they have without a limit.
 */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 };
/** Of the process, which counts them once. */
const OF_THE_PROCESS = /^(process_|nodejs_)/;

/** A call's session as its socket sees it. */
export interface SocketSession {
  start(): void;
  audio(payload: Buffer, timestampMs?: number): void;
  marked(name: string): void;
  key(digit: string): void;
  stopped(): void;
}

interface Carried extends SocketSession {
  readonly call: number;
  readonly callSid: string;
  readonly line: CallLine;
}

/**
 * The calls in a thread of their own (media streams alone): this thread keeps the sockets and moves the frames, that one
 * listens, thinks, asks the database and the providers. So no turn of one call, nor a request to the API, is ever in the
 * way of another call's sound. Not running until it is started: then the calls are held in this thread.
 */
@Injectable()
export class CallsThread implements OnApplicationShutdown {
  private readonly carried = new Map<number, Carried>();
  private readonly opening = new Map<number, (ok: boolean) => void>();
  private readonly questions = new Map<number, (value: unknown) => void>();
  private readonly post = new CallPost<ToCalls>((letter, transfer) => this.worker?.postMessage(letter, transfer));
  private worker: Worker | undefined;
  private ready: Promise<void> = Promise.resolve();
  private onReady: () => void = () => undefined;
  private script: string | undefined;
  private lastNumber = 0;

  constructor(
    private readonly places: CallPlaces,
    private readonly address: DatabaseAddress,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    callMetrics: CallMetrics,
  ) {
    callMetrics.watchBuffers(() => Math.max(0, ...[...this.carried.values()].map(({ line }) => line.buffered())));
  }

  /** @param script the compiled program of the thread. Resolves when it takes calls. */
  async start(script: string): Promise<void> {
    this.script = script;
    this.metrics.addSource(() => this.theirMetrics());
    this.ready = this.begin(script);
    await this.ready;
  }

  get isRunning(): boolean {
    return this.script !== undefined;
  }

  /** @returns undefined when the token is not this call's, or has been used. */
  async open(callSid: string, token: string, line: CallLine): Promise<SocketSession | undefined> {
    await this.ready;
    const call = (this.lastNumber += 1);
    const ok = await new Promise<boolean>((resolve) => {
      this.opening.set(call, resolve);
      this.post.order({ type: 'open', call, callSid, token });
    });
    if (!ok) return undefined;
    this.places.opened(callSid);
    const carried = this.session(call, callSid, line);
    this.carried.set(call, carried);
    return carried;
  }

  /** The socket is gone. */
  close(session: SocketSession): void {
    const { call, callSid } = session as Carried;
    if (!this.carried.delete(call)) return;
    this.places.left(callSid);
    this.post.order({ type: 'close', call });
  }

  /** As CallSessions.handOver. */
  async handOver(patienceMs: number): Promise<void> {
    if (this.worker === undefined) return;
    await this.ask((question) => ({ type: 'hand_over', question, patienceMs }), patienceMs + HAND_OVER_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    const worker = this.worker;
    this.script = this.worker = undefined;
    if (worker === undefined) return;
    const gone = once(worker, 'exit');
    const leave: Letter<ToCalls> = {
      ...{ calls: [], bytes: [], times: [], sound: new Uint8Array(0) },
      orders: [{ after: 0, order: { type: 'leave' } }],
    };
    worker.postMessage(leave);
    await Promise.race([gone, sleep(LEAVING_MS, undefined, { ref: false })]);
    await worker.terminate();
  }

  private session(call: number, callSid: string, line: CallLine): Carried {
    return {
      ...{ call, callSid, line },
      start: () => this.post.order({ type: 'start', call }),
      audio: (payload, timestampMs) => this.post.frame(call, payload, timestampMs),
      marked: (name) => this.post.order({ type: 'mark', call, name }),
      key: (digit) => this.post.order({ type: 'key', call, digit }),
      stopped: () => this.post.order({ type: 'stop', call }),
    };
  }

  /** Resolves when it takes calls. */
  private begin(script: string): Promise<void> {
    const ready = new Promise<void>((resolve) => (this.onReady = resolve));
    const { app, direct } = this.address;
    const worker = new Worker(script, { workerData: { app, direct }, resourceLimits: MEMORY });
    this.worker = worker;
    worker.on('message', (letter: Letter<FromCalls>) => this.receive(letter));
    worker.on('error', (error) => this.logger.error('the calls’ thread failed; it is started again', { error }));
    worker.on('exit', () => this.lost(worker));
    return ready;
  }

  private receive(letter: Letter<FromCalls>): void {
    readLetter(
      letter,
      (call, payload) => this.carried.get(call)?.line.media(payload),
      (order) => this.obey(order),
    );
  }

  private obey(order: FromCalls): void {
    if (order.type === 'ready') this.onReady();
    else if (order.type === 'opened') this.opened(order.call, order.ok);
    else if (order.type === 'mark') this.carried.get(order.call)?.line.mark(order.name);
    else if (order.type === 'clear') this.carried.get(order.call)?.line.clear();
    else if (order.type === 'close') this.carried.get(order.call)?.line.close();
    else {
      this.questions.get(order.question)?.(order.value);
      this.questions.delete(order.question);
    }
  }

  private opened(call: number, ok: boolean): void {
    this.opening.get(call)?.(ok);
    this.opening.delete(call);
  }

  /** Its calls come back by /voice/after-stream, as those of a process that died. */
  private lost(worker: Worker): void {
    if (this.worker !== worker || this.script === undefined) return;
    for (const call of [...this.opening.keys()]) this.opened(call, false);
    for (const answer of this.questions.values()) answer(undefined);
    this.questions.clear();
    for (const { line } of this.carried.values()) line.close();
    const { script } = this;
    this.ready = sleep(AGAIN_AFTER_MS, undefined, { ref: false }).then(() => this.begin(script));
  }

  private async ask(order: (question: number) => ToCalls, ms: number): Promise<unknown> {
    const question = (this.lastNumber += 1);
    const answer = new Promise<unknown>((resolve) => this.questions.set(question, resolve));
    this.post.order(order(question));
    return Promise.race([answer, sleep(ms, undefined, { ref: false })]);
  }

  private async theirMetrics(): Promise<object[]> {
    if (this.worker === undefined) return [];
    const theirs = await this.ask((question) => ({ type: 'metrics', question }), METRICS_MS);
    return ((theirs ?? []) as { name: string }[]).filter(({ name }) => !OF_THE_PROCESS.test(name));
  }
}
