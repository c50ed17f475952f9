import { parentPort } from 'node:worker_threads';
import type { Answer, Order } from './worker-pool';

/** What a worker does with a job: the result, and the buffers that go over with it instead of being copied. */
export type Work<Job, Result> = (
  job: Job,
  signal: AbortSignal,
) => Promise<{ readonly result: Result; readonly transfer?: ArrayBuffer[] }>;

/**
 * The worker's side of a WorkerPool: loads, says it is ready, then does one job after another.
 * A cancelled job's signal aborts; its answer is sent all the same, for the pool to know that the thread is free.
 */
export async function serveJobs<Job, Result>(load: () => Promise<Work<Job, Result>>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('Not a worker thread.');
  const send = (answer: Answer<Result>, transfer: ArrayBuffer[] = []): void => port.postMessage(answer, transfer);
  const work = await load();
  const running = new Map<number, AbortController>();

  async function perform(id: number, job: Job): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const { result, transfer } = await work(job, controller.signal);
      send({ id, result }, transfer);
    } catch (error) {
      send({ id, fault: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  }

  port.on('message', (order: Order<Job>) => {
    if ('cancel' in order) running.get(order.cancel)?.abort();
    else void perform(order.id, order.job);
  });
  send({ ready: true });
}
