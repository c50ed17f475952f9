import { fold, places } from './fold';
import { timeWords } from './time-words';
import type { Vocabulary } from './words/vocabulary';

/** "Mornings are impossible, I can only do afternoons": the time that is ruled out gives way to the one that is not. */
export function withoutRefused(said: string, words: Vocabulary): string {
  const text = turnedDown(fromReturn(said, words), words);
  const cuts = places(fold(text), /[,.;:!?¿]+|\s(?:but|so|only|pero|solo|asi que)\s/g);
  const starts = [0, ...cuts.map((cut) => cut.start)];
  const pieces = starts.map((start, index) => text.slice(start, cuts[index]?.start ?? text.length));
  const timed = pieces.map((piece) => timeWords(piece, words.time) !== null);
  const refused = pieces.map((piece) => words.frames.hindered.test(fold(piece)));
  if (!pieces.some((_piece, index) => timed[index] === true && refused[index] === false)) return turned(text, words);
  return pieces.map((piece, index) => (timed[index] && refused[index] ? ' '.repeat(piece.length) : piece)).join('');
}

const OPENING_NO =
  /^\W*(?:\w+\W+){0,2}?(?:no|nope|wait|hang on|hold on|shoot|darn|damn|crap|oops|hmm+|uf+|ay|uy|oh|ah|actually|sorry|scrap that|scratch that|forget (?:it|that)|never ?mind|i forgot|i(?:'d| had) forgotten|perdon|espera|espere|para|pera|anda|vaya|huy|ups|uh|se me olvid\w+|me olvid\w+|olvid\w+)\b/;
const RATHER = /\b(?:instead|rather|better|then|mejor|entonces|en cambio|what about|how about|que tal)\b|\?/;

/** "Oh no, tomorrow I take the girl to school. Do you have Thursday?", said to a time: of two days the one that is asked for. */
function turnedDown(text: string, words: Vocabulary): string {
  const folded = fold(text);
  // What was said first may be cut off already: "…, no, tomorrow I take the girl to school. Do you have Thursday?"
  if (!OPENING_NO.test(folded) && !/[.!;][^.!;?]+\?\W*$/.test(folded)) return text;
  const cuts = places(folded, /[.!?;]+(?=\s|$)|,(?=\s)/g);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const pieces = starts.map((start, index) => text.slice(start, cuts[index]?.end ?? text.length));
  const days = pieces.map((piece) => timeWords(piece, words.time)?.day !== undefined);
  const last = days.lastIndexOf(true);
  if (days.indexOf(true) === last || !RATHER.test(fold(pieces[last] ?? ''))) return text;
  const left = pieces.map((piece, index) => (days[index] && index < last ? ' '.repeat(piece.length) : piece));
  return left.join('').padEnd(text.length);
}

/** "I can't before two", "mornings are bad": the other side of it is meant. */
function turned(text: string, words: Vocabulary): string {
  const folded = fold(text);
  const when = timeWords(text, words.time);
  if (when?.clock === undefined || when.day !== undefined || !words.frames.hindered.test(folded)) return text;
  const found = words.time.opposites.find(([side]) => side.test(folded));
  const place = found ? places(folded, found[0])[0] : undefined;
  return found && place ? `${text.slice(0, place.start)}${found[1]}${text.slice(place.end)}` : text;
}

/** "I'm away until the 12th", "vuelvo el 11": any day from then on. */
function fromReturn(text: string, words: Vocabulary): string {
  return words.time.away.reduce((left, [pattern, instead]) => {
    const found = new RegExp(pattern.source, 'd').exec(fold(left));
    const [from, to] = found?.indices?.[1] ?? [0, 0];
    return to > 0 ? left.slice(0, from) + instead + left.slice(to) : left;
  }, text);
}
