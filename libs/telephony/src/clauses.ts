/** The first clause is short, so that the caller hears something early; later ones are whole sentences. */
const FIRST_CLAUSE_LEAST = 18;
/** Longer sentences are cut at a comma, so that one request for speech never waits for many words. */
const CLAUSE_MOST = 180;

const SENTENCE_END = /[.!?…]["')\]]*\s+|\n+/g;
const COMMA = /[,;:–—]\s+/g;
/** A full stop after these ends no sentence. */
const ABBREVIATION = /\b(?:dr|dra|mr|mrs|ms|prof|st|sr|sra|srta|av|no|a\.m|p\.m|a\. m|p\. m|[a-z])\.\s*$/i;

/**
 * Cuts words into pieces to be spoken one after the other. Times ("3:30"), decimals, titles ("Dr. Okafor") and initials
 * stay whole. Nothing is lost: the clauses joined by a space say what the text says.
 */
export function clausesOf(text: string): string[] {
  const sentences = cutAt(text.trim(), SENTENCE_END);
  const clauses = sentences.flatMap((sentence) => (sentence.length > CLAUSE_MOST ? shorten(sentence) : [sentence]));
  const [first, ...others] = clauses;
  if (first === undefined) return [];
  return [...firstCut(first), ...others];
}

function cutAt(text: string, ends: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ends)) {
    const until = match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(from, until))) continue;
    pieces.push(text.slice(from, until).trim());
    from = until;
  }
  pieces.push(text.slice(from).trim());
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function shorten(sentence: string): string[] {
  const pieces: string[] = [];
  for (const part of cutAt(sentence, COMMA)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length < CLAUSE_MOST) pieces[pieces.length - 1] = `${last} ${part}`;
    else pieces.push(part);
  }
  return pieces;
}

function firstCut(sentence: string): string[] {
  for (const match of sentence.matchAll(COMMA)) {
    const until = match.index + match[0].length;
    if (until >= FIRST_CLAUSE_LEAST && sentence.length - until >= FIRST_CLAUSE_LEAST) {
      return [sentence.slice(0, until).trim(), sentence.slice(until).trim()];
    }
  }
  return [sentence];
}
