import { likelyAct } from '@clinicall/language';
import { askedByUs } from './asked';
import { reprompt } from './closing-rules';
import { held } from './guessed-wish';
import type { PersonWords } from './people';
import { asked, type Rule } from './signs';
import { call, say, type Scene } from './steps';

// An answer to "your name?", "when were you born?" that is none: asked back why, refused, or not known.

/** A name may be like anything. */
const SURE = 0.75;

/** Asked for who they are, the caller asks why, will not say or does not know. */
export const noAnswer: Rule = (scene) => {
  const { utterance, state } = scene;
  if (state.readBack !== null || !asked(scene, 'name', 'dob')) return null;
  if (tellsWho(utterance.who) || utterance.has('newPatient') || utterance.has('sendCode')) return null;
  const reading = likelyAct('field', utterance.text);
  if (reading === null || reading.chance < SURE) return null;
  if (reading.act === 'ask_why') return reprompt(scene, ['whyAsked']);
  const refused = reading.act === 'refuse' || reading.act === 'cannot';
  if (!refused || wished(scene)) return null;
  return askedByUs(scene, 'withoutIt') ? call('transfer_to_person', { reason: utterance.text }) : say('withoutIt');
};

/** Bare words may be taken for a name; one that is written as a name is one. */
function tellsWho({ name, ...more }: PersonWords): boolean {
  return Object.keys(more).length > 0 || (name !== undefined && /^\p{Lu}\S* \p{Lu}/u.test(name));
}

/** "I don't know, cancel it then": something else is wanted. */
function wished({ utterance }: Scene): boolean {
  return utterance.clauses.some(({ wish }) => wish !== null && wish !== 'book');
}

/** "Toítas las dos", "the pair of them", said to which of their appointments is to go. */
export function meansBoth(text: string, saidBefore: string): boolean {
  if (!held(saidBefore, 'askWhichCancel')) return false;
  const reading = likelyAct('which', text);
  return reading?.act === 'both' && reading.chance >= SURE;
}

/** Asked for who they are, the caller wants something else first: "hold on, do you do vaccines?". */
export function turnsAway(text: string): boolean {
  const reading = likelyAct('field', text);
  return reading?.act === 'switch' && reading.chance >= SURE;
}
