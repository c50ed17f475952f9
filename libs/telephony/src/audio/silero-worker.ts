import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** The next 32 ms of a call. */
interface SileroWindow {
  readonly call: number;
  readonly samples: Int16Array;
}

/** Windows to judge, one behind the other, no two of one call; the end of a call, or of the worker. */
export type SileroOrder =
  | { readonly calls: readonly number[]; readonly samples: Int16Array<ArrayBuffer> }
  | { readonly end: number }
  | { readonly leave: true };

export interface SileroAnswer {
  readonly call: number;
  readonly probability: number;
}

/** Samples of the window before that Silero v5 wants in front of each window at 8 kHz. */
const CONTEXT = 32;
const WINDOW = 256;
/** The model wants samples from -1 to 1. */
const FULL = 32_768;
const LAYERS = 2;
const WIDTH = 128;
/** Windows judged in one go: eight together cost a third of eight alone; beyond that little is saved. */
const MOST_TOGETHER = 16;

interface CallState {
  state: Float32Array;
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
let waiting: SileroOrder[] = [];
let isAtWork = false;
parentPort?.on('message', (order: SileroOrder) => {
  waiting.push(order);
  if (!isAtWork) void work();
});

async function work(): Promise<void> {
  isAtWork = true;
  while (waiting.length > 0) {
    // Where it falls behind, what has gathered meanwhile is judged together.
    const orders = waiting;
    waiting = [];
    const windows = orders.flatMap((order) => ('calls' in order ? windowsOf(order.calls, order.samples) : []));
    for (let from = 0; from < windows.length; from += MOST_TOGETHER)
      parentPort?.postMessage(await judge(windows.slice(from, from + MOST_TOGETHER)));
    for (const order of orders) {
      if ('end' in order) calls.delete(order.end);
      if ('leave' in order) await leave();
    }
  }
  isAtWork = false;
}

function windowsOf(calls: readonly number[], samples: Int16Array): SileroWindow[] {
  return calls.map((call, place) => ({ call, samples: samples.subarray(place * WINDOW, (place + 1) * WINDOW) }));
}

async function leave(): Promise<void> {
  await (await session).release();
  parentPort?.close();
}

/** A window that cannot be judged counts as speech: nobody is unheard for a fault of ours. */
async function judge(windows: readonly SileroWindow[]): Promise<SileroAnswer[]> {
  const probabilities = await run(windows).catch(() => undefined);
  return windows.map(({ call }, place) => ({ call, probability: probabilities?.[place] ?? 1 }));
}

async function run(windows: readonly SileroWindow[]): Promise<Float32Array> {
  const many = windows.length;
  const states = windows.map(({ call }) => stateOf(call));
  const input = new Float32Array(many * (CONTEXT + WINDOW));
  const state = new Float32Array(LAYERS * many * WIDTH);
  for (const [place, { samples }] of windows.entries()) {
    const known = states[place] as CallState;
    input.set(known.context, place * (CONTEXT + WINDOW));
    const from = place * (CONTEXT + WINDOW) + CONTEXT;
    for (let index = 0; index < WINDOW; index += 1) input[from + index] = (samples[index] as number) / FULL;
    for (let layer = 0; layer < LAYERS; layer += 1)
      state.set(known.state.subarray(layer * WIDTH, (layer + 1) * WIDTH), (layer * many + place) * WIDTH);
  }
  const result = await (
    await session
  ).run({
    input: new Tensor('float32', input, [many, CONTEXT + WINDOW]),
    state: new Tensor('float32', state, [LAYERS, many, WIDTH]),
    sr: rate,
  });
  const next = result['stateN']?.data as Float32Array;
  for (const place of windows.keys()) {
    const known = states[place] as CallState;
    known.context = input.slice((place + 1) * (CONTEXT + WINDOW) - CONTEXT, (place + 1) * (CONTEXT + WINDOW));
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const from = (layer * many + place) * WIDTH;
      known.state.set(next.subarray(from, from + WIDTH), layer * WIDTH);
    }
  }
  return result['output']?.data as Float32Array;
}

function stateOf(call: number): CallState {
  const known = calls.get(call) ?? { state: new Float32Array(LAYERS * WIDTH), context: new Float32Array(CONTEXT) };
  calls.set(call, known);
  return known;
}
