import { fields } from './clinic-fields';
import { editDistance } from './edit-distance';
import { everydayWords } from './complaints/everyday-words';

/** Names of departments that are everyday words as well: a hint among others, no doctor called by name. */
const EVERYDAY = new Set(
  'heart|corazon|skin|piel|eyes|vista|surgery|cirugia|therapy|terapia|respiratory|allergy|alergia|alergias|rehabilitation|rehabilitacion|rehab|counseling|counselling|dental|vaccines|vaccination|vacunas|vacunacion|cardiac|mental health|salud mental|imaging|yearly physical|annual physical|general checkup|general check up|prenatal|antenatal|nutrition|nutricion|vascular|optico|ortho|physical medicine|ortodoncia|talk therapy|children|childrens|kids|diabetes care'.split(
    '|',
  ),
);

/** What referrers do. */
const REPORTING = new Set(
  'says said say told tells reckons reckon thinks thought sent referred recommends recommended suggests suggested wants wanted found dice dijo dijeron mando manda envio derivo deriva recomendo recomienda cree piensa'.split(
    ' ',
  ),
);

interface Called {
  readonly words: readonly string[];
  readonly fields: readonly string[];
}

let byFirst: Map<string, Called[]> | undefined;
let singles: { word: string; letters: number; fields: readonly string[] }[] = [];

function load(): Map<string, Called[]> {
  const all = new Map<string, { words: readonly string[]; fields: Set<string> }>();
  for (const field of fields) {
    for (const words of [...field.names, ...field.said]) {
      const spelled = words.join(' ');
      if (EVERYDAY.has(spelled)) continue;
      const entry = all.get(spelled) ?? { words, fields: new Set<string>() };
      entry.fields.add(field.id);
      all.set(spelled, entry);
    }
  }
  const first = new Map<string, Called[]>();
  for (const { words, fields: ids } of all.values()) {
    const called = { words, fields: [...ids] };
    const key = words[0] ?? '';
    first.set(
      key,
      [...(first.get(key) ?? []), called].sort((a, b) => b.words.length - a.words.length),
    );
  }
  singles = [...all.values()]
    .filter(({ words: [word = '', ...rest] }) => rest.length === 0 && word.length >= 6)
    .map(({ words: [word = ''], fields: ids }) => ({ word, letters: lettersOf(word), fields: [...ids] }));
  return (byFirst = first);
}

/** "Any of your family doctors", "the GPs". */
const same = (said: string | undefined, word: string): boolean => said === word || said === `${word}s`;

function startingWith(word: string, index: ReadonlyMap<string, Called[]>): readonly Called[] {
  const own = index.get(word) ?? [];
  const one = word.endsWith('s') ? index.get(word.slice(0, -1)) : undefined;
  return one === undefined ? own : [...own, ...one];
}

/** The fields whose departments or doctors are called by name in these words. */
export function calledFields(words: readonly string[]): Set<string> {
  const index = byFirst ?? load();
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const called = startingWith(words[at] ?? '', index).find((one) =>
      one.words.every((word, i) => same(words[at + i], word)),
    );
    if (called === undefined) continue;
    const end = at + called.words.length;
    // "The optician reckons": who said so is not who is asked for.
    if (!REPORTING.has(words[end] ?? '')) for (const field of called.fields) found.add(field);
    at = end - 1;
  }
  return found;
}

/** Spelled rightly: heard already, or spoken of as the one who said so. */
const isName = (word: string): boolean => byFirst?.get(word)?.some((one) => one.words.length === 1) ?? false;

const nearest = new Map<string, readonly string[]>();

/** "cardiolagist", "dermatoligia", "card ology": one letter in four may be wrong, in words long enough to bear it. */
export function misspeltFields(words: readonly string[], isKnown: (word: string) => boolean): Set<string> {
  if (byFirst === undefined) load();
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    // Recognisers break long words in two.
    for (const written of [word, at + 1 < words.length ? `${word}${words[at + 1] ?? ''}` : '']) {
      if (written.length < 6 || (written === word && (isName(word) || everydayWords.has(word) || isKnown(word))))
        continue;
      for (const field of nearestOf(written)) found.add(field);
    }
  }
  return found;
}

function nearestOf(written: string): readonly string[] {
  const kept = nearest.get(written);
  if (kept !== undefined) return kept;
  const letters = lettersOf(written);
  let best: readonly string[] = [];
  let least = 99;
  for (const { word, letters: others, fields: ids } of singles) {
    const most = Math.min(least - 1, Math.floor(word.length / 4));
    if (Math.abs(word.length - written.length) > most || bits(letters ^ others) > 2 * most) continue;
    const distance = editDistance(written, word);
    if (distance <= most) [best, least] = [ids, distance];
  }
  if (nearest.size > 5_000) nearest.clear();
  nearest.set(written, best);
  return best;
}

/** Which letters a word has, one bit each: words far apart need not be compared. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << ((word.charCodeAt(at) - 97) % 31);
  return mask;
}

function bits(mask: number): number {
  let left = mask;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
