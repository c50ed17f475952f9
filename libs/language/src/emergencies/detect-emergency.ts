import { editDistance } from '../edit-distance';
import { remembered } from '../remembered';
import { fold } from '../words';
import { englishCalmWords } from './english-calm-words';
import { englishRedFlags } from './english-red-flags';
import { spanishCalmWords } from './spanish-calm-words';
import { spanishRedFlags } from './spanish-red-flags';
import type { CalmWords, RedFlags } from './red-flags';

/** The same words come as a partial transcript, as the turn they may be, and as the turn. */
const MOST_KEPT = 100;

interface Detector {
  medical: RegExp;
  crisis: RegExp;
  routine: RegExp;
  history: RegExp;
  now: RegExp;
  hypothetical: RegExp;
  negated: RegExp;
  present: RegExp;
  boundaries: RegExp;
  misheard: [RegExp, string][];
  keywords: readonly string[];
}

const anyOf = (lines: readonly string[], flags = '') =>
  new RegExp(`\\b(?:${lines.join('|').replaceAll('~', '(?:\\w+ ){0,3}')})\\b`, flags);

const languages: readonly (RedFlags & CalmWords)[] = [
  { ...englishRedFlags, ...englishCalmWords },
  { ...spanishRedFlags, ...spanishCalmWords },
];

/** All languages at once: callers mix them, and what takes an alarm back must hold whichever language raised it. */
const detector: Detector = {
  medical: anyOf(
    languages.flatMap((flags) => flags.medical),
    'g',
  ),
  crisis: anyOf(
    languages.flatMap((flags) => flags.crisis),
    'g',
  ),
  routine: anyOf(
    languages.flatMap((flags) => flags.routine),
    'g',
  ),
  history: anyOf(languages.flatMap((flags) => flags.history)),
  now: anyOf(languages.flatMap((flags) => flags.now)),
  hypothetical: anyOf(languages.flatMap((flags) => flags.hypothetical)),
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

/**
 * Whether words, heard or written, in either language, tell of an emergency. Rules alone, no model: quick enough for every partial
 * transcript. Leans towards alarm; history, negations, what-ifs and clinical routine are taken back.
 */
export const detectEmergency = remembered(judge, MOST_KEPT);

interface EmergencyVerdict {
  readonly emergency: boolean;
  readonly kind?: 'medical' | 'crisis';
}

function judge(text: string): EmergencyVerdict {
  const sentences = fold(text)
    .replace(/'/g, '')
    // "No, my chest hurts" answers a question before; it denies nothing.
    .replace(/^\s*nop?e?\s*[,–—-]\s*/, '')
    .split(/[.;!?¿¡\n]+(?=\s|$)/)
    .map((sentence) => sentence.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter(Boolean);
  let medical = false;
  for (const sentence of sentences) {
    const repaired = repair(sentence);
    if (found(repaired, detector.crisis)) return { emergency: true, kind: 'crisis' };
    medical ||= found(repaired, detector.medical);
  }
  return medical ? { emergency: true, kind: 'medical' } : { emergency: false };
}

/** Puts right what recognisers and hurried thumbs do to the words that matter, and takes out clinical routine. */
function repair(sentence: string): string {
  const { keywords, misheard, routine } = detector;
  let line = sentence;
  for (const [heard, meant] of misheard) line = line.replace(heard, meant);
  line = line
    .split(' ')
    .map((word) => {
      if (word.length < 6 || keywords.includes(word)) return word;
      return keywords.find((keyword) => keyword[0] === word[0] && near(word, keyword)) ?? word;
    })
    .join(' ');
  // A stutter ("she can't, can't breathe", "no no puede") is not a negation.
  return line.replace(/\b(\w+)(?: \1\b)+/g, '$1').replace(routine, '_');
}

function near(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 2) return false;
  return editDistance(word, keyword) <= (keyword.length >= 9 ? 2 : 1);
}

function found(sentence: string, flags: RegExp): boolean {
  return sentence.split(detector.boundaries).some((statement) => {
    const clause = statement.trim();
    if (detector.hypothetical.test(clause) && !detector.now.test(clause)) return false;
    const over = detector.history.test(clause) && !detector.now.test(clause);
    return [...clause.matchAll(flags)].some((match) => {
      const before = clause.slice(0, match.index);
      if (detector.negated.test(before)) return false;
      const lately = `${before.split(' ').slice(-3).join(' ')}${match[0]}`;
      return !over || detector.present.test(lately);
    });
  });
}
