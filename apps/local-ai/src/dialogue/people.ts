import { digitRuns, nameDistance } from '@clinicall/language';
import { fold, places, tokens, type Token } from './fold';
import { nameFrom, said } from './name-run';
import { ofParent } from './parent-of';
import { spelledWords, type Spelled } from './spelling';
import { tidied, withCorrectedYear } from './tidied';
import type { NameWords } from './words/vocabulary';

/** Who the caller says they are, in their own words. */
export interface PersonWords {
  name?: string;
  dateOfBirth?: string;
  phone?: string;
  code?: string;
  /** Letters spelled out without the name beside them: "L A N G". */
  spelled?: string;
}

export interface Asked {
  readonly name: boolean;
  readonly dob: boolean;
  readonly phone: boolean;
  readonly code: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const numericDate =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[./-]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*[./-]?\d{2,4})$/;
const ordinalDigits = /^\d{1,2}(?:st|nd|rd|th|o|ro)?$/;

function datePart(token: Token, words: NameWords): 'number' | 'month' | 'link' | null {
  if (numericDate.test(token.word) || ordinalDigits.test(token.word) || /^\d{4}$|^\d{8}$/.test(token.word))
    return 'number';
  if (token.word.split('-').every((part) => words.dateNumbers.has(part) || /^\d$/.test(part))) return 'number';
  if (words.months.has(token.word)) return 'month';
  return words.dateLinks.has(token.word) ? 'link' : null;
}

function dateRuns(all: readonly Token[], folded: string, words: NameWords): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of all) {
    const last = runs.at(-1)?.at(-1);
    // "September 30, 1957. Two things": a year ends it.
    const over =
      last !== undefined && /^\d{4}$/.test(last.word) && /[.;!?]\s/.test(folded.slice(last.end, token.start));
    if (datePart(token, words) === null || over) runs.push([]);
    if (datePart(token, words) !== null) runs.at(-1)?.push(token);
  }
  return runs.map((all) => {
    const run = withoutSurname(all, words);
    const first = run.findIndex((token) => datePart(token, words) !== 'link');
    const last = run.findLastIndex((token) => datePart(token, words) !== 'link');
    return first < 0 ? [] : run.slice(first, last + 1);
  });
}

/** "Olivia March, the 14th of January 1993": of two months the one that opens the run, beside the date of the other, is a surname. */
function withoutSurname(run: readonly Token[], words: NameWords): readonly Token[] {
  const [first, second] = run;
  const months = run.filter((token) => datePart(token, words) === 'month');
  if (months.length < 2 || first !== months[0] || second === undefined) return run;
  return datePart(second, words) === 'number' ? run : run.slice(1);
}

/** A year that a living person may be born in, in digits or words. */
const birthYear = /\b(?:19\d\d|20\d\d|nineteen|two thousand|mil novecientos|dos mil)\b/;

function dateOfBirth(folded: string, asked: boolean, words: NameWords): Span | null {
  const born = words.born.exec(folded);
  const bornAt = born ? born.index + born[0].length : -1;
  const candidates = dateRuns(tokens(folded), folded, words).flatMap((run) => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) return [];
    const said = folded.slice(first.start, last.end);
    const numbers = run.filter((token) => datePart(token, words) === 'number');
    const month = run.some((token) => datePart(token, words) === 'month');
    const whole = numbers.some((token) => numericDate.test(token.word) || /^\d{8}$/.test(token.word));
    const plausible = whole || (numbers.length > 0 && (month || numbers.length >= 3));
    const told = asked || (bornAt >= 0 && first.start >= bornAt - 1) || birthYear.test(said) || isLongAgo(said, month);
    return plausible && told ? [{ start: first.start, end: last.end, sure: birthYear.test(said) || whole }] : [];
  });
  return candidates.find((one) => one.sure) ?? candidates[0] ?? null;
}

/** "17 Apr 59", "3 de marzo del 88", "3/oct/79": no appointment is in such a year. */
function isLongAgo(said: string, month: boolean): boolean {
  if (/^\d{1,2}[./-](?:\d{1,2}|[a-z]{3,})[./-](?:19\d\d|3[2-9]|[4-9]\d)$/.test(said)) return true;
  return month && LONG_AGO.test(said);
}

/** Words of an answer that tells name and birth date alone, at most. */
const MOST_OF_NAMING = 14;

const LONG_AGO =
  /\b(?:3[2-9]|[4-9]\d|(?:forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]\w+)?|(?:cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \w+)?)$/;

function blank(text: string, span: Span | null): string {
  return span ? text.slice(0, span.start) + ';'.padEnd(span.end - span.start) + text.slice(span.end) : text;
}

/** "It's Nakamura. N A K A M U R A. George Nakamura": the name is said in full elsewhere. */
function inFull(name: string, text: string, folded: string, words: NameWords): string {
  if (name.includes(' ')) return name;
  const runs = tokens(folded).map((token) => nameFrom(folded, token.start, words));
  const whole = runs
    .filter((run) => run.length > 1 && run.length < 5 && run.some(({ word }) => word === fold(name)))
    .sort((a, b) => b.length - a.length)[0];
  return (whole && said(text, whole)) ?? name;
}

/** "Abramson … first name Ruth", "first name Sofia, last name Delgado", "apellido Ríos, nombre Ofelia": said in parts. */
function inParts(text: string, folded: string, words: NameWords, spelled: Spelled | null): string | null {
  const after = (lead: RegExp): string | null => {
    const [place] = places(folded, lead);
    return place ? said(text, nameFrom(folded, place.end, words)) : null;
  };
  const [given, family] = [after(words.givenIn), after(words.familyIn)];
  if (given === null && family === null) return null;
  if (given !== null && family !== null) return `${given} ${family}`;
  const known = given ?? family ?? '';
  const others = tokens(folded)
    .map((token) => said(text, nameFrom(folded, token.start, words)))
    .filter((run) => run !== null && !fold(run).includes(fold(known)) && !fold(known).includes(fold(run)));
  const other = others[0] ?? (spelled ? spelled.word.charAt(0).toUpperCase() + spelled.word.slice(1) : null);
  if (other === null) return null;
  return given === null ? `${other} ${known}` : `${known} ${other}`;
}

function introduced(text: string, folded: string, asked: boolean, words: NameWords): string | null {
  for (const lead of places(folded, words.leadIn)) {
    const name = said(text, nameFrom(folded, lead.end, words));
    if (name) return inFull(name, text, folded, words);
  }
  for (const lead of places(folded, words.weakLeadIn)) {
    const first = said(text, nameFrom(folded, lead.end, words));
    if (!first) continue;
    const name = inFull(first, text, folded, words);
    const capitals = name.split(' ').every((part) => /^\p{Lu}|^(?:de|del|la|van|von|y)$/u.test(part));
    const uncased = !/\p{Lu}/u.test(text) && /^\S+ \S+$/.test(name);
    // "Marisa Cano. 29 de febrero, soy bisiesta"; "I'm due to have my eyes looked at".
    const told = asked && (capitals || (!/\p{Lu}\p{Ll}/u.test(text) && text.split(/\s+/).length <= MOST_OF_NAMING));
    if (told || (capitals && name.includes(' ')) || uncased) return name;
  }
  return null;
}

/** "It's for my wife Olena Shevchenko", "mi suegra, Dolores": behind who it is to the caller, where a name was asked for. */
function ofKin(text: string, folded: string, words: NameWords): string | null {
  for (const lead of places(folded, words.kinIn)) {
    const name = said(text, nameFrom(folded, lead.end, words));
    if (name && /^\p{Lu}\p{Ll}/u.test(name)) return name;
  }
  return null;
}

const isProper = (word: string): boolean =>
  /^\p{Lu}/u.test(word) || /^(?:de|del|la|los|van|von|der|y|da|dos|san)$/.test(word);

/** The answer to "your name?" that is nothing but the name, with small words around it; or a name right beside a birth date. */
function bare(text: string, folded: string, words: NameWords, birth: Span | null, asked: boolean): string | null {
  const all = tokens(folded).map((token) => nameFrom(folded, token.start, words));
  const opening = all[0];
  const isOpening = opening?.every((token) => isProper(text.slice(token.start, token.end))) === true;
  // "Pedro Morales. El día de San Pedro, …": asked for, a name that is said first is the one.
  if (asked && isOpening && opening.length > 1) return said(text, opening);
  // "Callum Reid here, dob 23 Sept 1997", "marta gómez del 25 de febrero".
  const GLUE = /\b(?:here|speaking|this side|del?|el|la|dob|born|nacid[oa]|nac|fecha|aqui|y|on|the)\b/g;
  const letters = { test: (gap: string): boolean => /[\p{L}\p{N}]/u.test(gap.replace(GLUE, '')) };
  const beside = all.filter((run) => {
    const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
    if (!birth || run.length === 0) return false;
    return end <= birth.start
      ? !letters.test(folded.slice(end, birth.start))
      : !letters.test(folded.slice(birth.end, start));
  });
  // "Julio César Bonilla 3/oct/79. Luego le digo …": a whole name before the date is the one.
  const before = beside.filter((run) => run.length > 1 && (run.at(-1)?.end ?? 0) <= (birth?.start ?? 0));
  const near = before.length > 0 || asked ? before : beside;
  // "A las nueve" leaves an "a".
  const runs = (near.length > 0 ? near : all).filter(
    ([only, ...more]) =>
      only && (more.length > 0 || only.word.length > 2 || isProper(text.slice(only.start, only.end))),
  );
  // Of "Amparo Villalobos. Perdona, que he bailado los números" the part that is written as a name.
  const proper = runs.filter(
    (run) => run.length > 1 && run.every((token) => isProper(text.slice(token.start, token.end))),
  );
  const best = (proper.length > 0 ? proper : runs).reduce<Token[]>(
    (longest, run) => (run.length > longest.length ? run : longest),
    [],
  );
  const alone = runs.filter((run) => run.length === 1).flatMap((run) => said(text, run) ?? []);
  const names = [...new Set(alone.filter((name) => /^\p{Lu}\p{Ll}/u.test(name)))];
  // "Sorensen. S O R E N S E N. Walt."
  if (best.length === 1 && names.length === 2) return names.join(' ');
  return said(text, best);
}

/** Asked for the birth date alone, since the name is known: words beside it are a name only where they are written as one. */
function besideBirth(name: string | null, text: string, asked: Asked): string | null {
  if (name === null || asked.name || !asked.dob || !/\p{Lu}/u.test(text)) return name;
  return name.split(' ').every(isProper) ? name : null;
}

function withSpelling(name: string | null, spelled: Spelled | null): string | null {
  if (!spelled || !name) return name;
  const parts = name.split(' ');
  const distances = parts.map((part) => nameDistance(part, spelled.word));
  const nearest = distances.indexOf(Math.min(...distances));
  // The first letters of a name that was said whole are no other name: "W, H, I, T, field".
  if (
    parts.some((part) =>
      fold(part)
        .replace(/[^a-z]/g, '')
        .includes(spelled.word),
    )
  )
    return name;
  const proper = spelled.word.charAt(0).toUpperCase() + spelled.word.slice(1);
  if ((distances[nearest] ?? 1) <= 0.5) parts[nearest] = proper;
  else if (parts.length === 1) parts.push(proper);
  else parts[parts.length - 1] = proper;
  return parts.join(' ');
}

/** Spoken or typed digits as one number: "five five, double 2 …"; null when fewer than `least`. */
function digitsOf(folded: string, least: number): string | null {
  const best = digitRuns(folded).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  return best.length >= least ? best : null;
}

/** Six digits by themselves: "482913. Cinco y media de la tarde". */
function codeIn(folded: string): string | null {
  const runs = folded.split(/[.;:!?]+(?=\s|$)/).flatMap(digitRuns);
  return runs.find((run) => run.length === 6) ?? null;
}

/** What an utterance tells about the caller, given what they were asked for. `mayBeName`: bare words may be the name. */
export function personWords(text: string, asked: Asked, mayBeName: boolean, words: NameWords): PersonWords {
  const folded = fold(text);
  const span = dateOfBirth(folded, asked.dob, words);
  const spelled = spelledWords(blank(folded, span), words);
  let rest = blank(folded, span);
  for (const place of spelled?.places ?? []) rest = blank(rest, place);
  const wantsDigits = asked.phone || asked.code;
  const phone = asked.code && codeIn(rest) ? null : digitsOf(rest, 9);
  const code = asked.code && !phone ? (codeIn(rest) ?? digitsOf(rest, 4)) : null;
  const plain = rest.replace(words.born, (found) => ';'.padEnd(found.length));
  // A long sentence told of more than a name, asked for or not.
  const tellsMore = text.split(/\s+/).length > MOST_OF_NAMING;
  const expected = mayBeName && (asked.name || span !== null);
  // "I was born on the 4th of November 1989, and Regina on …": whose the second is, is another's name.
  const several = !asked.name && (folded.match(new RegExp(birthYear, 'g')) ?? []).length > 1;
  const name = several
    ? null
    : (inParts(text, plain, words, spelled) ??
      ofParent(text, plain, words) ??
      (asked.name ? ofKin(text, plain, words) : null) ??
      introduced(text, plain, asked.name, words) ??
      (expected
        ? besideBirth(bare(text, plain, words, asked.name && !tellsMore ? null : span, asked.name), text, asked)
        : null));
  const said = withSpelling(name, spelled);
  const whole = said === null ? null : tidied(said);
  return {
    ...(whole ? { name: whole } : {}),
    ...(span ? { dateOfBirth: withCorrectedYear(text.slice(span.start, span.end), text.slice(span.end)) } : {}),
    ...(phone && (wantsDigits || /\d{7}/.test(phone)) ? { phone } : {}),
    ...(code ? { code } : {}),
    ...(spelled && !whole ? { spelled: spelled.word } : {}),
  };
}

/** Whether a single name is one part of a known full name, said better. */
export function resembles(part: string, name: string | undefined): boolean {
  const parts = name?.split(' ') ?? [];
  return parts.length > 1 && parts.some((known) => nameDistance(part, known) <= 0.5);
}

/** A remembered name corrected by letters that came later, alone. */
export function respell(name: string | undefined, spelled: string): string {
  return (
    withSpelling(name ?? null, { word: spelled, places: [] }) ?? spelled.charAt(0).toUpperCase() + spelled.slice(1)
  );
}
