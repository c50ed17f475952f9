import { fold } from '../words';
import { detectEmergency } from './detect-emergency';

/** What is told with these may have been long ago: "I had a heart attack …" goes on "… in 2019". */
const PAST =
  /\b(?:had|has had|have had|suffered|survived|went through|tuve|tuvo|tuvieron|sufri|sufrio|ha tenido|he tenido|me dio|le dio)\b/;
/** An end that takes an alarm back where anything can. */
const LONG_AGO = ['years ago', 'hace años'];

/**
 * The words so far raise an alarm that the rest of the sentence may take back: told as past, and nothing in them says that it is now.
 * For words that are still being spoken; whole ones are judged by `detectEmergency` alone.
 */
export function alarmMayLapse(words: string): boolean {
  const { emergency, kind } = detectEmergency(words);
  if (!emergency || kind !== 'medical' || !PAST.test(fold(words))) return false;
  return LONG_AGO.some((end) => !detectEmergency(`${words.replace(/[\s.!?]+$/, '')} ${end}`).emergency);
}
