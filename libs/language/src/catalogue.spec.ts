import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentences } from './added/added-languages';
import { phrase, phrasesOf } from './catalogue';

const folder = join(__dirname, 'catalogues');
const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8'));

describe('catalogues', () => {
  const languages = readdirSync(folder);
  const files = readdirSync(join(folder, 'en'));

  it('has the same rooms in every language', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'es']));
    for (const language of languages)
      expect(readdirSync(join(folder, language))).toEqual(expect.arrayContaining(files));
  });

  it.each(files)('%s has the same keys with the same placeholders in every language', (file) => {
    const english = sentences(read('en', file));
    for (const language of languages)
      expect(Object.fromEntries(sentences(read(language, file)))).toEqual(Object.fromEntries(english));
  });

  it('throws for a parameter that is not given', () => {
    const say = phrasesOf(folder);
    expect(() => say('fr', 'conversation:readBack.book')).toThrow('visit');
  });

  it('throws for a phrase it does not have', () => {
    expect(() => phrase('es', 'conversation:no.such.phrase')).toThrow('conversation:no.such.phrase');
  });
});
