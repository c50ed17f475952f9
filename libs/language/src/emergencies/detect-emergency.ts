import { addedLanguages } from '../added/added-languages';
import { editDistance } from '../edit-distance';
import { remembered } from '../remembered';
import { soundsLike } from '../detect-language';
import { fold, wordsOf } from '../words';
import { emergencySigns, isKnown, mayAlarm } from './emergency-signs';
import { englishCalmWords } from './english-calm-words';
import { englishRedFlags } from './english-red-flags';
import { FirstLetterPatterns } from './first-letter-patterns';
import { spanishCalmWords } from './spanish-calm-words';
import { spanishRedFlags } from './spanish-red-flags';
import { leaning, wordLeaning } from './leaning';
import type { CalmWords, RedFlags } from './red-flags';

/** The same words come as a partial transcript, as the turn they may be, and as the turn. */
const MOST_KEPT = 100;

/** What a sign or a phrase adds to the leaning (see leaning.ts) of the words, and what more a sure sign that nothing takes back does. */
const SEEN = 1;
const SURE = 1;
/** A sign adds most where it is nearly all that is said: this, less a third for every word. */
const SEEN_ALONE = 3.7;
/** What words take away that take back whatever is found. */
const CALM = 1;
/** What raises an alarm: about even odds, and a little towards alarm. */
const LEAST = -0.5;
/** More that a statement by itself must lean than the whole: booking talk around it hides it, but it may be half a thought. */
const BY_A_PART = 3;
/** Leaning of words alone under which nothing more is looked at, where no concept of an emergency stands. */
const QUIET = -2;
/** Fewer are the beginning of anything: "my husband is". */
const LEAST_WORDS = 4;
/** Words that begin another statement. */
const JOINTS = new Set('and but because so oh wait hang y pero porque tambien pues aunque oiga espere'.split(' '));

/** "No, my chest hurts" answers a question before; it denies nothing. */
const ANSWERS_NO = /^\s*(?:nop?e?|non)\s*[,–—-]\s*/i;

interface Detector {
  medical: FirstLetterPatterns;
  crisis: FirstLetterPatterns;
  routine: FirstLetterPatterns;
  history: RegExp;
  now: RegExp;
  hypothetical: RegExp;
  negated: RegExp;
  present: RegExp;
  boundaries: RegExp;
  misheard: [RegExp, string][];
  keywords: readonly string[];
}

const withGaps = (line: string) => line.replaceAll('~', '(?:\\w+ ){0,3}');
const anyOf = (lines: readonly string[]) => new RegExp(`\\b(?:${lines.map(withGaps).join('|')})\\b`);
const manyOf = (lines: readonly string[]) => new FirstLetterPatterns(lines.map(withGaps));

const written: readonly (RedFlags & CalmWords)[] = [
  { ...englishRedFlags, ...englishCalmWords },
  { ...spanishRedFlags, ...spanishCalmWords },
];

function detectorOf(languages: readonly (RedFlags & CalmWords)[]): Detector {
  const all = (part: 'medical' | 'crisis' | 'routine' | 'history' | 'now' | 'hypothetical') =>
    languages.flatMap((flags) => flags[part]);
  return {
    medical: manyOf(all('medical')),
    crisis: manyOf(all('crisis')),
    routine: manyOf(all('routine')),
    history: anyOf(all('history')),
    now: anyOf(all('now')),
    hypothetical: anyOf(all('hypothetical')),
    negated: new RegExp(
      `\\b(?:${languages.map((flags) => flags.negation).join('|')}) ?(?:(?:\\w+ ){1,5}(?:or|nor|o|ni) )?$`,
    ),
    present: anyOf(languages.map((flags) => flags.present)),
    boundaries: new RegExp(` (?:${languages.map((flags) => flags.boundaries).join('|')})(?= )`),
    misheard: languages.flatMap((flags) =>
      Object.entries(flags.misheard).map(([heard, meant]): [RegExp, string] => [new RegExp(heard, 'g'), meant]),
    ),
    keywords: languages.flatMap((flags) => flags.keywords),
  };
}

/** English and Spanish at once: callers mix them, and what takes an alarm back must hold whichever language raised it. */
const both = detectorOf(written);

/** A language that files add is judged by itself, and only words that are its own: "plus chest pain" is no French negation. */
const added = [...addedLanguages.values()].map(({ tag, words }) => ({
  tag,
  keywords: new Set(words.emergency.keywords),
  detector: detectorOf([words.emergency]),
}));

/**
 * Whether words, heard or written, in any language, tell of an emergency. Rules alone, no model: quick enough for every partial
 * transcript. Leans towards alarm; history, negations, what-ifs and clinical routine are taken back.
 */
export const detectEmergency = remembered(judge, MOST_KEPT);

interface EmergencyVerdict {
  readonly emergency: boolean;
  readonly kind?: 'medical' | 'crisis';
}

function judge(text: string): EmergencyVerdict {
  const first = judgedByWords(text);
  if (first.kind === 'crisis' || added.length === 0) return first;
  const words = wordsOf(text);
  const others = added
    .filter(({ tag, keywords }) => soundsLike(words, tag) || words.some((word) => keywords.has(word)))
    .map(({ detector }) => judgedBy(detector, text));
  return (
    others.find(({ kind }) => kind === 'crisis') ??
    (first.emergency ? first : undefined) ??
    others.find(({ emergency }) => emergency) ??
    first
  );
}

/**
 * By what the words lean to, what signs see in them, and, where these two do not tell, by phrases that are known and by words put right.
 */
function judgedByWords(text: string): EmergencyVerdict {
  const words = wordsOf(text.replace(ANSWERS_NO, ''));
  if (!mayAlarm(words) && wordLeaning(words) < QUIET) return { emergency: false };
  const leans = Math.max(leaning(words), partLeaning(words) - BY_A_PART);
  if (leans + Math.max(SEEN, SEEN_ALONE - words.length / 3) + SURE < LEAST) return { emergency: false };
  const seen = emergencySigns(words);
  const clear = alarmOf(seen.kind, seen, leans, words.length);
  // Harm to oneself is a kind of its own, which phrases may know better.
  if (clear.emergency && (seen.kind === 'crisis' || (seen.sure && !seen.harm))) return clear;
  const repaired = repairedSentences(text, both);
  const signs = emergencySigns(repaired.join(' . ').split(' '));
  const phrases = signs.calm ? { emergency: false } : judgedPhrases(repaired, both);
  const kinds = [signs.kind, phrases.kind];
  const kind = kinds.includes('crisis') ? 'crisis' : kinds.includes('medical') ? 'medical' : undefined;
  return alarmOf(kind, signs, leans, words.length);
}

function alarmOf(
  kind: EmergencyVerdict['kind'],
  signs: ReturnType<typeof emergencySigns>,
  leans: number,
  length: number,
): EmergencyVerdict {
  if (kind === undefined && length < LEAST_WORDS) return { emergency: false };
  const seen = kind === undefined ? 0 : Math.max(SEEN, SEEN_ALONE - length / 3);
  const added = seen + (signs.sure && !signs.doubtful ? SURE : 0);
  const taken = signs.calm ? CALM : 0;
  if (leans + added - taken < LEAST) return { emergency: false };
  return { emergency: true, kind: kind ?? (signs.harm ? 'crisis' : 'medical') };
}

/** The most that one statement of several leans by itself. */
function partLeaning(words: readonly string[]): number {
  const cuts = words.flatMap((word, at) => (at >= LEAST_WORDS - 1 && JOINTS.has(word) ? at : []));
  if (cuts.length === 0) return -Infinity;
  const parts = [0, ...cuts].map((from, index) => words.slice(from, cuts[index]));
  return Math.max(...parts.filter((part) => part.length >= LEAST_WORDS).map(leaning));
}

function judgedBy(detector: Detector, text: string): EmergencyVerdict {
  return judgedPhrases(repairedSentences(text, detector), detector);
}

function repairedSentences(text: string, detector: Detector): string[] {
  return (
    fold(text)
      .replace(/'/g, '')
      // "No, my chest hurts" answers a question before; it denies nothing.
      .replace(/^\s*(?:nop?e?|non)\s*[,–—-]\s*/, '')
      .split(/[.;!?¿¡\n]+(?=\s|$)/)
      .map((sentence) => sentence.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
      .filter(Boolean)
      .map((sentence) => repair(sentence, detector))
  );
}

function judgedPhrases(sentences: readonly string[], detector: Detector): EmergencyVerdict {
  let medical = false;
  for (const repaired of sentences) {
    if (found(repaired, detector.crisis, detector)) return { emergency: true, kind: 'crisis' };
    medical ||= found(repaired, detector.medical, detector);
  }
  return medical ? { emergency: true, kind: 'medical' } : { emergency: false };
}

/** Puts right what recognisers and hurried thumbs do to the words that matter, and takes out clinical routine. */
function repair(sentence: string, { keywords, misheard, routine }: Detector): string {
  let line = sentence;
  for (const [heard, meant] of misheard) line = line.replace(heard, meant);
  line = line
    .split(' ')
    .map((word) => {
      if (word.length < 6 || keywords.includes(word) || isKnown(word)) return word;
      return keywords.find((keyword) => keyword[0] === word[0] && near(word, keyword)) ?? word;
    })
    .join(' ');
  // A stutter ("she can't, can't breathe", "no no puede") is not a negation.
  return routine.replace(line.replace(/\b(\w+)(?: \1\b)+/g, '$1'), '_');
}

function near(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 2) return false;
  return editDistance(word, keyword) <= (keyword.length >= 9 ? 2 : 1);
}

function found(sentence: string, flags: FirstLetterPatterns, detector: Detector): boolean {
  return sentence.split(detector.boundaries).some((statement) => {
    const clause = statement.trim();
    if (detector.hypothetical.test(clause) && !detector.now.test(clause)) return false;
    const over = detector.history.test(clause) && !detector.now.test(clause);
    for (const { index, text } of flags.in(clause)) {
      const before = clause.slice(0, index);
      if (detector.negated.test(before)) continue;
      const lately = `${before.split(' ').slice(-3).join(' ')}${text}`;
      if (!over || detector.present.test(lately)) return true;
    }
    return false;
  });
}
