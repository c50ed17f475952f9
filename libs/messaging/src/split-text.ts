/** What Twilio takes in one message (error 21617 beyond it); counted in UTF-16 units to be on the safe side. */
export const MOST_CHARACTERS = 1_600;

/** Breaks where a reader would: between lines, then sentences, then words; inside a word only when there is nothing else. */
const BREAKS = [/\n+/g, /(?<=[.!?…])\s+/g, /\s+/g];

/** Parts of at most `most` characters that, read one after another, say the whole text. Empty for a text without words. */
export function splitText(text: string, most = MOST_CHARACTERS): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = breakBefore(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** A break in the last two fifths of what fits; an earlier one would leave a stub of a message. */
function breakBefore(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const pattern of BREAKS) {
    const ends = [...head.matchAll(pattern)].map((match) => match.index).filter((index) => index <= most);
    const last = ends.at(-1);
    if (last !== undefined && last > most * 0.6) return last;
  }
  // Never between the two halves of one character (an emoji), nor before a mark that belongs to the one in front.
  let end = most;
  while (end > most - 20 && /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D|\uFE0F)/u.test(text.slice(end, end + 1))) end -= 1;
  return end;
}
