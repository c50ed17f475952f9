import { foldName } from '@clinicall/language';
import { soundDistance } from './sound-alike';

/** Another reading of what was heard, with one of the prompt's names in it. */
export interface Proposal {
  readonly text: string;
  /** 0 sounds the same … 1 nothing alike. */
  readonly distance: number;
}

const MOST_NAMES = 60;
const MOST_PROPOSALS = 12;
const FARTHEST = 0.45;
/** After "doctor" comes a name: there the model is asked about each of them, however little it looks like what was heard; in so many words at most. */
const TITLED_WORDS = 3;
const TITLE = /^(?:dr|doctor|dra|doctora)[.,]?$/i;
/** What may be run together with the name before it ("Dr. Chennaan Thursday"), in so many letters at most. */
const JOINED = ['on', 'at', 'in'];
const JOINED_LETTERS = 4;
/** A shorter word sounds like too much. */
const SHORTEST = 3;

/** Behind this word of a prompt stand the names of those who may be speaking. */
const CALLERS = /\bCallers:\s*(.+)$/;

/** A prompt's names, apart from those of the callers. */
export function readPrompt(prompt: string): { readonly names: string[]; readonly callers: string[] } {
  const callers = CALLERS.exec(prompt)?.[1]?.split(/\s*;\s*/) ?? [];
  return { names: namesOf(prompt.replace(CALLERS, '')), callers: callers.filter((name) => name.trim() !== '') };
}

/** Runs of capitalised words inside a sentence; the sentence's first word is capitalised anyway. */
function namesInside(sentence: string): string[] {
  const runs = sentence.match(/(?<=\s)(?:\p{Lu}[\p{L}'’-]+(?:\s+|$)){1,4}/gu) ?? [];
  return runs.map((run) => run.trim());
}

/** A field of medicine is named by its doctor as often. */
const withDoctor = (name: string): string[] => (/ology$/i.test(name) ? [name, name.replace(/y$/i, 'ist')] : [name]);

/**
 * The names and terms of a prompt: short items of its lists ("Ruth Adler, Samuel Okafor, Cardiology"), and capitalised words in its sentences.
 */
export function namesOf(prompt: string): string[] {
  const items = prompt
    .split(/[,;:\n]|\.(?:\s|$)|\band\b/)
    .map((item) => item.replace(/\b(?:Dr|Doctor|Dra)\b\.?/gi, ' ').trim());
  const names = items.flatMap((item) => {
    const words = item.split(/\s+/);
    if (words.length <= 3 && words.every((word) => /^\p{L}[\p{L}'’.-]*$/u.test(word))) return [item];
    return namesInside(item);
  });
  return [...new Set(names.flatMap(withDoctor))]
    .filter((name) => foldName(name).length >= SHORTEST)
    .slice(0, MOST_NAMES);
}

const isCapitalised = (text: string): boolean => /^\p{Lu}/u.test(text);

/** A full name, and its parts as they are used alone. */
function partsOf(name: string): string[] {
  const words = name.split(/\s+/);
  return words.length === 1 || !isCapitalised(name)
    ? [name]
    : [name, ...words.filter((word) => foldName(word).length >= SHORTEST)];
}

function replaced(words: readonly string[], from: number, to: number, name: string): string {
  const tail = /[.,!?;:]*$/.exec(words[to - 1] ?? '')?.[0] ?? '';
  const lower = /(?:ology|ologist|ics)$/.test(name) ? name.toLowerCase() : name;
  const own = from === 0 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
  return [...words.slice(0, from), own + tail, ...words.slice(to)].join(' ');
}

/** Distance of a window's words from each way a name is used, when near enough to ask about. */
function nearNames(
  words: readonly string[],
  from: number,
  to: number,
  names: readonly string[],
): [part: string, distance: number][] {
  const window = foldName(words.slice(from, to).join(' '));
  if (window.length < SHORTEST || TITLE.test(words[from] ?? '')) return [];
  const titled = TITLE.test(words[from - 1] ?? '');
  return names.flatMap(partsOf).flatMap((part): [string, number][] => {
    if (foldName(part) === window) return [];
    const distance = soundDistance(window, foldName(part));
    const joined = titled && to === from + 1 ? joinedTo(part, window) : [];
    if (distance <= FARTHEST) return [[part, distance], ...joined];
    return titled && to <= from + TITLED_WORDS ? [...joined, [part, FARTHEST]] : [];
  });
}

/** A name that a word begins with, and a small word behind it that was heard as its end. */
function joinedTo(part: string, heard: string): [part: string, distance: number][] {
  const more = heard.length - foldName(part).length;
  if (more <= 0 || more > JOINED_LETTERS || !heard.startsWith(foldName(part))) return [];
  return JOINED.map((word) => [`${part} ${word}`, FARTHEST / 2]);
}

/** Readings of `text` with one to three of its words taken for a name that sounds like them, nearest first. */
export function proposals(text: string, names: readonly string[]): Proposal[] {
  const words = text.split(/\s+/).filter(Boolean);
  const known = new Set(names.flatMap(partsOf).map(foldName));
  const found = new Map<string, number>();
  for (let from = 0; from < words.length; from += 1) {
    // A name that was heard as it is stays.
    if (known.has(foldName(words[from] ?? ''))) continue;
    for (let to = from + 1; to <= Math.min(words.length, from + 3); to += 1) {
      for (const [part, distance] of nearNames(words, from, to, names)) {
        const reading = replaced(words, from, to, part);
        if (reading !== text) found.set(reading, Math.min(distance, found.get(reading) ?? 1));
      }
    }
  }
  return [...found]
    .map(([reading, distance]) => ({ text: reading, distance }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_PROPOSALS);
}
