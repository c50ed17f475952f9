import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@clinicall/language';
import { englishClaims } from './claims-english';
import { spanishClaims } from './claims-spanish';
import { neededStrings } from './needed-strings';
import { Sieve } from './sieve';

describe('what a text must have for a pattern to match', () => {
  it.each([
    [/\b(?:booked|scheduled)\b/, ['booked', 'scheduled']],
    [/\b(?:is|are)(?: now| just)* (?:held|kept)\b/, ['held', 'kept']],
    [/\breserv(?:ad[oa]|e)s?\b/, ['reservado', 'reservada', 'reserve']],
    [/\bno longer (?!booked)\w+/, ['no longer']],
    [/\b(?:off|(?:the|your) calendar)\b/, ['off', 'the calendar', 'your calendar']],
    [/^(?:ok )*(?:moved|\w+ed)$/, null],
    [/\b(?:el|la)\b/, null],
    [/\d+ ?mg/, null],
  ])('%s: %j', (pattern, needed) => {
    expect(neededStrings(pattern)?.filter((one) => !one.endsWith('s') || needed?.includes(one))).toEqual(
      needed ?? undefined,
    );
  });
});

describe('a sieve of patterns', () => {
  const patterns = [...englishClaims, ...spanishClaims];
  const sieve = new Sieve(patterns, ({ words }) => words, fold);
  const texts = readFileSync(join(__dirname, '../../cases/clauses.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text)
    .map((text) =>
      text
        .toLowerCase()
        .replace(/['’]/g, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    );

  it('lets through every pattern that matches', () => {
    const lost = texts.flatMap((text) => {
      const left = new Set(sieve.left(fold(text)));
      return patterns
        .filter(({ words, accents }) => words.test(accents === true ? text : fold(text)))
        .filter((pattern) => !left.has(pattern))
        .map(({ words }) => `${text}: ${words.source}`);
    });
    expect(lost).toEqual([]);
  });

  it('keeps their order', () => {
    for (const text of texts.slice(0, 200)) {
      const places = sieve.left(fold(text)).map((pattern) => patterns.indexOf(pattern));
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }
  });

  it('holds back nearly all that do not', () => {
    const left = texts.reduce((sum, text) => sum + sieve.left(fold(text)).length, 0);
    expect(left / texts.length).toBeLessThan(patterns.length / 10);
  });
});
