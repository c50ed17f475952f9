import { fold, foldName, judgedLanguages, sayings, understandDateOfBirth, wordsOf } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import type { ToolContext } from './tool-context';

/**
 * Whether the caller's own words hold this birth date. A model must not identify anybody by what it knows or guesses;
 * only what was said counts.
 */
export function saidBirthDate(date: string, context: ToolContext): boolean {
  const { all } = context.caller;
  // The likeliest first: in what was said last, in the language that is spoken.
  const spoken = new Set([...all.toReversed(), all.slice(-2).join(' '), all.slice(-3).join(' ')]);
  const languages = new Set([context.speech.language, ...judgedLanguages]);
  for (const text of spoken)
    for (const language of languages) if (birthDatesIn(text, language, context).includes(date)) return true;
  const [year, month, day] = date.split('-').map(Number);
  const numbers = new Set(wordsOf(all.join(' ')).map(Number));
  return [year, month, day].every((part) => part !== undefined && numbers.has(part));
}

function birthDatesIn(text: string, language: Language, context: ToolContext): readonly string[] {
  const understood = understandDateOfBirth(text, { ...context.speech, language });
  return understood.ok ? [understood.date] : (understood.candidates ?? []);
}

const OTHERS = [
  /\b(anything|something|any|nothing) (else|other)\b|\b(another|other|different|more) (times?|options?|appointments?|slots?|ones?)\b/,
  /\bnone of (these|those|them)\b|\bneither\b|\botr[oa]s? (horas?|horarios?|citas?|opcion(es)?|cosas?)\b|\balgo mas\b|\bningun[oa] de\b/,
];

/** Whether the caller wants other times than those just offered: "anything else?", "none of those". */
export function saidOthers(context: ToolContext): boolean {
  const said = fold(context.caller.now);
  return OTHERS.some((pattern) => pattern.test(said)) || sayings(context.caller.now, 'otherTimes');
}

/** Whether any part of the name was said, or spelled out: recognisers and models may have mended the rest. */
export function saidName(name: string, context: ToolContext): boolean {
  const said = fold(context.caller.all.join(' ')).replace(/[^\p{L}]+/gu, ' ');
  const run = said.replaceAll(' ', '');
  return foldName(name)
    .split(' ')
    .some(
      (part) => part.length >= 2 && (` ${said} `.includes(` ${part} `) || (part.length >= 3 && run.includes(part))),
    );
}
