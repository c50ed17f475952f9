import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import i18next, { type i18n, type Resource, type ResourceKey } from 'i18next';
import type { Language } from './speech-context';

// Beside this file in the sources and in dist alike: the build copies libs/**/*.json. A folder more is a language more.
const folder = join(__dirname, 'catalogues');

let loaded: i18n | undefined;

function load(): i18n {
  const resources: Resource = {};
  for (const language of readdirSync(folder)) {
    const rooms: Record<string, ResourceKey> = {};
    for (const file of readdirSync(join(folder, language))) {
      rooms[parse(file).name] = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as ResourceKey;
    }
    resources[language] = rooms;
  }
  const instance = i18next.createInstance();
  // Nothing is HTML here; what must be escaped for TwiML is escaped where TwiML is written.
  void instance.init({
    resources,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw new Error(`The phrase "${text}" lacks its parameter ${match[1]?.trim() ?? ''}`);
    },
  });
  return instance;
}

/** A sentence of the catalogue: key "conversation:offer.one". A key the language lacks, or a parameter not given, throws. */
export function phrase(language: Language, key: string, params: Record<string, unknown> = {}): string {
  loaded ??= load();
  const options = { ...params, lng: language };
  if (!loaded.exists(key, options)) throw new Error(`The ${language} catalogue has no phrase ${key}`);
  return loaded.t(key, options);
}
