/** Root mean square of 16-bit samples, 0 to 32,767; 0 for none. */
export function level(samples: Int16Array): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const sample = samples[index] as number;
    sum += sample * sample;
  }
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** Largest magnitude, 0 to 32,768. */
export function peak(samples: Int16Array): number {
  let most = 0;
  for (const sample of samples) most = Math.max(most, Math.abs(sample));
  return most;
}

/** A level or peak in dBFS; -Infinity for silence. */
export function toDecibels(value: number): number {
  return 20 * Math.log10(value / 32_768);
}
