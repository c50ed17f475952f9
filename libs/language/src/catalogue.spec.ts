import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phrase, phrasesOf } from './catalogue';

const folder = join(__dirname, 'catalogues');
const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8'));

/** Key path → the placeholders of its sentence. Plural forms (`_one`, `_many`, …) differ by language and count as one key. */
function placeholders(node: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof node === 'string') {
    const names = [...node.matchAll(/\{\{\s*([\w.]+)/g)].map((m) => m[1] ?? '');
    found.set(path.replace(/_(?:zero|one|two|few|many|other)$/, ''), [...new Set(names)].sort().join(','));
  } else if (node !== null && typeof node === 'object') {
    for (const [key, below] of Object.entries(node)) {
      for (const [at, names] of placeholders(below, path === '' ? key : `${path}.${key}`)) {
        const both = new Set([...(found.get(at) ?? '').split(','), ...names.split(',')].filter(Boolean));
        found.set(at, [...both].sort().join(','));
      }
    }
  }
  return found;
}

describe('catalogues', () => {
  const languages = readdirSync(folder);
  const files = readdirSync(join(folder, 'en'));

  it('has the same rooms in every language', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'es']));
    for (const language of languages) expect(readdirSync(join(folder, language))).toEqual(files);
  });

  it.each(files)('%s has the same keys with the same placeholders in every language', (file) => {
    const english = placeholders(read('en', file));
    for (const language of languages)
      expect(Object.fromEntries(placeholders(read(language, file)))).toEqual(Object.fromEntries(english));
  });

  it('takes a third language from files alone, and says in English what it still lacks', () => {
    const added = mkdtempSync(join(tmpdir(), 'catalogues-'));
    mkdirSync(join(added, 'pt'));
    const portuguese = {
      near: { tomorrow: 'amanhã' },
      visit: '{{day}} às {{time}} com {{doctor}}',
      readBack: { book: 'Seria {{visit}}. Posso marcar?' },
    };
    writeFileSync(join(added, 'pt', 'conversation.json'), JSON.stringify(portuguese));
    const say = phrasesOf(folder, added);
    const visit = say('pt', 'conversation:visit', {
      day: say('pt', 'conversation:near.tomorrow'),
      time: '15:00',
      doctor: 'Ruth Adler',
    });
    expect(say('pt', 'conversation:readBack.book', { visit })).toBe(
      'Seria amanhã às 15:00 com Ruth Adler. Posso marcar?',
    );
    expect(say('pt', 'conversation:goodbye')).toBe(phrase('en', 'conversation:goodbye'));
    expect(say('es', 'conversation:goodbye')).toBe(phrase('es', 'conversation:goodbye'));
    expect(() => say('pt', 'conversation:no.such.phrase')).toThrow('no.such.phrase');
    expect(() => say('pt', 'conversation:readBack.book')).toThrow('visit');
  });

  it('throws for a phrase it does not have', () => {
    expect(() => phrase('es', 'conversation:no.such.phrase')).toThrow('conversation:no.such.phrase');
  });
});
