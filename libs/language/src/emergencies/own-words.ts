import { containsPhrase, phrases, wordsOf } from '../words';
import { detectEmergency } from './detect-emergency';

/**
 * An emergency as code knows it, or by words that a clinic says always are one.
 * @param own phrases in any language; folded here, and found as whole words.
 */
export function emergencyIn(text: string, own: readonly string[]): ReturnType<typeof detectEmergency> {
  const found = detectEmergency(text);
  if (found.emergency || own.length === 0) return found;
  return containsPhrase(wordsOf(text), phrases(...own)) ? { emergency: true, kind: 'medical' } : found;
}
