import { englishAnswers, spanishAnswers, type AnswerWords } from './answer-words';
import type { Language } from './speech-context';
import { containsPhrase, phraseAt, wordsOf } from './words';

/**
 * A yes is a yes only when nothing else was said: words that may change it (a time, a condition, a correction, a
 * question) make it unclear, and the caller is asked again. Yes words of the other language count too, since callers mix them.
 */
export function judgeAnswer(text: string, language: Language): 'yes' | 'no' | 'unclear' {
  const words = wordsOf(text);
  const [own, other] = language === 'en' ? [englishAnswers, spanishAnswers] : [spanishAnswers, englishAnswers];
  const answer = weigh(words, own) ?? weigh(words, other) ?? 'unclear';
  // "Right?" and "¿vale?" ask for a yes; they give none.
  return answer === 'yes' && /\?\s*$/.test(text) ? 'unclear' : answer;
}

/**
 * Words that lean to a yes, with others about that change nothing known ("that will do nicely"). Enough to keep an offered time,
 * which is read back next; never enough for a write.
 */
export function leansYes(text: string, language: Language): boolean {
  if (text.includes('?')) return false;
  const words = wordsOf(text);
  const known = language === 'en' ? englishAnswers : spanishAnswers;
  const kinds: Kind[] = [];
  for (let at = 0; at < words.length;) {
    const [kind, length] = heaviest(words, at, known);
    at += length;
    if (kind !== 'harmless') kinds.push(kind);
  }
  return kinds.includes('yes') && !kinds.includes('no') && !kinds.includes('doubt');
}

/** undefined: not one word of an answer in this language. */
function weigh(words: readonly string[], known: AnswerWords): 'yes' | 'no' | 'unclear' | undefined {
  const kinds: Kind[] = [];
  for (let at = 0; at < words.length;) {
    const [kind, length] = heaviest(words, at, known);
    at += length;
    if (kind !== 'harmless') kinds.push(kind);
  }
  const yes = kinds.includes('yes');
  const no = kinds.includes('no');
  if (!yes && containsPhrase(words, known.firmNo)) return 'no';
  if (kinds.every((kind) => kind === 'other')) return undefined;
  if (no) return yes || (kinds.includes('doubt') && kinds[0] !== 'no') ? 'unclear' : 'no';
  return yes && kinds.every((kind) => kind === 'yes') ? 'yes' : 'unclear';
}

type Kind = 'yes' | 'no' | 'doubt' | 'other';

/** The longest phrase at this place; of equally long ones the more careful. */
function heaviest(words: readonly string[], at: number, known: AnswerWords): [Kind | 'harmless', number] {
  let best: [Kind | 'harmless', number] = ['other', 1];
  let taken = 0;
  for (const kind of ['doubt', 'no', 'yes', 'harmless'] as const) {
    const length = phraseAt(words, at, known[kind]);
    if (length > taken) {
      best = [kind, length];
      taken = length;
    }
  }
  return best;
}
