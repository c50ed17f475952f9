import { fold } from '@clinicall/language';
import {
  englishHarmlessStarts,
  englishNeutral,
  englishOpeners,
  englishReports,
  englishSubordinate,
} from './harmless-english';
import {
  spanishHarmlessStarts,
  spanishNeutral,
  spanishOpeners,
  spanishReports,
  spanishSubordinate,
} from './harmless-spanish';

/** What stands in a clause where an item stood. */
export const MASKS = {
  doctor: ' zdoc ',
  date: ' zdate ',
  time: ' ztime ',
  price: ' zprice ',
  number: ' znum ',
} as const;

const starts = (...sources: string[]) => new RegExp(`^(?:${sources.join('|')})(?= |$)`);
const openers = starts(englishOpeners, spanishOpeners);
const subordinate = starts(englishSubordinate, spanishSubordinate);
const reports = starts(englishReports, spanishReports);
const harmlessEnglish = englishHarmlessStarts.map((source) => new RegExp(`^(?:${source})`));
const harmlessSpanish = spanishHarmlessStarts.map((source) => new RegExp(`^(?:${source})`));
const neutral = new Set(`${englishNeutral} ${spanishNeutral}`.split(' '));
const ITEM = /^(?:zdoc|zdate|ztime|zprice|znum|zfield)$/;
/** A field of medicine, or who practises it: whose it is is judged elsewhere (fields.ts). */
const FIELD =
  /\b(?:\w{2,}(?:ology|ologists?|iatrics|iatricians?|iatry|iatrists?|opa?edics?|opa?edists?|ologia|olog[oa]s?|iatria|iatras?|pedia|pedista)|(?:family|general|internal|sports) medicine|medicina(?: \w+)?|general practice|gynae|ob gyn|dentist(?:ry|s)?|dental|dentistas?|oculistas?|optometr\w+|opticians?|physio\w*|fisio\w*|cardio|derm|ortho|podiatry|nutricion\w*|nutrition\w*|cirugia|surgery|surgeons?|cirujan[oa]s?|pediatra|eye|skin|heart|foot)\b/g;
const HOURS =
  /\b(?:open|opens|close|closes|closed|shut|hours|abrimos|abre|abiert[oa]s?|cerramos|cierra|cerrad[oa]s?)\b/;
/** The day or the time put first: "On Thursday I can …". */
const ITEM_FIRST =
  /^(?:(?:on|in|by|at|from|for|to|through|with|and|or|the|el|la|los|las|a|de|para|por|con|y|o|desde|hasta|zdate|ztime|zdoc|zfield) )*(?:zdate|ztime|zdoc|zfield)(?= (?:i|we|you|it|that|there|let|please|would|could|shall|your|no|le|te|se|me|la|lo|hay|tengo|puedo|podemos|tenemos|usted|puede|podria|si|busco|miro)\b)/;
/** Says which one is meant. */
const WHICH =
  /\b(?:morning|afternoon|evening|first|second|third|last|earliest|latest|soonest|doctors|options|medicos|doctores|opciones|primer[oa]?|segund[oa]|tercer[oa]?|ultim[oa]|tardes?|mananas?|zfield)\b/;
const VISIT = /\b(?:citas?|turnos?|hora|reserva|appointments?|visits?|slots?|it|that)\b/;
const NONE = /^(?:none|neither|ningun[oa]?|nada)\b/;
/** "That's in", "Friday is on": said of what is done, though each of its words is small. */
const SETTLED =
  /\b(?:is|are|was|were|s|be|esta|queda|quedo|va) (?:all |now |already |ya )?(?:in|on|off|up|through|down|yours?|dentro|fuera)(?: (?:and|for|then|y)\b|$)/;
/** A claim behind a harmless beginning. */
const HIDDEN =
  /\b(?:(?:has|have|had)(?<!\bmust have)(?: now| already| just| all)? been(?! (?:(?:so|really|still|such|very) )*(?:\w+ing|hard|rough|tough|difficult|unwell|ill|sick|poorly|in pain|a (?:hard|rough|tough|long))\b)|(?:is|are) (?:now|already) \w+ed|you are (?:in|down|all|set)\b|(?:i|we) (?:already|just) (?!need)\w+ed|ya (?:esta|estan|queda|quedo|quedaron) \w+|(?<!\bno (?:(?:le|te|lo|la|se|me|les) )*)(?:ha|han|he|hemos) (?:sido )?\w{3,}[ai]d[oa]s?)\b/;
/** What is said not to be: nothing was done, which denials.ts holds against what was. */
const DENIES =
  /\b(?:not|never|nothing|nowt|none|nobody|no one|neither|hardly|no|nunca|nada|nadie|tampoco|ningun[oa]?)\b/;
/** What one is said to be spared, or not to have, is told. */
const FREED =
  /\b(?:charg\w+|bill\w*|pay|owe|cost|fee|need (?:to )?(?:come|pay|do|call|worry about|bring|be here)|have to (?:come|pay|do|call|worry|wait|be here)|no (?:longer|more|other|appointments?|visits?|bookings?|openings?|slots?|wait\w*|charge|extra|co ?pay|one|fee|deposit|trouble (?:booking|getting))|ya no|any more|anymore|any longer|expir\w+|lose|miss|cobr\w+|pag\w+|cuest\w+|cost\w+|no (?:le|te|se|les)? ?(?:tiene|tienes|hace falta|necesita|hay|queda|debe|va a)|sin (?:costo|coste|cargo)|nada (?:mas)? ?(?:que )?(?:pagar|hacer)|problem\w* (?:at all|with)|but|sino)\b/;
/** Where another clause of its own begins. */
const NEXT =
  / (?=(?:and|but|so|because|while|since|(?<!soon )as|although|though|or|plus) (?:then )?(?:i|we|you|it|that|this|your (?!(?:full |last |first )?(?:name|surname|date|birth|phone|number|email|address))|the|he|she|they|there|zdoc|everything|all|both)\b|(?:y|pero|porque|mientras|aunque|asi que) (?:ya|le|te|lo|la|se|su (?!(?:nombre|apellido|fecha|telefono|numero|direccion))|tu (?!(?:nombre|apellido|fecha|telefono|numero|direccion))|el|los|las|usted|vos|zdoc|he|hemos|esta|queda|todo|nos|me|eso)\b)/;
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(can|won|shan)'?t\b/g, '$1 not'],
  [/\bcannot\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/\by'all\b/g, 'you all'],
  [/\bi'm\b/g, 'i am'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
  [/\blet's\b/g, 'let us'],
  [
    /\b(that|it|there|here|what|who|he|she|everything|nothing|nowt|all|one|which|where|how|when|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)'s\b/g,
    '$1 is',
  ],
  [/\b(\w{3,})'s (?=been\b)/g, '$1 has '],
  [/\b(\w{3,})'s (?=(?:on|at|for|now|still|not|yours|free|off|gone)\b)/g, '$1 is '],
];

/** Folded words, contractions written out. */
export function spelledOut(text: string): string {
  return wordsIn(expanded(fold(text)));
}

/** Contractions of folded English written out, so that every statement has its verb. */
export function expanded(folded: string): string {
  if (!folded.includes("'")) return folded;
  return CONTRACTIONS.reduce((text, [short, long]) => text.replace(short, long), folded).replace('won not', 'will not');
}

/** Whether a statement tells something that no list of harmless ones has. @param masked expanded, with MASKS for its items. */
export function tellsMore(masked: string, conditional: boolean): boolean {
  return wordsIn(masked)
    .split(NEXT)
    .some((clause) => tells(clause.trim(), conditional));
}

function tells(clause: string, conditional: boolean): boolean {
  let rest = clause;
  for (let opened = openers.exec(rest); opened !== null && !isHarmless(rest); opened = openers.exec(rest)) {
    rest = rest.slice(opened[0].length).trim();
  }
  if (rest === '') return false;
  const told = reports.exec(rest);
  const behind = told === null ? '' : rest.slice(told[0].length).trim();
  if (behind !== '' && behind !== 'that' && behind !== 'it') return tells(behind, conditional);
  const first = ITEM_FIRST.exec(rest);
  if (first !== null && first[0].length < rest.length && !isHarmless(rest)) {
    return tells(rest.slice(first[0].length).trim(), conditional);
  }
  if (
    conditional &&
    /^(?:(?:then|entonces) )?(?:i|we|it|that|you|le|te|se|la|lo|todo) (?:will|can|would|could|shall|\w+(?:[aeo]|mos|re|ria))\b/.test(
      rest,
    ) &&
    !HIDDEN.test(rest)
  )
    return false;
  return !isHarmless(rest);
}

function isHarmless(clause: string): boolean {
  if (isNeutral(clause)) return true;
  if (DENIES.test(clause) && !FREED.test(clause)) return true;
  if (HIDDEN.test(clause)) return false;
  if (subordinate.test(clause)) return true;
  return harmlessEnglish.some((start) => start.test(clause)) || harmlessSpanish.some((start) => start.test(clause));
}

function isNeutral(clause: string): boolean {
  if (SETTLED.test(clause)) return false;
  // A price is judged by itself; an opening hour too.
  if (clause.includes('zprice'))
    return !/\b(?:(?:i|we|you) (?:have|paid|took|charged|owe|were)|(?:le|te) (?:he|hemos|cobr\w+))\b/.test(clause);
  const words = clause.replace(/\b(?:all|whole) day\b/, 'day').split(' ');
  if (!words.every((word) => ITEM.test(word) || neutral.has(word))) return false;
  return (
    NONE.test(clause) ||
    WHICH.test(clause) ||
    (HOURS.test(clause) && !VISIT.test(clause)) ||
    words.some((word) => ITEM.test(word))
  );
}

export function wordsIn(text: string): string {
  return text
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(FIELD, 'zfield')
    .replace(/\b(?:el|la|los|las|the) zdoc\b/g, 'zdoc')
    .replace(/\b(del|al) zdoc\b/g, 'de zdoc')
    .trim();
}
