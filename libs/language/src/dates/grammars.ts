import type { Language, SpeechContext } from '../speech-context';
import { addedLanguages } from '../added/added-languages';
import { zonedTime } from '../local-time';
import { english } from './english';
import { grammarOf, type Grammar } from './grammar';
import { spanish } from './spanish';
import type { Moment } from './values';
import { timeOf } from './written-language';

const englishGrammar = grammarOf(english);
const grammars = new Map<Language, Grammar>([
  ['en', englishGrammar],
  ['es', grammarOf(spanish)],
  ...[...addedLanguages.values()].map((one): [Language, Grammar] => [one.tag, grammarOf(timeOf(one))]),
]);

export function grammarFor(language: Language): Grammar {
  return grammars.get(language) ?? englishGrammar;
}

export function momentOf({ now, timezone, language, country }: SpeechContext): Moment {
  const local = zonedTime(now, timezone).toPlainDateTime();
  const place = country.toUpperCase();
  return { now: local, today: local.toPlainDate(), timezone, country: place, numericOrder: orderOf(language, place) };
}

/** Month first is the custom of the United States alone; a Spanish speaker there may follow either. */
function orderOf(language: Language, country: string): Moment['numericOrder'] {
  if (country !== 'US') return 'day-first';
  return language === 'en' ? 'month-first' : 'either';
}
