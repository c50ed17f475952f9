import { addedLanguages, fold } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import type { InboundKind } from './entities/inbound-text.entity';
import { silenceAskedIn } from './opt-out-words';

/**
 * Words that mean nothing else. Twilio's list for long codes (without punctuation, whole message) and the FCC's words
 * of revocation; Spanish ones beside them, which the network does not know and we honour ourselves.
 */
const STOP = /^(?:stop|stopall|unsubscribe|revoke|opt[ -]?out|alto|parar|detener|baja|desuscribir(?:me)?)$/;
/**
 * Words of the same list that are also what a patient says about a visit. The network silences their sender all the
 * same, so they count only as the network counts them: the bare word, no sign after it.
 */
const STOP_OF_THE_NETWORK = /^(?:cancel|end|quit)$/i;
const START = /^(?:start|unstop|iniciar|reanudar|alta)$/;
const HELP = /^(?:help|info|ayuda)$/;
/** The network's third START word; a plain yes to anybody who never asked for silence. */
const YES = /^(?:yes|si)$/;

/** The same in languages that files add. */
function addedWord(plain: string, kind: 'stop' | 'start' | 'help'): boolean {
  return [...addedLanguages.values()].some(({ words }) => words.texts[kind].split('|').includes(plain));
}

export interface HeardText {
  readonly body: string;
  /** The network's own verdict when it handles these words (Twilio's OptOutType). */
  readonly optOutType?: string;
  /** Whether this number asked for silence before. */
  readonly silenced: boolean;
}

export interface WordVerdict {
  readonly kind: InboundKind;
  /** The network has answered already: we must not. */
  readonly answered: boolean;
  readonly by: 'word' | 'sentence' | 'carrier';
  /** The sentence's, where it tells. */
  readonly language?: Language;
}

/** Tells the network's own words from what is for the agent. */
export function judgeWords({ body, optOutType, silenced }: HeardText): WordVerdict {
  const bare = body.trim();
  const plain = fold(bare)
    .replace(/[^a-z0-9 -]/g, '')
    .trim();
  const network = optOutType?.toUpperCase();
  if (network === 'STOP' || network === 'HELP') {
    return { kind: network === 'STOP' ? 'stop' : 'help', answered: true, by: 'carrier' };
  }
  // A "yes" is the network's START too: to somebody who was never silent it is the answer to our question.
  if (network === 'START' && (silenced || !YES.test(plain))) return { kind: 'start', answered: true, by: 'carrier' };
  const isStop = STOP.test(plain) || STOP_OF_THE_NETWORK.test(bare) || addedWord(plain, 'stop');
  if (isStop) return { kind: 'stop', answered: true, by: 'word' };
  if (START.test(plain) || addedWord(plain, 'start') || (silenced && YES.test(plain)))
    return { kind: 'start', answered: false, by: 'word' };
  if (HELP.test(plain) || addedWord(plain, 'help')) return { kind: 'help', answered: false, by: 'word' };
  const silence = silenceAskedIn(bare);
  if (silence === undefined) return { kind: 'text', answered: false, by: 'word' };
  const language = silence === 'either' ? {} : { language: silence };
  return { kind: 'stop', answered: false, by: 'sentence', ...language };
}

/** The words that are STOP to the network and may have been meant for a visit. */
export function mayMeanTheVisit(body: string): boolean {
  return STOP_OF_THE_NETWORK.test(body.trim());
}
