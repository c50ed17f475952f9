import type { Facts } from '../facts';
import { contentOf } from './content';
import { agree } from './known-visits';
import { movedTo } from './moved-visits';

/** "… , not the twenty-second", "con el doctor Prieto no es". */
const NOT =
  /^(?:(?:and|but|so|well|y|pero|pues|que) )*(?:(?:it's|it is|that's|es|era) )?(?:not|no|isn't)\b|\bno (?:es|era|va|fue)$/i;
const MOST_WORDS = 7;

/**
 * A sentence without those of its pieces that only say what day, hour or doctor it is not; undefined where it has none, or where one of them
 * denies what is so.
 */
export function withoutContrast(sentence: string, facts: Facts): string | undefined {
  const pieces = sentence.split(/[,;]\s+/);
  if (pieces.length < 2) return undefined;
  const stands = [...facts.booked, ...movedTo(facts)];
  const contrasts = pieces.filter((piece) => {
    const plain = piece.replace(/[.!?]+$/, '').trim();
    if (!NOT.test(plain) || plain.split(' ').length > MOST_WORDS) return false;
    const { times, dates, doctors } = contentOf(plain, facts);
    return times.length + dates.length + doctors.length > 0;
  });
  if (contrasts.length === 0 || contrasts.length === pieces.length) return undefined;
  if (contrasts.some((piece) => agree(contentOf(piece, facts), stands, facts))) return undefined;
  return pieces.filter((piece) => !contrasts.includes(piece)).join(', ');
}
