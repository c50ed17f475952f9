import { editDistance } from './edit-distance';
import { mendWords } from './spelling';
import { fold } from './words';

/** What stands for one word whatever stands around it. */
const SHORT: Readonly<Record<string, string>> = {
  appt: 'appointment',
  appts: 'appointments',
  apt: 'appointment',
  apptmt: 'appointment',
  appnt: 'appointment',
  aptmt: 'appointment',
  appointmnt: 'appointment',
  cxl: 'cancel',
  cncl: 'cancel',
  canx: 'cancel',
  cancle: 'cancel',
  resched: 'reschedule',
  rescd: 'reschedule',
  rsched: 'reschedule',
  reskedule: 'reschedule',
  sched: 'schedule',
  chg: 'change',
  chnge: 'change',
  nxt: 'next',
  wanna: 'want to',
  gotta: 'have to',
  hafta: 'have to',
  lemme: 'let me',
  gimme: 'give me',
  lmk: 'let me know',
  idk: "I don't know",
  nvm: 'never mind',
  nevermind: 'never mind',
  cuz: 'because',
  bc: 'because',
  hrs: 'hours',
  mins: 'minutes',
  msg: 'message',
  txt: 'text',
  ppl: 'people',
  abt: 'about',
  avail: 'available',
  poss: 'possible',
  rx: 'prescription',
  ins: 'insurance',
  addy: 'address',
  ur: 'your',
  urs: 'yours',
  plz: 'please',
  pls: 'please',
  thx: 'thanks',
  wud: 'would',
  shud: 'should',
  cud: 'could',
  wen: 'when',
  wut: 'what',
  wat: 'what',
  dis: 'this',
  im: "I'm",
  ive: "I've",
  dont: "don't",
  doesnt: "doesn't",
  isnt: "isn't",
  didnt: "didn't",
  wont: "won't",
  cant: "can't",
  couldnt: "couldn't",
  whats: "what's",
  whens: "when's",
  wheres: "where's",
  thats: "that's",
  lets: "let's",
  ke: 'que',
  xq: 'porque',
  pq: 'porque',
  porq: 'porque',
  xfa: 'por favor',
  xfavor: 'por favor',
  porfa: 'por favor',
  porfis: 'por favor',
  tmb: 'también',
  tbn: 'también',
  sita: 'cita',
  zita: 'cita',
  tngo: 'tengo',
  kiero: 'quiero',
  qiero: 'quiero',
  quero: 'quiero',
  kisiera: 'quisiera',
  qisiera: 'quisiera',
  quiciera: 'quisiera',
  nesecito: 'necesito',
  nesesito: 'necesito',
  nececito: 'necesito',
  necesto: 'necesito',
  asen: 'hacen',
  aser: 'hacer',
  aora: 'ahora',
  ora: 'hora',
  oy: 'hoy',
  canbiar: 'cambiar',
  camviar: 'cambiar',
  cansela: 'cancela',
  canselar: 'cancelar',
  cansele: 'cancele',
  reserbar: 'reservar',
  grax: 'gracias',
  grasias: 'gracias',
  dnd: 'donde',
  tlf: 'teléfono',
  tardesita: 'tarde',
  mananita: 'mañana',
  dotor: 'doctor',
  dotora: 'doctora',
};

/** Long words of the trade that fingers trip over; a letter or two may be wrong in them. */
const LONG_WORDS = [
  'appointment',
  'appointments',
  'reschedule',
  'tomorrow',
  'insurance',
  'available',
  'availability',
  'afternoon',
  'morning',
  'schedule',
  'prescription',
  'cancel',
  'disponible',
];
const SHORTEST_TYPO = 6;
const TWO_WRONG_FROM = 9;

function longWordMeant(word: string): string | undefined {
  if (word.length < SHORTEST_TYPO) return undefined;
  return LONG_WORDS.find((known) => {
    // "Cancela", "appointments": another form of the word, no slip.
    if (word === known || word.startsWith(known) || known.startsWith(word)) return false;
    if (word.charAt(0) !== known.charAt(0) || word.length < SHORTEST_TYPO) return false;
    return editDistance(word, known) <= (known.length >= TWO_WRONG_FROM ? 2 : 1);
  });
}

const VERB_OR_DAY =
  '(?:reschedule|schedule|cancel|change|move|see|book|come|get|make|confirm|know|ask|talk|speak|push|switch|be|have|do|find|check|set|mon|tues?|weds?|thurs?|fri|sat|sun|\\w*day|tomorrow|next|the|my|dr|doctor|u|you)';

/** Single letters and digits that stand for a word, by what stands around them. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=\b(?:need|want|have|like|got|able|trying|reschedule|move|moved|change|changed|switch|appointment|going|it|me|supposed|hoping|ready|time|possible) )2(?= [a-z])/gi,
    'to',
  ],
  [
    new RegExp(
      `(?<=\\b(?!at|by|around|about|after|before|til|till|until|from|and|or|the|option|number|half|past)[a-z]{2,} )2(?= ${VERB_OR_DAY}\\b)`,
      'gi',
    ),
    'to',
  ],
  [
    /(?<=\b(?!at|by|around|about|after|before|til|till|until|from|and|or|to|option|number|half|past)[a-z]{2,} )4(?= (?:my|me|a|an|the|him|her|us|dr|doctor)\b)/gi,
    'for',
  ],
  // "Half 4 today", "make it 4 tomorrow": an hour of that day.
  [
    /(?<=\b(?!at|by|around|about|after|before|til|till|until|from|and|or|to|option|number|half|past|it|do|take|make|say|like|maybe|prefer|then)[a-z]{2,} )4(?= (?:today|tomorrow|mon|tues?|weds?|thurs?|fri|next|this|\w+day)\b)/gi,
    'for',
  ],
  [
    /(?<![\p{L}\p{N}'’])u(?=\s+(?:guys|all|have|got|do|are|open|take|accept|can|please|there|know|see|fit|get|send|call|text|tell|close|free|squeeze|move|book|cancel|help|need|want|think|still|remind|say|give|put|confirm|check|make|find|reschedule|change|let|any|in|on|r)\b|\s*[?.!,]|\s*$)/giu,
    'you',
  ],
  [
    /(?<=\b(?:can|could|do|did|will|would|if|are|have|thank|what|when|where|see|r|should|might|may|with|for|to|need|want) )u\b/gi,
    'you',
  ],
  [/\br(?= (?:you|u|there|they|we|the)\b)/gi, 'are'],
  [/(?<=\b(?:you|u|we|they|where|what|when|who|how|hours) )r\b/gi, 'are'],
  [/(?<=\b(?:i|to|2|can|could|u|you|will|would|want|need|must|please) )c(?= [a-z]{2})/gi, 'see'],
  [/(?<![\p{L}\p{N}'’])w(?=\s+\p{L}{2,})/giu, 'with'],
  [/(?<![\p{L}\p{N}'’])w\/\s*(?=\p{L}{2,})/giu, 'with '],
  [/(?<![\p{L}\p{N}])q(?= [\p{L}]{2,})/giu, 'que'],
  [/(?<![\p{L}\p{N}])k(?= (?:tal|hora|dia|día|me|se|no|el|la|si|tiene|tienen|hay|puedo|quiero)\b)/giu, 'que'],
  [/(?<![\p{L}\p{N}])x(?= (?:favor|la|el|fa|las|los|mi|teléfono|telefono)\b)/giu, 'por'],
  [/(?<![\p{L}\p{N}])d(?= (?:la|las|los|mi|lunes|martes|hoy|cita|una|un)\b)/giu, 'de'],
  [/\bpal(?= (?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|doctor|pr[oó]ximo|d[ií]a)\b)/giu, 'para el'],
  [/\bpa(?= (?:el|la|hoy|mañana|manana|mi|una|un|ver|las|los)\b)/giu, 'para'],
];

/**
 * A text typed in haste as it would be written with care: "can u c dr b 2mor w/ my mom" in whole words. Letters spelled
 * one by one stay as they are. For understanding alone: what is kept or passed on is what was written.
 */
export function mendHaste(text: string): string {
  const whole = mendWords(text).replace(/[\p{L}\p{N}]+(?![\p{L}\p{N}'’])/gu, (written, at: number, all: string) => {
    if (/['’]$/.test(all.slice(0, at))) return written;
    const word = fold(written);
    // "DIS", and "Sora Im": letters of a name and a name.
    const shouted = /^\p{Lu}+$/u.test(written) && written.length <= 3;
    const named = /^\p{Lu}\p{Ll}/u.test(written) && /[\p{L},]\s+$/u.test(all.slice(0, at));
    if (shouted || named) return written;
    return SHORT[word] ?? (/\d/.test(word) ? undefined : longWordMeant(word)) ?? written;
  });
  // "L A N G", "r-a-m-a-n": nothing but letters.
  if (/\b\p{L}(?:[\s,.-]+\p{L}\b){2,}/u.test(whole) && !/\b(?:can|could|do|how|where|when|what) (?:u|r)\b/i.test(whole))
    return whole;
  return LETTERS.reduce((left, [pattern, word]) => left.replace(pattern, word), whole);
}
