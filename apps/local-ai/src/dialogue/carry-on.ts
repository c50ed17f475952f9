import { nextOpen, waitInstead } from './advance';
import { answerBesideQuestion } from './beside-question';
import { reprompt } from './closing-rules';
import { guessOf } from './likely-clause';
import { moveThere } from './moved-not-booked';
import { act } from './offer-rules';
import { reasonOf, sayOf, succeeded, type Round } from './history';
import { call, calledNow, identify, nothing, say, type Scene, type Step } from './steps';
import { joinWhen } from './time-words';
import { openWishes } from './wishes';
import type { SentenceKey } from './words/vocabulary';

/** The product asks at most eight times a turn; two are left for it. */
const mostRounds = 6;

/** Questions for refusals that came without a sentence of code's own. */
const ownWords: Readonly<Record<string, SentenceKey>> = {
  needs_identity: 'askIdentity',
  needs_name: 'askName',
  needs_dob: 'askDob',
  unclear_dob: 'askDob',
  no_match: 'askIdentity',
  code_sent: 'askCode',
  wrong_code: 'askCode',
  not_offered: 'askOption',
  unclear_when: 'askWhen',
  past: 'askOtherTime',
  no_slots: 'askOtherTime',
  slot_taken: 'askOtherTime',
  unknown_doctor: 'askTarget',
  unknown_specialty: 'askTarget',
  needs_yes: 'askYes',
};

function afterRefusal(round: Round, scene: Scene): Step {
  const { name, dateOfBirth } = scene.memory.person;
  const reason = reasonOf(round);
  if (reason === 'needs_identity' && !calledNow(scene, 'identify_patient')) {
    // Known words are tried; else the tool asks for them, unless that was just said.
    if ((name && dateOfBirth) || sayOf(round) === '') return identify(scene);
  }
  if (reason === 'hold_expired' && sayOf(round) === '' && scene.memory.search)
    return call('find_slots', scene.memory.search);
  const listed = reason === 'no_slots' ? waitInstead(scene) : null;
  if (listed) return listed;
  // The second of two times of which either will do.
  const or = reason === 'no_slots' ? openWishes(scene.memory)[0]?.when?.or : undefined;
  if (or !== undefined && round.args['when'] !== or) return call('find_slots', { ...round.args, when: or });
  if (reason === 'no_slots' && scene.turn.rounds.length === 1) return wider(round, scene);
  if (reason === 'already_done') return nothing;
  return sayOf(round) === '' ? say(ownWords[reason] ?? 'troubled') : nothing;
}

/** The day that was said in this very turn, alone. */
function freshWhen({ turns, utterance }: Scene): string | null {
  if (turns.length < 3) return null;
  const said = utterance.clauses.flatMap(({ when }) =>
    when?.day !== undefined || when?.whole !== undefined ? [joinWhen(when)] : [],
  );
  return said.length === 1 ? (said[0] ?? null) : null;
}

/** "Later that day" had nothing: the days after it may; for "earlier" the days before it. */
function wider(round: Round, scene: Scene): Step {
  const when = round.args['when'];
  const fresh = freshWhen(scene);
  // What was kept of earlier words found nothing beside the day that was said now.
  if (typeof when === 'string' && fresh !== null && fresh !== when)
    return call('find_slots', { ...round.args, when: fresh });
  const relative = scene.utterance.has('more') || scene.utterance.has('later');
  const sooner =
    typeof when === 'string' && scene.utterance.has('earlier')
      ? /^(.+?) (?:before|antes de las) [\d:]+(?: [AP]M)?$/.exec(when)?.[1]
      : null;
  if (sooner) {
    const earlier = scene.utterance.language === 'en' ? `before ${sooner}` : `antes del ${sooner}`;
    return call('find_slots', { ...round.args, when: earlier });
  }
  const day =
    typeof when === 'string' && relative ? /^(.+?) (?:after|después de las) [\d:]+(?: [AP]M)?$/.exec(when)?.[1] : null;
  if (day) {
    const later = scene.utterance.language === 'en' ? `after ${day}` : `después del ${day}`;
    return call('find_slots', { ...round.args, when: later });
  }
  return sayOf(round) === '' ? say('askOtherTime') : nothing;
}

/** The result put a question to the caller, who is to answer before anything else happens. */
function awaitsCaller(round: Round, scene: Scene): boolean {
  switch (round.tool) {
    case 'find_slots':
    case 'end_conversation':
    case 'transfer_to_person':
      return true;
    case 'hold_slot':
      return scene.memory.identified || mayConfirm(round);
    case 'identify_patient':
      return scene.memory.held;
    case 'register_patient':
      return round.result['staged'] === true || scene.memory.held;
    default:
      return false;
  }
}

/** A new patient is noted already, so that the time was read back at once. */
function mayConfirm(round: Round): boolean {
  const next = round.result['next'];
  return Array.isArray(next) && next.includes('confirm_appointment');
}

/** A held time and no name yet: what the caller said about themselves earlier is used, else the tool's words asked. */
function afterHold(scene: Scene): Step {
  const { name, dateOfBirth } = scene.memory.person;
  const round = scene.turn.rounds.at(-1);
  if (name && dateOfBirth && !calledNow(scene, 'identify_patient')) return identify(scene);
  return round && sayOf(round) === '' ? say('askIdentity') : nothing;
}

/** The step after a tool's result: what is still open and needs nobody's answer, else silence, since code has spoken. */
export function carryOn(scene: Scene): Step {
  const rounds = scene.turn.rounds;
  const refused = rounds.find(
    (round) => !succeeded(round) && round.tool !== 'clinic_information' && isLatest(round, rounds),
  );
  if (rounds.length >= mostRounds) return nothing;
  if (refused) return unlessRepeated(afterRefusal(refused, scene), scene);
  const last = rounds.at(-1);
  if (!last) return nothing;
  const there = last.tool === 'list_my_appointments' ? moveThere(scene) : null;
  if (there) return there;
  if (asksStaff(last, scene))
    return call('take_message', { message: last.args['question'], callbackNumber: scene.memory.person.phone });
  // One write of a kind a turn: the next of several asks for a yes of its own.
  if (last.tool === 'cancel_appointment' && openWishes(scene.memory)[0]?.everything) return say('askNext');
  if (awaitsCaller(last, scene)) return nothing;
  if (last.tool === 'hold_slot') return afterHold(scene);
  return unlessRepeated(resume(last, scene) ?? nextOpen(scene) ?? afterAll(last, scene), scene);
}

/** "I need a copy of my records sent to the school": not a question that went unanswered but something for people to do. */
function asksStaff(last: Round, { utterance, memory }: Scene): boolean {
  if (openWishes(memory).length > 0) return false;
  const unanswered = last.tool === 'clinic_information' && reasonOf(last) === 'not_known';
  const wanted = !utterance.text.includes('?') && !utterance.has('asking') && utterance.has('requesting');
  return unanswered && (wanted || guessOf(utterance) === 'message');
}

function isLatest(round: Round, rounds: readonly Round[]): boolean {
  return rounds.at(-1) === round;
}

/** An answered question in the middle of something else: back to what was being asked. */
function resume(last: Round, scene: Scene): Step | null {
  const aside = last.tool === 'clinic_information' || last.tool === 'list_doctors';
  const { memory, state, turns } = scene;
  if (!aside || memory.wishes.some((wish) => !wish.done && wish.turn === turns.length - 1)) return null;
  const beside = last.tool === 'clinic_information' ? answerBesideQuestion(scene) : null;
  if (beside) return beside;
  if (state.readBack) return act(scene);
  if (state.offers.length > 0 && !state.held && last.tool === 'clinic_information') return say('askOption');
  return last.tool === 'list_doctors' ? nothing : null;
}

/** Nothing is open any more: the caller is asked what else, unless code's own sentence has asked already. */
function afterAll(last: Round, scene: Scene): Step {
  if (sayOf(last).trimEnd().endsWith('?')) return nothing;
  if (last.tool === 'identify_patient' || last.tool === 'register_patient') return say('askWish');
  if (last.tool === 'list_doctors' || !succeeded(last)) return nothing;
  const pending = scene.state.asked.some((what) => what === 'name' || what === 'dob' || what === 'code');
  return last.tool === 'clinic_information' && pending ? reprompt(scene, []) : say('askAnythingElse');
}

/** The same call twice in one turn would only loop. */
function unlessRepeated(step: Step, scene: Scene): Step {
  if (step.do !== 'call') return step;
  const same = scene.turn.rounds.some(
    (round) => round.tool === step.tool && JSON.stringify(round.args) === JSON.stringify(step.args),
  );
  return same ? nothing : step;
}
