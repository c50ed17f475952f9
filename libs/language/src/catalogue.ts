import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import i18next, { type i18n, type Resource, type ResourceKey } from 'i18next';
import { cataloguesFolder, isFacts } from './added/added-languages';
import type { Language } from './speech-context';

export type Phrases = (language: string, key: string, params?: Record<string, unknown>) => string;

/** What a catalogue lacks is said in this language rather than not at all; `readAddedLanguages` sees to it that none lacks anything. */
const COMPLETE = 'en';

/**
 * The sentences of catalogue folders, a folder a language in each, later ones over earlier ones. A new language needs files alone; while
 * it is partial the rest is said in English. A key that no catalogue has, or a parameter not given, throws.
 */
export function phrasesOf(...folders: readonly string[]): Phrases {
  const resources: Resource = {};
  for (const folder of folders) {
    for (const language of readdirSync(folder)) {
      const rooms: Record<string, ResourceKey> = {};
      for (const file of readdirSync(join(folder, language))) {
        if (isFacts(file)) continue;
        rooms[parse(file).name] = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as ResourceKey;
      }
      resources[language] = { ...resources[language], ...rooms };
    }
  }
  const instance = loaded(resources);
  const known = new Map<string, string | undefined>();
  return (language, key, params = {}) => {
    const options = { ...params, lng: language };
    const place = `${language} ${key}`;
    if (!known.has(place)) {
      if (!instance.exists(key, options)) throw new Error(`The ${language} catalogue has no phrase ${key}`);
      known.set(place, plainText(instance, key, language));
    }
    const text = CHOOSES.some((name) => name in params) ? undefined : known.get(place);
    return text === undefined ? instance.t(key, options) : fill(text, params);
  };
}

/** Parameters by which i18next chooses among several texts of one key. */
const CHOOSES = ['count', 'context'];
const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** The text of a phrase in which there is nothing but words and placeholders: a turn says a dozen, and i18next takes ten times as long. */
function plainText(instance: i18n, key: string, language: string): string | undefined {
  const text = instance.t(key, { lng: language, skipInterpolation: true });
  return /\{\{|\$t\(/.test(text.replace(PLACEHOLDER, '')) ? undefined : text;
}

function fill(text: string, params: Record<string, unknown>): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw lacking(text, name);
    if (typeof value === 'string') return value;
    return value === null ? '' : JSON.stringify(value);
  });
}

function lacking(text: string, name: string | undefined): Error {
  return new Error(`The phrase "${text}" lacks its parameter ${name ?? ''}`);
}

function loaded(resources: Resource): i18n {
  const instance = i18next.createInstance();
  // Nothing is HTML here; what must be escaped for TwiML is escaped where TwiML is written.
  void instance.init({
    resources,
    fallbackLng: COMPLETE,
    initAsync: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw lacking(text, match[1]?.trim());
    },
  });
  return instance;
}

let own: Phrases | undefined;

/** A sentence of the catalogue: key "conversation:offer.one". */
export function phrase(language: Language, key: string, params: Record<string, unknown> = {}): string {
  own ??= phrasesOf(cataloguesFolder);
  return own(language, key, params);
}
