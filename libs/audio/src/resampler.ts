/** Zero crossings of the sinc on each side: about -80 dB of alias from 4.6 kHz on with this window. */
const CROSSINGS = 16;
const KAISER_BETA = 8.6;
/** The pass band's share of the narrower band: flat to 3.3 kHz on an 8 kHz line. */
const PASS = 0.92;

interface Filter {
  readonly up: number;
  readonly down: number;
  readonly half: number;
  /** Coefficients of each phase, 2 × half of them. */
  readonly phases: readonly Float64Array[];
}

const filters = new Map<string, Filter>();

/**
 * Changes the rate of a sound that arrives in pieces of any size (windowed-sinc FIR, polyphase, history carried over).
 * What comes out equals what the whole sound would give; `flush` gives the tail that waits for samples to come.
 * Rates in Hz, at most 400 phases apart (8, 16, 22.05, 24 and 48 kHz all are).
 */
export class Resampler {
  private readonly filter: Filter;
  private pending: Float64Array = new Float64Array(0);
  /** Index in the whole input of the first pending sample. */
  private pendingFrom = 0;
  private received = 0;
  private produced = 0;

  constructor(fromRate: number, toRate: number) {
    this.filter = filterFor(fromRate, toRate);
  }

  push(samples: Int16Array): Int16Array {
    const pending = new Float64Array(this.pending.length + samples.length);
    pending.set(this.pending);
    pending.set(samples, this.pending.length);
    this.pending = pending;
    this.received += samples.length;
    const { up, down, half } = this.filter;
    const ready = Math.max(this.produced, Math.ceil(((this.received - half) * up) / down));
    return this.produce(ready);
  }

  /** The rest, as if silence followed; the resampler may not be used afterwards. */
  flush(): Int16Array {
    const { up, down } = this.filter;
    return this.produce(Math.floor((this.received * up) / down));
  }

  private produce(until: number): Int16Array {
    const { up, down, half } = this.filter;
    const out = new Int16Array(Math.max(0, until - this.produced));
    for (let index = 0; index < out.length; index += 1) {
      const position = (this.produced + index) * down;
      out[index] = this.at(Math.floor(position / up) - half + 1, position % up);
    }
    this.produced += out.length;
    this.forget(Math.floor((this.produced * down) / up) - half + 1);
    return out;
  }

  private at(first: number, phase: number): number {
    const coefficients = this.filter.phases[phase];
    if (coefficients === undefined) return 0;
    const offset = first - this.pendingFrom;
    const from = Math.max(0, -offset);
    const to = Math.min(coefficients.length, this.pending.length - offset);
    const sum = product(this.pending, offset, coefficients, from, to);
    return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }

  private forget(before: number): void {
    const unused = Math.min(this.pending.length, before - this.pendingFrom);
    if (unused <= 0) return;
    this.pending = this.pending.slice(unused);
    this.pendingFrom += unused;
  }
}

/** Four sums side by side: a processor adds the next without waiting for the one before. Half of all that a voice costs. */
function product(samples: Float64Array, offset: number, coefficients: Float64Array, from: number, to: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let tap = from;
  for (; tap + 3 < to; tap += 4) {
    const at = offset + tap;
    one += (samples[at] as number) * (coefficients[tap] as number);
    two += (samples[at + 1] as number) * (coefficients[tap + 1] as number);
    three += (samples[at + 2] as number) * (coefficients[tap + 2] as number);
    four += (samples[at + 3] as number) * (coefficients[tap + 3] as number);
  }
  for (; tap < to; tap += 1) one += (samples[offset + tap] as number) * (coefficients[tap] as number);
  return one + two + three + four;
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
  const phases = Array.from({ length: up }, (_unused, phase) => {
    const taps = Float64Array.from({ length: 2 * half }, (_none, tap) =>
      windowedSinc(tap - half + 1 - phase / up, cutoff, half),
    );
    const sum = taps.reduce((total, tap) => total + tap, 0);
    return taps.map((tap) => tap / sum);
  });
  return { up, down, half, phases };
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
