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

/** Quiet that separates sentences and the items of a list; a consonant's closure is shorter. */
const PAUSE_SECONDS = 0.15;
/** Frames this far below the loudest are a pause. */
const PAUSE_DB = 30;

/**
 * Parts of at most `longest` seconds, cut in the middle of the longest pause of each part's last two thirds, so that sentences stay
 * whole: the model hears no more than half a minute at once. Where nobody pauses, the quietest place is taken.
 */
export function partsOf(sound: Sound, longest: number): Span[] {
  const frame = frameOf(sound);
  const levels = frameLevels(sound.samples, frame);
  const most = Math.max(3, Math.round(longest * FRAMES_PER_SECOND));
  const parts: Span[] = [];
  let from = 0;
  while (levels.length - from > most) {
    const place = levels.slice(from + Math.round(most / 3), from + most);
    const cut = from + most - place.length + (middleOfPause(place) ?? quietestOf(place));
    parts.push({ from: from * frame, to: cut * frame });
    from = cut;
  }
  parts.push({ from: from * frame, to: sound.samples.length });
  return parts;
}

/** The later one of two that are as long. */
function middleOfPause(levels: readonly number[]): number | null {
  const quiet = Math.max(...levels) - PAUSE_DB;
  let best = { from: 0, length: PAUSE_SECONDS * FRAMES_PER_SECOND };
  for (let at = 0, since = 0; at <= levels.length; at += 1) {
    if (at < levels.length && (levels[at] ?? 0) < quiet) continue;
    if (at - since >= best.length) best = { from: since, length: at - since };
    since = at + 1;
  }
  const middle = best.from + (best.length >> 1);
  return best.length > 0 && (levels[middle] ?? 0) < quiet ? middle : null;
}

/** Over a tenth of a second, so that a cut falls into no consonant's closure. */
function quietestOf(levels: readonly number[]): number {
  let cut = levels.length;
  let quietest = Infinity;
  for (let at = 5; at < levels.length; at += 1) {
    const level = Math.max(...levels.slice(at - 5, at + 5));
    if (level >= quietest) continue;
    quietest = level;
    cut = at;
  }
  return cut;
}
