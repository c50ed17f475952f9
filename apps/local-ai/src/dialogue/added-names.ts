import { addedLanguages, fold, wordsOf } from '@clinicall/language';

const MOST_PARTS = 5;

/** A full name in an added language's words: after "je m'appelle", or what is left when everyday words, numbers and months are gone. */
export function nameIn(text: string, tag: string): string | undefined {
  const language = addedLanguages.get(tag);
  if (language === undefined) return undefined;
  const { words, dates } = language;
  const idle = new Set([
    ...wordsOf(`${words.names.titles} ${words.names.everyday}`),
    ...dates.numbers.cardinals.flatMap((names) => wordsOf(names)),
    ...Object.keys(dates.numbers.ordinals),
    ...[dates.month, dates.weekday].flatMap((names) => Object.keys(names).flatMap((name) => wordsOf(name))),
    ...wordsOf(`${words.answers.yes} ${words.answers.no}`),
  ]);
  const leadIn = new RegExp(`^(?:${words.names.leadIns.join('|')}) `);
  const [first = ''] = text.split(/[,.;:\d]|\bn[ée]+e?\b/i).filter((part) => part.trim() !== '');
  const bare = withoutLeadIn(first.trim(), leadIn);
  const parts = bare.split(/\s+/).filter((part) => /\p{L}/u.test(part));
  const kept = parts.filter((part) => !idle.has(fold(part).replace(/[^\p{L}-]/gu, '')));
  const isName = kept.length >= 2 && kept.length <= MOST_PARTS && parts.length - kept.length <= 2;
  return isName ? kept.join(' ') : undefined;
}

/** Apostrophes vanish where words are compared; the name keeps its own. */
function withoutLeadIn(text: string, leadIn: RegExp): string {
  const words = text.split(/\s+/);
  for (let count = words.length - 1; count > 0; count--) {
    const start = `${wordsOf(words.slice(0, count).join(' ')).join(' ')} `;
    if (leadIn.exec(start)?.[0] === start) return words.slice(count).join(' ');
  }
  return text;
}
