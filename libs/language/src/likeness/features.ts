import { topicsIn } from '../clinic-topics';
import { concepts } from './concepts';

// What two sentences may have in common: words, their beginnings, pairs, and what words stand for (concepts.ts).

const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:'s)?|mon|tues?|weds?|thurs?|fri|sat|today(?:'s)?|tomorrow(?:'s)?|tmrw|tonight|weekend|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|pasado)$/;
const NUMBERS =
  /^(?:\d[\d:.]*(?:am|pm|st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|half|quarter|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|media)$/;
const PARTS = /^(?:mornings?|afternoons?|evenings?|noon|lunchtime|am|pm|mediodia|mananita|tardecita)$/;
const MONTHS =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$/;
const VISITS =
  /^(?:appointments?|appts?|apt|visits?|consultations?|consults?|check-?ups?|checkups?|bookings?|physicals?|exams?|slots?|spots?|sessions?|reservations?|follow-?ups?|citas?|turnos?|consultas?|revision(?:es)?|chequeos?|visitas?|controles?|reserva|appointment's)$/;
const KIN =
  /^(?:son|sons|daughter|child|kid|boy|girl|baby|toddler|husband|wife|mother|father|mom|mum|dad|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|nan|gran|nephew|niece|brother|sister|partner|hijo|hija|nino|nina|bebe|esposo|esposa|marido|mujer|madre|padre|mama|papa|abuela|abuelo|abuelita|abuelito|nieto|nieta|suegra|suegro|hermano|hermana|sobrino|sobrina|peque)$/;
const FIELDS =
  /^(?:\w+ologists?|\w+ology|\w+iatrists?|\w+iatricians?|\w+iatry|\w+opedists?|\w+opedics|dentists?|dental|dentistry|cardio|derm|ortho|heart|skin|eye|eyes|bone|bones|foot|feet|teeth|tooth|gyno|gp|physio|podiatry|\w+ologos?|\w+ologas?|\w+ologia|pediatras?|pediatria|dentista|corazon|piel|ojos|huesos|medicina|oculista|cabecera|traumatologia|ortopedia|ortopedista|specialist|especialista)$/;
const SOMEONE =
  /\b(?:dr|doctor|dra|doctora)\b\.? (?!de\b|que\b|i\b|and\b|y\b|on\b|for\b|at\b|to\b|me\b|el\b|la\b|is\b|my\b|know\b|please\b|se\b|para\b|con\b)[a-z'-]+/g;

/** Stands for a whole kind of words. */
function kindOf(word: string): string | null {
  if (DAYS.test(word)) return '<day>';
  if (NUMBERS.test(word)) return '<number>';
  if (PARTS.test(word)) return '<part>';
  if (MONTHS.test(word)) return '<month>';
  if (VISITS.test(word)) return '<visit>';
  if (KIN.test(word)) return '<kin>';
  return FIELDS.test(word) ? '<field>' : null;
}

const whole = new Map<string, string[]>();
const beginnings: [string, string][] = [];
const pairs = new Map<string, string[]>();
for (const [concept, words] of Object.entries(concepts)) {
  for (const word of words.split('|').map((one) => one.trim())) {
    if (word.endsWith('*')) beginnings.push([word.slice(0, -1), concept]);
    else if (word.includes('-')) pairs.set(word, [...(pairs.get(word) ?? []), concept]);
    else whole.set(word, [...(whole.get(word) ?? []), concept]);
  }
}

const conceptsBefore = new Map<string, readonly string[]>();

function conceptsOf(word: string): readonly string[] {
  // "Móvil", "mobile": a telephone shifts nothing.
  if (/^mo[bv]il/.test(word)) return [];
  const known = conceptsBefore.get(word);
  if (known) return known;
  const begun = beginnings.filter(([start]) => word.startsWith(start)).map(([, concept]) => concept);
  const found = [...new Set([...(whole.get(word) ?? []), ...begun])];
  if (conceptsBefore.size > 5_000) conceptsBefore.clear();
  conceptsBefore.set(word, found);
  return found;
}

function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s|e|a|o|me|la|lo|nos)$/, '') : word;
}

/** Of words as long as this the beginning counts by itself: "cancelling", "cancelled" and a misspelt "cancell". */
const LONG = 5;
const LENGTHS = [3, 6, 10, 16];

/** How long a sentence is, roughly: a yes is short, a story long. */
function lengthOf(words: number): number {
  return LENGTHS.filter((most) => words >= most).length;
}

/** Words in order, as they are and as what they stand for. */
export function featuresOf(folded: string): string[] {
  const words = folded.replace(SOMEONE, ' someone ').match(/[a-z0-9:']+(?:-[a-z]+)*/g) ?? [];
  const symbols = words.map((word, index) => {
    const bare = word.replace(/'/g, '');
    const kind = kindOf(word) ?? kindOf(bare);
    if (kind) return { word: kind, means: [kind] };
    const pair = pairs.get(`${bare}-${(words[index + 1] ?? '').replace(/'/g, '')}`) ?? [];
    return { word: stem(bare), means: [...conceptsOf(word), ...conceptsOf(bare), ...pair].map((one) => `c:${one}`) };
  });
  const features = new Set<string>([`^${symbols[0]?.word ?? ''}`]);
  const last = words.at(-1)?.replace(/'/g, '') ?? '';
  features.add(`$${last}`).add(`#${lengthOf(words.length)}`);
  for (const word of words) if (word.length >= LONG) features.add(`${word.slice(0, LONG - 1)}~`);
  symbols.forEach(({ word, means }, index) => {
    features.add(word);
    for (const meaning of means) features.add(meaning);
    const next = symbols[index + 1];
    const after = symbols[index + 2];
    if (next) features.add(`${word} ${next.word}`);
    for (const [other, gap] of [
      [next, ' '],
      [after, '_'],
    ] as const) {
      if (!other) continue;
      for (const one of means.length > 0 ? means : [word])
        for (const two of other.means.length > 0 ? other.means : [other.word])
          if (one !== word || two !== other.word || gap === '_') features.add(`${one}${gap}${two}`);
    }
  });
  if (folded.includes('?')) features.add('<?>');
  for (const topic of topicsIn(folded)) features.add(`t:${topic}`).add('<topic>');
  return [...features];
}
