import { addedLanguages } from '../added/added-languages';
import { isJudged, type Language } from '../speech-context';
import type { Complaint } from './complaint-index';
import { ComplaintIndex } from './complaint-index';
import { english, spanish } from './lexicons';

const built = new Map<Language, ComplaintIndex>();

/** Built when first asked: nothing is done at import. */
function indexOf(language: Language): ComplaintIndex {
  let index = built.get(language);
  if (index === undefined) built.set(language, (index = new ComplaintIndex(lexiconOf(language))));
  return index;
}

function lexiconOf(language: Language): ConstructorParameters<typeof ComplaintIndex>[0] {
  if (isJudged(language)) return language === 'es' ? spanish : english;
  const words = addedLanguages.get(language)?.words;
  const fields = Object.entries(words?.specialties ?? {}).map(([field, own]) => [field, { likely: own.parts ?? '' }]);
  return {
    fields: Object.fromEntries(fields) as Record<string, { likely: string }>,
    classes: {},
    pairs: [],
    idle: '',
    child: '',
    stem: (word) => word,
  };
}

const unstemmed = new Map<Language, ComplaintIndex>();

/** Words of the other language count as they are written: its endings would find too much in these. */
function foreign(language: 'en' | 'es'): ComplaintIndex {
  let index = unstemmed.get(language);
  if (index === undefined)
    unstemmed.set(language, (index = new ComplaintIndex({ ...lexiconOf(language), stem: (word) => word })));
  return index;
}

const LEAST = 2;

/** What is complained of; in the caller's language, or in the other one when this says nothing ("necesito un checkup"). */
export function findComplaints(words: readonly string[], language: Language): Complaint {
  const own = indexOf(language).find(words);
  if (own.child || !isJudged(language) || [...own.scores.values()].some((score) => score >= LEAST)) return own;
  const other = foreign(language === 'es' ? 'en' : 'es').find(words);
  return [...other.scores.values()].some((score) => score > LEAST) ? other : own;
}

/** A word of the lexicon, spelled as it is there. */
export function isComplaintWord(word: string, language: Language): boolean {
  return indexOf(language).knows(word);
}
