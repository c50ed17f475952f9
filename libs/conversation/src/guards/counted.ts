/** Two of them, or one more than the one spoken of. Folded words. */
const TWO =
  /\b(?:both|the two|two (?:of|appointments|visits|bookings|times)|the other(?: one)?|other (?:appointment|visit|booking|one)|as well|ambas|ambos|(?:las|los|sus|tus) dos|dos (?:citas|turnos|horas)|(?:la|el) otr[oa])\b/;

/** The least visits of its kind that a claim needs, "Both are cancelled" being two. */
export function countedIn(folded: string): number {
  return TWO.test(folded) ? 2 : 1;
}
