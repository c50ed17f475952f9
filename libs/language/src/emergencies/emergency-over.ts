import { sayings } from '../added/sayings';
import { wordsOf } from '../words';

const NO_EMERGENCY =
  /\b(?:not an emergency|no emergency|nobody is in danger|im (?:fine|ok|okay|alright)|we are fine|false alarm|no es una emergencia|no es emergencia|estoy bien|nadie corre peligro)\b/;

/** Whether these words say that nobody is in danger, in any language. */
export function emergencyOver(text: string): boolean {
  const said = wordsOf(text).join(' ');
  return NO_EMERGENCY.test(said) || sayings(said, 'emergencyOver');
}
