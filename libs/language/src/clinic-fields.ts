import { addedLanguages } from './added/added-languages';
import { specialtyWords } from './specialty-words';
import { phrases, wordsOf } from './words';

/** A field of medicine: what clinics and callers name it, in every language. */
export interface Field {
  /** Its first name in specialty-words. */
  readonly id: string;
  readonly names: readonly (readonly string[])[];
  readonly said: readonly (readonly string[])[];
}

export const fields: readonly Field[] = specialtyWords.map(({ names, said }) => {
  const id = names.split('|')[0] ?? names;
  const also = [...addedLanguages.values()].flatMap(({ words }) =>
    Object.entries(words.specialties).flatMap(([name, own]) => (names.split('|').includes(name) ? [own] : [])),
  );
  return {
    id,
    names: phrases(names, ...also.map((one) => one.names)),
    said: phrases(said, ...also.map((one) => one.said ?? '')),
  };
});

/** One of a clinic's own specialties. */
export interface Listed {
  readonly name: string;
  readonly words: readonly string[];
  readonly fields: readonly string[];
}

const known = new Map<string, Listed>();

/** What a clinic's own name for a specialty stands for. */
export function listedSpecialty(name: string): Listed {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const words = wordsOf(name);
  const listed = {
    name,
    words,
    fields: [
      ...new Set(
        partsOf(name)
          .flatMap(fieldsOf)
          .map(({ id }) => id),
      ),
    ],
  };
  if (known.size > 2_000) known.clear();
  known.set(name, listed);
  return listed;
}

/** "Heart & Vascular" is two fields, "Ear, Nose and Throat" one. */
function partsOf(name: string): (readonly string[])[] {
  const whole = wordsOf(name);
  const parts = name.split(/,|&|\/|\+|\b(?:and|y|e)\b/i).map(wordsOf);
  const known = fields.some((field) => field.names.some((words) => oneSpelling(words) === oneSpelling(whole)));
  return known || parts.some((part) => part.length === 0 || fieldsOf(part).length === 0) ? [whole] : parts;
}

function fieldsOf(name: readonly string[]): readonly Field[] {
  const spelled = oneSpelling(name);
  const exact = fields.filter((field) => field.names.some((words) => oneSpelling(words) === spelled));
  if (exact.length > 0) return exact;
  const within = longestWithin(name, (field) => field.names);
  return within.length > 0 ? within : longestWithin(name, (field) => field.said);
}

/** "Orthopaedics" and "orthopedics", "gynaecology" and "gynecology". */
export function oneSpelling(words: readonly string[]): string {
  return words.join(' ').replace(/[ao]e/g, 'e');
}

/** "Paediatric Heart Surgery" is of the field with the longest name in it. */
function longestWithin(name: readonly string[], namesOf: (field: Field) => readonly (readonly string[])[]): Field[] {
  const spelled = new Set(name.map((word) => oneSpelling([word])));
  const lengths = fields.map((field) =>
    Math.max(
      0,
      ...namesOf(field)
        .filter((words) => words.every((word) => spelled.has(oneSpelling([word]))))
        .map((words) => words.join(' ').length),
    ),
  );
  const longest = Math.max(1, ...lengths);
  return fields.filter((_, at) => lengths[at] === longest);
}
