import { topicsIn } from '@clinicall/language';
import { advance, nextOpen } from './advance';
import { farewell, question, reprompt, smallTalk } from './closing-rules';
import { reasonOf } from './history';
import { noAnswer } from './field-reading';
import { identity } from './identity-rule';
import { clarify } from './clarify';
import { readOffer, withReading } from './offer-reading';
import { act, confirmation, option } from './offer-rules';
import { asksForOthers } from './search';
import { askedByUs } from './asked';
import { asked, judge, saysMore, type Rule } from './signs';
import { call, say, type Scene, type Step } from './steps';
import { insteadOrBoth } from './instead-or-both';
import { movedNotBooked } from './moved-not-booked';
import { guessOf, likelyPerson, likelyVisit } from './likely-clause';
import { guessed, unlessStuck, unknown, unsure } from './unclear';
import type { Utterance } from './understand';
import { chosenAppointment, openWishes, type Wish } from './wishes';

/** "Could someone call me back?" names a person too, but wants a message taken. */
const person: Rule = (scene) => {
  const { utterance } = scene;
  const message = utterance.clauses.some((clause) => clause.wish === 'message');
  const callBack = message && !likelyPerson(utterance, !utterance.person);
  if (callBack || (utterance.has('automated') && !insists(utterance))) return null;
  if (likelyVisit(utterance)) return null;
  // "Is there somebody who speaks Vietnamese?" asks about the clinic.
  const language = topicsIn(utterance.folded).includes('interpreter') && guessOf(utterance) === 'information';
  if (language || (!utterance.person && !likelyPersonNow(scene))) return null;
  return call('transfer_to_person', { reason: utterance.text });
};

/** "Is this a robot? Get me a person": it is asked for beside the question what we are. */
function insists(utterance: Utterance): boolean {
  return likelyPerson(utterance, true) && utterance.words.wants.test(utterance.folded);
}

/** In the middle of something "someone" is seldom a person to talk to. */
function likelyPersonNow(scene: Scene): boolean {
  const { state, utterance } = scene;
  const answering = state.readBack !== null || asked(scene, 'name', 'dob', 'message', 'option', 'confirm');
  return (
    !answering &&
    likelyPerson(
      utterance,
      state.asked.some((what) => what !== 'anything_else'),
    )
  );
}

const automated: Rule = ({ utterance }) => (utterance.has('automated') ? say('automated') : null);

/** Code says things again when the tool that said them is called again. */
const repeat: Rule = (scene) => {
  if (!scene.utterance.has('repeat')) return null;
  if (scene.state.readBack) return act(scene);
  const repeatable = /^(?:find_slots|hold_slot|list_|clinic_information|cancel_|reschedule_|identify_patient)/;
  const last = scene.turns.at(-2)?.rounds.findLast((round) => repeatable.test(round.tool));
  if (!last) return reprompt(scene, []);
  return last.tool === 'identify_patient' ? call(last.tool) : call(last.tool, last.args);
};

/** "Shall I connect you?", "I can take a message for them": code's offers of help after a refusal, and a yes to them. */
const helpOffered: Rule = (scene) => {
  const last = scene.turns.at(-2)?.rounds.at(-1);
  if (!last || scene.state.readBack || !accepted(scene, reasonOf(last))) return null;
  switch (reasonOf(last)) {
    case 'locked':
    case 'past_time':
      return call('transfer_to_person', { reason: scene.turns.at(-2)?.text ?? reasonOf(last) });
    case 'not_known':
      // With times on the table the yes is to them.
      if (scene.state.offers.length > 0) return null;
      return call('take_message', { message: last.args['question'], callbackNumber: scene.memory.person.phone });
    case 'hold_expired':
      return scene.memory.search ? call('find_slots', scene.memory.search) : null;
    case 'no_slots':
      return scene.state.offers.length === 0 ? say('askOtherTime') : null;
    default:
      return null;
  }
};

/** Who cannot be known has no other way than a person: all but a no, or who they are once more, takes it, "thank you" too. */
function accepted(scene: Scene, reason: string): boolean {
  const answer = judge(scene);
  if (reason !== 'locked') return answer === 'yes';
  const wanted = scene.utterance.clauses.some((clause) => clause.wish !== null);
  return answer === 'yes' || (answer === 'unclear' && !wanted && !scene.utterance.has('farewell'));
}

/** "Can I take two of them?" is for those who treat; nothing is booked for having asked. */
const advice: Rule = ({ utterance }) =>
  givesNoWish(utterance) && utterance.has('advice') && !ASKS_WHO.test(utterance.folded) ? say('noAdvice') : null;

/** "Who should I see about a rash? Thursday would be ideal": who sees that is no advice. */
const ASKS_WHO =
  /\b(?:who(?:m| all)?|which (?:doctor|doc|specialist|one|department)|what (?:kind|sort|type) of (?:doctor|specialist)) (?:\w+ ){0,2}(?:should|do|would|ought|can|could|must|shall) (?:i|we|he|she)\b|\b(?:a|con|por) (?:quien|cual (?:medico|doctora?|especialista)|que (?:medico|doctora?|especialista))\b|\bquien (?:me |nos |lo |la |le )?(?:ve|atiende|mira|trata|veria|atenderia)\b/;

function givesNoWish({ clauses }: Utterance): boolean {
  if (clauses.some(({ doctor, when }) => doctor !== null && when !== null)) return false;
  return clauses.every(({ wish }) => wish === null || wish === 'information');
}

/** A question to the clinic in the middle of something is answered first; what was said beside it comes after (carry-on.ts). */
const questionFirst: Rule = (scene) => {
  const { memory, turns, state, utterance } = scene;
  if (!asked(scene, 'option', 'name', 'dob') || state.readBack) return null;
  const fresh = memory.wishes.find(
    (wish) => wish.kind === 'information' && !wish.done && wish.turn === turns.length - 1,
  );
  const other = utterance.clauses.some((clause) => clause.wish !== null && clause.wish !== 'information');
  return fresh && !other ? call('clinic_information', { question: fresh.text }) : null;
};

const message: Rule = (scene) => {
  if (!asked(scene, 'message') && !askedByUs(scene, 'askMessage')) return null;
  if (scene.utterance.clauses.some((clause) => clause.wish && clause.wish !== 'message')) return null;
  if (judge(scene) !== 'unclear' || scene.utterance.text.trim() === '') return null;
  return call('take_message', { message: scene.utterance.text, callbackNumber: scene.memory.person.phone });
};

/** An open wish goes on when the words had to do with it. */
const wishes: Rule = (scene) => {
  const { memory, turns, utterance } = scene;
  const fresh = memory.wishes.some((wish) => !wish.done && wish.turn === turns.length - 1);
  const open = openWishes(memory)[0];
  const answered =
    open !== undefined &&
    (saysMore(scene) ||
      openAnswer(scene) ||
      (askedByUs(scene, 'askNext') && judge(scene) === 'yes') ||
      aboutAppointment(open, scene) ||
      utterance.has('sameDoctor'));
  if (open === undefined && !fresh && scene.state.offers.length > 0 && (asksForOthers(scene) || hasTime(scene))) {
    return advance(loose(scene), scene);
  }
  return fresh || answered ? nextOpen(scene) : null;
};

function hasTime(scene: Scene): boolean {
  return scene.utterance.clauses.some((clause) => clause.when !== null);
}

/** Offers are on the table but the history no longer tells for which wish. */
function loose(scene: Scene): Wish {
  const when = scene.utterance.clauses.find((clause) => clause.when !== null)?.when ?? undefined;
  const offer = scene.state.offers[0];
  return {
    kind: 'book',
    turn: 0,
    text: '',
    about: [],
    sameDoctor: false,
    everything: false,
    relative: false,
    done: false,
    ...(offer?.specialty ? { specialty: offer.specialty } : {}),
    ...(when ? { when } : {}),
  };
}

function openAnswer(scene: Scene): boolean {
  const { utterance } = scene;
  const last = scene.turns.at(-2)?.rounds.at(-1);
  const passed = last !== undefined && reasonOf(last) === 'past' && utterance.has('later');
  return (
    passed ||
    (asked(scene, 'date', 'time') && utterance.has('anyTime')) ||
    (askedByUs(scene, 'askWhen') && judge(scene) !== 'no' && !utterance.text.includes('?')) ||
    (asked(scene, 'specialty', 'doctor') && utterance.has('anyDoctor'))
  );
}

function aboutAppointment(wish: Wish, scene: Scene): boolean {
  const choosing = (wish.kind === 'cancel' || wish.kind === 'move') && (scene.memory.appointments?.length ?? 0) > 1;
  return choosing && chosenAppointment(wish, scene.memory, scene.state) !== null;
}

const rules: readonly Rule[] = [
  readOffer,
  person,
  automated,
  repeat,
  guessed,
  helpOffered,
  clarify,
  noAnswer,
  questionFirst,
  advice,
  insteadOrBoth,
  movedNotBooked,
  confirmation,
  identity,
  option,
  message,
  farewell,
  unsure,
  wishes,
  smallTalk,
  question,
  unknown,
];

/** The first step after an utterance: the first rule that has one. */
export function answer(heard: Scene): Step {
  const scene = withReading(heard);
  for (const rule of rules) {
    const step = rule(scene);
    if (step) return unlessStuck(step, scene);
  }
  return say('notUnderstood');
}
