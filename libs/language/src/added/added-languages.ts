import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { languageDates } from './language-dates';
import type { LanguageDates } from './language-dates';
import { languageWords } from './language-words';
import type { LanguageWords } from './language-words';

export interface AddedLanguage {
  readonly tag: string;
  readonly words: LanguageWords;
  readonly dates: LanguageDates;
}

/** Beside the sources and in dist alike: the build copies every libs/….json. */
export const cataloguesFolder = join(__dirname, '..', 'catalogues');

/** Written in code; their folders hold sentences alone. */
const WRITTEN = ['en', 'es'];
const FACTS = ['language.json', 'dates.json'];

/**
 * The languages that folders add, each complete.
 * @throws Error naming the file and key of everything that is missing or wrong in any of them: a language that is half there would
 * be spoken half, so that the program does not start with it.
 */
export function readAddedLanguages(folder: string): ReadonlyMap<string, AddedLanguage> {
  const found = new Map<string, AddedLanguage>();
  const faults: string[] = [];
  for (const tag of readdirSync(folder).sort()) {
    if (WRITTEN.includes(tag)) continue;
    const wrong = [
      ...(/^[a-z]{2,3}$/.test(tag) ? [] : ['the folder’s name is no language tag such as fr']),
      ...lacking(join(folder, 'en'), join(folder, tag)),
    ];
    const words = checked(languageWords, join(folder, tag), 'language.json', wrong);
    const dates = checked(languageDates, join(folder, tag), 'dates.json', wrong);
    if (words !== undefined && dates !== undefined && wrong.length === 0) found.set(tag, { tag, words, dates });
    faults.push(...wrong.map((one) => `  ${tag}: ${one}`));
  }
  if (faults.length > 0) throw new Error(`A language is incomplete (docs/languages.md):\n${faults.join('\n')}`);
  return found;
}

/** What the sentences of a language lack beside the English ones, or have with other placeholders. */
function lacking(english: string, own: string): string[] {
  return readdirSync(english).flatMap((file) => {
    if (!existsSync(join(own, file))) return [`${file} is missing`];
    const [wanted, given] = [sentences(read(english, file)), sentences(read(own, file))];
    const missing = [...wanted.keys()].filter((key) => !given.has(key)).map((key) => `${file} lacks ${key}`);
    const odd = [...given]
      .filter(([key, names]) => wanted.has(key) && wanted.get(key) !== names)
      .map(([key]) => `${file}: ${key} must have the placeholders ${wanted.get(key) ?? ''}`);
    return [
      ...missing,
      ...odd,
      ...[...given.keys()].filter((key) => !wanted.has(key)).map((key) => `${file}: nobody says ${key}`),
    ];
  });
}

function read(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** Key path → the placeholders of its sentence. Plural forms (`_one`, `_many`, …) differ by language and count as one key. */
export function sentences(node: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof node === 'string') {
    const names = [...node.matchAll(/\{\{\s*([\w.]+)/g)].map((m) => m[1] ?? '');
    found.set(path.replace(/_(?:zero|one|two|few|many|other)$/, ''), [...new Set(names)].sort().join(','));
  } else if (node !== null && typeof node === 'object') {
    for (const [key, below] of Object.entries(node)) {
      for (const [at, names] of sentences(below, path === '' ? key : `${path}.${key}`)) {
        const both = new Set([...(found.get(at) ?? '').split(','), ...names.split(',')].filter(Boolean));
        found.set(at, [...both].sort().join(','));
      }
    }
  }
  return found;
}

function checked<T>(shape: ZodType<T>, folder: string, file: string, wrong: string[]): T | undefined {
  if (!existsSync(join(folder, file))) {
    wrong.push(`${file} is missing`);
    return undefined;
  }
  const result = shape.safeParse(read(folder, file));
  if (result.success) return result.data;
  wrong.push(...result.error.issues.map((issue) => `${file}: ${issue.path.join('.') || 'the file'}: ${issue.message}`));
  return undefined;
}

export const addedLanguages = readAddedLanguages(cataloguesFolder);

/** Files of a language's folder that hold no sentences. */
export const isFacts = (file: string): boolean => FACTS.includes(file);
