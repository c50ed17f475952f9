import { foldName } from '@clinicall/language';
import type { Encoded, Moonshine } from './moonshine';

// A model this small writes names it does not know as words that it does: "Grow in mystery" for Rohan Mistry, "Be a tourist hash down" for
// Beatrice Ashdown. Asked how likely a given name is, it knows the difference: over 25 names of patients, each against the other 24 and 20
// common ones, the name that was said was the likeliest 24 times, and no other came near the least that is asked for here.

/** Mean natural logarithm of the probability of a name's tokens, from which on it is taken for what was said. */
const LEAST = -2.9;
/** Nats by which it must be likelier than every common name. */
const MARGIN = 4;
/** What anybody may be called: a sound that suits these as well suits no name in particular. */
const COMMON =
  'James Smith|Mary Johnson|Robert Brown|Patricia Jones|Michael Davis|Linda Wilson|David Anderson|Susan Taylor|Richard Thomas|Karen Moore|Joseph Martin|Nancy Thompson|Daniel White|Lisa Harris|Paul Clark|Sandra Lewis'.split(
    '|',
  );
/** Behind these somebody tells a name; else at the beginning. */
const TELLING = /\b(?:name is|name's|names|this is|it's|it is|i'm|i am|for)\s+/i;
/** So many words at most may be what a name was taken for. */
const MOST_WORDS = 6;
/** What is no part of a name: figures, and the months of a birth date. */
const BEHIND =
  /\d|^(?:born|date|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

interface Place {
  /** In words from the beginning. */
  readonly from: number;
  readonly to: number;
}

/** Where a name may be told: behind the words that tell one, or at the beginning. */
function placesOf(words: readonly string[]): Place[] {
  const text = words.join(' ');
  const told = TELLING.exec(text);
  const behindTelling =
    told === null
      ? []
      : [
          text
            .slice(0, told.index + told[0].length)
            .trim()
            .split(' ').length,
        ];
  return [0, ...behindTelling].flatMap((from) => {
    const behind = words.findIndex((word, at) => at > from && BEHIND.test(word));
    const to = Math.min(from + MOST_WORDS, behind < 0 ? words.length : behind);
    return to > from ? [{ from, to }] : [];
  });
}

interface Found {
  readonly name: string;
  readonly place: Place;
  /** Mean over its tokens. */
  readonly mean: number;
}

/** The English model writes no accents: "Siobhan Keane". */
const asHeard = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');

/** The likeliest caller's name at a place, if any is likely enough. */
async function nameAt(
  model: Moonshine,
  sound: Encoded,
  words: readonly string[],
  place: Place,
  callers: readonly string[],
): Promise<Found | null> {
  const before = words.slice(0, place.from).join(' ');
  const from = before === '' ? 0 : model.tokens(before).length;
  const names = [...callers, ...COMMON];
  const readings = names.map((name) => model.tokens(`${before} ${asHeard(name)}.`.trim()));
  const scores = await model.judgeFrom(sound, readings, from);
  const common = Math.max(...scores.slice(callers.length));
  const found = callers.flatMap((name, at): Found[] => {
    const score = scores[at] ?? -99;
    const mean = score / Math.max(1, (readings[at]?.length ?? 1) - from);
    return mean >= LEAST && score >= common + MARGIN ? [{ name, place, mean }] : [];
  });
  return found.sort((a, b) => b.mean - a.mean)[0] ?? null;
}

/**
 * The words with the name of one of those who may be calling, where the sound says it; the words as they are where it does not.
 * @param callers full names.
 */
export async function withCallersName(
  model: Moonshine,
  sound: Encoded,
  text: string,
  callers: readonly string[],
): Promise<string> {
  const heard = callers.find((name) => ` ${foldName(text)} `.includes(` ${foldName(name)} `));
  if (heard !== undefined || callers.length === 0) return heard === undefined ? text : withCapitals(text, heard);
  const words = text.split(/\s+/).filter(Boolean);
  const found: Found[] = [];
  for (const place of placesOf(words))
    found.push(...[(await nameAt(model, sound, words, place, callers)) ?? []].flat());
  const [best] = found.sort((a, b) => b.mean - a.mean || b.place.from - a.place.from);
  return best === undefined ? text : inPlace(model, sound, words, best.place, best.name);
}

/** "Darnell price" asks for a price, "Darnell Price" is a name. */
function withCapitals(text: string, name: string): string {
  const pattern = name.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.?'));
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern.join('\\s+')}(?![\\p{L}\\p{N}])`, 'iu'), name);
}

/** Of the places the name may have in what was heard, the likeliest. */
async function inPlace(
  model: Moonshine,
  sound: Encoded,
  words: readonly string[],
  { from, to }: Place,
  name: string,
): Promise<string> {
  const texts = Array.from({ length: to - from }, (_unused, more) => from + more + 1).map((until) => {
    const end = /[.,!?]$/.exec(words[until - 1] ?? '')?.[0] ?? '';
    return [...words.slice(0, from), name + end, ...words.slice(until)].join(' ');
  });
  const scores = await model.judge(
    sound,
    texts.map((text) => model.tokens(text)),
  );
  return texts[scores.indexOf(Math.max(...scores))] ?? words.join(' ');
}
