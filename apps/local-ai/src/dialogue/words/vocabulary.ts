/** What a caller may want. `book` to `waitlist` stay open until a tool's result ends them; the others are done at once. */
export type WishKind =
  'book' | 'move' | 'cancel' | 'list' | 'waitlist' | 'message' | 'doctors' | 'information' | 'register';

/** What a sentence may want by its likeness to others; `person`: somebody to talk to, `other`: no wish at all. */
export type LikelyWish = Exclude<WishKind, 'doctors' | 'register'> | 'person' | 'other';

/** Small signs in an utterance that are not wishes of their own. */
export type Signal =
  | 'also' // "…too", "another appointment": a further wish, not a correction
  | 'dropIt' // "never mind"
  | 'farewell'
  | 'thanks'
  | 'greeting'
  | 'repeat' // "what was that?"
  | 'newPatient'
  | 'sendCode'
  | 'sameDoctor' // "the same doctor as last time"
  | 'thatDoctor' // "with him": whoever was just spoken of
  | 'otherDoctor' // "somebody else"
  | 'anyDoctor' // "I don't mind who"
  | 'anyTime' // "whenever"
  | 'anyDay' // "any day, but after seven"
  | 'more' // "what else do you have?"
  | 'earlier'
  | 'later'
  | 'nextDay' // "and the day after?"
  | 'dayBefore' // "what about the day before?"
  | 'weekAfter' // "and the week after?"
  | 'everything' // "all of them"
  | 'asking' // begins like a question
  | 'wondering' // a question word, where a sentence or its second half begins
  | 'proposing' // begins like an offer to take a time: "do you have", "is there"
  | 'offerSeeking' // "anything on …"
  | 'requesting' // "I need …", "please send …": something is to be done, nothing asked
  | 'relative' // "for my daughter": somebody other than the one speaking
  | 'thatOne' // "that one", and nothing else
  | 'advice' // asks what only somebody who treats can answer
  | 'putsOff' // "let me ask my wife first"
  | 'noCode' // the code cannot be had
  | 'wrong' // "that's not right"
  | 'language' // "do you speak Spanish?", in the language asked for
  | 'automated'; // "are you a robot?"

export interface PickWords {
  /** Ordinals and "number two" forms in order: [0] means the first. */
  readonly ordinals: readonly RegExp[];
  readonly last: RegExp;
  readonly earlier: RegExp;
  readonly later: RegExp;
  readonly any: RegExp;
  readonly other: RegExp;
  /** Words that may stand beside a bare number that picks a time: "nine works, thanks". */
  readonly beside: ReadonlySet<string>;
}

export interface TimeWords {
  readonly day: ReadonlySet<string>;
  readonly clock: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Links that make a following bare number an hour: "at 3". */
  readonly beforeHour: ReadonlySet<string>;
  /** Links that change the meaning and are kept at the start of a span: "after", "not before". */
  readonly leading: ReadonlySet<string>;
  /** "Earlier", "later" beside what was offered: no time by itself. */
  readonly comparative: RegExp;
  /** How long something has lasted or how long ago it was: no wished time ("for two weeks", "hace tres días"). */
  readonly sofar: RegExp;
  /** A greeting that names a part of the day, at the beginning and with more behind it. */
  readonly greeting: RegExp;
  /** What is left of a day when this is ruled out. */
  readonly opposites: readonly (readonly [RegExp, string])[];
  /** Away until or back on a day: the first group, in other words, makes it the day from which on. */
  readonly away: readonly (readonly [RegExp, string])[];
  /** As soon as possible. */
  readonly soonest: RegExp;
  /** The same in the one way that is surely understood. */
  readonly asSoonAsPossible: string;
  /** Before the new time of a move: "to Thursday". */
  readonly target: RegExp;
  /** After it: "Thursday instead". */
  readonly instead: RegExp;
  /** "Instead of Monday at ten": the old time, its words as the group. */
  readonly insteadOf: RegExp;
  /** Answers to "which of the two?": the half of the day, the nearer or the farther day. */
  readonly earlyHalf: RegExp;
  readonly lateHalf: RegExp;
  readonly thisOne: RegExp;
  readonly nextOne: RegExp;
  /** A time after or before another, for "anything later?"; {day} and {time} are filled in. */
  readonly after: string;
  /** The seven days around a day. */
  readonly weekOf: string;
  readonly before: string;
  /** A day and an hour of it. */
  readonly at: string;
}

export interface NameWords {
  /** The words before a name: "my name is"; the weak ones also come before anything else ("I'm …"). */
  readonly leadIn: RegExp;
  readonly weakLeadIn: RegExp;
  /** Whose parent speaks, their name as the group: "it's Owen Farrell's mum". */
  readonly parentOf: RegExp;
  /** Who somebody is to the caller, before their name. */
  readonly kinIn: RegExp;
  /** Before one part of a name: "first name", "apellido". */
  readonly givenIn: RegExp;
  readonly familyIn: RegExp;
  /** Words that end a name or are never part of one. */
  readonly notNames: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** Number words of days and years, and the small words between them. */
  readonly dateNumbers: ReadonlySet<string>;
  readonly dateLinks: ReadonlySet<string>;
  /** Before a letter that is said once for two: "double l". */
  readonly double: string;
  readonly born: RegExp;
  /** "P as in Peter", "D for David". */
  readonly spelledAs: RegExp;
  readonly letters: Readonly<Record<string, string>>;
  readonly title: RegExp;
  /** Ends in a title that speaks of a doctor without naming one: "my doctor", "el médico". */
  readonly spokenOf: RegExp;
  /** "The same doctor as last time", as the product understands it. */
  readonly sameAsLast: string;
  readonly specialtyLike: RegExp;
  readonly anyDoctorWord: RegExp;
}

/** Every sentence local-ai says in its own words. None holds a time, a doctor, a price or a claim: code says those. */
export type SentenceKey =
  | 'greeting'
  | 'noState'
  | 'askTarget'
  | 'askWhen'
  | 'askOtherTime'
  | 'askNewTime'
  | 'askOption'
  | 'askYes'
  | 'askIdentity'
  | 'askPatient'
  | 'askName'
  | 'askDob'
  | 'askCode'
  | 'askWhichCancel'
  | 'askWhichMove'
  | 'askWhichCorrect'
  | 'askMessage'
  | 'askAnythingElse'
  | 'askWish'
  | 'askNext'
  | 'notUnderstood'
  | 'guessBook'
  | 'guessMove'
  | 'guessCancel'
  | 'guessList'
  | 'guessWaitlist'
  | 'guessMessage'
  | 'choices'
  | 'offerPerson'
  | 'otherWays'
  | 'takeTime'
  | 'waiting'
  | 'whyAsked'
  | 'withoutIt'
  | 'personTakesOver'
  | 'sorry'
  | 'leftAsItIs'
  | 'troubled'
  | 'speaks'
  | 'noAdvice'
  | 'automated';

/** Words that together tell of an appointment one has, without any one verb for moving or cancelling it. */
export interface FrameWords {
  /** Speaks of an appointment that exists: "my three o'clock", "Wednesday's visit", "lo de mañana". */
  readonly owned: RegExp;
  /** It is in the way: "isn't going to work", "no llego". */
  readonly hindered: RegExp;
  /** It is to go: "bail on". */
  readonly dropped: RegExp;
  /** Another time is to be had: "can it be at ten instead?". */
  readonly otherwise: RegExp;
  /** One that exists is not needed: "I shan't need the rash one". */
  readonly unneeded: RegExp;
  /** Only where nothing is free: "if she's full, put me on the list". */
  readonly ifFull: RegExp;
  /** It is to stay as it is, where another is to go: "keep the heart one". */
  readonly kept: RegExp;
  /** No other time is wanted: "no new date, just take it off". */
  readonly noNewTime: RegExp;
  /** In the way, where nothing was said of an appointment: "Wednesday isn't going to work after all". */
  readonly afterAll: RegExp;
}

/** What tells, in a text of several statements, a wish from the story around it. */
export interface StoryWords {
  /** Where one statement ends and another may begin. */
  readonly statements: RegExp;
  /** Asks for something, or says what would suit. */
  readonly wanted: RegExp;
  /** Tells of what happened. */
  readonly told: RegExp;
  /** Tells of somebody else's visits: "my sister comes to see Dr. Raman", "mi comadre va el jueves". */
  readonly others: RegExp;
  /** Asks on for them: "so tell me the day and I'll pass it on". */
  readonly forThem: RegExp;
  /** A visit is to stay as it is: "leave my Thursday one". */
  readonly stays: RegExp;
}

export interface Vocabulary {
  /** In order of priority: the first that matches a clause is its wish. */
  readonly wishes: readonly (readonly [WishKind, RegExp])[];
  /** An appointment or a free time is only named: somebody may want one, unless the rest says otherwise. */
  readonly mentions: RegExp;
  /** Needing or wanting is denied: "I don't think I need to see the doctor". */
  readonly unwanted: RegExp;
  /** Something is wanted, said or asked for: beside "are you a robot?". */
  readonly wants: RegExp;
  readonly frames: FrameWords;
  readonly story: StoryWords;
  readonly signals: Readonly<Record<Signal, RegExp>>;
  /** Where one clause ends and another may begin. */
  readonly clauses: RegExp;
  /** Ends inside "between … and", where "and" parts nothing. */
  readonly openRange: RegExp;
  /** Between what was said by mistake and what takes its place: "no wait", "sorry, I meant". */
  readonly corrections: RegExp;
  readonly picks: PickWords;
  readonly time: TimeWords;
  readonly names: NameWords;
  readonly sentences: Readonly<Record<SentenceKey, string>>;
}

/** A set from words parted by spaces. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
