import { fold } from '@clinicall/language';
import { englishActs, englishStates, spanishActs, spanishStates } from './claims-acts';
import { englishClaims } from './claims-english';
import { medicalClaims } from './claims-medical';
import { spanishClaims } from './claims-spanish';
import { harmlessWords } from './harmless-words';
import type { ClaimKind, ClaimPattern } from './claim-pattern';

const patterns: readonly ClaimPattern[] = [
  ...englishClaims,
  ...englishStates,
  ...spanishClaims,
  ...spanishStates,
  ...medicalClaims,
];
const acts: readonly ClaimPattern[] = [...englishActs, ...spanishActs];
const harmless = new RegExp(`\\b(?:${harmlessWords.join('|')})\\b`, 'g');
const negation =
  /\b(?:not|no|never|nothing|none|nobody|neither|nor|without|unable|yet to|cannot|cant|couldnt|could not|havent|hasnt|hadnt|isnt|arent|wasnt|werent|wont|didnt|dont|doesnt|nada|nunca|ningun|ninguna|ninguno|sin|tampoco|aun no|todavia no)\b/;
const condition =
  /\b(?:if|once|when|whenever|after|before|until|unless|as soon as|so that|in order to|cuando|antes de|despues de|una vez|hasta que|en cuanto|para poder|si (?:quiere|desea|gusta|me|le|usted|lo|la|prefiere|esta))\b/;
const ability = /\b(?:can|could|would|may|might|able to|happy to|glad to|puedo|podemos|podria|podriamos|con gusto)\b/;

/** The claims of a sentence, in both languages; a negated one, a mere question or condition is none. */
export function claimsIn(sentence: string): ClaimKind[] {
  const kinds = new Set<ClaimKind>();
  const conditional = condition.test(fold(sentence));
  const look = (part: Part, known: readonly ClaimPattern[]): boolean => {
    const accented = plain(part.text);
    const folded = fold(accented).replace(harmless, ' ');
    let found = false;
    for (const pattern of known) {
      const words = pattern.accents === true ? accented : folded;
      const match = pattern.words.exec(words);
      if (match === null) continue;
      found = true;
      // What stands within one piece was judged there, as the question or the condition that it is.
      if (part.pieces.some((piece) => piece.includes(match[0].trim()))) continue;
      if (pattern.intention === true && (part.asks || part.inquires || conditional || ability.test(words))) continue;
      if (pattern.mayBeAsked === true && part.inquires) continue;
      if (pattern.kind !== 'unavailable' && negation.test(before(words, match.index))) continue;
      if (pattern.kind === 'available' && negation.test(match[0])) continue;
      kinds.add(pattern.kind);
    }
    return found;
  };
  // An act by any other verb counts where no known claim was made or denied.
  for (const part of partsOf(sentence)) if (!look(part, patterns) && !part.asks) look(part, acts);
  return [...kinds];
}

interface Part {
  readonly text: string;
  /** Ends in a question mark: "I'll book it?", but not the first half of "You're booked, okay?". */
  readonly asks: boolean;
  /** Put as a question from its first word. */
  readonly inquires: boolean;
  /** Of the whole sentence: its pieces, as they were judged. */
  readonly pieces: readonly string[];
}

const leads =
  /^(?:(?:and|so|ok|okay|great|perfect|sure|well|then|now|but|or|good|y|o|entonces|bueno|bien|muy bien|perfecto) )*(?:is|are|was|were|am i|do|does|did|have you|have i|has|shall|should|would|could|can|may|will|what|which|when|where|who|whom|how|why|want me|que|cual|cuando|donde|quien|como|cuanto|quiere|desea|prefiere|puedo|le gustaria|me (?:da|dice|puede)) /;

/** The whole sentence and each of its pieces: a claim can hide in either. */
function partsOf(sentence: string): Part[] {
  const asking = sentence.includes('?');
  const pieces = [...sentence.matchAll(/([¿]?)([^,;:.!?¿¡()\u2013\u2014]+)([,;:.!?¿¡()\u2013\u2014]|$)/g)];
  const parts = pieces.map(([, opened, text = '', end]) => ({
    text,
    asks: end === '?',
    inquires: opened === '¿' || (asking && leads.test(`${fold(plain(text))} `)),
    pieces: [] as string[],
  }));
  const judged = parts
    .filter((part) => part.asks || part.inquires)
    .flatMap(({ text }) => [plain(text), fold(plain(text))]);
  const inquires = parts[0]?.inquires === true;
  const whole = { text: sentence, asks: pieces.length === 1 && asking, inquires, pieces: judged };
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
