import { answersOf } from './answer-words';
import { likelyAct, type LikelyAct } from './likeness/likely-act';
import { offeredWords } from './likeness/offered-words';
import { judgedLanguages } from './speech-context';
import { containsPhrase, fold, wordsOf } from './words';

// A yes in words that no list has whole: "perfect, she's been miserable with it", "agéndela, que no me pille el toro". It must be put
// as others put a yes, have a word of one, and have nothing in it that could change what was read back.

/** A write follows: surer than anywhere else. */
const SURE = 0.7;
const MOST_WORDS = 16;

const KNOWN = judgedLanguages.map(answersOf);
/** "Qué linda", "claro que sí": by itself no doubt. */
const NO_DOUBT = 'que';
const DOUBTS = KNOWN.map(({ doubt }) => doubt.filter((phrase) => phrase.join(' ') !== NO_DOUBT));

/** Words of a yes to a booking that are verbs and therefore on no list: "lock it in", "apártemela". */
const DEED =
  /^(?:book(?:ed)?|confirm(?:ed)?|lock|reserv\w+|agend\w+|ajend\w+|apunt\w+|apart\w+|anot\w+|guard\w+|confirm\w+|deje\w*|dej[ae]l[ao]|tom[ea]l[ao]|cierr\w+|proced\w+|proceed|adelante|yes+|yeah|yep|si|sure|perfect\w*|great|grand|grate|smashing|lovely|thanks?|gracias|please|bien|vale|dale|acuerdo|hecho|hecha)$/;

/** Days, hours, other people and other wishes: what a yes has no need of. */
const BEARS =
  /\b(?:\d+\w*|(?:for|under|para|de parte de) (?!me\b|us\b|that\b|it\b|this\b|everything\b|your\b|the help|mi\b|nosotr|todo\b|eso\b|servir)|\w+day|today|tomorrow|tonight|mornings?|afternoons?|evenings?|night|week|month|noon|o'?clock|earlier|later|sooner|before|after|until|till|instead|other|another|different|else|change|move|switch|swap|cancel\w*|wrong|mistake|name|spell\w*|call|ring|wait|hold|hang|sec|second|minute|moment|tick|check|ask|think|see if|let me|look\w*|not|no|nope|nah|n't|don'?t|can'?t|won'?t|isn'?t|never|if|unless|when|what|who|where|how|which|why|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|tarde|noche|semana|mes|antes|despues|otr[oa]s?|cambi\w*|muev\w*|cancel\w*|anul\w*|equivoc\w*|nombre|llam\w+|esper\w*|aguant\w*|moment\w*|segund\w*|minut\w*|mir[ao]\b|pregunt\w*|consult\w*|pens\w*|ver|pero|sino|nada|tampoco|cuando|cual|quien|donde|como|cuanto|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b|\?/;

/** "Dios se lo pague", "God bless you". */
const HOLY = /^(?:god|lord|jesus|dios|virgen|senor|senora|i)$/;

/**
 * Whether words that no list knows whole are surely a yes to what was read back, which `readBack` names in any words. For a write;
 * nothing is decided by it against a list that says no.
 */
export function isLikelyYes(text: string, readBack: string): boolean {
  const likely = likelyYes(text, readBack);
  return likely !== null && likely.chance >= SURE;
}

function likelyYes(text: string, readBack: string): LikelyAct | null {
  const words = wordsOf(text);
  // "Zara's", "with Okafor": somebody who was not read back.
  const named = text.match(/(?<=\p{Ll}[,']? )\p{Lu}\p{Ll}+/gu) ?? [];
  const own = offeredWords(readBack);
  const rest = fold(text).replace(/\d{1,2}[:.h]\d\d|[a-z0-9']+/g, (word) => (own.has(word) ? ' ' : word));
  if (words.length === 0 || words.length > MOST_WORDS || BEARS.test(rest)) return null;
  if (named.some((name) => !own.has(fold(name)) && !HOLY.test(fold(name)))) return null;
  const positive = words.some((word) => DEED.test(word)) || KNOWN.some(({ yes }) => containsPhrase(words, yes));
  const refusals = [...KNOWN.flatMap(({ no, firmNo }) => [no, firmNo]), ...DOUBTS];
  const negative = refusals.some((one) => containsPhrase(words, one));
  if (!positive || negative) return null;
  const likely = likelyAct('readback', text, readBack);
  return likely?.act === 'yes' ? likely : null;
}
