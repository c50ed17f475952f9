import { fold } from './fold';
import type { WhenWords } from './time-words';
import type { Vocabulary, WishKind } from './words/vocabulary';

// Which stretches of an utterance belong together, and where another wish begins.

/** A stretch of an utterance that is about one thing. */
export interface Clause {
  readonly text: string;
  readonly wish: WishKind | null;
  readonly specialty: string | null;
  readonly doctor: string | null;
  readonly when: WhenWords | null;
}

export interface Span {
  readonly start: number;
  end: number;
  clause: Clause;
}

/** "Dr. Pell on Monday and Dr. Demir on Tuesday", "… and a dermatologist on Friday": two whole wishes. */
function anotherDoctor(one: Clause, other: Clause): boolean {
  const timed = one.when !== null && other.when !== null;
  const booking = other.wish === 'book' || other.wish === null;
  const [first, second] = [one.doctor ?? one.specialty, other.doctor ?? other.specialty];
  const named = one.doctor !== null || other.doctor !== null;
  return timed && booking && named && first !== null && second !== null && first !== second;
}

function anotherTarget(one: Clause, other: Clause): boolean {
  const [first, second] = [one.doctor ?? one.specialty, other.doctor ?? other.specialty];
  return first !== null && second !== null && first !== second;
}

/** One more field after a linking word: "a cardiologist tomorrow and a dermatologist on Friday" are two wishes. */
export function oneMoreField(last: Span, clause: Clause, link: string, words: Vocabulary): boolean {
  // "I've two in with you, the skin man on Wednesday and the physio on Thursday": told of, not wanted.
  if (HAS_SEVERAL.test(fold(last.clause.text))) return false;
  if (clause.wish === 'cancel' || clause.wish === 'move') return false;
  const searching = last.clause.wish === 'book' || last.clause.wish === null;
  if (searching && /\p{L}/u.test(link) && anotherDoctor(last.clause, clause)) return true;
  // "Had a heart attack years ago and want my yearly check on Friday": what happened, then what is wanted.
  const bare = last.clause.wish === null && (last.clause.when ?? last.clause.doctor) === null;
  // "Sore hands every morning and my nan has arthritis, so I'm sent to Dr. Pritchard": a complaint, then who sees it.
  const complaint = clause.doctor !== null && !words.names.specialtyLike.test(fold(last.clause.text));
  const history = bare && (clause.when !== null || complaint);
  const timed = last.clause.when !== null && clause.when !== null;
  const other = !history && (last.clause.specialty !== clause.specialty || timed);
  return searching && last.clause.specialty !== null && clause.specialty !== null && other && /\p{L}/u.test(link);
}

/** Words without a wish belong to the wish before them; "I have an appointment on Monday and must move it" is one. */
export function belongs(last: Span, clause: Clause, also: boolean, words: Vocabulary): boolean {
  const bare = (clause.specialty ?? clause.doctor ?? clause.when) === null;
  const short = clause.wish === 'cancel' && clause.text.split(/\s+/).length <= (bare ? 12 : 5);
  // "I can't come on Monday. Would you be so kind as to cancel it?"
  if (last.clause.wish === 'move' && short) return true;
  // "The knee appointment on the 22nd, go ahead and cancel that": what is to become of what was only mentioned.
  const changed = clause.wish === 'cancel' || clause.wish === 'move';
  const mentioned = onlyMentioned(last.clause, words) || words.frames.owned.test(fold(last.clause.text));
  const it = THAT.test(fold(clause.text)) || IT.test(fold(clause.text));
  if (changed && last.clause.wish === 'book' && mentioned && it) return true;
  // "A cardiologist tomorrow, and cancel the dermatologist": two doctors, and no "it".
  const apart = last.clause.wish === null && last.clause.when !== null && anotherTarget(last.clause, clause);
  if (changed && apart && !mentioned && !it) return false;
  // "Do you take Blue Cross? I need a cardiologist tomorrow": the second wants a visit, not an answer.
  const target = (clause.specialty ?? clause.doctor) !== null && clause.wish === null;
  if (last.clause.wish === 'information' && target) return false;
  // "Friday at eleven, and is there anything I should bring?": an answer, then a question.
  const told = last.clause.when ?? last.clause.doctor ?? last.clause.specialty;
  if (last.clause.wish === null && told !== null && clause.wish === 'information' && clause.when === null) return false;
  // "Move my Thursday visit, and I also need a dermatologist on Friday"; "cancel Monday and a cardiologist on Tuesday".
  const changing = last.clause.wish === 'move' || last.clause.wish === 'cancel';
  const more = clause.wish === null && (clause.specialty ?? clause.doctor) !== null && clause.when !== null;
  if (changing && more && (also || last.clause.wish === 'cancel')) return false;
  // "Cancel the one with the surgeon. And the one with the eye doctor, …": another one is spoken of.
  if (changing && !bare && clause.wish === null && ANOTHER_OF_THEIRS.test(fold(clause.text))) return false;
  // "They gave me the 24th with Dr. Bru, but it itches. Is there nothing sooner?"
  const other = clause.wish === 'book' && (clause.specialty ?? clause.doctor) === null;
  if (last.clause.wish === 'move' && other && words.frames.otherwise.test(fold(clause.text)) && !also) return true;
  const mention = last.clause.wish === 'list' && (clause.wish === 'move' || clause.wish === 'cancel');
  return last.clause.wish === null || clause.wish === null || clause.wish === last.clause.wish || mention;
}

const HAS_SEVERAL =
  /\b(?:i|we)(?:'ve| have| got|'ve got| have got) (?:two|three|2|3|both|a couple)\b|\b(?:tengo|tenemos) (?:dos|tres|un par|2|3)\b/;

const THAT =
  /^\W*(?:(?:please|just|go ahead|can you|could you|i need to|i want to|need to|let'?s|and) )*(?:cancel|drop|scrap|bin|lose|delete|remove|move|change|switch|push|shift|call|take|cancel\w*|anul\w*|cambi\w*|pas\w*|muev\w*|quit\w*)(?:l[ao]s?\b| (?:off )?(?:that|it|this|them|ese|esa))|\b(?:that|it) (?:needs|has|wants) (?:to|cancel|mov)|\b(?:me|nos) l[ao]s? (?:quit|cambi|pas|pon|muev|anul|cancel)/;

/** "… so move it to Friday", "… así que quítenla": wherever it stands. */
const IT =
  /\b(?:cancel|drop|scrap|bin|delete|remove|move|change|switch|push|shift) (?:it|that|that one)\b|\b(?:cancel|anul|borr|quit|elimin|tach|cambi|pas|muev|recorr)\w*(?:me|nos)?l[ao]s?\b/;

/** "The knee appointment with Dr. Pfeiffer on the 22nd": an appointment is named, and nothing asks for one. */
function onlyMentioned({ text }: Clause, { wishes, signals }: Vocabulary): boolean {
  const folded = fold(text);
  return !wishes.some(([, pattern]) => pattern.test(folded)) && !signals.requesting.test(folded);
}

const ANOTHER_OF_THEIRS =
  /^\W*(?:y |and |but |pero )?(?:(?:la|el|lo) del? (?:la |el )?[a-z]|the (?:one with |\w+ (?:one|appointment|visit)\b))/;

const ANOTHER =
  /^\W*(?:(?:then|and|also|plus|luego|despues|ademas|y) )*(?:one|another(?: one)?|(?:an )?appointment|otra|otro|una|uno) (?:for|para|pa|pal|con|with)\b/;

/** "One for my son with the ear doctor, and then one for me with Hutchins": a second wish, whenever it is to be. */
export function anotherOne(last: Span, clause: Clause): boolean {
  const booking = last.clause.wish === 'book' || last.clause.wish === null;
  const targets =
    (last.clause.specialty ?? last.clause.doctor) !== null && (clause.specialty ?? clause.doctor) !== null;
  return booking && targets && (clause.wish === 'book' || clause.wish === null) && ANOTHER.test(fold(clause.text));
}
