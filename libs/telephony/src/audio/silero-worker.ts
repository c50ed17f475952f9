import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** One window to judge, the end of a call, or of the worker. */
export type SileroOrder =
  | { readonly call: number; readonly id: number; readonly samples: Float32Array }
  | { readonly call: number; readonly end: true }
  | { readonly leave: true };

export interface SileroAnswer {
  readonly id: number;
  readonly probability: number;
}

/** Samples of the window before that Silero v5 wants in front of each window at 8 kHz. */
const CONTEXT = 32;
const STATE_SHAPE = [2, 1, 128];

interface CallState {
  state: Tensor;
  context: Float32Array;
}

const calls = new Map<number, CallState>();
const rate = new Tensor('int64', BigInt64Array.of(8000n), []);
const session = InferenceSession.create((workerData as { model: string }).model, {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
});

// One after another: each window needs the state that the one before left.
let queue: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (order: SileroOrder) => {
  queue = queue.then(() => obey(order)).catch(() => undefined);
});

async function obey(order: SileroOrder): Promise<void> {
  if ('leave' in order) {
    await (await session).release();
    parentPort?.close();
    return;
  }
  if ('end' in order) {
    calls.delete(order.call);
    return;
  }
  const answer: SileroAnswer = { id: order.id, probability: await judge(order.call, order.samples) };
  parentPort?.postMessage(answer);
}

async function judge(call: number, samples: Float32Array): Promise<number> {
  const known = calls.get(call) ?? {
    state: new Tensor('float32', new Float32Array(256), STATE_SHAPE),
    context: new Float32Array(CONTEXT),
  };
  calls.set(call, known);
  const input = new Float32Array(CONTEXT + samples.length);
  input.set(known.context);
  input.set(samples, CONTEXT);
  const model = await session;
  const result = await model.run({
    input: new Tensor('float32', input, [1, input.length]),
    state: known.state,
    sr: rate,
  });
  known.context = samples.slice(-CONTEXT);
  if (result['stateN'] instanceof Tensor) known.state = result['stateN'];
  return Number(result['output']?.data[0] ?? 0);
}
