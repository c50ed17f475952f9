import { join } from 'node:path';
import { LlamaTokenizer } from 'llama-tokenizer-js';
import { InferenceSession, Tensor } from 'onnxruntime-node';

// Moonshine's two networks run by hand: the encoder turns 16 kHz sound into states, the merged decoder turns states and the tokens so far
// into the next token, keeping its attention keys and values between steps. Greedy, as its authors run it.

export const MODEL_RATE = 16_000;
const START_TOKEN = 1;
const END_TOKEN = 2;
/** Above this speed of speech the decoder is running away, which it does on noise. */
const TOKENS_PER_SECOND = 6.5;

/** Readings judged in one pass: the logits of each are 32,768 wide at every token, and memory once taken is kept. */
const MOST_AT_ONCE = 8;

/** A row of tokens that comes so often, one after the other, and covers so many tokens, is the decoder going round in a circle. */
const CIRCLE = { times: 4, tokens: 8, longest: 12 };

interface Shape {
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
}

const SHAPES: Record<'tiny' | 'base', Shape> = {
  tiny: { layers: 6, heads: 8, width: 36 },
  base: { layers: 8, heads: 8, width: 52 },
};

/** Words with what the model thought of them. */
export interface Decoded {
  readonly tokens: readonly number[];
  /** Natural logarithm of each token's probability, the end token's last. */
  readonly logProbs: readonly number[];
  /** Probability that nothing was said: that of the end token at the first step. */
  readonly silence: number;
  /** Natural logarithm of the probability of every token of the vocabulary as the first one. */
  readonly opening: Float32Array;
  /** It stopped before the sound did: it went round in a circle, or spoke faster than anybody does. What it has stands for the beginning alone. */
  readonly ranAway: boolean;
}

/** Sound as the encoder left it; what any number of decodings start from. */
export interface Encoded {
  readonly states: Tensor;
  readonly seconds: number;
}

type Values = Record<string, Tensor>;

/** Place of the largest logit of one row and the logarithm of the row's sum of exponentials. */
function softmaxOf(logits: Float32Array): { best: number; logSum: number } {
  let best = 0;
  for (let i = 1; i < logits.length; i += 1) if ((logits[i] ?? 0) > (logits[best] ?? 0)) best = i;
  const top = logits[best] ?? 0;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - top);
  return { best, logSum: top + Math.log(sum) };
}

/** The logarithm of a row's sum by the tokens before it: readings that begin alike have it in common. */
type Sums = Map<string, number>;

const lengthOf = (readings: readonly (readonly number[])[], at: number): number => readings[at]?.length ?? 0;

/** The same states so many times over, as one batch. */
function repeated(states: Tensor, times: number): Tensor {
  const one = states.data as Float32Array;
  const all = new Float32Array(one.length * times);
  for (let i = 0; i < times; i += 1) all.set(one, i * one.length);
  return new Tensor('float32', all, [times, ...states.dims.slice(1)]);
}

/**
 * Length of the circle that the tokens have ended in: the shortest row of them that stands at the end four times and more. 0 when there is none.
 * "No, no, no" and the fives of a telephone number are no circle.
 */
export function circleIn(tokens: readonly number[]): number {
  for (let length = 1; length <= CIRCLE.longest; length += 1) {
    const covered = Math.max(CIRCLE.tokens, CIRCLE.times * length);
    if (covered > tokens.length) return 0;
    const from = tokens.length - covered;
    if (tokens.every((token, at) => at < from + length || token === tokens[at - length])) return length;
  }
  return 0;
}

/** The tokens with their circle gone through once. */
function withoutCircle(tokens: readonly number[]): number[] {
  const length = circleIn(tokens);
  if (length === 0) return [...tokens];
  let from = tokens.length - length;
  while (from > 0 && tokens[from - 1] === tokens[from - 1 + length]) from -= 1;
  return tokens.slice(0, from + length);
}

export class Moonshine {
  private readonly tokenizer = new LlamaTokenizer();

  private constructor(
    private readonly encoder: InferenceSession,
    private readonly decoder: InferenceSession,
    private readonly shape: Shape,
  ) {}

  /** Loads encoder_model.onnx and decoder_model_merged.onnx of a folder. Takes about a second and 160 MB. */
  static async load(folder: string): Promise<Moonshine> {
    const options: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 };
    const encoder = await InferenceSession.create(join(folder, 'encoder_model.onnx'), options);
    const decoder = await InferenceSession.create(join(folder, 'decoder_model_merged.onnx'), options);
    const layers = decoder.inputNames.filter((name) => name.endsWith('.decoder.key')).length;
    return new Moonshine(encoder, decoder, layers === SHAPES.tiny.layers ? SHAPES.tiny : SHAPES.base);
  }

  async encode(samples: Float32Array): Promise<Encoded> {
    const output = await this.encoder.run({ input_values: new Tensor('float32', samples, [1, samples.length]) });
    const states = output['last_hidden_state'];
    if (states === undefined) throw new Error('The encoder gave no states.');
    return { states, seconds: samples.length / MODEL_RATE };
  }

  /** The likeliest token at each step until the end token. */
  async decode(encoded: Encoded, signal?: AbortSignal): Promise<Decoded> {
    const limit = Math.max(4, Math.ceil(encoded.seconds * TOKENS_PER_SECOND));
    const tokens: number[] = [];
    const logProbs: number[] = [];
    let opening = new Float32Array(0);
    let past = this.emptyPast();
    let ranAway = true;
    for (let last = START_TOKEN; tokens.length < limit && circleIn(tokens) === 0;) {
      signal?.throwIfAborted();
      const output = await this.step(encoded, last, past, tokens.length > 0);
      const logits = output['logits']?.data as Float32Array;
      const { best, logSum } = softmaxOf(logits);
      if (tokens.length === 0) opening = logits.map((logit) => logit - logSum);
      logProbs.push((logits[best] ?? 0) - logSum);
      ranAway = best !== END_TOKEN;
      if (!ranAway) break;
      tokens.push(best);
      past = this.carry(past, output, tokens.length === 1);
      last = best;
    }
    const kept = withoutCircle(tokens);
    return { tokens: kept, logProbs, silence: Math.exp(opening[END_TOKEN] ?? 0), opening, ranAway };
  }

  /**
   * What the model gives each of several other readings: the logarithm of the probability of all its tokens and the end token.
   * One pass for all, without a search.
   */
  async judge(encoded: Encoded, readings: readonly (readonly number[])[]): Promise<number[]> {
    return this.judgeFrom(
      encoded,
      readings.map((tokens) => [...tokens, END_TOKEN]),
      0,
    );
  }

  /** The same of the tokens from a place on, which go on from those before it; what may follow them is left open. */
  async judgeFrom(encoded: Encoded, readings: readonly (readonly number[])[], place: number): Promise<number[]> {
    // Those of a length together: a shorter row costs as much as the longest beside it.
    const order = readings.map((_reading, at) => at).sort((a, b) => lengthOf(readings, a) - lengthOf(readings, b));
    const judged = new Array<number>(readings.length);
    const sums: Sums = new Map();
    for (let from = 0; from < order.length; from += MOST_AT_ONCE) {
      const rows = order.slice(from, from + MOST_AT_ONCE);
      const scores = await this.judgeTogether(
        encoded,
        rows.map((at) => readings[at] ?? []),
        place,
        sums,
      );
      for (const [row, at] of rows.entries()) judged[at] = scores[row] ?? -99;
    }
    return judged;
  }

  private async judgeTogether(
    encoded: Encoded,
    readings: readonly (readonly number[])[],
    place: number,
    sums: Sums,
  ): Promise<number[]> {
    const rows = readings.length;
    const length = Math.max(...readings.map((tokens) => tokens.length));
    const ids = new BigInt64Array(rows * length).fill(BigInt(END_TOKEN));
    for (const [row, tokens] of readings.entries()) {
      for (const [at, token] of [START_TOKEN, ...tokens.slice(0, -1)].entries()) ids[row * length + at] = BigInt(token);
    }
    const output = await this.decoder.run({
      input_ids: new Tensor('int64', ids, [rows, length]),
      encoder_hidden_states: repeated(encoded.states, rows),
      use_cache_branch: new Tensor('bool', [false]),
      ...this.emptyPast(),
    });
    const logits = output['logits']?.data as Float32Array;
    const width = logits.length / (rows * length);
    return readings.map((tokens, row) => {
      let sum = 0;
      for (let at = place; at < tokens.length; at += 1) {
        const start = (row * length + at) * width;
        const before = tokens.slice(0, at).join(' ');
        const logSum = sums.get(before) ?? softmaxOf(logits.subarray(start, start + width)).logSum;
        sums.set(before, logSum);
        sum += (logits[start + (tokens[at] ?? 0)] ?? 0) - logSum;
      }
      return sum;
    });
  }

  text(tokens: readonly number[]): string {
    return this.tokenizer.decode([...tokens], false, true).trim();
  }

  tokens(text: string): number[] {
    return this.tokenizer.encode(text, false, true);
  }

  private step(
    encoded: Encoded,
    token: number,
    past: Values,
    cached: boolean,
  ): Promise<InferenceSession.OnnxValueMapType> {
    return this.decoder.run({
      input_ids: new Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
      encoder_hidden_states: encoded.states,
      use_cache_branch: new Tensor('bool', [cached]),
      ...past,
    });
  }

  private emptyPast(): Values {
    const { layers, heads, width } = this.shape;
    const past: Values = {};
    for (let layer = 0; layer < layers; layer += 1) {
      for (const part of ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value']) {
        past[`past_key_values.${layer}.${part}`] = new Tensor('float32', new Float32Array(0), [0, heads, 1, width]);
      }
    }
    return past;
  }

  /** Keys and values for the next step. The encoder's never change: only the first step gives them. */
  private carry(past: Values, output: InferenceSession.OnnxValueMapType, first: boolean): Values {
    const next: Values = {};
    for (const [name, value] of Object.entries(past)) {
      const present = output[name.replace('past_key_values', 'present')];
      next[name] = present !== undefined && (first || name.includes('.decoder.')) ? present : value;
    }
    return next;
  }
}
