import { fold, places } from './fold';
import { besideKept } from './kept-one';
import { pick, type Numbered } from './picks';
import type { PersonWords } from './people';
import type { State } from './state';
import { mergeWhen, timeWords, type WhenWords } from './time-words';
import { understandPart, type Clause, type Utterance } from './understand';
import type { WishKind } from './words/vocabulary';

/** Something the caller wants, gathered over the whole talk. Open until a tool's result ends it. */
export interface Wish {
  kind: WishKind;
  readonly turn: number;
  readonly text: string;
  specialty?: string;
  doctor?: string;
  /** For a move: the new time. */
  when?: WhenWords;
  /** What was said about the existing appointment, latest last. */
  about: Utterance[];
  sameDoctor: boolean;
  everything: boolean;
  /** Somebody else is to be seen: "my son needs a pediatrician". */
  relative: boolean;
  /** Else the waiting list: "if there's nothing, put me on the list". */
  orWait?: boolean;
  done: boolean;
}

/** All that the history says; made anew for every answer, since the engine keeps nothing. */
export interface Memory {
  readonly wishes: Wish[];
  appointments: Numbered[] | null;
  person: PersonWords;
  isNew: boolean;
  identified: boolean;
  /** The wish is for somebody other than the one who is identified. */
  otherPerson: boolean;
  /** A time is kept and nothing is confirmed yet. */
  held: boolean;
  search: Record<string, unknown> | null;
  /** The doctor of the visit that was cancelled, moved or booked last in this talk. */
  lastDoctor: string | null;
  /** Something was booked or moved in this talk. */
  written: boolean;
  pending: { action: 'book' | 'cancel' | 'reschedule' | 'register'; args: Record<string, unknown> } | null;
  latest: Utterance | null;
}

const lasting: ReadonlySet<WishKind> = new Set(['book', 'move', 'cancel', 'list', 'waitlist', 'message', 'register']);

/** Open wishes that take several turns: what was wanted last comes first, in one breath in the order said. */
export function openWishes(memory: Memory): Wish[] {
  const open = memory.wishes.filter((wish) => !wish.done && lasting.has(wish.kind));
  return open.sort((a, b) => b.turn - a.turn);
}

export function openOf(memory: Memory, kind: WishKind): Wish | undefined {
  return memory.wishes.findLast((wish) => wish.kind === kind && !wish.done);
}

/** The appointment that a cancel or move is about: the only one, or the one the words fit. */
export function chosenAppointment(wish: Wish, memory: Memory, state: State): Numbered | null {
  const all = memory.appointments ?? [];
  if (all.length === 1) return all[0] ?? null;
  for (const utterance of wish.about.toReversed()) {
    const beside = wish.kind === 'cancel' ? besideKept(all, utterance, state) : null;
    if (beside) return beside;
    const number = pick(all, utterance, state);
    const found = all.find((appointment) => appointment.number === number);
    if (found) return found;
  }
  return wish.everything ? (all[0] ?? null) : null;
}

/** "Move my Monday appointment to Thursday": before the turn is the old time, after it the new one. */
function partMove(clause: Clause, utterance: Utterance): { about: string; when: WhenWords | null } {
  const { time } = utterance.words;
  const folded = fold(clause.text);
  for (const place of places(folded, time.target)) {
    const near = /^\W*\S+(?:\s+\S+)?/.exec(clause.text.slice(place.end))?.[0] ?? '';
    if (!timeWords(near, time)) continue;
    return { about: clause.text.slice(0, place.start), when: timeWords(clause.text.slice(place.start), time) };
  }
  const swap = time.insteadOf.exec(folded);
  if (swap) {
    const at = swap.index + swap[0].length - (swap[1]?.length ?? 0);
    const rest = clause.text.slice(0, swap.index) + ' ; ' + clause.text.slice(swap.index + swap[0].length);
    return { about: clause.text.slice(at, swap.index + swap[0].length), when: timeWords(rest, time) };
  }
  const instead = places(folded, time.instead)[0];
  const before = instead ? /(?:\S+\s+){1,5}$/.exec(clause.text.slice(0, instead.start))?.[0] : undefined;
  const when = before ? timeWords(before, time) : null;
  return { about: clause.text.slice(0, instead && before ? instead.start - before.length : undefined), when };
}

/** An utterance in its place in the talk. */
export interface Occasion {
  readonly memory: Memory;
  readonly utterance: Utterance;
  readonly state: State;
  /** Place of its turn among the turns. */
  readonly turn: number;
}

export function refine(wish: Wish, clause: Clause, { memory, utterance, state }: Occasion): void {
  if (wish.kind === 'cancel') wish.about.push(understandPart(clause.text, utterance, state));
  if (wish.kind === 'move' && clause.wish === 'move') {
    const parts = partMove(clause, utterance);
    wish.about.push(understandPart(clause.text, utterance, state));
    if (parts.about.trim() !== '') wish.about.push(understandPart(parts.about, utterance, state));
    if (parts.when) wish.when = mergeWhen(wish.when, parts.when);
    return;
  }
  const unresolved = (memory.appointments?.length ?? 0) > 1 && !chosenAppointment(wish, memory, state);
  if (wish.kind === 'move' && unresolved) wish.about.push(understandPart(clause.text, utterance, state));
  else if (wish.kind !== 'cancel') aim(wish, clause, utterance.has('anyDay'));
}

const GENERAL = /general|famil|intern|primary|gp\b/;
const NAMED = /\b(?:general|famil\w*|gp|intern\w*|cabecera|primary)\b/;

/** "No, Friday is the school play, Monday then": ordinary words do not turn a talk about one field to the general one. */
function isAside(wish: Wish, { specialty, text }: Clause): boolean {
  if ((wish.specialty ?? wish.doctor) === undefined) return false;
  return GENERAL.test(fold(specialty ?? '')) && !NAMED.test(fold(text));
}

/** The target of a search: a new field forgets the doctor, a doctor stands for the field. */
function aim(wish: Wish, clause: Clause, anyDay: boolean): void {
  if (clause.specialty && !isAside(wish, clause)) {
    if (wish.specialty !== clause.specialty) delete wish.doctor;
    wish.specialty = clause.specialty;
  }
  if (clause.doctor) wish.doctor = clause.doctor;
  // "Any day, but not before seven": of the day that was named before nothing is left.
  const before = anyDay && clause.when?.day === undefined ? undefined : wish.when;
  if (clause.when) wish.when = mergeWhen(before, clause.when);
}

/** "One for my son and one for me, both on Wednesday": of several in one breath the only day is that of all. */
export function shareDay({ memory, turn }: Occasion): void {
  const fresh = memory.wishes.filter((wish) => wish.turn === turn && !wish.done && wish.kind === 'book');
  const timed = fresh.filter(({ when }) => when !== undefined);
  if (fresh.length < 2 || timed.length !== 1 || timed[0] !== fresh.at(-1)) return;
  for (const wish of fresh) wish.when ??= timed[0]?.when?.day === undefined ? undefined : { day: timed[0].when.day };
}

/** "If she's full, put me on her list": a time is looked for first. */
export function waitsOnlyIfFull({ memory, utterance, turn }: Occasion): void {
  const fresh = memory.wishes.filter((wish) => wish.turn === turn && !wish.done);
  const wait = fresh.find(({ kind }) => kind === 'waitlist');
  if (wait && soonerIfFreed(utterance)) {
    wait.about.push(utterance);
    Object.assign(wait, { kind: 'move', orWait: true });
    return;
  }
  if (!wait || !utterance.words.frames.ifFull.test(utterance.folded)) return;
  const book = fresh.find(({ kind }) => kind === 'book');
  const target = utterance.clauses.find(({ specialty, doctor }) => (specialty ?? doctor) !== null);
  if (book) {
    book.orWait = true;
    wait.done = true;
  } else if (target) {
    Object.assign(wait, { kind: 'book', orWait: true });
    aim(wait, target, false);
  }
}

/** "I'm down for the 24th but I'd love to be seen this week if there's a cancellation": looked for, and no list is named. */
function soonerIfFreed({ words, folded, clauses }: Utterance): boolean {
  const timed = clauses.some(({ when }) => when !== null);
  return (
    timed &&
    words.frames.owned.test(folded) &&
    !/\b(?:wait(?:ing)?[ -]?list|lists?|listas?|stand-?by|let me know|av[ií]s\w+|call me|text me)\b/.test(folded)
  );
}

/** Of an hour that has passed only its day is left: "later today, then". */
export function forgetHour(wish: Wish | undefined): void {
  if (wish?.when?.day !== undefined) wish.when = { day: wish.when.day };
}

/** Words that name an appointment one already has, against "it" that is only being arranged. */
const namesAppointment = /\b(?:appointment|appt|visit|booking|cita|turno|consulta)s?\b/;

/** "… and get Rohan in with Dr. Farouk": somebody is named who is neither the caller nor a doctor. */
function namesAnother(text: string, { memory, state, utterance }: Occasion): boolean {
  const known = fold([memory.person.name ?? '', ...state.doctors.map(({ name }) => name)].join(' '));
  const named = [ANOTHER, COMES].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => fold(match[1] ?? match[2] ?? match[3] ?? '')),
  );
  const { notNames } = utterance.words.names;
  return named.some(
    (name) =>
      !known.split(/[^a-z]+/).includes(name) && !notNames.has(name) && timeWords(name, utterance.words.time) === null,
  );
}

const ANOTHER =
  /\b(?:for|get|fit|squeeze|bring|book|put|our|my|para|a|mi|nuestr[oa]|apunte a|meta a|brother|sister|twin|son|daughter|boy|girl|baby|herman[oa]|hermanit[oa]|hij[oa]|nen[ea]|peque) (\p{Lu}\p{Ll}{2,})\b(?! (?:Clinic|Hospital|Cross|Shield))/gu;

/** "Can Owen come in on Friday?", "¿puede ir Owen el viernes?": a name by itself comes or is seen. */
const COMES =
  /\b(?:[Cc]an|[Cc]ould|[Ww]ould|[Mm]ay|[Ww]ill|[Ii]s|[Dd]oes|[Aa]nd|[Nn]ow|[Nn]ext|[Aa]lso|[Tt]hen) (\p{Lu}\p{Ll}{2,}) (?:come|see|be|get|have|go|pop|fit|needs?|has|wants|is|can|could|too|as well)\b|\b(?:puede|podr[ií]a|pueden|tiene que|necesita) (?:ir|venir|ser|pasar|entrar|ver) (\p{Lu}\p{Ll}{2,})\b|\b(\p{Lu}\p{Ll}{2,}) (?:también|tambien|necesita|puede ir|puede venir|tiene que)\b/gu;

/** A clause with a wish of its own opens one, or says more about the same wish that is open. */
export function note(clause: Clause, said: WishKind, occasion: Occasion): void {
  const { memory, turn, utterance } = occasion;
  // "Can I rebook with him?" when nothing is left that could be moved.
  // "Can we do four thirty instead?" of a time that is only kept.
  const kept = memory.pending?.action === 'book' && !namesAppointment.test(utterance.folded);
  const kind = said === 'move' && (kept || memory.appointments?.length === 0) ? 'book' : said;
  const book = openOf(memory, 'book');
  const arranging = book !== undefined && !namesAppointment.test(utterance.folded);
  const same = openOf(memory, kind);
  // One more of the same: said to be one more, or a second field in the same breath.
  const further = kind === 'information' || (kind === 'book' && (same?.turn === turn || utterance.has('also')));
  const instead = kind === 'move' ? openOf(memory, 'cancel') : kind === 'cancel' ? openOf(memory, 'move') : undefined;
  // "Actually, can you move it?" takes the place of cancelling it.
  if (instead && instead.turn < turn && !utterance.has('also')) instead.done = true;
  if (kind === 'move' && arranging && memory.search) refine(book, { ...clause, wish: null }, occasion);
  else if (kind === 'cancel' && arranging && memory.held) book.done = true;
  else if (same && !further) refine(same, clause, occasion);
  else {
    const relative = utterance.words.signals.relative.test(fold(clause.text)) || namesAnother(clause.text, occasion);
    const plain = { sameDoctor: false, everything: false, done: false };
    const wish: Wish = { kind, turn, text: clause.text, about: [], relative, ...plain };
    memory.wishes.push(wish);
    refine(wish, clause, occasion);
  }
}
