import { fold } from '@clinicall/language';

// What a caller understands of a receptionist's words without knowing the program behind them. Folded, English and Spanish.
const REPEAT =
  /\b(say (that|it) again|repeat|did(n't| not) (quite )?(catch|hear|get|understand)|pardon|repet\w*|no (le |te |lo )?(he )?(entend\w*|escuch\w*))\b/;
const ANYBODY_THERE =
  /\b(are )?you (still )?there\b|\bstill on the line\b|\b(can't|cannot) hear you\b|\bpress a key\b|\bsigue ahi\b|\bno le oigo\b/;
const PATIENCE =
  /^(\W*(one|just a|a) (moment|second|minute|sec)\b|\W*(let me|i'?ll) (check|look|see)\b|\W*(please )?hold on\b|\W*(un momento|un segundo|dejeme|permitame))[^?]*$/;

/** Asks to hear the last words again, or heard nothing. "Are you still there?" behind an answer is no such thing. */
export function asksToRepeat(text: string): boolean {
  const sentences = fold(text)
    .split(/[.?!¿¡]+/)
    .filter((sentence) => sentence.trim() !== '');
  if (sentences.some((sentence) => REPEAT.test(sentence))) return true;
  return sentences.length > 0 && sentences.every((sentence) => ANYBODY_THERE.test(sentence));
}

/** Words of waiting that come through even where the rest of the sentence was misread. */
const WAITING = /\b(checking|for (waiting|holding|your patience)|un momento|comprobando)\b/;

/** Says no more than "one moment", or "still checking". */
export function onlyAsksForPatience(text: string): boolean {
  const heard = fold(text).trim();
  return heard !== '' && text.length < 80 && (PATIENCE.test(heard) || WAITING.test(heard));
}

const CUT_OFF = /\b(cut off|got disconnected|lost (you|the connection|the line)|i'?m back)\b|\bse (nos )?corto\b/;
/** So much of a question heard again makes it the same question, though neither was understood word for word. */
const SAME_SHARE = 0.6;

/**
 * The line broke and the other side asks what it had asked before: what was said in between never arrived.
 * @param before what the other side said last before the break.
 */
export function asksAnewAfterBreak(text: string, before: string): boolean {
  const heard = fold(text);
  if (!CUT_OFF.test(heard)) return false;
  const question = new Set(wordsOf(fold(before)));
  const again = new Set(wordsOf(heard));
  const repeated = [...question].filter((word) => again.has(word)).length;
  return question.size > 0 && repeated / question.size >= SAME_SHARE;
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
