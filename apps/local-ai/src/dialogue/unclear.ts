import { reprompt } from './closing-rules';
import { choiceIn, GUESSES, held } from './guessed-wish';
import { sayOf, type Turn } from './history';
import { guessBesideBooking, guessOf } from './likely-clause';
import { judge, type Rule } from './signs';
import { call, say, type Scene, type Step } from './steps';
import { vocabularies } from './understand';
import type { SentenceKey } from './words/vocabulary';

// What to do when nothing is understood, and when the talk goes round in circles. Every way ends at a person.

const saidIn = (turn: Turn | undefined): string => turn?.said.join(' ') ?? '';
const MISSED: readonly SentenceKey[] = ['sorry', 'notUnderstood', 'choices', 'offerPerson', ...Object.values(GUESSES)];

/** How many of our last answers in a row did not understand. */
function missedBefore({ turns }: Scene): number {
  const answers = turns.slice(0, -1).toReversed();
  const first = answers.findIndex((turn) => !MISSED.some((key) => held(saidIn(turn), key)));
  return first < 0 ? answers.length : first;
}

/** The answer to "would you like to cancel an appointment?", to our choices by number, or to the offer of a person. */
export const guessed: Rule = (scene) => {
  const before = saidIn(scene.turns.at(-2));
  const answer = judge(scene);
  if (held(before, 'offerPerson')) return answer === 'yes' ? toPerson(scene) : null;
  if (held(before, 'choices') && choiceIn(scene.utterance.text, scene.state) === 4) return toPerson(scene);
  const guess = Object.values(GUESSES).some((key) => held(before, key));
  return guess && answer === 'no' && scene.utterance.text.trim().split(/\s+/).length <= 4 ? say('choices') : null;
};

function toPerson({ utterance }: Scene): Step {
  return call('transfer_to_person', { reason: utterance.text });
}

/** "Hang on to Monday's and let Thursday's go": an appointment is spoken of, with no field or doctor, and it may be no booking that is wanted. */
export const unsure: Rule = (scene) => {
  const { memory, state, turns, utterance } = scene;
  const [open, ...more] = memory.wishes.filter(({ done }) => !done);
  const bare = open?.kind === 'book' && open.turn === turns.length - 1 && (open.specialty ?? open.doctor) === undefined;
  if (!bare || more.length > 0 || open.sameDoctor || state.asked.some((what) => what !== 'anything_else')) return null;
  const guess = guessBesideBooking(utterance);
  const key = guess === null ? undefined : GUESSES[guess as keyof typeof GUESSES];
  return key ? say(key) : null;
};

/** Asked again; then what it may have been is asked about; then choices by number; then it becomes a message for the staff. */
export const unknown: Rule = (scene) => {
  const { state, utterance } = scene;
  const missed = missedBefore(scene);
  const before = saidIn(scene.turns.at(-2));
  const guess = guessOf(utterance, missed === 0);
  const idle = state.asked.every((what) => what === 'anything_else');
  if (guess === 'person' && missed > 0) return toPerson(scene);
  if (guess === 'information' && (idle || missed > 0)) return call('clinic_information', { question: utterance.text });
  const key = guess === null ? undefined : GUESSES[guess as keyof typeof GUESSES];
  if (key && !held(before, key) && (idle || missed > 0) && missed < 3) return say(key);
  if (missed === 0) return idle ? say('notUnderstood') : reprompt(scene, ['sorry']);
  const worded = /\p{L}{3}/u.test(utterance.text);
  if (missed === 1 && !held(before, 'choices') && !worded) return say('choices');
  if (!worded) return toPerson(scene);
  const earlier = scene.turns.at(-2)?.text ?? '';
  return call('take_message', { message: `${earlier} / ${utterance.text}`, callbackNumber: scene.memory.person.phone });
};

/** The same answer of ours so often in a row leads nowhere. */
const MOST_ALIKE = 3;

/** What was said in a turn, by code and by ourselves. */
function wholeAnswer(turn: Turn): string {
  return [...turn.rounds.map(sayOf), ...turn.said].join(' ').trim();
}

/** A step that would say once more what was said again and again gives way to a person. */
export function unlessStuck(step: Step, scene: Scene): Step {
  if (step.do === 'nothing' || (step.do === 'call' && WAYS_OUT.has(step.tool))) return step;
  const answers = scene.turns.slice(0, -1).filter(({ text }) => text !== null);
  const last = answers.slice(-MOST_ALIKE).map(wholeAnswer);
  const [first = ''] = last;
  const alike = last.length === MOST_ALIKE && first.endsWith('?') && last.every((one) => one === first);
  const circling =
    alike || answers.filter((turn) => wholeAnswer(turn) === wholeAnswer(answers.at(-1) ?? turn)).length > MOST_ALIKE;
  if (!circling || !repeats(step, scene, answers.at(-1))) return step;
  // Somebody who wants that time and no other is told what else there is.
  if (step.do === 'call' && step.tool === 'find_slots') return say('otherWays');
  return answers.some((turn) => held(saidIn(turn), 'offerPerson')) ? toPerson(scene) : say('offerPerson');
}

const WAYS_OUT: ReadonlySet<string> = new Set([
  'transfer_to_person',
  'take_message',
  'end_conversation',
  'clinic_information',
]);

/** The step does again what was done in that turn. */
function repeats(step: Step, scene: Scene, turn: Turn | undefined): boolean {
  if (step.do === 'call') {
    const last = turn?.rounds.at(0);
    return last?.tool === step.tool && JSON.stringify(last.args) === JSON.stringify(step.args);
  }
  if (step.do !== 'say') return false;
  const { sentences } = vocabularies[scene.utterance.language];
  return saidIn(turn).includes(step.keys.map((key) => sentences[key]).join(' '));
}
