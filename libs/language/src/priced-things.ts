import { fold } from './words';

/** What has a price of its own at a clinic, by the words of both languages; folded text. */
const THINGS: Readonly<Record<string, RegExp>> = {
  scan: /\b(?:mris?|resonancias?|ct|cat scans?|tac|tomograf\w*|scans?|escaner)\b/,
  xray: /\b(?:x-?rays?|radiograf\w*|placas?|rayos x)\b/,
  ultrasound: /\b(?:ultrasounds?|sonograms?|ecograf\w*|eco|ultrasonidos?)\b/,
  blood:
    /\b(?:blood ?(?:work|tests?|draws?|panel)|bloods|labs?|analisis|analitic\w*|hemograma|perfil|quimica sanguinea)\b/,
  vaccine: /\b(?:vaccin\w*|vacun\w*|jabs?|shots?|immuni[sz]\w*|boosters?)\b/,
  physical: /\b(?:physicals?|check-?ups?|wellness|medicals?|chequeos?|reconocimientos?|revision(?:es)?)\b/,
  cleaning: /\b(?:clean(?:ing|s|ed)?|scale and polish|hygienist|limpiezas?|profilaxis)\b/,
  tooth:
    /\b(?:crowns?|fillings?|root canals?|extract\w*|whiten\w*|braces|dentures?|veneers?|coronas?|empastes?|endodoncia|blanque\w*|brackets|ortodoncia|muelas?|protesis|implantes?|implants?)\b/,
  skin: /\b(?:mole|moles|wart|warts|skin tags?|lunares?|lunar|verrugas?|botox|laser|fillers?|peeling|depilaci\w*)\b/,
  surgery:
    /\b(?:surger\w*|operations?|operacion(?:es)?|cirugias?|vasectom\w*|circumcis\w*|circuncisi\w*|cataracts?|cataratas?|c-section|cesarea)\b/,
  scope: /\b(?:endoscop\w*|colonoscop\w*|gastroscop\w*)\b/,
  heart:
    /\b(?:ecgs?|ekgs?|electrocardiogram\w*|electros?|echo|echocardiogram\w*|stress test|holter|prueba de esfuerzo)\b/,
  women: /\b(?:pap|smears?|citolog\w*|papanicolao\w*|mammogram\w*|mamograf\w*|iud|diu|coil)\b/,
  senses:
    /\b(?:hearing tests?|audiometr\w*|hearing aids?|audifonos?|eye (?:tests?|exams?)|glasses|lentes|gafas|contacts|graduar\w*|graduacion|ear (?:wax|syring\w*)|tapon(?:es)?)\b/,
  paper:
    /\b(?:certificat\w*|certificad\w*|letters?|(?:sick|fit|doctor'?s) notes?|forms?|justificantes?|informes?|constancias?|formularios?|copies|copias?)\b/,
  test: /\b(?:allerg\w* tests?|pruebas? de alergia|covid|pcr|biops\w*|pregnancy tests?|prueba de embarazo|urine tests?|strep)\b/,
  treatment:
    /\b(?:physio\w*|fisio\w*|massages?|masajes?|injections?|infiltraci\w*|inyecci\w*|insoles?|plantillas?|stitches|puntos|acupuncture|acupuntura|dialysis|dialisis|chemo\w*|quimio\w*)\b/,
  parking: /\b(?:park(?!inson)\w*|estacion(?!al)\w*|aparc\w*|parqueo)\b/,
  missed: /\b(?:miss(?:ed|ing)?|no[ -]?shows?|late cancel\w*|cancel\w*|faltar|no (?:voy|acudo|me presento))\b/,
  video: /\b(?:video\w*|tele\w*|by phone|over the phone|por telefono|en linea|online)\b/,
  home: /\b(?:home visits?|house calls?|a domicilio)\b/,
};
/** A visit as such, which most clinics price as a whole. */
const VISIT =
  /\b(?:visits?|appointments?|consult\w*|consults?|citas?|visitas?|turno|to (?:see|be seen)|see (?:a|the|one|somebody|someone)|come in|que me (?:vea|atienda)\w*|atenderme|pasar)\b/;
const FIELD =
  /\b[a-z]*(?:olog|iatri|iatra|oped|traumat|dentist|dental|gynae|optometr|podiatr|psychiatr|psiquiatr)[a-z]*\b/g;

/** What a question or an entry about a price is about: things, `visit`, and fields by the beginning of their name. */
export function pricedThings(text: string): { things: string[]; visit: boolean; fields: string[] } {
  const folded = fold(text);
  return {
    things: Object.keys(THINGS).filter((thing) => THINGS[thing]?.test(folded)),
    visit: VISIT.test(folded),
    fields: [...folded.matchAll(FIELD)].map(([word]) => word.slice(0, 5).replace(/^derma$|^dermat$/, 'derma')),
  };
}

/** Whether a thing with a price of its own is named. */
export const namesPriced = (text: string): boolean => pricedThings(text).things.length > 0;

/**
 * Whether the price of one thing answers a question about the price of another: what an MRI costs is not told by the price of a visit.
 * @param asked the caller's question. @param entry the clinic's question with its answer.
 */
export function samePrice(asked: string, entry: string): boolean {
  const [wanted, given] = [pricedThings(asked), pricedThings(entry)];
  const shares = (one: readonly string[], other: readonly string[]): boolean =>
    one.some((item) => other.includes(item));
  if (wanted.things.length > 0) return shares(wanted.things, given.things) || (wanted.visit && given.visit);
  if (wanted.fields.length > 0 && given.fields.length > 0 && !shares(wanted.fields, given.fields)) return false;
  return given.things.length === 0 || given.visit || !(wanted.visit || wanted.fields.length > 0);
}
