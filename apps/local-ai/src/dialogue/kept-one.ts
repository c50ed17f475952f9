import { places } from './fold';
import { pick, type Numbered } from './picks';
import type { State } from './state';
import { understandPart, type Utterance } from './understand';

const PIECES = /[,.;:!?¿¡\n]+|\s(?:and|but|so|while|y|pero|mientras)\s/g;

/**
 * Of several, the one that is to go where another is said to stay: "keep neurology, lose the eye exam", "la del lunes la dejo, la
 * otra la quito". Null when nothing is said to stay.
 */
export function besideKept(items: readonly Numbered[], utterance: Utterance, state: State): Numbered | null {
  const { folded, text, words } = utterance;
  const cuts = places(folded, PIECES);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const pieces = starts.map((start, index) => understandPart(text.slice(start, cuts[index]?.start), utterance, state));
  const chosen = (piece: Utterance): Numbered | undefined => {
    const number = pick(items, piece, state);
    return items.find((item) => item.number === number);
  };
  const stays = pieces.filter((piece) => words.frames.kept.test(piece.folded));
  if (stays.length === 0) return null;
  const kept = stays.map(chosen).find((item) => item !== undefined);
  const goes = pieces.filter((piece) => !stays.includes(piece)).map(chosen);
  const named = goes.findLast((item) => item !== undefined && item !== kept);
  if (named) return named;
  const others = kept ? items.filter((item) => item !== kept) : [];
  return others.length === 1 ? (others[0] ?? null) : null;
}
