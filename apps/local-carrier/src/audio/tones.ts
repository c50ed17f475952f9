import { encodeMuLaw } from '@clinicall/audio';

const RATE = 8_000;

function tone(frequencies: readonly number[], ms: number, level: number): Int16Array {
  return Int16Array.from({ length: (RATE * ms) / 1_000 }, (_, index) =>
    Math.round(frequencies.reduce((sum, hertz) => sum + level * Math.sin((2 * Math.PI * hertz * index) / RATE), 0)),
  );
}

function joined(parts: readonly Int16Array[]): Buffer {
  return Buffer.concat(parts.map((part) => encodeMuLaw(part)));
}

/** One cycle of what a caller in North America hears while it rings: two seconds on, four off. */
export function ringback(): Buffer {
  return joined([tone([440, 480], 2_000, 2_000), new Int16Array(RATE * 4)]);
}

/** Two seconds of the busy signal. */
export function busySignal(): Buffer {
  const half = [tone([480, 620], 500, 2_000), new Int16Array(RATE / 2)];
  return joined([...half, ...half]);
}

/** "Speak now". */
export function beep(): Buffer {
  return joined([tone([1_000], 400, 4_000)]);
}
