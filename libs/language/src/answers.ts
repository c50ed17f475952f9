import { answersOf, englishAnswers, spanishAnswers, type AnswerWords } from './answer-words';
import { isJudged, judgedLanguages, type Language } from './speech-context';
import { topicsIn } from './clinic-topics';
import { isPlainYes, type AnswerTo } from './plain-yes';
import { containsPhrase, fold, phraseAt, wordsOf } from './words';

/**
 * A yes is a yes only when nothing else was said: words that may change it (a time, a condition, a correction, a
 * question) make it unclear, and the caller is asked again. Words of the other language count too, since callers mix them.
 * @param to what was read back: "drop it" agrees to a cancelling and to nothing else.
 */
export function judgeAnswer(text: string, language: Language, to?: AnswerTo): 'yes' | 'no' | 'unclear' {
  const aside = yesAndQuestion.exec(text);
  if (aside && asksAside(aside[2] ?? ''))
    return judgeAnswer(aside[1] ?? '', language, to) === 'yes' ? 'yes' : 'unclear';
  const words = wordsOf(text).map(unstretched);
  if (to !== undefined && CONTRARY[to].test(words.join(' '))) return words.some(isRefusal) ? 'no' : 'unclear';
  if (to === 'cancel' && isDropping(words, language)) return 'yes';
  const own = answersOf(language);
  const others = judgedLanguages.filter((one) => one !== language).map(answersOf);
  const alone = [own, ...others].reduce<ReturnType<typeof weigh>>(
    (said, known) => said ?? weigh(words, known),
    undefined,
  );
  // Short words of an added language may be other words of these two: they are not weighed together.
  const answer =
    (alone ?? 'unclear') === 'unclear' && isJudged(language)
      ? (weigh(words, mixed) ?? 'unclear')
      : (alone ?? 'unclear');
  if (answer === 'unclear' && isJudged(language) && isPlainYes(text, to)) return 'yes';
  // "Right?" and "¿vale?" ask for a yes; they give none.
  return answer === 'yes' && /\?\s*$/.test(text) ? 'unclear' : answer;
}

const CANCELLING = /\b(?:cancel(?!lation)\w*|anul\w+|borr\w+|elimin\w+)\b/;

/** What agrees to something else than what was read back: "yes, cancel it" to a move. */
const CONTRARY: Readonly<Record<AnswerTo, RegExp>> = {
  book: CANCELLING,
  reschedule: CANCELLING,
  register: CANCELLING,
  cancel:
    /\b(?:resched\w*|rebook\w*|move it|change it|switch it|reprogram\w*|reagend\w*|cambi(?:ela|ala|elo|alo|emela)|muev(?:ela|ala|elo|alo|emela))\b/,
};
const isRefusal = (word: string): boolean => word === 'no' || word === 'dont' || word === 'nope';

/** "Yesss", "siiii", "okkk". */
function unstretched(word: string): string {
  return /^(?:y+e+s+|y+e+a+h*|y+e+p+|s+i+|o+k+|o+k+a+y+|n+o+|v+a+l+e+|c+l+a+r+o+)$/.test(word)
    ? word.replace(/(.)\1+/g, '$1')
    : word;
}

/** "Yep, drop it", "sí, quítela": a yes to a cancelling in the words of it, with nothing else said. */
function isDropping(words: readonly string[], language: Language): boolean {
  const own = answersOf(language);
  if (own.dropping !== undefined) return weigh(words, { ...own, yes: longestFirst(own.yes, own.dropping) }) === 'yes';
  const said = words.join(' ');
  return DROPPING.test(said) && weigh(said.replace(DROPPING, 'yes').split(' '), mixed) === 'yes';
}

const DROPPING =
  /\b(?:(?:drop|scrap|lose|remove|delete|ditch|bin|kill|nix|erase|scratch) (?:it|that|that one|this|this one|them)|get rid of (?:it|that)|take (?:it|that|me) off|call (?:it|that) off|cancel (?:it|that|that one|this one|this|the appointment)|(?:quit|anul|borr|elimin|cancel|tach)(?:e|a|en|ad)(?:me|nos)?l[ao]|d(?:e|a|en|ad)(?:me|nos)?l[ao] de baja)\b/;

/** The words of both languages as one, for those who mix them: "yes, perfecto". */
const mixed: AnswerWords = {
  yes: longestFirst(englishAnswers.yes, spanishAnswers.yes),
  no: longestFirst(englishAnswers.no, spanishAnswers.no),
  firmNo: longestFirst(englishAnswers.firmNo, spanishAnswers.firmNo),
  doubt: longestFirst(englishAnswers.doubt, spanishAnswers.doubt),
  harmless: longestFirst(englishAnswers.harmless, spanishAnswers.harmless),
};

function longestFirst(a: AnswerWords['yes'], b: AnswerWords['yes']): AnswerWords['yes'] {
  return [...a, ...b].sort((one, other) => other.length - one.length);
}

/** "Yes, and do you have parking?", "sí. ¿Dónde puedo aparcar?": a whole answer, then a whole question. */
const yesAndQuestion =
  /^([^?¿]{1,40}?)(?:[.,;!]+\s*(?:and|y|oh|by the way|por cierto|also)?|\s+(?:and|y))[\s,]+(¿?[^?¿]+\?)\s*$/i;
/** Anything that could bear on what was read back: times, days, other wishes, doubts. */
const BEARS_ON_IT =
  /\d|\b(?:\w+day|today|tomorrow|morning|afternoon|evening|earlier|later|sooner|instead|other|another|different|change|move|cancel\w*|book\w*|doctor|dr|time|when|who|sure|right|correct|but|not|no|don'?t|week|month|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|lunes|martes|miercoles|jueves|viernes|sabado|hoy|manana|tarde|noche|antes|despues|otr[oa]s?|cambi\w*|anul\w*|reserv\w*|doctora?|hora|cuando|quien|segur[oa]|pero|semana|mes|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b/;

/** A question about the clinic that leaves what was agreed to as it is. */
function asksAside(question: string): boolean {
  return topicsIn(question).length > 0 && !BEARS_ON_IT.test(fold(question));
}

/**
 * Words that lean to a yes, with others about that change nothing known ("that will do nicely"). Enough to keep an offered time,
 * which is read back next; never enough for a write.
 */
export function leansYes(text: string, language: Language): boolean {
  if (text.includes('?')) return false;
  const words = wordsOf(text);
  const known = answersOf(language);
  const kinds: Kind[] = [];
  for (let at = 0; at < words.length;) {
    const [kind, length] = heaviest(words, at, known);
    at += length;
    if (kind !== 'harmless') kinds.push(kind);
  }
  return kinds.includes('yes') && !kinds.includes('no') && !kinds.includes('doubt');
}

/** undefined: not one word of an answer in this language. */
function weigh(words: readonly string[], known: AnswerWords): 'yes' | 'no' | 'unclear' | undefined {
  const kinds: Kind[] = [];
  for (let at = 0; at < words.length;) {
    const [kind, length] = heaviest(words, at, known);
    at += length;
    if (kind !== 'harmless') kinds.push(kind);
  }
  const yes = kinds.includes('yes');
  const no = kinds.includes('no');
  if (!yes && containsPhrase(words, known.firmNo)) return 'no';
  if (kinds.every((kind) => kind === 'other')) return undefined;
  if (no) return yes || (kinds.includes('doubt') && kinds[0] !== 'no') ? 'unclear' : 'no';
  return yes && kinds.every((kind) => kind === 'yes') ? 'yes' : 'unclear';
}

type Kind = 'yes' | 'no' | 'doubt' | 'other';

/** The longest phrase at this place; of equally long ones the more careful. */
function heaviest(words: readonly string[], at: number, known: AnswerWords): [Kind | 'harmless', number] {
  let best: [Kind | 'harmless', number] = ['other', 1];
  let taken = 0;
  for (const kind of ['doubt', 'no', 'yes', 'harmless'] as const) {
    const length = phraseAt(words, at, known[kind]);
    if (length > taken) {
      best = [kind, length];
      taken = length;
    }
  }
  return best;
}
