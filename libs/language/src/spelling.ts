import { editDistance } from './edit-distance';
import { fold } from './words';

/** How people write in haste, in texts: the same word in full. */
const SHORT: Readonly<Record<string, string>> = {
  '2day': 'today',
  '2nite': 'tonight',
  '2night': 'tonight',
  tonite: 'tonight',
  '2moro': 'tomorrow',
  '2morow': 'tomorrow',
  '2morrow': 'tomorrow',
  '2mrw': 'tomorrow',
  '2mro': 'tomorrow',
  tmw: 'tomorrow',
  tomoro: 'tomorrow',
  tommorow: 'tomorrow',
  tmoro: 'tomorrow',
  tomorro: 'tomorrow',
  b4: 'before',
  aftr: 'after',
  nxt: 'next',
  wk: 'week',
  wks: 'weeks',
  wkend: 'weekend',
  aft: 'afternoon',
  arvo: 'afternoon',
  afternon: 'afternoon',
  mornin: 'morning',
  firday: 'friday',
  lunez: 'lunes',
  martez: 'martes',
  mierc: 'miércoles',
  biernes: 'viernes',
  savado: 'sábado',
  manyana: 'mañana',
  kiero: 'quiero',
  nesesito: 'necesito',
  nececito: 'necesito',
  necesto: 'necesito',
  '2mor': 'tomorrow',
  tmr: 'tomorrow',
  tmrrw: 'tomorrow',
  tmmrw: 'tomorrow',
  tmro: 'tomorrow',
  tomm: 'tomorrow',
  tommorrow: 'tomorrow',
  morn: 'morning',
  aftn: 'afternoon',
  aftrnoon: 'afternoon',
  afernoon: 'afternoon',
  mnana: 'mañana',
  mñana: 'mañana',
  mña: 'mañana',
  manhana: 'mañana',
  finde: 'fin de semana',
  juev: 'jueves',
  mananita: 'mañana',
  tardecita: 'tarde',
  tardecitas: 'tarde',
  nochecita: 'noche',
  mñn: 'mañana',
  mñna: 'mañana',
  maniana: 'mañana',
  tomoz: 'tomorrow',
  tomozz: 'tomorrow',
  tomorra: 'tomorrow',
  morra: 'tomorrow',
  '2moz': 'tomorrow',
  '2mos': 'tomorrow',
  evng: 'evening',
  satdy: 'saturday',
  satday: 'saturday',
  sundy: 'sunday',
  mondy: 'monday',
  nite: 'night',
  midafternoon: 'mid afternoon',
  midmorning: 'mid morning',
  l8r: 'later',
  bfore: 'before',
  befor: 'before',
  wknd: 'weekend',
  nxtweek: 'next week',
  thurz: 'thursday',
  toosday: 'tuesday',
  twosday: 'tuesday',
  luns: 'lunes',
  jubes: 'jueves',
  mierco: 'miércoles',
  dominjo: 'domingo',
};

/** Names of days long enough to bear a wrong letter; one may be wrong, two in the long ones. */
const ENGLISH_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SPANISH_DAYS = ['miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const LONG = 8;

/** As it sounds in most of Spanish: b and v, s, c and z are one, a last s is lost, and "eu" is "ue" in haste. */
function soundOf(word: string): string {
  return word
    .replace(/v/g, 'b')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/k|qu(?=[ei])|c/g, 'c')
    .replace(/^[gx](?=[eu])/, 'j')
    .replace(/eu/g, 'ue')
    .replace(/(.)\1/g, '$1')
    .replace(/s$/, '');
}

/** Said by sound alone, however it is written: "jeubes", "vierne", "miercole", "er savao". */
const BY_SOUND = new Map(
  ['lunes', 'martes', ...SPANISH_DAYS].flatMap((day): [string, string][] => [
    [soundOf(day), day],
    [soundOf(day.replace(/ado$/, 'ao')), day],
  ]),
);

function dayMeant(word: string): string | undefined {
  if (word.length < 4) return undefined;
  const heard = BY_SOUND.get(soundOf(word));
  // "Los sábados" is no slip.
  if (heard !== undefined) return heard === word || `${heard}s` === word ? undefined : heard;
  if (word.length < 5) return undefined;
  const known = /(?:day|dy|dya|ay|dey|dae)$/.test(word)
    ? ENGLISH_DAYS
    : /(?:[sz]|do|go)$/.test(word)
      ? SPANISH_DAYS
      : [];
  if (known.includes(word.replace(/s$/, '')) || known.includes(word)) return undefined;
  return known.find((day) => day.startsWith(word.charAt(0)) && editDistance(word, day) <= (day.length >= LONG ? 2 : 1));
}

/** Words of their own a letter away from a day: "si vienes el jueves". */
const WORDS_ALIKE: ReadonlySet<string> = new Set(['vienes', 'nueves', 'jueces']);

/** The words as they would be written with care, where they tell of a day: "2day", "b4 9", "wensday", "el juebes". All else stays. */
export function mendWords(text: string): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (written, at: number) => {
    const word = foldKept(written);
    if (WORDS_ALIKE.has(word) && !/\b(?:el|este|del|al|pal) $/i.test(text.slice(0, at))) return written;
    return SHORT[word] ?? (/\d/.test(word) ? undefined : dayMeant(word)) ?? written;
  });
}

/** Folded; "mña" keeps its tilde, since without it nothing is left to know it by. */
function foldKept(word: string): string {
  return /^m+ñ/i.test(word) ? word.toLowerCase() : fold(word);
}
