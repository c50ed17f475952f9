const ZERO_CROSSINGS = 16;

/**
 * Whole clips from one rate to another by a windowed sinc whose cut-off follows the lower rate, so that 24 kHz speech
 * does not fold back into a telephone line's 4 kHz.
 */
export function resample(samples: Int16Array, fromRate: number, toRate: number): Int16Array {
  if (fromRate === toRate) return samples;
  const cutoff = 0.95 * Math.min(1, toRate / fromRate);
  const reach = ZERO_CROSSINGS / cutoff;
  const result = new Int16Array(Math.floor((samples.length * toRate) / fromRate));
  for (let index = 0; index < result.length; index += 1) {
    const centre = (index * fromRate) / toRate;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let tap = first; tap <= last; tap += 1) sum += (samples[tap] ?? 0) * kernel(tap - centre, cutoff, reach);
    result[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return result;
}

/** Sinc under a Hann window. */
function kernel(offset: number, cutoff: number, reach: number): number {
  if (offset === 0) return cutoff;
  const phase = Math.PI * offset * cutoff;
  return (cutoff * Math.sin(phase) * (0.5 + 0.5 * Math.cos((Math.PI * offset) / reach))) / phase;
}
