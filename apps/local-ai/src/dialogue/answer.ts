import { judgeAnswer } from '@clinicall/language';
import { advance, nextOpen } from './advance';
import { pick } from './picks';
import { asksForOthers } from './search';
import { call, identify, say, type Scene, type Step } from './steps';
import type { AskedFor } from './state';
import { chosenAppointment, openWishes, type Wish } from './wishes';
import { vocabularies } from './understand';
import type { SentenceKey } from './words/vocabulary';

type Rule = (scene: Scene) => Step | null;

function asked(scene: Scene, ...what: readonly AskedFor[]): boolean {
  return what.some((one) => scene.state.asked.includes(one));
}

function judge(scene: Scene): 'yes' | 'no' | 'unclear' {
  return judgeAnswer(scene.utterance.text, scene.utterance.language);
}

/** Something was said beside yes or no: a wish, a day, a doctor, a field, who is speaking. */
function saysMore(scene: Scene): boolean {
  const { utterance } = scene;
  const told = utterance.clauses.some((clause) => clause.wish ?? clause.specialty ?? clause.doctor ?? clause.when);
  return told || Object.keys(utterance.who).length > 0 || asksForOthers(scene);
}

const person: Rule = ({ utterance }) =>
  utterance.person && !utterance.has('automated') ? call('transfer_to_person', { reason: utterance.text }) : null;

const automated: Rule = ({ utterance }) => (utterance.has('automated') ? say('automated') : null);

/** Code says things again when the tool that said them is called again. */
const repeat: Rule = (scene) => {
  if (!scene.utterance.has('repeat')) return null;
  const repeatable = /^(?:find_slots|hold_slot|list_|clinic_information|cancel_|reschedule_|identify_patient)/;
  const rounds = scene.turns.flatMap((turn) => turn.rounds).filter((round) => repeatable.test(round.tool));
  const own = scene.turns.at(-2)?.said.length ?? 0;
  const last = rounds.at(-1);
  if (own > 0 || !last) return reprompt(scene, []);
  return last.tool === 'identify_patient' ? call(last.tool) : call(last.tool, last.args);
};

/** The answer to a read-back. */
const confirmation: Rule = (scene) => {
  const { readBack } = scene.state;
  if (!readBack) return null;
  const first = scene.utterance.clauses[0];
  const yesFirst =
    first && judgeAnswer(first.text, scene.utterance.language) === 'yes' && !scene.utterance.has('wrong');
  const judged = judge(scene);
  if (judged === 'yes' || yesFirst) return agree(scene);
  const givenUp = readBack.action === 'book' && scene.utterance.clauses.some((clause) => clause.wish === 'cancel');
  if (givenUp && openWishes(scene.memory).length === 0) return say('leftAsItIs');
  if (saysMore(scene) || chosenOffer(scene) !== null) return null;
  if (judged === 'unclear') return scene.utterance.has('asking') ? null : say('askYes');
  if (readBack.action === 'register') return say('askWhichCorrect');
  if (readBack.action === 'book' && !scene.utterance.has('dropIt')) return say('askOtherTime');
  return say('leftAsItIs');
};

function agree(scene: Scene): Step {
  const { memory, state } = scene;
  const action = state.readBack?.action;
  if (action === 'cancel') {
    const appointment = state.readBack?.appointment ?? memory.pending?.args['appointment'];
    return call('cancel_appointment', { ...memory.pending?.args, appointment });
  }
  if (action === 'reschedule' && memory.pending) return call('reschedule_appointment', memory.pending.args);
  if (action === 'register' && !memory.held) return call('register_patient', memory.pending?.args ?? {});
  return call('confirm_appointment');
}

function chosenOffer(scene: Scene): number | 'which' | null {
  const { state, utterance } = scene;
  const items = state.offers.map((offer) => ({ ...offer, number: offer.option }));
  const chosen = pick(items, utterance, state, state.held?.option);
  if (chosen !== null) return chosen;
  const agreed = items.length === 1 && !state.held && judge(scene) === 'yes';
  return agreed ? (items[0]?.number ?? null) : null;
}

/** The answer to an offer. */
const option: Rule = (scene) => {
  const { state, utterance } = scene;
  const busy = state.readBack?.action === 'cancel' || asked(scene, 'appointment');
  if (state.offers.length === 0 || busy) return null;
  const others = utterance.clauses.some((clause) => clause.wish !== null && clause.wish !== 'book');
  if (others || utterance.has('otherDoctor')) return null;
  const chosen = chosenOffer(scene);
  if (chosen === 'which') return say('askOption');
  if (chosen !== null) return take(chosen, scene);
  if (saysMore(scene) || !asked(scene, 'option')) return null;
  if (judge(scene) === 'yes') return say('askOption');
  return judge(scene) === 'no' && !utterance.has('farewell') ? say('askOtherTime') : null;
};

/** An offered time is kept for a booking; for a move it is where the appointment goes. */
function take(chosen: number, scene: Scene): Step {
  const wish = openWishes(scene.memory)[0];
  const moving = wish?.kind === 'move' ? chosenAppointment(wish, scene.memory, scene.state) : null;
  if (moving) return call('reschedule_appointment', { appointment: moving.number, option: chosen });
  return call('hold_slot', { option: chosen });
}

/** Who the caller is, in the order they like; a code; or that they are new here. */
const identity: Rule = (scene) => {
  const { memory, state, utterance } = scene;
  const { who } = utterance;
  const expected = asked(scene, 'name', 'dob', 'code', 'phone', 'new_patient');
  if (who.code) return call('identify_patient', { code: who.code });
  const wrongPerson = state.readBack?.action === 'register' && (who.name ?? who.dateOfBirth) !== undefined;
  if (memory.identified && !wrongPerson) return null;
  if (expected && utterance.has('sendCode')) return identify(scene, { sendCode: true });
  if (expected && utterance.has('newPatient')) return registerNow(scene);
  if (asked(scene, 'new_patient') && judge(scene) === 'yes') return registerNow(scene);
  if (asked(scene, 'code') && judge(scene) === 'yes') return identify(scene, { sendCode: true });
  const told = who.name ?? who.dateOfBirth ?? who.spelled ?? (asked(scene, 'phone') ? who.phone : undefined);
  if (told && (expected || wrongPerson || (who.name && who.dateOfBirth))) return identify(scene);
  return null;
};

function registerNow(scene: Scene): Step {
  scene.memory.isNew = true;
  const { name, dateOfBirth } = scene.memory.person;
  return (name ?? dateOfBirth) ? identify(scene) : say('askIdentity');
}

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
    (saysMore(scene) || openAnswer(scene) || aboutAppointment(open, scene) || utterance.has('sameDoctor'));
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
    done: false,
    ...(offer?.specialty ? { specialty: offer.specialty } : {}),
    ...(when ? { when } : {}),
  };
}

function openAnswer(scene: Scene): boolean {
  const { utterance } = scene;
  return (
    (asked(scene, 'date', 'time') && utterance.has('anyTime')) ||
    (asked(scene, 'specialty', 'doctor') && utterance.has('anyDoctor'))
  );
}

function aboutAppointment(wish: Wish, scene: Scene): boolean {
  const choosing = (wish.kind === 'cancel' || wish.kind === 'move') && (scene.memory.appointments?.length ?? 0) > 1;
  return choosing && chosenAppointment(wish, scene.memory, scene.state) !== null;
}

const farewell: Rule = (scene) => {
  const { utterance } = scene;
  const nothingElse = asked(scene, 'anything_else') && (judge(scene) === 'no' || utterance.has('thanks'));
  if (saysMore(scene) && !utterance.has('farewell')) return null;
  return utterance.has('farewell') || (nothingElse && !saysMore(scene)) ? call('end_conversation') : null;
};

const smallTalk: Rule = (scene) => {
  const { utterance, state } = scene;
  const short = utterance.text.trim().split(/\s+/).length <= 8;
  if (utterance.has('greeting') && short) return state.asked.length > 0 ? reprompt(scene, []) : say('greeting');
  if (asked(scene, 'anything_else') && judge(scene) === 'yes') return say('greeting');
  if (utterance.has('thanks') && short)
    return openWishes(scene.memory).length > 0 ? reprompt(scene, []) : say('askAnythingElse');
  if (utterance.has('dropIt')) return say('leftAsItIs');
  return null;
};

/** A question that no rule knows goes to the clinic's own answers. */
const question: Rule = ({ utterance }) => {
  const words = utterance.text.trim().split(/\s+/).length;
  return utterance.has('asking') && words >= 4 ? call('clinic_information', { question: utterance.text }) : null;
};

/** Asked once more; not understood a second time, it becomes a message for the staff. */
const unknown: Rule = (scene) => {
  const missedBefore = askedByUs(scene, 'sorry') || askedByUs(scene, 'notUnderstood');
  const text = scene.utterance.text.trim();
  if (missedBefore && /\p{L}{3}/u.test(text)) {
    const before = scene.turns.at(-2)?.text ?? '';
    return call('take_message', { message: `${before} / ${text}`, callbackNumber: scene.memory.person.phone });
  }
  return scene.state.asked.length > 0 ? reprompt(scene, ['sorry']) : say('notUnderstood');
};

/** Whether our own last words, in either language, held this sentence: the engine keeps no other note of it. */
function askedByUs(scene: Scene, key: SentenceKey): boolean {
  const before = scene.turns.at(-2)?.said.join(' ') ?? '';
  return Object.values(vocabularies).some((words) => before.includes(words.sentences[key]));
}

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

const rules: readonly Rule[] = [
  person,
  automated,
  repeat,
  confirmation,
  identity,
  option,
  message,
  farewell,
  wishes,
  smallTalk,
  question,
  unknown,
];

/** The first step after an utterance: the first rule that has one. */
export function answer(scene: Scene): Step {
  for (const rule of rules) {
    const step = rule(scene);
    if (step) return step;
  }
  return say('notUnderstood');
}
