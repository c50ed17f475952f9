import { foldName, wordDistance } from '@clinicall/language';

/** Nearer than this may be the same person, misheard or misspelt. */
export const PLAUSIBLE = 0.25;
/** Farther than this is surely somebody else. */
const FOREIGN = 0.45;
const LONGEST_WINDOW = 3;

/**
 * How far a said full name is from a known one: 0 the same … 1 not it. Given name and surname must both be there, in
 * words of their own; half a name never matches anybody.
 */
export function fullNameDistance(said: string, known: string): number {
  const words = foldName(said).split(' ').filter(Boolean);
  const parts = foldName(known).split(' ').filter(Boolean);
  if (words.length > 0 && words.join(' ') === parts.join(' ')) return 0;
  const [given, ...surnames] = parts;
  if (given === undefined || surnames.length === 0 || words.length < 2) return 1;
  const windows = windowsOf(words);
  // "Ana Belén" is heard as one name.
  const givens = surnames.length > 1 ? [given, `${given}${surnames[0] ?? ''}`] : [given];
  const givenAt = windows.map((window) => ({
    ...window,
    distance: Math.min(...givens.map((one) => wordDistance(window.text, one))),
  }));
  const surnameAt = windows.map((window) => ({
    ...window,
    distance: Math.min(...surnames.map((surname) => wordDistance(window.text, surname))),
  }));
  let best = 1;
  for (const one of givenAt) {
    for (const other of surnameAt) {
      const apart = one.to <= other.from || other.to <= one.from;
      if (apart) best = Math.min(best, Math.max(one.distance, other.distance, 0.01));
    }
  }
  return best;
}

/**
 * The one candidate that a said name means. A tie is never guessed: with a second candidate that could also be meant,
 * only a name that is exactly one of them decides.
 */
export function onlyMatch<T extends { readonly name: string }>(
  said: string,
  candidates: readonly T[],
): { match: T; ambiguous?: undefined } | { match?: undefined; ambiguous: boolean } {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: fullNameDistance(said, candidate.name) }))
    .filter(({ distance }) => distance <= FOREIGN)
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined || best.distance > PLAUSIBLE) return { ambiguous: false };
  if (second === undefined || (best.distance === 0 && second.distance > 0)) return { match: best.candidate };
  return { ambiguous: true };
}

/** Whether two records may be one person's, given that their birth dates agree. */
export function likelySame(name: string, other: string, sharePhone: boolean): boolean {
  return fullNameDistance(name, other) <= (sharePhone ? FOREIGN : PLAUSIBLE);
}

/** Recognisers break a name they do not know into several words: runs of up to three are read as one. */
function windowsOf(words: readonly string[]): { text: string; from: number; to: number }[] {
  return words.flatMap((_word, from) =>
    Array.from({ length: Math.min(LONGEST_WINDOW, words.length - from) }, (_unused, extra) => ({
      text: words.slice(from, from + extra + 1).join(' '),
      from,
      to: from + extra + 1,
    })),
  );
}
