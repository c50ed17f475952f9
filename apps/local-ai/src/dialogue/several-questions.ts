import { topicsIn } from '@clinicall/language';
import { fold, places } from './fold';
import type { Clause, Utterance } from './understand';
import { openOf, type Memory } from './wishes';

const CUTS = /[.;!?¿]+(?=\s|$)|,?\s+(?:and|also|plus|y|e|ademas|tambien)\s+/g;
const HOURS =
  /\b(?:hours?|open|opens|opening|close|closes|closing|closed|shut|horarios?|abren?|abris|abiert\w+|cierran?|cerrais|cerrad\w+|atienden)\b/;

/** "When do you close, and do you take Medi-Cal?": each question by itself, so that none is forgotten. */
export function questionsApart(clause: Clause): Clause[] {
  if (clause.wish !== 'information') return [clause];
  const folded = fold(clause.text);
  const cuts = places(folded, CUTS);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const questions: { text: string; topics: readonly string[] }[] = [];
  starts.forEach((start, index) => {
    // The mark is part of the question.
    const text =
      clause.text.slice(start, cuts[index]?.start) + (clause.text[cuts[index]?.start ?? -1] === '?' ? '?' : '');
    const topics = [...topicsIn(text), ...(HOURS.test(fold(text)) ? ['hours'] : [])];
    const last = questions.at(-1);
    const further = topics.length > 0 && !topics.some((topic) => last?.topics.includes(topic));
    if (last === undefined || (further && last.topics.length > 0)) questions.push({ text, topics });
    else questions[questions.length - 1] = { text: `${last.text} ${text}`, topics: [...last.topics, ...topics] };
  });
  return questions.length < 2 ? [clause] : questions.map(({ text }) => ({ ...clause, text: text.trim() }));
}

/** Beside a yes: "Yes, and do you have parking?" */
export const questionsIn = ({ clauses }: Utterance): Clause[] => clauses.filter(({ wish }) => wish === 'information');

/** Of several questions the one that was put to the clinic is no longer open. */
export function closeQuestion(memory: Memory, question: unknown): void {
  const put = memory.wishes.find(({ kind, done, text }) => kind === 'information' && !done && text === question);
  const closed = put ?? openOf(memory, 'information');
  if (closed) closed.done = true;
}
