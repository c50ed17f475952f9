import {
  asksForPerson,
  detectLanguage,
  findNames,
  findSpecialty,
  foldName,
  judgeAnswer,
  mendHaste,
  type JudgedLanguage as Language,
} from '@clinicall/language';
import { anotherOne, belongs, oneMoreField, type Clause, type Span } from './clause-spans';
import { fold, places } from './fold';
import { personWords, type Asked, type PersonWords } from './people';
import { withoutRefused } from './refused-times';
import { speechContext, type State } from './state';
import { withoutAsides } from './story';
import { mergeWhen, whenIn } from './time-words';
import { withWeekdayDates } from './weekday-dates';
import { unmixed } from './unmixed';
import { wishIn } from './wish-in';
import { english } from './words/en';
import { spanish } from './words/es';
import type { Signal, Vocabulary } from './words/vocabulary';

export type { Clause };

export const vocabularies: Readonly<Record<Language, Vocabulary>> = { en: english, es: spanish };

/** What was said, before anything is decided about it. */
export interface Utterance {
  readonly text: string;
  /** Without who the caller is: a birth date is no day that is wished. */
  readonly asked: string;
  readonly folded: string;
  readonly language: Language;
  readonly words: Vocabulary;
  readonly clauses: readonly Clause[];
  /** Asks for a person. */
  readonly person: boolean;
  readonly who: PersonWords;
  has(signal: Signal): boolean;
}

/** Doctors whose surname stands in the words as it is written. */
function surnamesIn(text: string, names: readonly string[]): string[] {
  const spoken = ` ${foldName(text)} `;
  const exact = names.filter((name) => spoken.includes(` ${foldName(name).split(' ').at(-1) ?? name} `));
  const full = exact.filter((name) => spoken.includes(` ${foldName(name)} `));
  return full.length > 0 ? full : exact;
}

/** A doctor of the clinic by title and name, or by surname alone when it sounds very near; else the words after the title. */
function doctorIn(text: string, folded: string, state: State, words: Vocabulary): string | null {
  const names = state.doctors.map((doctor) => doctor.name);
  const exact = surnamesIn(text, names);
  if (exact.length === 1) return exact[0] ?? null;
  for (const titled of places(folded, words.names.title)) {
    const heard = titled.groups[0] ?? '';
    const kept = heard.split(' ').filter((word, index) => index === 0 || !words.names.notNames.has(word));
    if (words.names.notNames.has(kept[0] ?? '')) continue;
    const [best, next] = findNames(kept.join(' '), names);
    if (best && (!next || next.distance - best.distance > 0.03)) return best.name;
    // "My doctor told me", "the doctor that I saw": somebody is spoken of, nobody named.
    const start = titled.end - heard.length;
    const capital = /\p{Lu}/u.test(text.charAt(start)) && !/^\p{Lu}+$/u.test(text);
    if (words.names.spokenOf.test(folded.slice(0, start)) && !capital) continue;
    return text.slice(start, start + kept.join(' ').length);
  }
  return null;
}

/** Who sent the caller is not who they want to see: "my GP told me to see …", "me mandó mi médica de cabecera". */
const REFERRER =
  /\b(?:my|our|the) (?:gp|pcp|pediatrician|(?:family|primary(?: care)?|regular) (?:doctor|doc|physician)) (?=(?:said|says|sent|told|referred|recommend\w*|wants|thinks|suggest\w*)\b)|\b(?:from|by) (?:my|our|the) (?:gp|pcp|(?:family|primary(?: care)?|regular) (?:doctor|doc|physician))\b|\b(?:mand|envi|deriv|refiri|remiti)(?:o|a|aron|eron) (?:mi|el|la|nuestra?) (?:medic[oa]|doctora?) (?:de cabecera|de familia|familiar|general)\b/g;

function specialtyIn(said: string, folded: string, state: State, language: Language, words: Vocabulary): string | null {
  const text = places(fold(said), REFERRER).reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    said,
  );
  // "Never mind the cardiologist, a dermatologist": of several the one said last counts.
  const parts = [text, ...text.split(/[,;]|\b(?:but|rather|pero|sino|mejor|no)\b/i).toReversed()];
  for (const part of parts) {
    const found = findSpecialty(part, state.specialties, language);
    if (found.specialty) return found.specialty;
  }
  // Several fit, or a field this clinic does not have: the product answers with its own choices.
  return words.names.specialtyLike.exec(folded)?.[1] ?? null;
}

/** What was said by mistake gives way, field by field, to what was said instead. */
function readClause(text: string, state: State, language: Language, words: Vocabulary): Clause {
  const cuts = places(fold(text), words.corrections);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const parts = starts.map((start, index) => text.slice(start, cuts[index]?.start ?? text.length));
  const read = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => readPart(part, state, language, words));
  const [first = readPart(text, state, language, words), ...rest] = read;
  return { ...rest.reduce(corrected, first), text: text.trim() };
}

function corrected(before: Clause, after: Clause): Clause {
  const target = (after.doctor ?? after.specialty) === null ? before : after;
  return {
    text: before.text,
    wish: after.wish ?? before.wish,
    specialty: target.specialty,
    doctor: target.doctor,
    when: after.when === null ? before.when : mergeWhen(before.when ?? undefined, after.when),
  };
}

function readPart(text: string, state: State, language: Language, words: Vocabulary): Clause {
  const folded = fold(text);
  return {
    text: text.trim(),
    wish: wishIn(folded, words),
    specialty: specialtyIn(text, folded, state, language, words),
    doctor: doctorIn(text, folded, state, words),
    when: whenIn(
      withoutRefused(withoutDoctors(text, folded, state), words),
      words.time,
      isPick(folded, words),
      speechContext(state, language),
    ),
  };
}

/** A doctor called Reyes or May is no day: titled names are blanked before time is read. */
function withoutDoctors(text: string, folded: string, state: State): string {
  const names = new Set(state.doctors.flatMap((doctor) => fold(doctor.name).split(/[\s-]+/)));
  let left = text;
  for (const titled of places(folded, /\b(?:dra?|doctora?|doc)\b\.?\s+([a-z'-]+(?:\s+[a-z'-]+)?)/g)) {
    const heard = titled.groups[0] ?? '';
    const own = heard
      .split(/\s+/)
      .filter((_word, index, all) => all.slice(0, index + 1).every((one) => names.has(one)));
    const from = titled.end - heard.length;
    const length = own.join(' ').length;
    left = left.slice(0, from) + ' '.repeat(length) + left.slice(from + length);
  }
  return left;
}

/** "The second one" chooses among what was offered; "the first" is no day of the month then. */
function isPick(folded: string, words: Vocabulary): boolean {
  return [...words.picks.ordinals, words.picks.last].some((pattern) => pattern.test(folded));
}

/** Clauses of their own begin where a wish, or one more specialty, begins. */
function clausesOf(text: string, state: State, language: Language, words: Vocabulary): Clause[] {
  const folded = fold(text);
  const cuts = places(folded, words.clauses).filter(({ start }) => !words.openRange.test(folded.slice(0, start)));
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const spans: Span[] = [];
  starts.forEach((start, index) => {
    const end = cuts[index]?.start ?? text.length;
    const clause = readClause(text.slice(start, end), state, language, words);
    const last = spans.at(-1);
    if (last && (oneMoreField(last, clause, folded.slice(last.end, start), words) || anotherOne(last, clause))) {
      last.clause = { ...last.clause, wish: 'book' };
      spans.push({ start, end, clause: { ...clause, wish: 'book' } });
    } else if (last && belongs(last, clause, words.signals.also.test(folded.slice(last.end, end)), words)) {
      last.end = end;
      const whole = readClause(text.slice(last.start, end), state, language, words);
      last.clause = { ...whole, wish: whole.wish ?? last.clause.wish };
    } else spans.push({ start, end, clause: last && clause.wish === null ? { ...clause, wish: 'book' } : clause });
  });
  return spans.map((span) => span.clause).filter((clause) => /[\p{L}\p{N}]/u.test(clause.text));
}

/** "My GP told me to see a cardiologist. Tuesday would suit": where a wish names neither field nor doctor, what was told beside it may. */
function aimedBy(text: string, clauses: Clause[], state: State, language: Language, words: Vocabulary): Clause[] {
  if (clauses.some((clause) => clause.doctor !== null || namesField(clause, state, language, words))) return clauses;
  const at = clauses.findIndex(({ wish }) => wish === null || wish === 'book');
  const folded = fold(text);
  const doctor = doctorIn(text, folded, state, words);
  const specialty = specialtyIn(text, folded, state, language, words);
  return clauses.map((clause, index) =>
    index === at ? { ...clause, doctor, specialty: specialty ?? clause.specialty } : clause,
  );
}

/** "That's when my daughter minds the stall" names a child, and no children's doctor. */
function namesField({ text, specialty }: Clause, state: State, language: Language, words: Vocabulary): boolean {
  if (specialty === null) return false;
  const folded = fold(text);
  const others = places(folded, words.signals.relative);
  const left = others.reduce(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end).padStart(rest.length - start),
    text,
  );
  return others.length === 0 || specialtyIn(left, fold(left), state, language, words) !== null;
}

/** Without what was said about the caller: a birth date is not a wished day, their name not a doctor's. */
function withoutPerson(text: string, who: PersonWords): string {
  // A year that was corrected stands elsewhere.
  const birth = who.dateOfBirth;
  const begun = birth !== undefined && !text.includes(birth) ? birth.replace(/\d{4}$/, '') : birth;
  return [begun, who.name].reduce<string>(
    (left, part) => (part ? left.replace(part, ' '.repeat(part.length)) : left),
    text,
  );
}

/** "Morning, could I …", "Buenas tardes, quería …": said in greeting, no part of the day that is wished. */
function withoutGreeting(text: string, words: Vocabulary): string {
  const greeting = words.time.greeting.exec(fold(text))?.[0] ?? '';
  return ' '.repeat(greeting.length) + text.slice(greeting.length);
}

function make(text: string, language: Language, state: State, who: PersonWords): Utterance {
  const words = vocabularies[language];
  const said = withoutPerson(text, who);
  const folded = fold(said);
  const about = withoutGreeting(said, words);
  const core = withoutAsides(about, words);
  const clauses = clausesOf(core, state, language, words);
  return {
    text,
    asked: said,
    folded,
    language,
    words,
    clauses: core === about ? clauses : aimedBy(about, clauses, state, language, words),
    person: asksForPerson(text),
    who,
    has: (signal) => words.signals[signal].test(folded),
  };
}

/** Whether bare words may be a name: not a wish, a yes, a goodbye or a choice. */
function maybeName(text: string, language: Language, words: Vocabulary): boolean {
  const folded = fold(text);
  const { farewell, repeat, dropIt, newPatient, sendCode } = words.signals;
  const other = [farewell, repeat, dropIt, newPatient, sendCode, ...words.picks.ordinals, words.picks.last];
  if (wishIn(folded, words) !== null || other.some((pattern) => pattern.test(folded))) return false;
  return judgeAnswer(text, language) === 'unclear';
}

function readAnew(spoken: string, state: State, asked: Asked): Utterance {
  const mended = mendHaste(spoken.normalize('NFC'));
  const language = detectLanguage(mended, state.language);
  const own = unmixed(mended, language);
  const text = language === 'es' ? withWeekdayDates(own, state) : own;
  const words = vocabularies[language];
  const who = personWords(text, asked, true, words.names);
  // Beside a birth date, bare words are a name whatever they look like.
  const sure = who.dateOfBirth !== undefined || maybeName(text, language, words);
  return make(text, language, state, sure ? who : personWords(text, asked, false, words.names));
}

/** Utterances read before: every answer reads the whole history again, and reading is most of its cost. */
const readBefore = new Map<string, Utterance>();
const mostKept = 300;

/** Reads an utterance in the language it is in; words that tell nothing are read in the conversation's language. */
export function understand(spoken: string, state: State, asked: Asked): Utterance {
  const { language, specialties, doctors } = state;
  const key = JSON.stringify([spoken, asked, language, specialties, doctors]);
  const known = readBefore.get(key) ?? readAnew(spoken, state, asked);
  readBefore.delete(key);
  readBefore.set(key, known);
  const oldest = readBefore.size > mostKept ? readBefore.keys().next().value : undefined;
  if (oldest !== undefined) readBefore.delete(oldest);
  return known;
}

/** A part of an utterance as an utterance, in the same language. */
export function understandPart(text: string, whole: Utterance, state: State): Utterance {
  return make(text, whole.language, state, {});
}
