import { frameLevels, fromDecibel, offsetOf, peakOf, scaled, type Sound } from './sound';

// Moonshine is particular about what it is fed: the level near what it was trained on, the edges as they fell in speech. Silence before or
// after a sentence makes it worse, and so does a cut that touches the first sound.

const FRAMES_PER_SECOND = 100;
const PEAK = fromDecibel(-6);
/** Frames this far below the loudest are not speech: room, line and breath. */
const RANGE_DB = 35;
/** What is kept around the speech, in seconds. */
const EDGE = 0.1;
/** Below this level nobody speaks: an open line, or the quantisation of µ-law. */
const QUIETEST_DB = -55;

/** Part of a sound, in samples from its start; the end is outside. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const frameOf = (sound: Sound): number => Math.round(sound.rate / FRAMES_PER_SECOND);

/** Where something is heard, edges kept; null for silence. */
export function soundingSpan(sound: Sound): Span | null {
  const frame = frameOf(sound);
  const levels = frameLevels(sound.samples, frame);
  const loudest = levels.reduce((top, level) => Math.max(top, level), -120);
  if (loudest < QUIETEST_DB) return null;
  const sounding = (level: number): boolean => level > loudest - RANGE_DB && level > QUIETEST_DB - 5;
  const edge = Math.round(EDGE * FRAMES_PER_SECOND);
  const from = Math.max(0, levels.findIndex(sounding) - edge);
  const to = Math.min(levels.length, levels.findLastIndex(sounding) + 1 + edge);
  return { from: from * frame, to: to * frame };
}

/** The samples without the line's constant, at the level the model likes. */
export function levelled(samples: Float32Array): Float32Array {
  const offset = offsetOf(samples);
  const centred = scaled(samples, 1, offset);
  const peak = peakOf(centred);
  return peak === 0 ? centred : scaled(centred, PEAK / peak);
}

/** The samples with silence of so many samples before and after. */
export function padded(samples: Float32Array, before: number, after: number): Float32Array {
  const out = new Float32Array(before + samples.length + after);
  out.set(samples, before);
  return out;
}

/**
 * Parts of at most `longest` seconds, cut at the quietest place of each part's last half: the model hears no more than half a minute at once.
 */
export function partsOf(sound: Sound, longest: number): Span[] {
  const frame = frameOf(sound);
  const levels = frameLevels(sound.samples, frame);
  const most = Math.round(longest * FRAMES_PER_SECOND);
  const parts: Span[] = [];
  let from = 0;
  while (levels.length - from > most) {
    let cut = from + most;
    let quietest = Infinity;
    for (let at = from + (most >> 1); at < from + most; at += 1) {
      // A tenth of a second, so that a cut falls into a pause and not into a consonant's closure.
      const level = Math.max(...levels.slice(at - 5, at + 5));
      if (level < quietest) {
        quietest = level;
        cut = at;
      }
    }
    parts.push({ from: from * frame, to: cut * frame });
    from = cut;
  }
  parts.push({ from: from * frame, to: sound.samples.length });
  return parts;
}
