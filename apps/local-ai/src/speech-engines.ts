import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Heard, HearingJob } from './audio/recognizer.worker';
import type { SpeechJob, Spoken } from './audio/synthesizer.worker';
import { modelsDirectory } from './audio/models-directory';
import { PoolBusy, PoolUnready, WorkerPool } from './audio/worker-pool';
import { ApiError } from './api-error';
import { readEnvironment } from './environment';

/** More than this many waiting means half a minute and more: the caller is told to come back instead. */
const LONGEST_QUEUE = 64;

/** The threads that listen and speak. One each: measured, a second listener on two cores costs memory and gains nothing under load. */
export class SpeechEngines {
  readonly listening: WorkerPool<HearingJob, Heard>;
  readonly speaking: WorkerPool<SpeechJob, Spoken>;
  readonly spanish: boolean;

  constructor(spanishModels: string | null) {
    this.spanish = spanishModels !== null;
    const workerData = {
      english: modelsDirectory('moonshine-base-en'),
      numbers: modelsDirectory('moonshine-tiny-en'),
      spanish: spanishModels,
    };
    this.listening = new WorkerPool({ script: 'recognizer.worker', workerData, size: 1, longestQueue: LONGEST_QUEUE });
    this.speaking = new WorkerPool({ script: 'synthesizer.worker', size: 1, longestQueue: LONGEST_QUEUE });
  }

  start(): void {
    this.listening.start();
    this.speaking.start();
  }

  async close(): Promise<void> {
    await Promise.all([this.listening.close(), this.speaking.close()]);
  }

  /** For /health: what has its models in memory. */
  state(): { transcriptions: boolean; speech: boolean; languages: readonly string[] } {
    return {
      transcriptions: this.listening.ready,
      speech: this.speaking.ready,
      languages: this.spanish ? ['en', 'es'] : ['en'],
    };
  }
}

/** What the client is told when the engines cannot take its request; other errors as they are. */
export function refusal(error: unknown): unknown {
  if (error instanceof PoolBusy) {
    const message = 'Too much speech is waiting on this server. Please try again in a few seconds.';
    return new ApiError(429, message, null, 'rate_limit_exceeded', 'requests');
  }
  if (error instanceof PoolUnready) {
    const message = 'The speech model is not there or cannot be read: run `node scripts/models.mjs` and start again.';
    return new ApiError(503, message, null, 'model_unavailable');
  }
  return error;
}

const MODEL_FILES = ['encoder_model.onnx', 'decoder_model_merged.onnx'];

/** The operator's Spanish model, if its files are there. */
function spanishFolder(app: FastifyInstance, folder: string | null): string | null {
  if (folder === null) {
    app.log.info(
      'Speech in Spanish: recognition needs another provider or OFFLINE_STT_ES_DIR, speaking needs espeak-ng.',
    );
    return null;
  }
  if (MODEL_FILES.every((file) => existsSync(join(folder, file)))) {
    app.log.info('Spanish is recognised with the model of OFFLINE_STT_ES_DIR, under the licence it came with.');
    return folder;
  }
  app.log.warn(`OFFLINE_STT_ES_DIR is not used: it must hold ${MODEL_FILES.join(' and ')}.`);
  return null;
}

const engines = new WeakMap<FastifyInstance, SpeechEngines>();

/** The server's engines: models are loaded when it begins to listen (or at the first request), and gone when it closes. */
export function speechEngines(app: FastifyInstance): SpeechEngines {
  const known = engines.get(app);
  if (known !== undefined) return known;
  const made = new SpeechEngines(spanishFolder(app, readEnvironment().spanishModels));
  engines.set(app, made);
  app.addHook('onListen', (done) => {
    made.start();
    done();
  });
  app.addHook('onClose', () => made.close());
  return made;
}
