import { foldName } from '@clinicall/language';
import { act } from './offer-rules';
import { judge, type Rule } from './signs';
import { call, type Scene, type Step } from './steps';
import type { Utterance } from './understand';

const MOVING =
  /\b(?:mov(?:e|ed|ing)|chang(?:e|ed|ing)|switch\w*|swap\w*|resched\w*|shift\w*|cambi(?:e|a|ar|arla|arlo|emela|ala|ela|alo|elo|amela)|muev(?:e|a|ela|ala|emela|amela)|pas(?:ela|ala|emela|amela|adla|arla|arlo|armela|arnosla)|recorr\w+|make (?:the|that|this) (?:move|change|switch|swap)|do the (?:move|change|switch|swap)|(?:hag\w+|haz\w*|hace\w*|realic\w+) (?:el|ese|este|un) cambio|el cambio)\b/;

/** Words that move what one has. */
export const movesIt = ({ folded }: Utterance): boolean => MOVING.test(folded);

/** "Yes, move it", to a booking: whoever says so has an appointment already that is to go there. What they have is looked up first. */
export const movedNotBooked: Rule = (scene) => {
  const { memory, state, utterance } = scene;
  const agreed = judge(scene) !== 'no' && movesIt(utterance) && !utterance.has('also');
  const bare = utterance.text.split(/\s+/).length <= 8 && utterance.clauses.every(({ when }) => when === null);
  const fits = state.readBack?.action === 'book' && state.held !== null && memory.identified && !memory.otherPerson;
  return fits && agreed && bare && !memory.written ? call('list_my_appointments') : null;
};

/** The appointment with the doctor of the kept time, or the only one, goes there; without one the booking was meant. */
export function moveThere(scene: Scene): Step | null {
  const { memory, state, turn } = scene;
  if (state.readBack?.action !== 'book' || state.held === null || turn.rounds.length !== 1) return null;
  if (!movesIt(scene.utterance)) return null;
  const held = state.held.option;
  const doctor = state.offers.find(({ option }) => option === held)?.doctor ?? state.readBack.doctor ?? '';
  const all = memory.appointments ?? [];
  const same = all.filter((one) => foldName(one.doctor) === foldName(doctor));
  const [only, ...more] = same.length > 0 ? same : all;
  if (!only || more.length > 0) return act(scene);
  return call('reschedule_appointment', { appointment: only.number, option: held });
}
