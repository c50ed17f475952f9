import { fromDecibel, frameLevels, offsetOf, peakOf, scaled, type Sound } from './sound';
import { resample } from './resample';

/** The rate OpenAI's raw pcm has. */
export const SPEECH_RATE = 24_000;
const PEAK = fromDecibel(-3);
/** No more gain than this: a sentence without a loud sound must not come out shouted. */
const MOST_GAIN = 4;
const LEAD_SECONDS = 0.04;
/** Quiet after the last sound: the rest of a breath where a sentence ends, hardly any where it goes on in the next piece. */
const TAIL_SECONDS = { sentence: 0.14, clause: 0.05 };
/** The longest quiet inside a piece. Flite rests a quarter of a second at each comma, which on a telephone sounds like an end. */
const PAUSE_SECONDS = 0.1;
const FADE_SECONDS = 0.005;
const SILENT_DB = -50;
/** Nobody hears anything below this on a telephone, once the level is set. */
const PAUSE_DB = -42;

/** What the piece is: a sentence to its end, or a part that another follows. */
export type Piece = keyof typeof TAIL_SECONDS;

export const pieceOf = (text: string): Piece => (/[.?!…]["')\]]*$/.test(text.trim()) ? 'sentence' : 'clause');

/** The engine's own silence, a fifth of a second at each end, cut to what the place needs. */
function withShortEdges({ samples, rate }: Sound, piece: Piece): Float32Array {
  const frame = Math.round(rate / 200);
  const levels = frameLevels(samples, frame);
  const first = levels.findIndex((level) => level > SILENT_DB);
  if (first < 0) return new Float32Array(0);
  const last = levels.findLastIndex((level) => level > SILENT_DB) + 1;
  const from = Math.max(0, first * frame - Math.round(LEAD_SECONDS * rate));
  const to = Math.min(samples.length, last * frame + Math.round(TAIL_SECONDS[piece] * rate));
  return samples.slice(from, to);
}

/** Longer quiet inside is cut in its middle, where nothing sounds. */
function withShortPauses(samples: Float32Array, rate: number): Float32Array {
  const frame = Math.round(rate / 200);
  const levels = frameLevels(samples, frame);
  const most = Math.round(PAUSE_SECONDS * 200);
  const kept: Float32Array[] = [];
  let from = 0;
  for (let at = 0, since = 0; at < levels.length; at += 1) {
    if ((levels[at] ?? 0) < PAUSE_DB) continue;
    if (since > 0 && at - since > most) {
      kept.push(samples.subarray(from, (since + (most >> 1)) * frame));
      from = (at - (most >> 1)) * frame;
    }
    since = at + 1;
  }
  kept.push(samples.subarray(from));
  const out = new Float32Array(kept.reduce((length, part) => length + part.length, 0));
  kept.reduce((at, part) => (out.set(part, at), at + part.length), 0);
  return out;
}

function fadeEdges(samples: Float32Array, length: number): void {
  const most = Math.min(length, samples.length >> 1);
  for (let i = 0; i < most; i += 1) {
    const last = samples.length - 1 - i;
    samples[i] = ((samples[i] ?? 0) * i) / most;
    samples[last] = ((samples[last] ?? 0) * i) / most;
  }
}

/** An engine's sound as it is sent: 24 kHz, -3 dBFS at its peak, no constant, short pauses, short silent edges without a click. */
export function polished(sound: Sound, piece: Piece): Float32Array {
  const cut = withShortEdges(sound, piece);
  const out = resample(scaled(cut, 1, offsetOf(cut)), sound.rate, SPEECH_RATE);
  const peak = peakOf(out);
  const level = withShortPauses(scaled(out, peak === 0 ? 1 : Math.min(MOST_GAIN, PEAK / peak)), SPEECH_RATE);
  fadeEdges(level, Math.round(FADE_SECONDS * SPEECH_RATE));
  return level;
}
