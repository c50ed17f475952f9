import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { englishCalmWords } from './english-calm-words';
import { englishRedFlags } from './english-red-flags';
import { FirstLetterPatterns } from './first-letter-patterns';
import { spanishRedFlags } from './spanish-red-flags';

/** What it stands for: one expression, searched from left to right. */
const asOne = (patterns: readonly string[], words: string) =>
  [...words.matchAll(new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'g'))].map(({ index, 0: text }) => ({
    index,
    text,
  }));

const found = (patterns: readonly string[], words: string) => [...new FirstLetterPatterns(patterns).in(words)];

describe('patterns by their first letter', () => {
  it.each([
    ['the first of several that fit, though a later one is longer', ['so', 'so long'], 'so long'],
    ['one that goes on where the first does not end a word', ['so', 'sold out'], 'sold out'],
    ['a beginning that may be missing', ['(?:very )?bad', '(?:a |an )?ache'], 'very bad ache and an ache'],
    ['a beginning of any word', ['\\w+ attack', '(?:\\w+ ){0,2}fit'], 'panic attack one two fit three'],
    [
      'what stands in front and is no part of it',
      ['(?<!no )pain', '(?!head)\\w+ache'],
      'no pain headache toothache pain',
    ],
    [
      'groups in groups, and sets of letters',
      ['(?:(?:my|his) )?[cs]hest', '(?:lo(?:st|sing))+ blood'],
      'his chest lost blood',
    ],
    ['repeated and counted pieces', ['a{2,}h', 'o{0,2}h', '(?:ha){1,3}'], 'aaah oh hahaha h'],
    ['no two that overlap', ['one two', 'two three'], 'one two three'],
    ['nothing', ['pain'], ''],
  ])('find %s', (_what, patterns, words) => {
    expect(found(patterns, words)).toEqual(asOne(patterns, words));
  });

  it('find in every sentence of the emergencies’ cases what one expression finds', () => {
    const cases = ['en', 'en-held-back', 'es', 'es-held-back'].flatMap((name) =>
      readFileSync(join(__dirname, '../../cases', `emergencies-${name}.txt`), 'utf8')
        .split('\n')
        .map((line) => (line.split('|')[1] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, ' ')),
    );
    const patterns = [
      englishRedFlags.medical,
      spanishRedFlags.medical,
      spanishRedFlags.crisis,
      englishCalmWords.routine,
    ]
      .flat()
      .map((line) => line.replaceAll('~', '(?:\\w+ ){0,3}'));
    const one = new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'g');
    const many = new FirstLetterPatterns(patterns);
    for (const [place, words] of cases.entries()) {
      const mixed = `${words} ${cases[(place * 7) % cases.length] ?? ''}`;
      expect([...many.in(mixed)].map(({ text }) => text)).toEqual(mixed.match(one) ?? []);
      expect(many.replace(mixed, '_')).toBe(mixed.replace(one, '_'));
    }
  });
});
