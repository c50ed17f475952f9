import type { FastifyInstance } from 'fastify';
import type { Heard, HearingJob } from './audio/recognizer.worker';
import type { SpeechJob, Spoken } from './audio/synthesizer.worker';
import { modelsDirectory } from './audio/models-directory';
import { WorkerPool } from './audio/worker-pool';
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
    const workerData = { english: modelsDirectory('moonshine-tiny-en'), spanish: spanishModels };
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

/** The refusal when the queue is full. */
export const busy = (): ApiError =>
  new ApiError(
    429,
    'Too much speech is waiting on this server. Please try again in a few seconds.',
    null,
    'rate_limit_exceeded',
    'requests',
  );

const engines = new WeakMap<FastifyInstance, SpeechEngines>();

/** The server's engines: models are loaded when it begins to listen (or at the first request), and gone when it closes. */
export function speechEngines(app: FastifyInstance): SpeechEngines {
  const known = engines.get(app);
  if (known !== undefined) return known;
  const made = new SpeechEngines(readEnvironment().spanishModels);
  engines.set(app, made);
  app.addHook('onListen', (done) => {
    made.start();
    done();
  });
  app.addHook('onClose', () => made.close());
  return made;
}
