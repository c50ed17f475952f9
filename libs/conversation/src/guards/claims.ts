import { fold } from '@clinicall/language';
import { englishActs, englishStates, spanishActs, spanishStates } from './claims-acts';
import { englishClaims } from './claims-english';
import { justDoneClaims } from './claims-just-done';
import { medicalClaims } from './claims-medical';
import { outcomes, undone } from './claims-outcomes';
import { spanishClaims } from './claims-spanish';
import { harmlessWords } from './harmless-words';
import { Sieve } from './sieve';
import { expanded, spelledOut, tellsMore } from './statements';
import type { ClaimKind, ClaimPattern } from './claim-pattern';

const english: readonly ClaimPattern[] = [
  ...englishClaims,
  ...englishStates,
  ...outcomes,
  ...justDoneClaims,
  ...medicalClaims,
];
const spanish: readonly ClaimPattern[] = [
  ...spanishClaims,
  ...spanishStates,
  ...outcomes,
  ...justDoneClaims,
  ...medicalClaims,
];
const sieve = (patterns: readonly ClaimPattern[]) => new Sieve(patterns, ({ words }) => words, fold);
const byLanguage = {
  english: sieve(english),
  spanish: sieve(spanish),
  either: sieve([...english, ...spanishClaims, ...spanishStates]),
};
const acts = sieve([...englishActs, ...spanishActs]);
/** Small words that tell the language, so that half of the patterns need no look. Folded words. */
const ENGLISH =
  /\b(?:the|you|your|youre|youll|youve|i|im|ive|ill|is|its|it|we|that|thats|with|for|are|was|have|has|been)\b/;
const SPANISH = /\b(?:el|la|los|las|le|lo|su|sus|tu|se|que|ya|de|del|con|una|un|esta|para|por|es|ha|he|usted)\b/;

/** Those that can match in a sentence, and so in a part of it; in doubt, and where the languages are mixed, those of both. @param words folded. */
function patternsFor(words: string): readonly ClaimPattern[] {
  const [isEnglish, isSpanish] = [ENGLISH.test(words), SPANISH.test(words)];
  return byLanguage[isEnglish === isSpanish ? 'either' : isEnglish ? 'english' : 'spanish'].left(words);
}
const harmless = new RegExp(`\\b(?:${harmlessWords.join('|')})\\b`, 'g');
const negation =
  /\b(?:not|no|never|nothings?|nowts?|nones?|nobodys?|neither|nor|without|unable|yet to|cannot|cant|couldnt|could not|havent|hasnt|hadnt|isnt|arent|wasnt|werent|wont|didnt|dont|doesnt|nada|nunca|ningun|ninguna|ninguno|sin|tampoco|aun no|todavia no)\b/;
const condition =
  /\b(?:say (?:yes|the word|so)|(?:tell|give) me .{0,40} (?:and|so) (?:i|we|ill|well)|let me know and|(?:dig\w+|dime|deci\w+|confirm\w+) .{0,30} y (?:lo|la|se|le|te)|if|(?<!\b(?:las?|dia|el|del|al) )once|when|whenever|after|before|until|unless|as soon as|so that|in order to|cuando|antes de|despues de|una vez|hasta que|en cuanto|para poder|si (?:quiere|desea|gusta|me|le|usted|lo|la|prefiere|esta))\b/;
const ability = /\b(?:can|could|would|may|might|able to|happy to|glad to|puedo|podemos|podria|podriamos|con gusto)\b/;

/** The claims of a sentence, in both languages; a negated one, a mere question or condition is none. */
export function claimsIn(sentence: string, mask: (folded: string) => string): ClaimKind[] {
  const kinds = new Set<ClaimKind>();
  const words = fold(plain(sentence));
  const around: Around = {
    folded: fold(sentence),
    conditions: fold(sentence)
      .split(';')
      .map((piece) => condition.test(piece)),
  };
  const look = (part: Part, known: readonly ClaimPattern[]): boolean => {
    const made = claimsOf(part, known, around);
    for (const { kind, stands } of made) if (stands) kinds.add(kind);
    return made.length > 0;
  };
  // An act by any other verb counts where no known claim was made or denied.
  const parts = partsOf(sentence);
  const patterns = patternsFor(words);
  const found = parts.map((part) => look(part, patterns));
  const known = parts.length > 1 && found.includes(true);
  const possible = acts.left(words);
  for (const [at, part] of parts.entries()) {
    if (found[at] === true || part.asks || look(part, possible) || part.harmless) continue;
    const spelled = spelledOut(part.text);
    if (at > 0 && LISTED.test(spelled) && ability.test(around.folded)) continue;
    if (at > 0 && GOES_ON.test(spelled) && CHOOSE.test(around.folded)) continue;
    if ((known && GOES_ON.test(spelled)) || undone.some((one) => one.words.test(spelled))) continue;
    // What no list knows must be harmless by what it is.
    if (tellsMore(mask(expanded(fold(part.text))), around.conditions[part.after] === true)) kinds.add('tells');
  }
  return [...kinds];
}

/** The sentence in which a part stands. */
interface Around {
  readonly folded: string;
  /** Of what stands between semicolons, whether it is one. */
  readonly conditions: readonly boolean[];
}

/** What the patterns find in a part, and whether it is said to be so. */
function claimsOf(
  part: Part,
  known: readonly ClaimPattern[],
  around: Around,
): { readonly kind: ClaimKind; readonly stands: boolean }[] {
  if (known.length === 0) return [];
  const accented = plain(part.text);
  const folded = fold(accented).replace(harmless, ' ');
  const conditional = around.conditions[part.after] ?? around.conditions.includes(true);
  return known.flatMap((pattern) => {
    const words = pattern.accents === true ? accented : folded;
    const match = pattern.words.exec(words);
    return match === null
      ? []
      : [{ kind: pattern.kind, stands: isClaimed(pattern, match, words, part, conditional, around.folded) }];
  });
}

function isClaimed(
  pattern: ClaimPattern,
  match: RegExpExecArray,
  words: string,
  part: Part,
  conditional: boolean,
  sentence: string,
): boolean {
  // What stands within one piece was judged there, as the question or the condition that it is.
  if (part.pieces.some((piece) => piece.includes(match[0].trim()))) return false;
  if (pattern.intention === true && (part.asks || part.inquires || conditional || ability.test(words))) return false;
  if (pattern.mayBeAsked === true && part.inquires) return false;
  if (pattern.kind !== 'unavailable' && negation.test(before(words, match.index))) return false;
  if (
    PROVIDES.test(sentence) &&
    /\b(?:will|\w+ll|would|sera|queda\w*)(?: \w+){0,2}$/.test(
      `${words.slice(0, match.index)} ${match[0]}`.trim().split(' ').slice(0, -1).join(' '),
    )
  )
    return false;
  if (PROVIDED.test(words.slice(0, match.index))) return false;
  if (AGREED.test(sentence) && PROMISED.test(words.slice(0, match.index + match[0].length))) return false;
  return !(pattern.kind === 'available' && negation.test(match[0]));
}

/** Without a subject of its own: it goes on about what the piece before named. */
const GOES_ON =
  /^(?:is|are|was|were|has|have|will|esta|queda|quedo|sigue|es|son|sera)\b|^(?!.*\b(?:is|are|am|was|were|has|have|had|will|been|went|gone|done|put|got|took|\w+ed|esta|estan|queda|quedan|quedo|fue|ha|he|ya|\w+[ai]d[oa]s?)\b)/;
/** Only a condition of what follows. Before a claim, in its piece. */
/** Behind a claim in the future: then, not now. Folded words. */
const PROVIDES =
  /\b(?:as soon as|once|if|when|the moment|en cuanto|cuando|si) (?:you|i|we|usted|me|lo|la|confirm\w*|dig\w*)\b/;
const PROVIDED =
  /\b(?:before|until|till|unless|if|(?<!\b(?:las?|dia|el|del|al) )once|so that|antes de que|hasta que|para que|en cuanto|si|mientras no|con (?:su|tu) (?:si|permiso|confirmacion|visto bueno)|(?:know|tell me|ask|see|check|say|sure|hear|find out|wonder) (?:who|what|when|which|whether|how|where|why))\b(?! (?:then|again|(?:you|youd|me|usted|lo) (?:said|gave|told|confirmed|agreed|dio|dijo|confirmo)\b))/;

/** A yes that is still to come, and what will only then be done. Folded words. */
const AGREED =
  /\b(?:as soon as|once|if|when|the moment|en cuanto|cuando|si|una vez que)(?: (?:usted|me|nos|lo|la|tu))* (?!(?:said|gave|told|confirmed|agreed|asked|did|had|dio|dijo|diste|dijiste|confirmo|acepto|pidio)\b)(?:you|i have|we have|de|da|des|dan|diga\w*|dice|digas|confirme\w*|acepte|tenga|tengo)\b(?! (?:said|gave|told|confirmed|agreed|asked|did|had|have (?:said|given|told)))/;
const PROMISED =
  /\b(?:will|ill|well|itll|shall)(?: (?:only|then|just|gladly|happily))* (?:put|go|enter|write|add|mark|pop|place|note)\b|\bonly (?:go|goes|put|gets?|enter|enters)\b|\b(?:pondr\w+|anotar(?:e|emos)|apuntar(?:e|emos)|agendar(?:e|emos)|entrara|quedara)\b|\b(?:la|lo) (?:pongo|ponemos|anoto|anotamos|apunto|apuntamos|agendo|agendamos|reservo)\b|\b(?:solo|solamente|unicamente)(?: (?:la|lo|se|le|te))* (?:pongo|pone|ponemos|anoto|anota|anotamos|apunto|apunta|apuntamos|entra|va|queda)\b/;

/** Goes on with what one can do: "I can book, move or cancel". */
const LISTED =
  /^(?:(?:or|and|o|y|e|u) )?(?:book|move|change|cancel|reschedule|look|check|find|take|leave|transfer|answer|help|pass|connect|send|confirm|put|register|reservar|cambiar|cancelar|mover|anular|buscar|dejar|tomar|pasar|agendar|reprogramar|confirmar|mandar|enviar|resolver|contestar|\w+ing|\w+ando|\w+iendo)(?= |$)/;
/** The choices follow. */
const CHOOSE =
  /^(?:(?:please|por favor),? )?(?:choose|pick|say|press|elija|elige|elegi|escoja|escoge|diga|marque|pulse)\b/;

interface Part {
  readonly text: string;
  /** Ends in a question mark: "I'll book it?", but not the first half of "You're booked, okay?". */
  readonly asks: boolean;
  /** Put as a question from its first word. */
  readonly inquires: boolean;
  /** A question or a part of one, a name that is called, or the whole, whose pieces are judged. */
  readonly harmless: boolean;
  /** Of the whole sentence: its pieces, as they were judged. */
  readonly pieces: readonly string[];
  /** Semicolons before it: a condition reaches no further. None for the whole. */
  readonly after: number;
}

const leads =
  /^(?:(?:and|so|ok|okay|great|perfect|sure|well|then|now|but|or|good|y|o|entonces|bueno|bien|muy bien|perfecto) )*(?:is|are|was|were|am i|do|does|did|have you|have i|has|shall|should|would|could|can|may|will|what|which|when|where|who|whom|how|why|want me|que|cual|cuando|donde|quien|como|cuanto|quiere|desea|prefiere|puedo|le gustaria|me (?:da|dice|puede)) /;

/** Stops and colons that end nothing: "9:30", "Dr.", "p.m.". */
const INNER = /(?<=\d)[:.,](?=\d)|(?<=\b(?:dra?s?|sra?|srta|mrs?|ms|st|[ap]\.? ?m|[ap]))\./gi;
/** Begins a statement of its own within a question. */
const STATES =
  /^(?:and |but |so |y |pero )?(?:i|ive|weve|im|we|you|youre|youve|its?|thats?|your|everything|all|shes|hes|theyre|ya|le|te|se|lo|la|su|tu|esta|queda|he|hemos)\b/;
const CALLED =
  /^\s*(?:(?:Alright|All right|Okay|OK|Thanks|Thank you|Well|So|Great|Perfect|Hello|Hi|Right|Gracias|Bueno|Hola|Perfecto|Muy bien|Mrs?|Ms|Miss|Sra?|Señora?|Don|Doña)\.?\s+)?\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?\s*$/u;

/** The whole sentence and each of its pieces: a claim can hide in either. */
function partsOf(sentence: string): Part[] {
  const asking = sentence.includes('?');
  const pieces = [
    ...sentence
      .replace(INNER, (stop) => (stop === ':' ? '\u0002' : '\u0003'))
      .matchAll(/([¿]?)([^,;:.!?¿¡()\u2013\u2014]+)([,;:.!?¿¡()\u2013\u2014]|$)/g),
  ];
  let questioned = false;
  let semicolons = 0;
  const parts = pieces.map(([, opened, piece = '', end], at) => {
    const text = piece.replaceAll('\u0002', ':').replaceAll('\u0003', '.');
    const words = fold(plain(text));
    const inquires = opened === '¿' || (asking && leads.test(`${words} `));
    questioned = inquires || (questioned && !STATES.test(words));
    const harmless = questioned || ((at > 0 || /\s/.test(text.trim())) && CALLED.test(text));
    const after = semicolons;
    if (end === ';') semicolons++;
    return { text, asks: end === '?', inquires, harmless, pieces: [] as string[], after };
  });
  const judged = parts
    .filter((part) => part.asks || part.inquires)
    .flatMap(({ text }) => [plain(text), fold(plain(text))]);
  const inquires = parts[0]?.inquires === true;
  const whole = {
    text: sentence,
    asks: pieces.length === 1 && asking,
    inquires,
    harmless: true,
    pieces: judged,
    after: -1,
  };
  return pieces.length === 1 ? parts : [...parts, whole];
}

/** The few words before a match, where a "not" would turn it round. */
function before(words: string, index: number): string {
  return words.slice(0, index).trim().split(' ').slice(-4).join(' ');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
