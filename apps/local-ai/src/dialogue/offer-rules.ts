import { judgeAnswer, leansYes } from '@clinicall/language';
import { reasonOf } from './history';
import { pick } from './picks';
import { askedByUs } from './asked';
import { searchAgain, take } from './taken';
import { againstOffer, likely, readOfferAgain, readTaken, SURER } from './offer-reading';
import { asked, judge, saysMore, type Rule } from './signs';
import { call, say, type Scene, type Step } from './steps';
import { namesNewTime } from './new-day';
import { openWishes } from './wishes';

/** The answer to a read-back. Whether it is a yes is code's to judge: unclear words only make it ask again. */
export const confirmation: Rule = (scene) => {
  const { readBack } = scene.state;
  const judged = judge(scene);
  if (!readBack) return judged === 'yes' ? lateYes(scene) : null;
  if (judged !== 'yes' && scene.utterance.has('farewell')) return null;
  const first = scene.utterance.clauses[0];
  const yesFirst =
    first && judgeAnswer(first.text, scene.utterance.language) === 'yes' && !scene.utterance.has('wrong');
  if (judged === 'yes' || (yesFirst && !changesIt(scene))) return act(scene);
  const elsewhen = namesNewTime(scene);
  if (dropsIt(scene) || (!elsewhen && (putsOff(scene) || likely(scene, 'drop', SURER)))) return say('leftAsItIs');
  const givenUp = readBack.action === 'book' && scene.utterance.clauses.some((clause) => clause.wish === 'cancel');
  if (givenUp && openWishes(scene.memory).length === 0) return say('leftAsItIs');
  // Not sure enough for the write: it is asked once more.
  if (judged === 'unclear' && likely(scene, 'yes', SURER)) return act(scene);
  if (!elsewhen && likely(scene, 'wait', SURER)) return say('waiting');
  if (!elsewhen && likely(scene, 'question', SURER))
    return call('clinic_information', { question: scene.utterance.text });
  if (likely(scene, 'change_person') && !hasName(scene)) return say('askPatient');
  if (judged === 'unclear' && repeatsIt(scene)) return act(scene);
  if (saysMore(scene) || chosenOffer(scene) !== null) return null;
  if (readBack.action === 'book' && (changesIt(scene) || likely(scene, 'no', SURER))) return othersLeft(scene);
  if (scene.utterance.text.includes('?')) return act(scene);
  if (judged === 'unclear') return inVain(scene) ?? act(scene);
  if (readBack.action === 'register') return say('askWhichCorrect');
  if (readBack.action === 'book' && !scene.utterance.has('dropIt')) return othersLeft(scene);
  return say('leftAsItIs');
};

/** A time that was read back is not wanted: of several that were offered the others come first, which the same search finds; then another day. */
function othersLeft(scene: Scene): Step {
  const { offers, held } = scene.state;
  const others = offers.some(({ option: number }) => number !== held?.option);
  return others && scene.memory.search ? call('find_slots', scene.memory.search) : say('askOtherTime');
}

/** Another day, hour or doctor is wanted than what was read back. */
function changesIt(scene: Scene): boolean {
  return ['change_time', 'change_day', 'change_doctor'].some((one) => likely(scene, one, SURER));
}

/** "I mean, move it", said to a move that was read back: nothing else is wanted. */
function repeatsIt({ state, utterance }: Scene): boolean {
  const same = { reschedule: 'move', cancel: 'cancel', book: null, register: 'register' }[
    state.readBack?.action ?? 'book'
  ];
  const named = utterance.clauses.filter(({ wish }) => wish !== null);
  const more = utterance.clauses.some(({ when, doctor, specialty }) => (when ?? doctor ?? specialty) !== null);
  return same !== null && named.length > 0 && named.every(({ wish }) => wish === same) && !more;
}

const hasName = ({ utterance }: Scene): boolean => (utterance.who.name ?? utterance.who.spelled) !== undefined;

const WRITES = /^(?:confirm|cancel|reschedule|register)_/;

/** Read back three times, and still neither yes nor no. */
function readBackInVain({ turns, state }: Scene): boolean {
  // A booking is read back first by the tool that learns who calls; all else by its own.
  const times = state.readBack?.action === 'book' ? 2 : 3;
  const before = turns.slice(-1 - times, -1);
  return before.length === times && before.every(({ rounds }) => WRITES.test(rounds.at(-1)?.tool ?? ''));
}

/** Once a person was asked for, the same is not read back any more: they will settle it. */
function inVain(scene: Scene): Step | null {
  const handedOver = scene.turns.slice(0, -1).some(({ rounds }) => rounds.at(-1)?.tool === 'transfer_to_person');
  if (handedOver) return say('personTakesOver');
  return readBackInVain(scene) ? call('transfer_to_person', { reason: scene.utterance.text }) : null;
}

/** "Forget it, I'll call another day": nothing is wanted in its place. */
function dropsIt(scene: Scene): boolean {
  const { utterance } = scene;
  const { clauses } = utterance;
  const more = clauses.some(
    (clause) => (clause.wish !== null && clause.wish !== 'message') || (clause.doctor ?? clause.specialty) !== null,
  );
  return utterance.has('dropIt') && !more && !namesNewTime(scene);
}

/** "Let me ask my husband first": nothing is taken now. */
function putsOff(scene: Scene): boolean {
  return scene.utterance.has('putsOff') && !saysMore(scene);
}

/** A yes to a read-back that something else came after: the same tool reads it back again. */
function lateYes(scene: Scene): Step | null {
  const { memory, state } = scene;
  const answersOther = asked(scene, 'new_patient', 'code', 'option', 'anything_else', 'message');
  // A person has been asked for since: they will settle it.
  const handedOver = scene.turns.at(-2)?.rounds.at(-1)?.tool === 'transfer_to_person';
  if (answersOther || handedOver || !(memory.held ? memory.identified : memory.pending)) return null;
  return state.held || memory.pending?.action !== 'book' ? act(scene) : null;
}

/** The write that was read back, once more: it acts on a yes and asks again on anything else. */
export function act(scene: Scene): Step {
  const { memory, state } = scene;
  const action = state.readBack?.action ?? memory.pending?.action;
  if (action === 'cancel') {
    const appointment = state.readBack?.appointment ?? memory.pending?.args['appointment'];
    return call('cancel_appointment', { ...memory.pending?.args, appointment });
  }
  if (action === 'reschedule') {
    // Put by code beside a kept time, the move has been asked for by no call of ours.
    const { readBack, held } = state;
    return call('reschedule_appointment', {
      appointment: readBack?.appointment,
      option: held?.option,
      ...memory.pending?.args,
    });
  }
  if (action === 'register' && !memory.held) return call('register_patient', memory.pending?.args ?? {});
  return call('confirm_appointment');
}

function chosenOffer(scene: Scene): number | 'which' | null {
  const { state, utterance } = scene;
  const items = state.offers.map((offer) => ({ ...offer, number: offer.option }));
  const chosen = pick(items, utterance, state, state.held?.option);
  if (chosen !== null) return chosen;
  if (asked(scene, 'option') && utterance.has('thatOne')) return items[0]?.number ?? null;
  const agreed = items.length === 1 && (!state.held || asked(scene, 'option')) && agrees(scene);
  return agreed ? (items[0]?.number ?? null) : null;
}

/** A time that is only kept, and read back next, may be taken on words that merely lean to a yes. */
function agrees(scene: Scene): boolean {
  const { text, language } = scene.utterance;
  return judge(scene) === 'yes' || (!saysMore(scene) && leansYes(text, language));
}

/** Nothing more was found, and another day is named: those that were declined are not it. */
function searchesAnew({ turns, utterance }: Scene): boolean {
  const last = turns.at(-2)?.rounds.at(-1);
  const inVain = last?.tool === 'find_slots' && reasonOf(last) === 'no_slots';
  const counted = utterance.words.picks.ordinals.some((pattern) => pattern.test(utterance.folded));
  return inVain && !counted && utterance.clauses.some(({ when }) => when?.day !== undefined);
}

/** The answer to an offer. */
export const option: Rule = (scene) => {
  const { state, utterance } = scene;
  const busy = state.readBack?.action === 'cancel' || asked(scene, 'appointment');
  if (state.offers.length === 0 || busy) return null;
  const others = utterance.clauses.some((clause) => clause.wish !== null && clause.wish !== 'book');
  if (others || utterance.has('otherDoctor') || utterance.has('weekAfter')) return null;
  if (searchesAnew(scene)) return null;
  if (againstOffer(scene)) return saysMore(scene) ? null : say('askOtherTime');
  const named = readTaken(scene);
  if (named) return named;
  const chosen = chosenOffer(scene);
  // "This week", after one of these was refused: looked for anew, since a list that was just read is not on the table any more.
  if (chosen === 'which' && askedByUs(scene, 'askOtherTime') && saysMore(scene)) return null;
  if (chosen === 'which') {
    const read = readOfferAgain(scene);
    if (read) return read;
    // "Do you have anything after lunch?" narrows the search; "on Tuesday" was no choice between two.
    const searching = utterance.has('proposing') || utterance.has('offerSeeking');
    return searching && saysMore(scene) ? null : say('askOption');
  }
  if (chosen !== null) return take(chosen, scene);
  if (dropsIt(scene) || putsOff(scene)) return say('leftAsItIs');
  const read = readOfferAgain(scene);
  if (read) return read;
  // "No, not that one", said to "what other day?": which others there are is heard first.
  if (!saysMore(scene) && judge(scene) === 'no' && !utterance.has('farewell') && askedByUs(scene, 'askOtherTime'))
    return searchAgain(scene);
  if (saysMore(scene) || !asked(scene, 'option')) return null;
  // A second bare yes to a choice of times: the first is read back, and a no is still free.
  const first = state.offers[0];
  if (judge(scene) === 'yes')
    return first && askedByUs(scene, 'askOption') ? take(first.option, scene) : say('askOption');
  return judge(scene) === 'no' && !utterance.has('farewell') ? say('askOtherTime') : null;
};
