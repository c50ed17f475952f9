/**
 * What carriers write for a number that is withheld: words, and the same words as keys are dialled (266696687 spells
 * ANONYMOUS). Source: Twilio, "Incoming calls from blocked and unknown caller IDs".
 */
const WITHHELD = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253', '+464']);
const E164 = /^\+[1-9]\d{6,14}$/;

/** The caller's number, E.164; null when it is withheld, or is no number that could be called or written to. */
export function callerNumberOf(from: string): string | null {
  const number = from.trim();
  return E164.test(number) && !WITHHELD.has(number) ? number : null;
}
