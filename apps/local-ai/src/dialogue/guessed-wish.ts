import { judgeAnswer } from '@clinicall/language';
import type { Turn } from './history';
import type { State } from './state';
import { understand, vocabularies, type Clause } from './understand';
import type { SentenceKey, WishKind } from './words/vocabulary';

/** The question that makes sure of a wish that was not understood for certain. */
export const GUESSES: Readonly<Partial<Record<WishKind, SentenceKey>>> = {
  book: 'guessBook',
  move: 'guessMove',
  cancel: 'guessCancel',
  list: 'guessList',
  waitlist: 'guessWaitlist',
  message: 'guessMessage',
};
const CHOICES: readonly WishKind[] = ['book', 'move', 'cancel', 'message'];
const nothingAsked = { name: false, dob: false, phone: false, code: false };

/** Which of the choices by number this is, from zero; -1 for none. */
export function choiceIn(text: string, state: State): number {
  const { words, folded } = understand(text, state, nothingAsked);
  const ordinal = words.picks.ordinals.findIndex((pattern) => pattern.test(folded));
  const bare =
    /^\W*(?:number |numero |the |el |la |option |opcion )?(\d|one|two|three|four|five|uno|dos|tres|cuatro|cinco)\W*(?:please|por favor)?\W*$/.exec(
      folded,
    )?.[1];
  const count = bare === undefined ? -1 : NUMBERS.findIndex((names) => names.includes(bare));
  return count >= 0 ? count : ordinal;
}

const NUMBERS = [
  ['1', 'one', 'uno'],
  ['2', 'two', 'dos'],
  ['3', 'three', 'tres'],
  ['4', 'four', 'cuatro'],
  ['5', 'five', 'cinco'],
];

/** Whether the words before held this sentence, in either language. */
export function held(before: string, key: SentenceKey): boolean {
  return Object.values(vocabularies).some(({ sentences }) => before.includes(sentences[key]));
}

/** The wish that a yes to our guess, or a number out of our choices, settles, with what had been said of it; null for anything else. */
export function guessedWish(turns: readonly Turn[], index: number, state: State): Clause[] | null {
  const before = turns[index - 1];
  const said = before?.said.join(' ') ?? '';
  const text = turns[index]?.text ?? '';
  if (held(said, 'choices')) {
    const wish = CHOICES[choiceIn(text, state)];
    return wish ? [{ text, wish, specialty: null, doctor: null, when: null }] : null;
  }
  const guess = Object.entries(GUESSES).find(([, key]) => held(said, key));
  if (!guess || !before?.text || judgeAnswer(text, state.language) !== 'yes') return null;
  const { clauses } = understand(before.text, state, nothingAsked);
  const told = clauses.find(({ specialty, doctor, when }) => (specialty ?? doctor ?? when) !== null);
  return [
    {
      text: before.text,
      wish: guess[0] as WishKind,
      specialty: told?.specialty ?? null,
      doctor: told?.doctor ?? null,
      when: told?.when ?? null,
    },
  ];
}
