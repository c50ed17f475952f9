import { foldName, likelyAct, understandWhen, type LikelyAct } from '@clinicall/language';
import { asked, judge, type Rule } from './signs';
import { speechContext, type Offer } from './state';
import { askedByUs } from './asked';
import { call, say, type Scene, type Step } from './steps';
import { searchAgain, take } from './taken';
import { inWords, offersInWords, takenByWords } from './taken-by-words';
import { joinWhen } from './time-words';
import type { Signal } from './words/vocabulary';

// An answer to offered times, by its likeness to what others have answered. It speaks where patterns are silent and keeps them from
// taking a time where somebody plainly asks for another. What it takes is only kept, and read back before anything is booked.

/** Surer than this, likeness may ask, look again or tell; and go against a pattern that takes one of the times. */
const SURE = 0.5;
export const SURER = 0.6;

/** Asks for something else than what was offered. */
const AGAINST: ReadonlySet<string> = new Set([
  'decline_both',
  'earlier',
  'later',
  'other_day',
  'other_doctor',
  'question',
]);

const SIGNALS: Readonly<Record<string, Signal>> = {
  earlier: 'earlier',
  later: 'later',
  other_doctor: 'otherDoctor',
  change_doctor: 'otherDoctor',
};

/** Where in the talk an answer stands, and what it may be by its likeness to what others have said there. */
function readingOf(scene: Scene): LikelyAct | null {
  const { offers, readBack } = scene.state;
  const { text } = scene.utterance;
  if (readBack?.startsAt !== undefined)
    return likelyAct('readback', text, inWords({ ...readBack, doctor: readBack.doctor ?? '' }, scene));
  if (readBack !== null) return null;
  return offers.length > 0 && asked(scene, 'option') ? likelyAct('offer', text, offersInWords(scene)) : null;
}

/** The scene with what likeness says of the answer: its signs count as if they had been said in words that patterns know. */
export function withReading(scene: Scene): Scene {
  const reading = readingOf(scene);
  if (reading === null) return scene;
  const { utterance } = scene;
  const doctor = utterance.clauses.find((clause) => clause.doctor !== null)?.doctor;
  const elsewhere = doctor && !scene.state.offers.some((offer) => foldName(offer.doctor) === foldName(doctor));
  const signal = reading.chance >= SURE && !elsewhere ? SIGNALS[reading.act] : undefined;
  const has = (one: Signal): boolean => one === signal || utterance.has(one);
  return { ...scene, reading, utterance: signal ? { ...utterance, has } : utterance };
}

export const likely = ({ reading }: Scene, act: string, least = SURE): boolean =>
  reading?.act === act && reading.chance >= least;

/** Whether an answer most likely takes none of the times, whatever day, hour or doctor stands in it. */
export function againstOffer({ reading }: Scene): boolean {
  return reading !== null && reading !== undefined && AGAINST.has(reading.act) && reading.chance >= SURER;
}

/** "Actually, make it the dermatologist": something is wanted still. */
const turnsElsewhere = ({ utterance }: Scene): boolean =>
  utterance.clauses.some(({ specialty, doctor }) => (specialty ?? doctor) !== null);

/** Answers that take no time and ask for none. */
export const readOffer: Rule = (scene) => {
  const { utterance } = scene;
  if (scene.state.readBack !== null || judge(scene) === 'yes') return null;
  if (likely(scene, 'person', SURER)) return call('transfer_to_person', { reason: utterance.text });
  if (likely(scene, 'repeat', SURER)) return searchAgain(scene);
  if (likely(scene, 'wait', SURER)) return say('takeTime');
  if (likely(scene, 'drop', SURER) && !turnsElsewhere(scene)) return say('leftAsItIs');
  if (likely(scene, 'question', SURER)) return call('clinic_information', { question: utterance.text });
  return null;
};

/** One of several is taken and none is named: asked which, and to a second such answer the first is kept, which a no undoes. */
function takeAnyhow(scene: Scene, first: Offer): Step {
  return askedByUs(scene, 'askOption') ? take(first.option, scene) : say('askOption');
}

/** "Las dos me van bien": both, and no hour. */
const BOTH = /^(?:con |de |a |en )?l[ao]s dos$/;

/** One of the times in the words of one of them alone, where the answer is most likely to take one. */
export const readTaken: Rule = (scene) => {
  const { offers } = scene.state;
  const { words, folded } = scene.utterance;
  // "The second one" is read by its place in the list.
  const counted = [...words.picks.ordinals, words.picks.last].some((pattern) => pattern.test(folded));
  const taken = offers.length > 1 && !counted && likely(scene, 'take') ? takenByWords(scene) : undefined;
  return taken ? take(taken.option, scene) : null;
};

/** Another day of the week; "Friday at two" is the Friday that was offered, whichever week that is in. */
function namesOtherDay({ startsAt }: Offer, { state, utterance }: Scene): boolean {
  const context = speechContext(state, utterance.language);
  const day = (at: string, timeZone: string): string =>
    new Date(at).toLocaleDateString('en', { timeZone, weekday: 'long' });
  return utterance.clauses.some(({ when: said }) => {
    const date = said === null ? undefined : understandWhen(joinWhen(said), context)?.date;
    return date !== undefined && day(`${date}T12:00:00Z`, 'UTC') !== day(startsAt, state.timezone);
  });
}

/** The same where no pattern took a time: less is enough then. */
export const readOfferAgain: Rule = (scene) => {
  const { state, utterance } = scene;
  const [first, ...more] = state.offers;
  if (!first || state.readBack !== null) return null;
  const timed = utterance.clauses.some(({ when }) => when !== null && !BOTH.test(joinWhen(when)));
  // "Thursday I have the grandchildren. Monday rather": the only day that was offered is named, and is not it.
  const elsewhen = timed && (!takenByWords(scene) || (more.length === 0 && namesOtherDay(first, scene)));
  if (elsewhen && (likely(scene, 'take') || likely(scene, 'take_either'))) return null;
  if (likely(scene, 'take_either') || (likely(scene, 'take') && more.length === 0)) return take(first.option, scene);
  const taken = likely(scene, 'take') ? takenByWords(scene) : undefined;
  if (taken) return take(taken.option, scene);
  if (likely(scene, 'take')) return takeAnyhow(scene, first);
  if (likely(scene, 'repeat')) return searchAgain(scene);
  if (likely(scene, 'wait')) return say('takeTime');
  if (likely(scene, 'drop') && !turnsElsewhere(scene)) return say('leftAsItIs');
  if (likely(scene, 'question')) return call('clinic_information', { question: utterance.text });
  return null;
};
