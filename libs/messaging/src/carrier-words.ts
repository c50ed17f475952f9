import { addedLanguages, fold } from '@clinicall/language';
import type { InboundKind } from './entities/inbound-text.entity';

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

/** A sentence that asks for silence (47 CFR 64.1200(a)(10): any reasonable means). */
const STOP_SENTENCES = [
  /\b(?:stop|quit|cease) (?:texting|messaging|spamming|bothering me|pestering me|blowing up|bombarding|clogging up|(?:sending|with) (?:(?:me|us|all|any|more|these|those|the|your|so many|out|bloody|damn|stupid) )*(?:texts?|messages?|sms|reminders|spam))\b/,
  /\bstop (?:(?:all|any|these|those|the|your) )+(?:texts?|messages?|sms|reminders|spam)\b/,
  /\b(?:dont|do not) (?:want|need|wish) (?:to (?:get|receive|have) )?(?:(?:any|more|your|these|those|the|of) )*(?:texts|messages|sms|reminders)\b/,
  /\b(?:take|get) (?:me|my number|this number) off (?:(?:your|this|the|of) )*(?:(?:text|texting|message|messaging|sms|reminder|mailing) )*(?:list|messages|texts|system)\b/,
  /\b(?:leave me alone|lose my number|remove my number)\b/,
  /\b(?:deje|dejen|dejad|paren|pare|parad) (?:ya )?(?:de (?:enviar|mandar|escribir)\w*|los mensajes)\b/,
  /\bno me (?:envien|envie|envieis|manden|mande|mandeis|escriban|escriba|escribais) (?:ya )?(?:mas |tantos |estos |esos )?(?:mensajes|mensajitos|textos|sms|recordatorios|avisos)\b/,
  /\bno (?:quiero|deseo) (?:recibir )?(?:(?:mas|ya|sus|estos|esos|tantos) )+(?:mensajes|mensajitos|textos|sms|recordatorios)\b/,
  /\b(?:quitenme|quiteme|borrenme|borreme|saquenme|saqueme|quitadme) de (?:(?:la|su|esta|sus) )?(?:lista|mensajes|textos)\b/,
  /\b(?:do not|dont|never) (?:text|message) me (?:again|any ?more)\b/,
  /^(?:please )?(?:do not|dont) (?:text|message) me(?: please)?$/,
  /\bno more (?:texts|text messages|messages|sms)\b/,
  /\b(?:unsubscribe|opt) me (?:out|from)\b/,
  /\btake me off (?:your|this|the) (?:text )?(?:list|messages)\b/,
  /\b(?:deje|dejen|paren|pare) de (?:enviarme|mandarme|escribirme)\b/,
  /\bno me (?:envien|envie|manden|mande|escriban|escriba) mas\b/,
  /\bno (?:quiero|deseo) (?:recibir )?mas (?:mensajes|textos|sms)\b/,
];
const TURNED_ROUND = /\b(?:do not|dont|never|no (?:dejen|deje|paren|pare)) (?:stop|quit|de)\b|\bwhy did you stop\b/;

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
  if (asksForSilence(plain)) return { kind: 'stop', answered: false, by: 'sentence' };
  return { kind: 'text', answered: false, by: 'word' };
}

/** The words that are STOP to the network and may have been meant for a visit. */
export function mayMeanTheVisit(body: string): boolean {
  return STOP_OF_THE_NETWORK.test(body.trim());
}

function asksForSilence(plain: string): boolean {
  return plain.length <= 200 && !TURNED_ROUND.test(plain) && STOP_SENTENCES.some((sentence) => sentence.test(plain));
}
