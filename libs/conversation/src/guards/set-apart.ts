import type { Facts } from '../facts';
import { contentOf } from './content';
import type { Content } from './content';
import { MINUTE_WORDS } from './number-words';

const BREAK = /\s*(?:[,;:]|\.(?=\s))\s*(?:(?:and|but|while|y|pero|mientras que)\s+)?|\s+(?:and|but|while|y|pero)\s+/gi;

/**
 * "The sixteenth is cancelled, and the one on the twenty-first stands": two statements of which each has items of its own. The ways to part
 * such a sentence; none when it does not tell of both.
 */
export function setApart(sentence: string, { claims }: Content, facts: Facts): [string, string][] {
  if (!claims.includes('cancelled') || !claims.includes('booked')) return [];
  return [...sentence.matchAll(BREAK)]
    .map(({ index, 0: text }): [string, string] => [sentence.slice(0, index), sentence.slice(index + text.length)])
    .filter(([first, second]) => {
      const [one, other] = [settles(first, facts), settles(second, facts)];
      return one !== undefined && other !== undefined && one !== other;
    });
}

/** Which of both alone. */
function settles(text: string, facts: Facts): 'booked' | 'cancelled' | undefined {
  const { claims } = contentOf(text, facts);
  if (claims.includes('booked') === claims.includes('cancelled')) return undefined;
  return claims.includes('booked') ? 'booked' : 'cancelled';
}

const EACH = new RegExp(`[,;:](?!\\d)|\\b(?:and|or|o)\\b|\\by\\b(?! (?:media|cuarto|\\d|${MINUTE_WORDS}))`, 'i');

/** "Wednesday at 10:15 and Monday at 4:30": each day with the time said beside it; none where there is but one of them. */
export function pairsIn(sentence: string, facts: Facts): Content[] {
  const pairs = sentence
    .split(EACH)
    .map((part) => contentOf(part, facts))
    .filter(({ dates, times }) => dates.length === 1 && times.length === 1);
  return pairs.length > 1 ? pairs : [];
}
