import { fromDecibel, frameLevels, offsetOf, peakOf, scaled, type Sound } from './sound';
import { resample } from './resample';

/** The rate OpenAI's raw pcm has. */
export const SPEECH_RATE = 24_000;
const PEAK = fromDecibel(-3);
/** No more gain than this: a sentence without a loud sound must not come out shouted. */
const MOST_GAIN = 4;
const LEAD_SECONDS = 0.04;
const TAIL_SECONDS = 0.14;
const FADE_SECONDS = 0.005;
const SILENT_DB = -50;

/** The engine's own silence, a fifth of a second at each end, cut to what a pause between sentences needs. */
function withShortEdges({ samples, rate }: Sound): Float32Array {
  const frame = Math.round(rate / 200);
  const levels = frameLevels(samples, frame);
  const first = levels.findIndex((level) => level > SILENT_DB);
  if (first < 0) return new Float32Array(0);
  const last = levels.findLastIndex((level) => level > SILENT_DB) + 1;
  const from = Math.max(0, first * frame - Math.round(LEAD_SECONDS * rate));
  const to = Math.min(samples.length, last * frame + Math.round(TAIL_SECONDS * rate));
  return samples.slice(from, to);
}

function fadeEdges(samples: Float32Array, length: number): void {
  const most = Math.min(length, samples.length >> 1);
  for (let i = 0; i < most; i += 1) {
    const last = samples.length - 1 - i;
    samples[i] = ((samples[i] ?? 0) * i) / most;
    samples[last] = ((samples[last] ?? 0) * i) / most;
  }
}

/** An engine's sound as it is sent: 24 kHz, -3 dBFS at its peak, no constant, short silent edges without a click. */
export function polished(sound: Sound): Float32Array {
  const cut = withShortEdges(sound);
  const out = resample(scaled(cut, 1, offsetOf(cut)), sound.rate, SPEECH_RATE);
  const peak = peakOf(out);
  const level = scaled(out, peak === 0 ? 1 : Math.min(MOST_GAIN, PEAK / peak));
  fadeEdges(level, Math.round(FADE_SECONDS * SPEECH_RATE));
  return level;
}
