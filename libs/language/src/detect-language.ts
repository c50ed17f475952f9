import { addedLanguages } from './added/added-languages';
import { judgedLanguages } from './speech-context';
import type { JudgedLanguage, Language } from './speech-context';
import { fold, wordsOf } from './words';

const common: Record<'en' | 'es', ReadonlySet<string>> = {
  en: new Set(
    'the a an and or of to in on at for with from is are was were be been am i im id ill ive you your we my me it its that this these those there here what when where who which how why can could would will should do does did dont have has had not yes yeah please thanks thank hello hi hey good morning afternoon evening appointment doctor need want like book see tomorrow today next week monday tuesday wednesday thursday friday saturday sunday any first second third after before name born change move cancel again other one two three four five six seven eight nine ten eleven twelve thirty nineteen twenty forty fifty sixty seventy eighty ninety january february march april june july august september october november december thats its'.split(
      ' ',
    ),
  ),
  es: new Set(
    'ola kiero qiero sita mnn xfa porfa voy llego llegar despues cancelar cancelen cancele cambien ver horas algo nada pero muy eso esa ese ahi cuanto con quitela anular el la los las un una unos unas y o de del al en con por para sin es son era fue ser estoy esta estan soy hay yo mi mis me te se su sus lo le les que cual cuando donde quien como porque puedo puede pueden podria quiero quisiera necesito tengo tiene tienen hacer pedir favor gracias hola buenos buenas dias tardes noches cita medico doctora manana hoy pasado semana lunes martes miercoles jueves viernes sabado domingo si claro vale alguna algun primera segunda tercera tarde antes despues nombre nacio naci cambiar mover cancelar otra otro uno dos tres cuatro cinco seis siete ocho nueve diez llamo perdon mejor habla hablar espanol once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa mil novecientos enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  ),
};

/** What the words of a language are known by. */
interface Marks {
  readonly common: ReadonlySet<string>;
  /** Words that alone tell the language although they are short or few. */
  readonly telling: RegExp;
  /** Letters that lean towards it. */
  readonly letters: RegExp;
}

const NO_LETTERS = /(?!)/;
const marks = new Map<Language, Marks>([
  [
    'es',
    {
      common: common.es,
      telling: /\b(?:en espanol|habla(?:n|s)? espanol|espanol por favor)\b|[¿¡]/,
      letters: /[ñáéíóú]/i,
    },
  ],
  ['en', { common: common.en, telling: /\b(?:in english|english please|speak english)\b/, letters: NO_LETTERS }],
  ...[...addedLanguages.values()].map(({ tag, words: { detection } }): [Language, Marks] => [
    tag,
    {
      common: new Set(wordsOf(detection.common)),
      telling: new RegExp(`\\b(?:${detection.telling.join('|')})\\b`),
      letters: new RegExp(detection.letters, 'i'),
    },
  ]),
]);

/**
 * The language of typed or heard words; `fallback` when they tell nothing ("no", "ok", a name, a number).
 * @param among the languages that it may be: words of one that the clinic does not speak tell nothing.
 */
export function detectLanguage(text: string, fallback: JudgedLanguage): JudgedLanguage;
export function detectLanguage(text: string, fallback: Language, among?: readonly Language[]): Language;
export function detectLanguage(
  text: string,
  fallback: Language,
  among: readonly Language[] = judgedLanguages,
): Language {
  const folded = fold(text);
  const likely = [...marks].filter(([tag]) => among.includes(tag));
  for (const [tag, { telling }] of likely) if (telling.test(folded)) return tag;
  // Letters of a spelled name ("O C O N N O R") are words of no language; "y" is a yes in one and an "and" in the other.
  const words = wordsOf(text).filter((word) => word.length > 1);
  const scores = likely
    .map(([tag, own]) => ({
      tag,
      score: scoreOf(
        words,
        text,
        own,
        likely.map(([, one]) => one),
      ),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score === (second?.score ?? 0)) return fallback;
  const margin = first.score - (second?.score ?? 0);
  // A borrowed word or a name ("San Jose", "el doctor Smith") must not switch a conversation: the other language has to win clearly.
  return first.tag === fallback || margin >= 2 || words.length <= 3 ? first.tag : fallback;
}

/** Words that are common in this language and in no other that it may be. */
function scoreOf(words: readonly string[], text: string, own: Marks, all: readonly Marks[]): number {
  const told = words.filter(
    (word) => own.common.has(word) && !all.some((other) => other !== own && other.common.has(word)),
  ).length;
  return told + (own.letters.test(text) ? 0.5 : 0);
}

const FEW_WORDS = 4;

/** Whether words are likely of an added language: two that neither English nor Spanish has, one where little was said. */
export function soundsLike(words: readonly string[], tag: Language): boolean {
  const own = marks.get(tag)?.common;
  const theirs = words.filter((word) => own?.has(word) === true && !common.en.has(word) && !common.es.has(word));
  return theirs.length >= (words.length <= FEW_WORDS ? 1 : 2);
}

/** Short words of languages that we do not speak, folded; none of them is a word of ours. */
const foreign = new Set(
  'vous votre vos nous notre est avec pour avez etes suis je jai cest rendez lundi mardi mercredi jeudi vendredi samedi dimanche demain heures merci bonjour oui confirme reserve annule medecin der das ist sie ihr ihre ihren und fur ich habe haben wurde wurden bestatigt gebucht termin uhr nicht wir mit dienstag mittwoch donnerstag freitag samstag sonntag morgen danke suo vostro sono della appuntamento prenotato prenotata confermato confermata domani alle lunedi martedi mercoledi giovedi venerdi dottoressa dottore grazie voce sua seu foi com nao amanha marcada marcado doutora obrigado uw een het voor bent afspraak jest pan pani wizyta dziekuje'.split(
    ' ',
  ),
);
for (const { words } of addedLanguages.values())
  for (const word of wordsOf(words.detection.common))
    if (word.length > 1 && !common.en.has(word) && !common.es.has(word)) foreign.add(word);
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
