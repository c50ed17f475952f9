import { keep, weighted, workbench } from './dot-product';

/** Zero crossings of the sinc on each side: about -80 dB of alias from 4.6 kHz on with this window. */
const CROSSINGS = 16;
const KAISER_BETA = 8.6;
/** The pass band's share of the narrower band: flat to 3.3 kHz on an 8 kHz line. */
const PASS = 0.92;

/** Samples that are changed in one go. */
const BLOCK = 8_192;
/** Factors are used eight at a time. */
const TOGETHER = 8;
const ONE = 32_768;

interface Filter {
  readonly up: number;
  readonly down: number;
  readonly half: number;
  /** Where the coefficients of each phase are kept, and how many of them: 2 × half, and zeros up to a multiple of eight. */
  readonly phases: readonly number[];
  readonly taps: number;
}

const filters = new Map<string, Filter>();

/**
 * Changes the rate of a sound that arrives in pieces of any size (windowed-sinc FIR, polyphase, history carried over).
 * What comes out equals what the whole sound would give; `flush` gives the tail that waits for samples to come.
 * Rates in Hz, at most 400 phases apart (8, 16, 22.05, 24 and 48 kHz all are).
 */
export class Resampler {
  private readonly filter: Filter;
  /** The samples that outputs to come still need, silence before the first; and where in the whole input they begin. */
  private history: Int16Array;
  private historyFrom: number;
  private received = 0;
  private produced = 0;

  constructor(fromRate: number, toRate: number) {
    this.filter = filterFor(fromRate, toRate);
    this.history = new Int16Array(this.filter.half - 1);
    this.historyFrom = -this.history.length;
  }

  push(samples: Int16Array): Int16Array {
    this.received += samples.length;
    const { up, down, half } = this.filter;
    return this.produce(samples, Math.ceil(((this.received - half) * up) / down));
  }

  /** The rest, as if silence followed; the resampler may not be used afterwards. */
  flush(): Int16Array {
    const { up, down, half } = this.filter;
    return this.produce(new Int16Array(half), Math.floor((this.received * up) / down));
  }

  private produce(samples: Int16Array, until: number): Int16Array {
    const out = new Int16Array(Math.max(0, until - this.produced));
    let done = 0;
    for (let from = 0; from < samples.length; from += BLOCK)
      done += this.block(samples.subarray(from, from + BLOCK), out.subarray(done));
    return out;
  }

  /** @returns how many of `out` could be made with these samples. */
  private block(samples: Int16Array, out: Int16Array): number {
    const { up, down, half, phases, taps } = this.filter;
    const bench = workbench();
    bench.set(this.history);
    bench.set(samples, this.history.length);
    const known = this.history.length + samples.length;
    const firstOf = (output: number): number => Math.floor((output * down) / up) - half + 1 - this.historyFrom;
    // Where an output's samples begin, and its phase, follow from those of the one before: nothing is divided.
    const [whole, part] = [Math.floor(down / up), down % up];
    let first = firstOf(this.produced);
    let phase = (this.produced * down) % up;
    let done = 0;
    for (; done < out.length && first + 2 * half <= known; done += 1) {
      const sum = weighted(first, phases[phase] as number, taps);
      out[done] = sum > 32_767 ? 32_767 : sum < -32_768 ? -32_768 : sum;
      first += whole;
      phase += part;
      if (phase >= up) {
        phase -= up;
        first += 1;
      }
    }
    this.produced += done;
    const unused = Math.min(known, firstOf(this.produced));
    this.history = bench.slice(unused, known);
    this.historyFrom += unused;
    return done;
  }
}

/** A whole sound at another rate, in time with the input. */
export function resample(samples: Int16Array, fromRate: number, toRate: number): Int16Array {
  if (fromRate === toRate) return samples;
  const resampler = new Resampler(fromRate, toRate);
  return joined(resampler.push(samples), resampler.flush());
}

function filterFor(fromRate: number, toRate: number): Filter {
  const key = `${fromRate}>${toRate}`;
  const known = filters.get(key);
  if (known !== undefined) return known;
  const divisor = greatestCommonDivisor(fromRate, toRate);
  const filter = makeFilter(toRate / divisor, fromRate / divisor);
  filters.set(key, filter);
  return filter;
}

function makeFilter(up: number, down: number): Filter {
  if (!(up > 0 && down > 0 && up <= 480)) throw new RangeError('These rates have no small common measure.');
  const cutoff = PASS * Math.min(1, up / down);
  const half = Math.ceil(CROSSINGS / cutoff);
  const taps = Math.ceil((2 * half) / TOGETHER) * TOGETHER;
  const phases = Array.from({ length: up }, (_unused, phase) => {
    const factors = Float64Array.from({ length: 2 * half }, (_none, tap) =>
      windowedSinc(tap - half + 1 - phase / up, cutoff, half),
    );
    const sum = factors.reduce((total, factor) => total + factor, 0);
    const kept = new Int16Array(taps);
    kept.set(factors.map((factor) => Math.round((factor / sum) * ONE)));
    return keep(kept);
  });
  return { up, down, half, phases, taps };
}

function windowedSinc(x: number, cutoff: number, half: number): number {
  const inside = 1 - (x / half) ** 2;
  if (inside <= 0) return 0;
  const sinc = x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x);
  return sinc * bessel(KAISER_BETA * Math.sqrt(inside));
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

function joined(one: Int16Array, other: Int16Array): Int16Array {
  if (one.length === 0) return other;
  const both = new Int16Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
