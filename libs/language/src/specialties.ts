import { calledFields, misspeltFields } from './called-fields';
import { listedSpecialty, type Listed } from './clinic-fields';
import { ageIn } from './complaints/ages';
import { findComplaints, isComplaintWord } from './complaints/find-complaints';
import { heardAs } from './complaints/heard-as';
import { nearestFields, shareOf } from './complaints/near-fields';
import { withoutPassing } from './complaints/said-in-passing';
import type { Language } from './speech-context';
import { containsPhrase, wordsOf } from './words';

interface Found {
  specialty: string | null;
  candidates: string[];
}

const nobody: Found = { specialty: null, candidates: [] };

/**
 * Which of the clinic's own specialties the words name, or who there sees what the caller complains of. Several possible: no
 * specialty, all of them as candidates. A field called by name that the clinic does not have gives neither, or the nearest one as
 * a candidate; a complaint without its own field goes to the nearest, mostly the general doctor. About 20 µs.
 */
export function findSpecialty(text: string, specialties: readonly string[], language: Language): Found {
  const words = wordsOf(heardAs(withoutPassing(text.replace(NAMED, ' '))));
  if (words.length === 0) return nobody;
  const clinic = specialties.map(listedSpecialty);
  const listed = clinic.filter((one) => containsPhrase(words, [one.words]) && !isEveryday(one));
  if (listed.length > 0) return chosen(longest(listed));
  const called = calledFields(words);
  const named = clinic.filter((one) => one.fields.some((field) => called.has(field)));
  if (named.length === 1 && SEVERAL.test(text))
    return chosen([...new Set([...named, ...others(words, clinic, language)])]);
  if (named.length > 0) return chosen(named);
  const misspelt = called.size > 0 ? called : misspeltFields(words, (word) => isComplaintWord(word, language));
  const meant = clinic.filter((one) => one.fields.some((field) => misspelt.has(field)));
  if (meant.length > 0) return chosen(meant);
  if (misspelt.size > 0 && !REPORTED.test(text)) return absent(misspelt, clinic);
  if (SEVERAL.test(text)) {
    const all = others(words, clinic, language);
    if (all.length > 1) return chosen(all);
  }
  return complained(text, words, clinic, language);
}

/** Names may be words of the body: "me llamo Rosa Lunares". */
const NAMED = /\b(?:[Mm]y name is|[Mm]y name's|[Mm]e llamo|[Mm]i nombre es)\s+(?:\p{Lu}[\p{L}'’-]*\s*){1,4}/gu;

/** "The optician reckons": who said so is not who is asked for. */
const REPORTED =
  /(?<!\p{L})(?:says|said|told|reckons?|thinks|thought|sent|referred|recommends?|recommended|suggest(?:s|ed)|wants|wrote|writes|put|mentioned|diagnosed|passed me|dice|dijo|dijeron|mand[oó]|mandaron|manda|envi[oó]|deriv[oó]|recomend[oó]|recomienda|cree|puso|escribi[oó]|diagnostic[oó])(?!\p{L})/iu;

/** Clinics may list a field by a word of everyday ("Skin"): it is heard as a complaint is. */
function isEveryday({ words }: Listed): boolean {
  return words.length === 1 && calledFields(words).size === 0;
}

function chosen(found: readonly Listed[]): Found {
  const names = found.map(({ name }) => name);
  return { specialty: names.length === 1 ? (names[0] ?? null) : null, candidates: names };
}

/** "Pediatric cardiology" was said: it wins over "Cardiology" and "Pediatrics", which its words contain. */
function longest(listed: readonly Listed[]): readonly Listed[] {
  return listed.filter(
    (one) => !listed.some((other) => other !== one && one.words.every((word) => other.words.includes(word))),
  );
}

function absent(called: ReadonlySet<string>, clinic: readonly Listed[]): Found {
  const near = new Set([...called].flatMap(nearestFields));
  const candidates = clinic.filter((one) => one.fields.some((f) => near.has(f))).map((o) => o.name);
  // Both look after women: where one of them is, it is who was meant.
  const same = called.has('obstetrics') && candidates.length === 1;
  return { specialty: same ? (candidates[0] ?? null) : null, candidates };
}

/** Less than one likely word is no complaint. */
const LEAST = 1.45;
/** The second this near to the first: both are named, and the caller chooses. */
const AS_GOOD = 0.93;
const GENERAL = new Set(['family medicine', 'internal medicine']);
/** One certain word. */
const SURE = 4;
/** A child goes to the children's doctor, whatever hurts, but for these. */
const CHILDREN_TOO = new Set(['dentistry', 'optometry', 'speech therapy', 'obstetrics', 'gynecology']);

function complained(text: string, words: readonly string[], clinic: readonly Listed[], language: Language): Found {
  const { scores, child } = findComplaints(words, language);
  const age = ageIn(words, text);
  const weighed = new Map(scores);
  if (age === 'old') weighed.set('geriatrics', (weighed.get('geriatrics') ?? 0) + 3);
  const top = [...weighed].reduce<[string, number]>((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0];
  const young = age === undefined ? child : age === 'young';
  if (young && !(CHILDREN_TOO.has(top) && (weighed.get(top) ?? 0) >= SURE)) {
    const paediatric = clinic.filter((one) => one.fields.includes('pediatrics'));
    if (paediatric.length > 0) return chosen(paediatric);
  } else if (young && !clinic.some((one) => one.fields.includes(top))) {
    weighed.set('pediatrics', 4);
  }
  return best(weighed, clinic);
}

/** Two wishes in one sentence. */
const SEVERAL =
  /\b(?:two things|two problems|two appointments|either .* or|and another|and one for|as well as|both (?:a|the)|dos cosas|dos citas|y otra (?:con|para|de)|o (?:con )?(?:el|la|al|los) d)/i;
/** One likely word. */
const LIKELY = 2.5;

/** Who else would see what is complained of beside the one named. */
function others(words: readonly string[], clinic: readonly Listed[], language: Language): Listed[] {
  const { scores } = findComplaints(words, language);
  return clinic.filter((one) => one.fields.some((field) => (scores.get(field) ?? 0) >= LIKELY));
}

function best(scores: ReadonlyMap<string, number>, clinic: readonly Listed[]): Found {
  if (scores.size === 0) return nobody;
  const held = new Set(clinic.flatMap((one) => one.fields));
  const ranked = clinic
    .map((one) => ({ one, score: scoreOf(one, scores, held) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
  const first = ranked[0];
  if (first === undefined) return nobody;
  const equal = ranked.filter(({ score }) => score >= first.score * AS_GOOD).map(({ one }) => one);
  // As good for one of the fields as for the general doctor: the field was hinted at, the general doctor always fits.
  const special = equal.filter((one) => !one.fields.some((field) => GENERAL.has(field)));
  return chosen(special.length === 1 ? special : equal);
}

function scoreOf(one: Listed, scores: ReadonlyMap<string, number>, held: ReadonlySet<string>): number {
  let own = 0;
  let lent = 0;
  for (const [field, score] of scores) {
    if (one.fields.includes(field)) own += score;
    else if (!held.has(field))
      lent = Math.max(lent, score * Math.max(0, ...one.fields.map((to) => shareOf(field, to))));
  }
  // One word stands in several fields: what is lent for it is not counted twice.
  return Math.max(own, lent) + Math.min(own, lent) / 8;
}
