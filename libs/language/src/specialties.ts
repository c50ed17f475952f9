import { addedLanguages } from './added/added-languages';
import { editDistance } from './edit-distance';
import { specialtyWords } from './specialty-words';
import type { Language } from './speech-context';
import { containsPhrase, phrases, wordsOf } from './words';

const fields = specialtyWords.map((field) => {
  const also = [...addedLanguages.values()].flatMap(({ words }) =>
    Object.entries(words.specialties).flatMap(([name, own]) => (field.names.split('|').includes(name) ? [own] : [])),
  );
  const all = (own: string, part: 'names' | 'said' | 'parts') => phrases(own, ...also.map((one) => one[part] ?? ''));
  return { names: all(field.names, 'names'), said: all(field.said, 'said'), parts: all(field.parts ?? '', 'parts') };
});

/**
 * Which of the clinic's own specialties the words name. Several possible: no specialty, all of them as candidates.
 * A field the clinic does not have gives neither.
 */
export function findSpecialty(
  text: string,
  specialties: readonly string[],
  language: Language,
): { specialty: string | null; candidates: string[] } {
  const words = wordsOf(text);
  for (const hits of [listed, called, touched, misspelt]) {
    const found = specialties.filter((specialty) => hits(words, specialty, language));
    const best = narrowed(found, words);
    if (best.length > 0) return { specialty: best.length === 1 ? (best[0] ?? null) : null, candidates: best };
  }
  return { specialty: null, candidates: [] };
}

type Hit = (words: readonly string[], specialty: string, language: Language) => boolean;

/** The clinic's own name for it was said. */
const listed: Hit = (words, specialty) => containsPhrase(words, phrases(specialty));

const called: Hit = (words, specialty) => {
  const own = fieldsOf(specialty);
  return own.some((field) => containsPhrase(words, field.names) || containsPhrase(words, field.said));
};

const touched: Hit = (words, specialty) => fieldsOf(specialty).some((field) => containsPhrase(words, field.parts));

/** "cardiolagist", "dermatoligia": one letter in five may be wrong, in words long enough to bear it. */
const misspelt: Hit = (words, specialty) => {
  const targets = [
    wordsOf(specialty),
    ...fieldsOf(specialty).flatMap((field) => [...field.names, ...field.said]),
  ].filter((t) => t.length === 1);
  // Recognisers break long words in two ("card ology").
  const joined = words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
  const long = [...words, ...joined].filter((word) => word.length >= 6);
  return targets.some(
    ([target = '']) =>
      target.length >= 6 && long.some((word) => editDistance(word, target) <= Math.floor(target.length / 4)),
  );
};

function fieldsOf(specialty: string): typeof fields {
  const name = wordsOf(specialty);
  const exact = fields.filter((field) => field.names.some((n) => n.join(' ') === name.join(' ')));
  if (exact.length > 0) return exact;
  return fields.filter((field) => field.names.some((n) => n.every((word) => name.includes(word))));
}

/** "Pediatric cardiology" was said: it wins over "Cardiology" and "Pediatrics", which its words contain. */
function narrowed(found: readonly string[], words: readonly string[]): string[] {
  const named = found.filter((specialty) => containsPhrase(words, phrases(specialty)));
  const longest = named.filter(
    (specialty) =>
      !named.some((other) => other !== specialty && wordsOf(specialty).every((w) => wordsOf(other).includes(w))),
  );
  return longest.length > 0 ? longest : [...found];
}
