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
  private lastId = 0;
  private closed = false;
  private readonly waiting = new Map<number, (probability: number) => void>();

  constructor(private readonly logger: Logger) {
    super();
  }

  open(): VoiceDetector {
    const call = (this.lastId += 1);
    return new SileroDetector(
      (samples) => this.judge(call, samples),
      () => this.send({ call, end: true }),
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
    worker.postMessage({ leave: true } satisfies SileroOrder);
    await Promise.race([gone, sleep(LEAVING_MS, undefined, { ref: false })]);
    worker.unref();
  }

  private judge(call: number, samples: Float32Array): Promise<number> {
    const id = (this.lastId += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      if (!this.send({ call, id, samples })) this.answer({ id, probability: 1 });
    });
  }

  private send(order: SileroOrder): boolean {
    if (!this.closed) this.worker ??= this.start();
    this.worker?.postMessage(order);
    return this.worker !== undefined;
  }

  private answer({ id, probability }: SileroAnswer): void {
    this.waiting.get(id)?.(probability);
    this.waiting.delete(id);
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
    worker.on('message', (answer: SileroAnswer) => this.answer(answer));
    worker.on('error', (error) => {
      this.logger.error('the voice activity worker failed; it is started again', { error });
      this.worker = undefined;
      for (const id of [...this.waiting.keys()]) this.answer({ id, probability: 1 });
    });
    return worker;
  }
}

/** Gathers 20 ms frames into the model's windows. Exported for its spec. */
export class SileroDetector implements VoiceDetector {
  private readonly gate = new EnergyGate();
  private readonly window = new Float32Array(WINDOW);
  private filled = 0;
  private lingering = 0;
  private latest = 0;

  constructor(
    private readonly model: (window: Float32Array) => Promise<number>,
    private readonly onClose: () => void,
  ) {}

  async judge(samples: Int16Array): Promise<number> {
    if (this.gate.passes(samples)) this.lingering = LINGER;
    for (const sample of samples) {
      this.window[this.filled] = sample / 32_768;
      this.filled += 1;
      if (this.filled < WINDOW) continue;
      this.filled = 0;
      this.lingering = Math.max(0, this.lingering - 1);
      this.latest = this.lingering === 0 ? 0 : await this.model(this.window.slice());
    }
    return this.latest;
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
