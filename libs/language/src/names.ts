import { doubleMetaphone } from 'double-metaphone';
import { addedLanguages } from './added/added-languages';
import { editRatio } from './edit-distance';
import { heardForm, otherSpellings } from './name-sounds';
import { wordsOf } from './words';

const titles = new Set(
  'dr drs doctor doctora dra mr mrs ms miss mister sir madam prof professor profesor profesora md phd np pa rn dds sr sra srta senor senora senorita don dona licenciado licenciada'.split(
    ' ',
  ),
);

for (const { words } of addedLanguages.values()) for (const title of wordsOf(words.names.titles)) titles.add(title);

/** Everyday words that sound like somebody's name ("look at her" is not Okafor): alone they never name anybody. */
const everyday = new Set(
  'a an the at her him his she he i me my we us our you your it its is are was be am do does did can could will would shall should may might must have has had to of for with in on by and or but not no yes yeah ok okay please thanks thank see look want need like get make take book doctor with who what when where that this these those there here any some one two three four five six seven eight nine ten hi hello hey um uh well so just now then un una el la los las de del al con por para y o que quien cual es si se su mi lo le les ver cita quiero hola gracias favor bueno pues eh'.split(
    ' ',
  ),
);

for (const { words } of addedLanguages.values()) for (const word of wordsOf(words.names.everyday)) everyday.add(word);

/** A name as it is compared: lower case, without accents, titles and punctuation. */
export function foldName(name: string): string {
  return wordsOf(name)
    .filter((word) => !titles.has(word))
    .join(' ');
}

interface Sound {
  letters: string;
  codes: readonly string[];
}

const sounds = new Map<string, Sound>();

function soundOf(words: string): Sound {
  const known = sounds.get(words);
  if (known) return known;
  const letters = words.replaceAll(' ', '');
  const sound = { letters, codes: [...new Set(doubleMetaphone(letters))] };
  if (sounds.size > 20_000) sounds.clear();
  sounds.set(words, sound);
  return sound;
}

/** Half how it sounds, half how it is written: recognisers write a name they do not know as words that sound like it. */
function likeness(a: Sound, b: Sound): number {
  if (a.letters === b.letters) return 0;
  const written = editRatio(a.letters, b.letters);
  let heard = 1;
  for (const one of a.codes) for (const other of b.codes) heard = Math.min(heard, editRatio(one, other));
  // One or two consonants agree too easily ("can", "Kim"): short codes are worth little.
  const shortest = Math.min(...a.codes.map((c) => c.length), ...b.codes.map((c) => c.length));
  const trust = shortest >= 3 ? 0.6 : shortest === 2 ? 0.4 : 0.2;
  return trust * heard + (1 - trust) * written;
}

/** Given name alone names a person less surely than the surname, the surname less than both. */
const surnameOnly = 0.04;
const givenOnly = 0.1;

/** 0 the same … 1 nothing alike: the best of all windows of one to three heard words against the name and its parts. */
export function nameDistance(heard: string, known: string): number {
  return distanceOf(windowsOf(heard), known);
}

interface Window {
  words: string;
  idle: boolean;
}

function windowsOf(heard: string): Window[] {
  const words = foldName(heard).split(' ').filter(Boolean);
  const windows: Window[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= 3 && from + length <= words.length; length++) {
      const part = words.slice(from, from + length);
      windows.push({ words: part.join(' '), idle: part.every((word) => everyday.has(word)) });
    }
  }
  return windows;
}

function distanceOf(windows: readonly Window[], known: string): number {
  const parts = foldName(known).split(' ').filter(Boolean);
  const surname = parts.at(-1) ?? '';
  if (surname === '') return 1;
  const targets: [string, number][] = [[parts.join(' '), 0]];
  if (parts.length > 1) targets.push([surname, surnameOnly], [parts[0] ?? '', givenOnly]);
  if (parts.length > 2)
    targets.push([parts.slice(1).join(' '), 0.02], [parts.slice(-2).join(' '), 0.02], [parts[1] ?? '', surnameOnly]);
  let best = 1;
  for (const [name, handicap] of targets) {
    const sound = soundOf(name);
    for (const window of windows) {
      const idle = window.idle ? 0.3 : 0;
      if (handicap + idle >= best) continue;
      best = Math.min(best, handicap + idle + likeness(soundOf(window.words), sound));
    }
  }
  return Math.min(1, best);
}

const farthest = 0.45;

/** What it costs to be alike only in another spelling. */
const RESPELLED = 0.04;
const AS_HEARD = 0.06;

/**
 * How far a heard run of words is from one word of a name, taken for how it sounds: names that are not written as they are spoken
 * ("neev" is Niamh), and letters that one ear does not tell apart ("gale", "Gail"). 0 the same … 1 nothing alike.
 */
export function wordDistance(heard: string, known: string): number {
  const word = foldName(known);
  const run = foldName(heard).replaceAll(' ', '');
  if (run === '' || word === '') return 1;
  let best = nameDistance(heard, known);
  for (const spelling of otherSpellings(word)) {
    if (best <= RESPELLED) break;
    best = Math.min(best, RESPELLED + likeness(soundOf(run), soundOf(spelling)));
  }
  const [one, other] = [heardForm(run), heardForm(word)];
  if (one.length >= 3 && one === other) best = Math.min(best, AS_HEARD);
  else if (one.length >= 5 && other.length >= 5)
    best = Math.min(best, AS_HEARD + likeness(soundOf(one), soundOf(other)));
  return best;
}

/** Known names that the heard words may mean, best first, within 0.45. Accept up to 0.25 and read back; ask between. */
export function findNames(heard: string, known: readonly string[]): { name: string; distance: number }[] {
  const windows = windowsOf(heard);
  return known
    .map((name) => ({ name, distance: Math.round(distanceOf(windows, name) * 1000) / 1000 }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
}
