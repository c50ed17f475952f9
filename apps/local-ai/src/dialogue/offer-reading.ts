import { foldName, likelyAct, namedOffer, offeredWords, type LikelyAct } from '@clinicall/language';
import { asked, judge, type Rule } from './signs';
import { speechContext, type Offer } from './state';
import { askedByUs } from './asked';
import { call, say, type Scene, type Step } from './steps';
import { searchAgain, take } from './taken';
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

/** The offers as they may be named. */
function inWords(scene: Scene): string {
  return scene.state.offers.map((offer) => named(offer, scene)).join('; ');
}

function named(
  { doctor, startsAt }: { readonly doctor: string; readonly startsAt?: string | undefined },
  { state, utterance }: Scene,
): string {
  return namedOffer(startsAt ?? state.now, doctor, speechContext(state, utterance.language));
}

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
    return likelyAct('readback', text, named({ ...readBack, doctor: readBack.doctor ?? '' }, scene));
  if (readBack !== null) return null;
  return offers.length > 0 && asked(scene, 'option') ? likelyAct('offer', text, inWords(scene)) : null;
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

const EARLY =
  /\b(?:mornings?|early|earl(?:y|ie)r|crack|first thing|breakfast|sooner|soonest|mananita|por la manana|en la manana|tempran\w*|primera hora|cuanto antes|antes)\b/;
const LATE =
  /\b(?:afternoons?|evenings?|night|late|later|lunch|teatime|after (?:work|school|lunch|dinner)|tardes?|tardecita|noche|nochecita|despues de(?:l)? (?:comer|trabajo|cole\w*|jale|curro))\b/;

/** Of offers one of which is taken, the one that alone has the words said, or the half of the day that was said. */
function takenByWords(scene: Scene): Offer | undefined {
  const { offers, timezone } = scene.state;
  const { folded } = scene.utterance;
  const words = offers.map((offer) => offeredWords(named(offer, scene)));
  const said = folded.match(/\d{1,2}[:.]\d\d|[a-z0-9]+/g) ?? [];
  const counts = words.map(
    (own) => said.filter((word) => own.has(word) && words.filter((other) => other.has(word)).length === 1).length,
  );
  const most = Math.max(...counts);
  const best = offers.filter((_offer, index) => most > 0 && counts[index] === most);
  if (best.length === 1) return best[0];
  const isEarly = ({ startsAt }: Offer): boolean =>
    new Date(startsAt).toLocaleTimeString('sv-SE', { timeZone: timezone }) < '12:00';
  const halves =
    EARLY.test(folded) !== LATE.test(folded) ? offers.filter((one) => isEarly(one) === EARLY.test(folded)) : [];
  return halves.length === 1 ? halves[0] : undefined;
}

/** Answers that take no time and ask for none. */
export const readOffer: Rule = (scene) => {
  const { utterance } = scene;
  if (scene.state.readBack !== null || judge(scene) === 'yes') return null;
  if (likely(scene, 'person', SURER)) return call('transfer_to_person', { reason: utterance.text });
  if (likely(scene, 'repeat', SURER)) return searchAgain(scene);
  if (likely(scene, 'wait', SURER)) return say('takeTime');
  if (likely(scene, 'drop', SURER)) return say('leftAsItIs');
  if (likely(scene, 'question', SURER)) return call('clinic_information', { question: utterance.text });
  return null;
};

/** One of several is taken and none is named: asked which, and to a second such answer the first is kept, which a no undoes. */
function takeAnyhow(scene: Scene, first: Offer): Step {
  return askedByUs(scene, 'askOption') ? take(first.option, scene) : say('askOption');
}

/** The same where no pattern took a time: less is enough then. */
export const readOfferAgain: Rule = (scene) => {
  const { state, utterance } = scene;
  const [first, ...more] = state.offers;
  if (!first || state.readBack !== null) return null;
  const elsewhen = utterance.clauses.some(({ when }) => when !== null) && !takenByWords(scene);
  if (elsewhen && (likely(scene, 'take') || likely(scene, 'take_either'))) return null;
  if (likely(scene, 'take_either') || (likely(scene, 'take') && more.length === 0)) return take(first.option, scene);
  const taken = likely(scene, 'take') ? takenByWords(scene) : undefined;
  if (taken) return take(taken.option, scene);
  if (likely(scene, 'take')) return takeAnyhow(scene, first);
  if (likely(scene, 'repeat')) return searchAgain(scene);
  if (likely(scene, 'wait')) return say('takeTime');
  if (likely(scene, 'drop')) return say('leftAsItIs');
  if (likely(scene, 'question')) return call('clinic_information', { question: utterance.text });
  return null;
};
