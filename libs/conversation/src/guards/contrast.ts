import type { Facts } from '../facts';
import { contentOf } from './content';
import { agree } from './known-visits';
import { movedTo } from './moved-visits';

/** "… , not the twenty-second", "con el doctor Prieto no es"; "not before ten" is none. */
const NOT =
  /^(?:(?:and|but|so|well|y|pero|pues|que) )*(?:(?:it's|it is|that's|es|era) )?(?:not|no|isn't) (?!before|until|till|later|earlier|only|just|yet|more|less|antes|hasta|solo|mas|menos|problem|doubt)|\bno (?:es|era|va|fue)$/i;
const MOST_WORDS = 7;
const AT_ALL = /\b(?:not|no|isn't)\b/i;

interface Contrast {
  /** The sentence without those of its pieces that only say what day, hour or doctor it is not. */
  readonly rest: string;
  /** One of them denies what is so. */
  readonly denies: boolean;
}

export function contrastIn(sentence: string, facts: Facts): Contrast | undefined {
  const pieces = AT_ALL.test(sentence) ? sentence.split(/[,;]\s+/) : [];
  if (pieces.length < 2) return undefined;
  const stands = [...facts.booked, ...movedTo(facts)];
  const contrasts = pieces.filter((piece) => {
    const plain = piece.replace(/[.!?]+$/, '').trim();
    if (!NOT.test(plain) || plain.split(' ').length > MOST_WORDS) return false;
    const { times, dates, doctors } = contentOf(plain, facts);
    return times.length + dates.length + doctors.length > 0;
  });
  if (contrasts.length === 0 || contrasts.length === pieces.length) return undefined;
  return {
    rest: pieces.filter((piece) => !contrasts.includes(piece)).join(', '),
    denies: contrasts.some((piece) => agree(contentOf(piece, facts), stands, facts)),
  };
}
