// Change of sample rate by a windowed-sinc low-pass, evaluated only at the output's instants (polyphase).

/** Zero crossings of the sinc on each side: 32 keeps 90 % of the band flat and images below -90 dB with this window. */
const CROSSINGS = 32;
const KAISER_BETA = 9;

interface Kernel {
  readonly up: number;
  readonly down: number;
  /** One filter a phase, each of `taps` coefficients. */
  readonly phases: readonly Float64Array[];
  readonly taps: number;
}

const kernels = new Map<string, Kernel>();

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function bessel(x: number): number {
  let sum = 1;
  for (let term = 1, k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function makeKernel(from: number, to: number): Kernel {
  const divisor = greatestCommonDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  // Cut-off as a share of the input's rate, a little inside the narrower of the two bands.
  const cutoff = 0.94 * Math.min(1, to / from);
  const half = Math.ceil(CROSSINGS / cutoff);
  const taps = 2 * half;
  const phases = Array.from({ length: up }, (_, phase) => {
    const filter = Float64Array.from({ length: taps }, (_, tap) => {
      const x = tap - half + 1 - phase / up;
      const inside = 1 - (x / half) ** 2;
      if (inside <= 0) return 0;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
      return sinc * (bessel(KAISER_BETA * Math.sqrt(inside)) / bessel(KAISER_BETA));
    });
    const sum = filter.reduce((total, value) => total + value, 0);
    return filter.map((value) => value / sum);
  });
  return { up, down, phases, taps };
}

function kernelFor(from: number, to: number): Kernel {
  const key = `${from}>${to}`;
  const known = kernels.get(key);
  if (known !== undefined) return known;
  const made = makeKernel(from, to);
  // Rates come from callers' files: a bound keeps odd ones from piling up.
  if (kernels.size >= 32) kernels.clear();
  kernels.set(key, made);
  return made;
}

/** The whole sound at another rate, in time with the input (no delay); outside its ends the input counts as silence. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  // A rate with no common measure would need thousands of phases: to the nearest 100 Hz it is off by less than an ear hears.
  if (to / greatestCommonDivisor(from, to) > 2000) return resample(samples, Math.round(from / 100) * 100, to);
  const { up, down, phases, taps } = kernelFor(from, to);
  const half = taps / 2;
  const out = new Float32Array(Math.floor((samples.length * up) / down));
  for (let i = 0; i < out.length; i += 1) {
    const position = i * down;
    const filter = phases[position % up];
    const start = Math.floor(position / up) - half + 1;
    if (filter === undefined) continue;
    const first = Math.max(0, -start);
    const last = Math.min(taps, samples.length - start);
    let sum = 0;
    for (let tap = first; tap < last; tap += 1) sum += (samples[start + tap] ?? 0) * (filter[tap] ?? 0);
    out[i] = sum;
  }
  return out;
}
