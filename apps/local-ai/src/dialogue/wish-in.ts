import { topicsIn } from '@clinicall/language';
import { fold } from './fold';
import type { Vocabulary, WishKind } from './words/vocabulary';

/** The wish that folded words name: by a pattern of its own, by what is said of an appointment one has, or by a question's topic. */
export function wishIn(folded: string, words: Vocabulary): WishKind | null {
  const pattern = words.wishes.find(([, one]) => one.test(folded))?.[0] ?? null;
  // "Will I be charged for cancelling late?" cancels nothing.
  const about = asksAbout(folded, words);
  // "I'm not rebooking yet": what was to be cancelled stays so.
  const unmoved = pattern === 'move' && words.frames.noNewTime.test(folded) && !words.frames.owned.test(folded);
  const named = overruled(pattern, about, folded, words) ? 'information' : unmoved ? 'cancel' : pattern;
  const plain = named === null || named === 'book' || named === 'list';
  const known = plain ? (changeIn(folded, words) ?? named) : named;
  if (known !== null) return known;
  if (about.length > 0) return 'information';
  return words.mentions.test(folded) && !NONE_NEEDED.test(folded) ? 'book' : null;
}

/** "No appointment needed": none is wanted. */
const NONE_NEEDED =
  /\b(?:no (?:\w+ )?(?:appointments?|appts?|visits?) (?:is |are )?(?:needed|necessary|required|wanted)|no (?:hace falta|necesito|quiero) (?:\w+ )?(?:cita|turno))\b/;

/** Topics that no appointment of one's own is asked about by. */
const OF_THE_CLINIC = new Set([
  'bring',
  'place',
  'parking',
  'cost',
  'fasting',
  'policy',
  'insurance',
  'referral',
  'payment',
  'company',
  'wifi',
  'transport',
]);

/** "What papers do I need for my first appointment?", "where do I leave the car when I come in?": the clinic is asked about. */
function overruled(pattern: WishKind | null, about: readonly string[], folded: string, words: Vocabulary): boolean {
  if (pattern === 'cancel') return about.includes('policy');
  // "Do I have to bring my ID?"
  if (pattern === 'move') return about.includes('bring');
  // "Is there internet in the waiting room?"
  if (pattern === 'waitlist') return about.includes('wifi') || about.includes('food');
  if (pattern !== 'book' && pattern !== 'list') return false;
  if (pattern === 'book' && asksIfNeeded(about)) return true;
  return words.signals.wondering.test(folded) && about.some((topic) => OF_THE_CLINIC.has(topic));
}

/** Done on some days without an appointment: whether one is needed for it is asked of the clinic. */
const OFTEN_WITHOUT = new Set(['labs', 'vaccine', 'results', 'refill', 'form', 'pharmacy', 'records']);

/** "Do I need to book to have blood drawn, or do I just turn up?": an appointment is named, and none is wanted yet. */
function asksIfNeeded(about: readonly string[]): boolean {
  return about.includes('walkin') && about.some((topic) => OFTEN_WITHOUT.has(topic));
}

/** Topics of the clinic that a question is about: "where can I leave my car?". */
function asksAbout(folded: string, { signals }: Vocabulary): string[] {
  const question = folded.includes('?') || signals.asking.test(folded) || signals.wondering.test(folded);
  return question && !signals.language.test(folded) ? topicsIn(folded) : [];
}

/** The wish that a part of an utterance names. */
export function wishOf(part: string, words: Vocabulary): WishKind | null {
  return wishIn(fold(part), words);
}

/** An appointment one has, and that it is in the way or to be at another time: whatever the verb. */
function changeIn(folded: string, { frames, signals }: Vocabulary): WishKind | null {
  const { owned, hindered, dropped, otherwise, afterAll } = frames;
  if (afterAll.test(folded)) return 'move';
  if (!owned.test(folded)) return null;
  if (otherwise.test(folded)) return 'move';
  if (dropped.test(folded)) return 'cancel';
  return hindered.test(folded) || namesTwoDays(folded, signals) ? 'move' : null;
}

const DAYS =
  /\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|lunes|martes|miercoles|jueves|viernes|sabado)\b/g;

/** "I have an appointment on Monday. I need a dermatologist on Friday": one more. */
const WANTED_BESIDE =
  /\b(?:need|want|book me|schedule me|get me|reserv\w+|necesit\w+|quier\w+|quisiera|querria|otr[oa]|another)\b/;

/** "I'm down for Monday, only they've put me on earlies; Thursday I'm off": the day of a visit, a reason, and another day. */
function namesTwoDays(folded: string, { also }: Vocabulary['signals']): boolean {
  return !also.test(folded) && !WANTED_BESIDE.test(folded) && new Set(folded.match(DAYS)).size === 2;
}
