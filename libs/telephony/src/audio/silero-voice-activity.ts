import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@clinicall/platform';
import { EnergyGate } from './energy-gate';
import type { SileroAnswer, SileroOrder } from './silero-worker';
import { VoiceActivity } from './voice-activity';
import type { VoiceDetector } from './voice-activity';

/** The worker may take this long to finish what it judges. */
const LEAVING_MS = 5_000;
/** Samples of one window of Silero v5 at 8 kHz: 32 ms. */
const WINDOW = 256;
/** Windows after the last loud frame that are still judged, so that soft endings of words are heard. */
const LINGER = 12;

/**
 * Silero VAD v5 (MIT) at 8 kHz, in one worker thread for all calls, behind an energy gate: silence costs nothing and the
 * loop that moves audio never waits for the model. Without the model's file the gate alone decides.
 */
@Injectable()
export class SileroVoiceActivity extends VoiceActivity implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private lastCall = 0;
  private closed = false;
  /** A call has one window judged at a time. */
  private readonly waiting = new Map<number, (probability: number) => void>();
  /** Windows of all calls that came with the same turn of the loop: they go to the model together. */
  private gathered: { readonly call: number; readonly samples: Int16Array }[] = [];

  constructor(private readonly logger: Logger) {
    super();
  }

  open(): VoiceDetector {
    const call = (this.lastCall += 1);
    return new SileroDetector(
      (samples) => this.judge(call, samples),
      () => {
        this.sendGathered();
        this.send({ end: call });
      },
    );
  }

  /**
   * The worker leaves by itself: a thread that is ended in the middle of the model's work takes the whole process with it
   * (onnxruntime-node answers into an environment that is going and aborts).
   */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    const worker = this.worker;
    if (worker === undefined) return;
    this.worker = undefined;
    const gone = once(worker, 'exit');
    worker.ref();
    this.gathered = [];
    worker.postMessage({ leave: true } satisfies SileroOrder);
    await Promise.race([gone, sleep(LEAVING_MS, undefined, { ref: false })]);
    worker.unref();
  }

  private judge(call: number, samples: Int16Array): Promise<number> {
    return new Promise((resolve) => {
      this.waiting.set(call, resolve);
      if (this.gathered.length === 0) setImmediate(() => this.sendGathered());
      this.gathered.push({ call, samples });
    });
  }

  private sendGathered(): void {
    const windows = this.gathered;
    if (windows.length === 0) return;
    this.gathered = [];
    // One piece of memory that changes hands: to copy a list of windows takes four times as long.
    const samples = new Int16Array(windows.length * WINDOW);
    for (const [place, window] of windows.entries()) samples.set(window.samples, place * WINDOW);
    const order = { calls: windows.map(({ call }) => call), samples };
    if (!this.send(order, [samples.buffer])) this.answer(windows.map(({ call }) => ({ call, probability: 1 })));
  }

  private send(order: SileroOrder, passedOn: ArrayBuffer[] = []): boolean {
    if (!this.closed) this.worker ??= this.start();
    this.worker?.postMessage(order, passedOn);
    return this.worker !== undefined;
  }

  private answer(answers: readonly SileroAnswer[]): void {
    for (const { call, probability } of answers) {
      const tell = this.waiting.get(call);
      this.waiting.delete(call);
      tell?.(probability);
    }
  }

  private start(): Worker | undefined {
    const [script, model] = [
      builtFile('libs/telephony/src/audio/silero-worker.js'),
      rootFile('.cache/models/silero_vad_v5.onnx'),
    ];
    if (script === undefined || model === undefined) {
      this.logger.warn('the voice activity model is missing; the energy gate decides alone');
      return undefined;
    }
    const worker = new Worker(script, { workerData: { model } });
    worker.unref();
    worker.on('message', (answers: SileroAnswer[]) => this.answer(answers));
    worker.on('error', (error) => {
      this.logger.error('the voice activity worker failed; it is started again', { error });
      this.worker = undefined;
      this.gathered = [];
      this.answer([...this.waiting.keys()].map((call) => ({ call, probability: 1 })));
    });
    return worker;
  }
}

/** Gathers 20 ms frames into the model's windows. Exported for its spec. */
export class SileroDetector implements VoiceDetector {
  private readonly gate = new EnergyGate();
  private readonly window = new Int16Array(WINDOW);
  private filled = 0;
  private lingering = 0;
  private latest = 0;

  constructor(
    private readonly model: (window: Int16Array) => Promise<number>,
    private readonly onClose: () => void,
  ) {}

  judge(samples: Int16Array): number | Promise<number> {
    if (this.gate.passes(samples)) this.lingering = LINGER;
    let asked: Promise<number> | undefined;
    for (let from = 0; from < samples.length;) {
      const piece = samples.subarray(from, from + WINDOW - this.filled);
      this.window.set(piece, this.filled);
      this.filled += piece.length;
      from += piece.length;
      if (this.filled === WINDOW) asked = this.complete();
    }
    return asked === undefined ? this.latest : asked.then((probability) => (this.latest = probability));
  }

  /** A window is longer than a frame: no frame completes two. @returns undefined when it is silence. */
  private complete(): Promise<number> | undefined {
    this.filled = 0;
    this.lingering = Math.max(0, this.lingering - 1);
    if (this.lingering > 0) return this.model(this.window.slice());
    this.latest = 0;
    return undefined;
  }

  close(): void {
    this.onClose();
  }
}

function rootFile(path: string): string | undefined {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) return undefined;
    folder = dirname(folder);
  }
  const file = join(folder, path);
  return existsSync(file) ? file : undefined;
}

/** A worker starts from compiled code: beside this file in a build, from the build when this runs from source. */
function builtFile(path: string): string | undefined {
  const beside = join(__dirname, path.slice(path.lastIndexOf('/') + 1));
  return existsSync(beside) ? beside : rootFile(join('dist', path));
}
