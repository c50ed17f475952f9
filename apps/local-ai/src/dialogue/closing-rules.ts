import { likelyAct } from '@clinicall/language';
import { asked, judge, saysMore, type Rule } from './signs';
import type { AskedFor } from './state';
import { call, say, type Scene, type Step } from './steps';
import { openWishes, type Wish } from './wishes';
import type { SentenceKey } from './words/vocabulary';

export const farewell: Rule = (scene) => {
  const { utterance } = scene;
  const nothingElse =
    asked(scene, 'anything_else') && (judge(scene) === 'no' || utterance.has('thanks') || wantsNothing(utterance.text));
  if (saysMore(scene) && !utterance.has('farewell')) return null;
  // "Cancel it. I waited six weeks and I'm done."
  if (openWishes(scene.memory).some((wish) => wish.turn === scene.turns.length - 1 && !isVague(wish))) return null;
  return utterance.has('farewell') || (nothingElse && !saysMore(scene)) ? call('end_conversation') : null;
};

const SURE = 0.7;

/** "Don't think so", "only that", "lovely job": said to "anything else?". */
function wantsNothing(text: string): boolean {
  const likely = likelyAct('done', text);
  return likely !== null && likely.chance >= SURE && (likely.act === 'nothing' || likely.act === 'thanks');
}

/** "That's all about the appointment": it is only named. */
function isVague({ kind, specialty, doctor, when }: Wish): boolean {
  return kind === 'book' && (specialty ?? doctor ?? when) === undefined;
}

export const smallTalk: Rule = (scene) => {
  const { utterance, state } = scene;
  const short = utterance.text.trim().split(/\s+/).length <= 8;
  if (utterance.has('greeting') && short) return state.asked.length > 0 ? reprompt(scene, []) : say('greeting');
  if (asked(scene, 'anything_else') && judge(scene) === 'yes') return say('greeting');
  if (utterance.has('thanks') && short)
    return openWishes(scene.memory).length > 0 ? reprompt(scene, []) : say('askAnythingElse');
  if (utterance.has('dropIt')) return say('leftAsItIs');
  if (utterance.has('newPatient')) return say('askTarget');
  if (utterance.has('language')) return say('speaks');
  return null;
};

/** A question that no rule knows goes to the clinic's own answers. */
export const question: Rule = ({ utterance }) => {
  const words = utterance.text.trim().split(/\s+/).length;
  return utterance.has('asking') && words >= 4 ? call('clinic_information', { question: utterance.text }) : null;
};

const questions: readonly (readonly [AskedFor, SentenceKey])[] = [
  ['confirm', 'askYes'],
  ['option', 'askOption'],
  ['appointment', 'askWhichCancel'],
  ['code', 'askCode'],
  ['message', 'askMessage'],
  ['specialty', 'askTarget'],
  ['doctor', 'askTarget'],
  ['date', 'askWhen'],
  ['time', 'askWhen'],
  ['anything_else', 'askAnythingElse'],
];

/** The question that is still open, asked again in our own words. */
export function reprompt(scene: Scene, before: readonly SentenceKey[]): Step {
  const both = asked(scene, 'name') && asked(scene, 'dob');
  if (both) return say(...before, 'askIdentity');
  if (asked(scene, 'name')) return say(...before, 'askName');
  if (asked(scene, 'dob')) return say(...before, 'askDob');
  const open = questions.find(([what]) => asked(scene, what));
  const moving = openWishes(scene.memory)[0]?.kind === 'move';
  if (open?.[1] === 'askWhichCancel' && moving) return say(...before, 'askWhichMove');
  return say(...before, open?.[1] ?? 'greeting');
}
