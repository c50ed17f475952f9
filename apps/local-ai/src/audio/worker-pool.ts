import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** What a worker is sent: a job under a number, or the number of a job no longer wanted. */
export type Order<Job> = { readonly id: number; readonly job: Job } | { readonly cancel: number };

/** What a worker sends: once that it is ready, then an answer a job. */
export type Answer<Result> =
  | { readonly ready: true }
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly fault: string };

/** More work is waiting than can be done in useful time. */
export class PoolBusy extends Error {}

/** The thread could not load what it works with. */
export class PoolUnready extends Error {}

interface Waiting<Job, Result> {
  readonly id: number;
  readonly job: Job;
  /** Waits behind all others, and stops for them. */
  readonly patient: boolean;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
}

interface Post<Job, Result> {
  readonly worker: Worker;
  ready: boolean;
  current: Waiting<Job, Result> | null;
  /** What it does was told to stop for one that cannot wait, and is done again later. */
  stopped: boolean;
}

export interface PoolOptions {
  /** Compiled worker beside this file, without `.js`. */
  readonly script: string;
  readonly workerData?: unknown;
  readonly size: number;
  readonly longestQueue: number;
}

/** A worker starts from compiled code. Run from source (the specs), the build's is taken. */
function scriptPath(script: string): string {
  const beside = join(__dirname, `${script}.js`);
  if (existsSync(beside)) return beside;
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const built = join(folder, 'dist', 'apps', 'local-ai', 'src', 'audio', `${script}.js`);
  if (!existsSync(built)) throw new Error(`${script}.js is not built yet: run npm run build.`);
  return built;
}

const abortReason = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error('aborted');

/** Longer than any model takes to load, or to come to where it sees that it was stopped. */
const LOADING_MS = 20_000;

/** A thread that is stopped while native code loads or runs a model takes the whole process with it: it is let finish. */
async function dismiss<Job, Result>({ worker, ready, current }: Post<Job, Result>): Promise<void> {
  if (!ready || current !== null) {
    if (current !== null) worker.postMessage({ cancel: current.id } satisfies Order<Job>);
    const loaded = once(worker, 'message').catch(() => undefined);
    await Promise.race([loaded, once(worker, 'exit'), sleep(LOADING_MS, undefined, { ref: false })]);
  }
  await worker.terminate();
}

/**
 * Threads that each do one job at a time, so that the process's own loop stays free: first come first served, but patient
 * jobs (nobody waits for their answer on the telephone) after all others.
 */
export class WorkerPool<Job, Result> {
  private readonly posts: Post<Job, Result>[] = [];
  private readonly queue: Waiting<Job, Result>[] = [];
  private lastId = 0;
  private closed = false;
  private started = false;

  constructor(private readonly options: PoolOptions) {}

  /** Starts the threads; they load their models and take work as soon as they are ready. */
  start(): void {
    if (this.started || this.closed) return;
    this.started = true;
    for (let i = 0; i < this.options.size; i += 1) this.hire();
  }

  /** Whether a thread has its models loaded. */
  get ready(): boolean {
    return this.posts.some((post) => post.ready);
  }

  /** Jobs waiting or being done. */
  get load(): number {
    return this.queue.length + this.posts.filter((post) => post.current !== null).length;
  }

  /** @throws PoolBusy; the signal's reason; an Error when the job or its thread failed */
  run(job: Job, signal?: AbortSignal, patient = false): Promise<Result> {
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    if (this.closed) return Promise.reject(new Error('The speech workers are closed.'));
    if (this.queue.length >= this.options.longestQueue)
      return Promise.reject(new PoolBusy('Too much speech is waiting.'));
    this.start();
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      const id = this.lastId;
      const onAbort = (): void => this.cancel(id, signal === undefined ? new Error('aborted') : abortReason(signal));
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.enqueue({
        id,
        job,
        patient,
        resolve: (result) => {
          settled();
          resolve(result);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      });
      this.assign();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.queue.splice(0)) waiting.reject(new Error('The server is closing.'));
    await Promise.all(this.posts.splice(0).map((post) => dismiss(post)));
  }

  private hire(): void {
    const { script, workerData } = this.options;
    const post: Post<Job, Result> = {
      worker: new Worker(scriptPath(script), { workerData, name: script }),
      ready: false,
      current: null,
      stopped: false,
    };
    this.posts.push(post);
    let fault = new Error('The speech worker ended.');
    post.worker.on('message', (answer: Answer<Result>) => this.take(post, answer));
    post.worker.on('error', (error: unknown) => (fault = error instanceof Error ? error : new Error(String(error))));
    post.worker.on('exit', () => this.replace(post, fault));
  }

  /** A thread that died: its job fails, another takes its place. One that never became ready would die again at once. */
  private replace(post: Post<Job, Result>, fault: Error): void {
    post.current?.reject(fault);
    const at = this.posts.indexOf(post);
    if (at >= 0) this.posts.splice(at, 1);
    if (this.closed) return;
    if (post.ready) this.hire();
    else if (this.posts.length === 0) {
      this.started = false;
      const unready = new PoolUnready(fault.message, { cause: fault });
      for (const waiting of this.queue.splice(0)) waiting.reject(unready);
    }
  }

  private take(post: Post<Job, Result>, answer: Answer<Result>): void {
    if ('ready' in answer) post.ready = true;
    else if (post.current?.id === answer.id) {
      const { current, stopped } = post;
      post.current = null;
      post.stopped = false;
      if ('result' in answer) current.resolve(answer.result);
      else if (stopped) this.queue.push(current);
      else current.reject(new Error(answer.fault));
    }
    this.assign();
  }

  private assign(): void {
    for (const post of this.posts) {
      if (!post.ready || post.current !== null) continue;
      const next = this.queue.shift();
      if (next === undefined) return;
      post.current = next;
      post.worker.postMessage({ id: next.id, job: next.job } satisfies Order<Job>);
    }
    if (this.queue[0]?.patient === false) this.makeRoom();
  }

  /** Behind those of its kind; the patient ones stand behind all. */
  private enqueue(waiting: Waiting<Job, Result>): void {
    const at = waiting.patient ? -1 : this.queue.findIndex((other) => other.patient);
    if (at < 0) this.queue.push(waiting);
    else this.queue.splice(at, 0, waiting);
  }

  /** A patient job in work gives way. */
  private makeRoom(): void {
    if (this.posts.some((post) => post.stopped)) return;
    const post = this.posts.find(({ current }) => current?.patient === true);
    if (post?.current == null) return;
    post.stopped = true;
    post.worker.postMessage({ cancel: post.current.id } satisfies Order<Job>);
  }

  /** A waiting job is dropped. One in work is told to stop, and its thread is free when it has. */
  private cancel(id: number, reason: Error): void {
    const at = this.queue.findIndex((waiting) => waiting.id === id);
    if (at >= 0) {
      this.queue.splice(at, 1)[0]?.reject(reason);
      return;
    }
    const post = this.posts.find(({ current }) => current?.id === id);
    if (post !== undefined) post.stopped = false;
    post?.current?.reject(reason);
    post?.worker.postMessage({ cancel: id } satisfies Order<Job>);
  }
}
