import { fold } from '@clinicall/language';

// What a caller understands of a receptionist's words without knowing the program behind them. Folded, English and Spanish.
const REPEAT =
  /\b(say (that|it) again|repeat|did(n't| not) (quite )?(catch|hear|get|understand)|pardon|(are )?you (still )?there|still on the line|repet\w*|no (le |te |lo )?(he )?(entend\w*|escuch\w*)|sigue ahi)\b/;
const PATIENCE =
  /^(\W*(one|just a|a) (moment|second|minute|sec)\b|\W*(let me|i'?ll) (check|look|see)\b|\W*(please )?hold on\b|\W*(un momento|un segundo|dejeme|permitame))[^?]*$/;

/** Asks to hear the last words again. */
export function asksToRepeat(text: string): boolean {
  return REPEAT.test(fold(text));
}

/** Says no more than "one moment". */
export function onlyAsksForPatience(text: string): boolean {
  return text.trim() !== '' && text.length < 80 && PATIENCE.test(fold(text).trim());
}
