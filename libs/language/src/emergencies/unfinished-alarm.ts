import { fold, wordsOf } from '../words';
import { detectEmergency } from './detect-emergency';
import { leaning } from './leaning';

/** What is told with these may have been long ago: "I had a heart attack …" goes on "… in 2019". */
const PAST =
  /\b(?:had|has had|have had|suffered|survived|went through|tuve|tuvo|tuvieron|sufri|sufrio|ha tenido|he tenido|me dio|le dio)\b/;
/** An end that takes an alarm back where anything can. */
const LONG_AGO = ['years ago', 'hace años'];
/** Leaning (see leaning.ts) of words that hardly any end takes back, and of those where that is at least as likely. */
const CLEAR = 2.5;
const EVEN = 0;
/** Words that may follow before an alarm that stood all the while waits no longer: "chest pain … clinic follow-up" is over by then. */
const MOST_AWAITED = 4;

/**
 * The words so far raise an alarm that the rest of the sentence may take back: told as past, and nothing in them says that it is now; or no more
 * than likely, and raised within the last few words. For words that are still being spoken; whole ones are judged by `detectEmergency` alone.
 */
export function alarmMayLapse(words: string): boolean {
  const { emergency, kind } = detectEmergency(words);
  if (!emergency) return false;
  const said = words.trim().replace(/[\s.!?]+$/, '');
  if (
    kind === 'medical' &&
    PAST.test(fold(said)) &&
    LONG_AGO.some((end) => !detectEmergency(`${said} ${end}`).emergency)
  )
    return true;
  const leans = leaning(wordsOf(said));
  return leans < CLEAR && !(leans >= EVEN && hasStood(said.split(/\s+/)));
}

function hasStood(words: readonly string[]): boolean {
  for (let fewer = 1; fewer <= MOST_AWAITED; fewer++)
    if (!detectEmergency(words.slice(0, -fewer).join(' ')).emergency) return false;
  return true;
}
