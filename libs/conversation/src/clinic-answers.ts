import { fold, wordsOf } from '@clinicall/language';
import type { ClinicFacts } from './clinic-facts';
import type { Sentences } from './sentences';

export interface ClinicAnswer {
  readonly answer: string;
  /** Which entry said it, for the log: "faq:…" or "hours". */
  readonly source: string;
}

/** Words that ask rather than tell what about. */
const ASKING = new Set(
  'a an the if will is are do does did you your have has can could would i we my me us it to of in on at for and or what when where which who how there any with from about need be please tell know el la los las un una de del en y o que cual cuando donde como quien hay tiene tienen puede puedo su sus mi me para por con se es son esta estan favor saber quiero necesito'.split(
    ' ',
  ),
);
const HOURS =
  /\b(?:hours?|open|opens|opening|close|closes|closing|closed|horarios?|abren?|abiert\w+|cierran?|cerrad\w+|atienden)\b/;
/** Share of the question's words that an entry must hold. */
const ENOUGH = 0.5;

/** Retrieved, never composed: the entry whose question shares most with the caller's, or the hours, or nothing. */
export function answerFromClinic(
  question: string,
  clinic: ClinicFacts,
  sentences: Sentences,
): ClinicAnswer | undefined {
  const parts = [question, ...question.split(/[.,;:!?¿¡]+/)].map(stems).filter((part) => part.size > 0);
  const ranked = clinic.faq
    .map((entry) => ({
      entry,
      score: Math.max(
        0,
        ...parts.map((asked) => overlap(asked, stems(`${entry.question} ${entry.answer}`), stems(entry.question))),
      ),
    }))
    .map((one) => ({ ...one, score: one.score + (one.entry.language === sentences.speech.language ? 0.05 : 0) }))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best !== undefined && best.score >= ENOUGH) return { answer: best.entry.answer, source: `faq:${best.entry.id}` };
  if (!HOURS.test(fold(question)) || clinic.hours === '') return undefined;
  return {
    answer: sentences.say('information.hours', { hours: sentences.hours(clinic.clinic.hours) }),
    source: 'hours',
  };
}

/** The entry's question weighs more than its answer, where words stand by chance. */
function overlap(asked: ReadonlySet<string>, all: ReadonlySet<string>, own: ReadonlySet<string>): number {
  if (asked.size === 0) return 0;
  let hits = 0;
  for (const stem of asked) hits += holds(own, stem) ? 1 : holds(all, stem) ? 0.5 : 0;
  return hits / asked.size;
}

const SHORTEST_SHARED = 5;

/** The stem itself, or a longer word of the same root: "cancel" and "cancellation". */
function holds(stems: ReadonlySet<string>, stem: string): boolean {
  if (stems.has(stem)) return true;
  return [...stems].some((one) => {
    const [short, long] = one.length < stem.length ? [one, stem] : [stem, one];
    return short.length >= SHORTEST_SHARED && long.startsWith(short);
  });
}

/** Words without endings, so that "parking" and "park", "cuestan" and "cuesta" meet. */
function stems(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !ASKING.has(word))
      .map((word) => (word.length > 4 ? word.replace(/(?:ing|es|s|n|ed)$/, '') : word)),
  );
}
