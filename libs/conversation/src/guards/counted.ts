import { foldName, wordsOf } from '@clinicall/language';
import type { Facts, KnownVisit } from '../facts';
import type { Content } from './content';
import { numberOf } from './number-words';

/** Two of them, or one more than the one spoken of. Folded words. */
const TWO =
  /\b(?:both|the two|two (?:of|appointments|visits|bookings|times)|the other(?: one)?|other (?:appointment|visit|booking|one)|as well|(?:right )?(?:after|before) yours?|(?:after|before) you|for (?:you both|the two of you)|ambas|ambos|(?<!\b(?:a|de|para|hasta|sobre) )(?:las|los|sus|tus) dos(?! (?:y|menos|de la|en punto)\b)|tambien$|dos (?:citas|turnos|horas)|(?:la|el) otr[oa])\b/;

/** The least visits of its kind that a claim needs, "Both are cancelled" being two. */
export function countedIn(folded: string): number {
  return TWO.test(folded) ? 2 : 1;
}

const NUMBER = '(two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|siete|ocho|[2-9])';
const SAID = new RegExp(
  `\\b(?:have|got|has|see|found|find|are|is|thats|hay|serian|tengo|tenemos|tiene|tienes|veo|son|quedan|encontre|encontrado)(?: (?!(?:at|past|to|by|around|about|las?|a|on|the|and|y)\\b)\\w+){0,2}? ${NUMBER} (?:(?!(?:thirty|fifteen|forty|twenty|ten|five|fifty|oclock|in|am|pm)\\b)\\w+ )?(times?|slots?|openings?|options?|appointments?|visits?|bookings?|doctors?|horas|huecos|opciones|citas|turnos|doctores|medicos|horarios|with|con|el|este|this|on)\\b(?! (?:and|y) )`,
  'g',
);

const CLOCK = /\d{1,2}[:.]\d\d(?!\d)/g;

const VISIT = '(?:appointments?|visits?|bookings?|citas?|turnos?|consultas?)';
/** One visit and no more. */
const ONLY_ONE = new RegExp(
  [
    `\\b(?:only|just)(?: (?:the|a|have|got|see|find))*? (?:one|single|1)(?: \\w+)? ${VISIT}\\b`,
    `\\b(?:the|a|your) (?:single|only|sole|lone)(?: \\w+)? ${VISIT}\\b`,
    `\\bone ${VISIT} only\\b`,
    `\\b(?:una sola|un solo|una unica|un unico|la unica|el unico|(?:solo|solamente|unicamente|nada mas)(?: \\w+)? (?:una|un)) ${VISIT}\\b`,
  ].join('|'),
);
/** Of times that one could have there may be one, though the caller has two visits. */
const TO_BE_HAD = /\b(?:left|available|free|open|libres?|disponibles?)\b/;
const WITH = new RegExp(`\\b${VISIT} (?:with|con)\\b`);

/** "Your only visit" of somebody who has two; of one day or one doctor there may be one. */
function deniesAnother(words: string, content: Content, facts: Facts): boolean {
  if (!ONLY_ONE.test(words) || content.dates.length > 0 || TO_BE_HAD.test(words)) return false;
  const [doctor] = content.doctors;
  const known = doctor !== undefined && WITH.test(words) ? withDoctor(facts.booked, doctor) : facts.booked;
  return distinct(known) > 1;
}

/** More doctors, visits or times than there are. Words like "I have four with Dr. Adler". */
export function miscounts(sentence: string, content: Content, facts: Facts): boolean {
  const words = wordsOf(sentence.replace(CLOCK, ' ')).join(' ');
  const times = [...facts.offered, ...facts.booked, ...one(facts.held), ...one(facts.readBack)];
  for (const [, number = '', noun = ''] of words.matchAll(SAID)) {
    const count = numberOf(number) ?? 0;
    if (/^(?:doctor|medic)/.test(noun)) {
      if (count > facts.doctors.length) return true;
      continue;
    }
    const visits =
      /^(?:appointment|visit|booking|cita|turno)/.test(noun) && /\b(?:you|usted|tiene|tienes)\b/.test(words);
    const known = visits ? facts.booked : times;
    const theirs =
      /^(?:with|con)$/.test(noun) && content.doctors.length === 1 ? withDoctor(known, content.doctors[0] ?? '') : known;
    if (count > distinct(theirs)) return true;
  }
  return deniesAnother(words, content, facts);
}

const one = (visit: KnownVisit | undefined): KnownVisit[] => (visit === undefined ? [] : [visit]);
const withDoctor = (visits: readonly KnownVisit[], name: string) =>
  visits.filter(({ doctor }) => foldName(doctor) === foldName(name));
const distinct = (visits: readonly KnownVisit[]) =>
  new Set(visits.map(({ doctor, startsAt }) => `${doctor}@${Date.parse(startsAt)}`)).size;
