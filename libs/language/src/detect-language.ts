import { fold, wordsOf } from './words';
import type { Language } from './speech-context';

const common: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'the a an and or of to in on at for with from is are was were be been am i im id ill ive you your we my me it its that this these those there here what when where who which how why can could would will should do does did dont have has had not yes yeah please thanks thank hello hi hey good morning afternoon evening appointment doctor need want like book see tomorrow today next week monday tuesday wednesday thursday friday saturday sunday any first second third after before name born change move cancel again other one two three four five six seven eight nine ten eleven twelve thirty nineteen twenty forty fifty sixty seventy eighty ninety january february march april june july august september october november december thats its'.split(
      ' ',
    ),
  ),
  es: new Set(
    'voy llego llegar despues cancelar cancelen cancele cambien ver horas algo nada pero muy eso esa ese ahi cuanto con quitela anular el la los las un una unos unas y o de del al en con por para sin es son era fue ser estoy esta estan soy hay yo mi mis me te se su sus lo le les que cual cuando donde quien como porque puedo puede pueden podria quiero quisiera necesito tengo tiene tienen hacer pedir favor gracias hola buenos buenas dias tardes noches cita medico doctora manana hoy pasado semana lunes martes miercoles jueves viernes sabado domingo si claro vale alguna algun primera segunda tercera tarde antes despues nombre nacio naci cambiar mover cancelar otra otro uno dos tres cuatro cinco seis siete ocho nueve diez llamo perdon mejor habla hablar espanol once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa mil novecientos enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  ),
};

/** Words that alone tell the language although they are short or few. */
const telling: Record<Language, RegExp> = {
  en: /\b(?:in english|english please|speak english)\b/,
  es: /\b(?:en espanol|habla(?:n|s)? espanol|espanol por favor)\b|[¿¡]/,
};

/** The language of typed or heard words; `fallback` when they tell nothing ("no", "ok", a name, a number). */
export function detectLanguage(text: string, fallback: Language): Language {
  const folded = fold(text);
  if (telling.es.test(folded)) return 'es';
  if (telling.en.test(folded)) return 'en';
  const all = wordsOf(text);
  // Letters of a spelled name ("O C O N N O R") are words of no language; "y" is a yes in one and an "and" in the other.
  const words = all.filter((word) => word.length > 1);
  const score = { en: 0, es: 0 };
  for (const word of words) {
    if (common.en.has(word) && !common.es.has(word)) score.en++;
    if (common.es.has(word) && !common.en.has(word)) score.es++;
  }
  if (/[ñáéíóú]/i.test(text)) score.es += 0.5;
  if (score.en === score.es) return fallback;
  // A borrowed word or a name ("San Jose", "el doctor Smith") must not switch a conversation: the other language has to win clearly.
  const likely = score.en > score.es ? 'en' : 'es';
  const margin = Math.abs(score.en - score.es);
  return likely === fallback || margin >= 2 || words.length <= 3 ? likely : fallback;
}

/** Short words of languages that we do not speak, folded; none of them is a word of ours. */
const foreign = new Set(
  'vous votre vos nous notre est avec pour avez etes suis je jai cest rendez lundi mardi mercredi jeudi vendredi samedi dimanche demain heures merci bonjour oui confirme reserve annule medecin der das ist sie ihr ihre ihren und fur ich habe haben wurde wurden bestatigt gebucht termin uhr nicht wir mit dienstag mittwoch donnerstag freitag samstag sonntag morgen danke suo vostro sono della appuntamento prenotato prenotata confermato confermata domani alle lunedi martedi mercoledi giovedi venerdi dottoressa dottore grazie voce sua seu foi com nao amanha marcada marcado doutora obrigado uw een het voor bent afspraak jest pan pani wizyta dziekuje'.split(
    ' ',
  ),
);
const OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/u;
/** So many words of which not one is a common one of ours are no sentence of ours. */
const FEWEST_STRANGE = 8;

/**
 * Whether a sentence is in none of our languages: other letters, or other words. Whoever cannot read it cannot judge what it
 * claims. Names alone do not make it so.
 */
export function isForeign(sentence: string): boolean {
  if (OTHER_LETTERS.test(sentence)) return true;
  const words = wordsOf(sentence);
  const theirs = new Set(words.filter((word) => foreign.has(word))).size;
  const ours = words.filter((word) => common.en.has(word) || common.es.has(word)).length;
  return (theirs >= 2 && theirs >= ours) || (ours === 0 && words.length >= FEWEST_STRANGE);
}
