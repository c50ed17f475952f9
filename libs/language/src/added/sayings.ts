import { remembered } from '../remembered';
import type { Language } from '../speech-context';
import { wordsOf } from '../words';
import { addedLanguages } from './added-languages';
import type { AddedLanguage } from './added-languages';

/** What callers mean beside days and names, as an added language writes it down. */
export type Saying = Exclude<keyof AddedLanguage['words']['wishes'], 'options'> | 'emergencyOver';

/** Folded words that hold one of them, in any added language; the judged ones are known where they are used. */
const expressions: Readonly<Partial<Record<Saying, RegExp>>> = Object.fromEntries(
  (
    [
      'otherTimes',
      'sameDoctor',
      'anyTime',
      'booking',
      'move',
      'cancel',
      'list',
      'hours',
      'newPatient',
      'goodbye',
    ] as const
  )
    .map((saying): [Saying, string[]] => [
      saying,
      [...addedLanguages.values()].flatMap(({ words }) => words.wishes[saying]),
    ])
    .concat([['emergencyOver', [...addedLanguages.values()].flatMap(({ words }) => words.emergency.over)]])
    .filter(([, patterns]) => patterns.length > 0)
    .map(([saying, patterns]) => [
      saying,
      new RegExp(`(?<!\\S)(?:${patterns.join('|').replaceAll('~', '(?:\\S+ ){0,3}')})(?!\\S)`),
    ]),
);

const plain = remembered((text) => wordsOf(text).join(' '));

/** Whether words say this in an added language; apostrophes vanish, so that "j'ai" is "jai". */
export function sayings(text: string, saying: Saying): boolean {
  return expressions[saying]?.test(plain(text)) === true;
}

/** How added languages say a digit. */
export function addedDigits(digit: number): string[] {
  return [...addedLanguages.values()].flatMap(({ dates }) => dates.numbers.cardinals[digit]?.split('|') ?? []);
}

/** How a language says "the first one", "the second", "the third". */
export function addedOptions(language: Language): readonly string[] {
  return addedLanguages.get(language)?.words.wishes.options ?? [];
}
