import { call, identify, nothing, say, type Scene, type Step } from './steps';
import { asksForOthers, find } from './search';
import { registerNow } from './identity-rule';
import { isItsOwn, newTimeOf } from './new-time';
import { chosenAppointment, openWishes, type Wish } from './wishes';

/** The next step of an open wish; identification first where the wish needs it. */
export function advance(wish: Wish, scene: Scene): Step {
  switch (wish.kind) {
    case 'book':
      return book(wish, scene);
    case 'cancel':
    case 'move':
      return change(wish, scene);
    case 'list':
      return known(scene) ?? call('list_my_appointments');
    case 'waitlist':
      return known(scene) ?? joinWaitlist(wish, scene);
    case 'register':
      return registerNow(scene);
    case 'message':
      return leaveMessage(wish, scene);
    default:
      return nothing;
  }
}

/** The step that makes the caller known, or null when they are. */
function known(scene: Scene): Step | null {
  const { identified, otherPerson, person } = scene.memory;
  if (identified) return null;
  // The product knows somebody already and would not ask for another.
  const unsaid = otherPerson && person.name === undefined && person.dateOfBirth === undefined;
  return unsaid ? say('askPatient') : identify(scene);
}

function book(wish: Wish, scene: Scene): Step {
  const { memory } = scene;
  if (memory.otherPerson && !memory.held) {
    const first = known(scene);
    if (first) return first;
  }
  if (memory.held && !changesSearch(scene)) return scene.state.readBack ? nothing : (known(scene) ?? nothing);
  if (wish.sameDoctor && !wish.doctor) {
    const first = known(scene);
    if (first) return first;
    // The one who was just spoken of, else whom the product knows from the visits before.
    wish.doctor = memory.lastDoctor ?? scene.utterance.words.names.sameAsLast;
  }
  return find(wish, scene);
}

/** A kept time is not the end of it: the caller may think of another day, doctor or field. */
function changesSearch(scene: Scene): boolean {
  if (scene.turn.rounds.length > 0) return false;
  const { clauses } = scene.utterance;
  return asksForOthers(scene) || clauses.some((clause) => clause.specialty ?? clause.doctor ?? clause.when);
}

function change(wish: Wish, scene: Scene): Step {
  const { memory, state } = scene;
  const first = known(scene);
  if (first) return first;
  if (!memory.appointments) return call('list_my_appointments');
  const appointment = chosenAppointment(wish, memory, state);
  if (!appointment) return say(wish.kind === 'cancel' ? 'askWhichCancel' : 'askWhichMove');
  if (wish.kind === 'cancel') return call('cancel_appointment', { appointment: appointment.number });
  // "They gave me the 24th, is there nothing sooner?" names the day that it has.
  const told = wish.when && !isItsOwn(wish.when, appointment, scene) ? wish.when : undefined;
  const when = told ?? newTimeOf(wish, appointment, scene) ?? wish.when;
  if (!when && !scene.utterance.has('anyTime')) return say('askNewTime');
  const doctor = wish.doctor ?? (wish.specialty ? undefined : appointment.doctor);
  const target: Wish = { ...wish, doctor, ...(when ? { when } : {}) };
  return find(target, scene);
}

/** Nothing was free, and the list was wanted then. */
export function waitInstead(scene: Scene): Step | null {
  const wish = openWishes(scene.memory).find(({ orWait }) => orWait === true);
  return wish ? (known(scene) ?? joinWaitlist(wish, scene)) : null;
}

function joinWaitlist(wish: Wish, scene: Scene): Step {
  const { memory, state } = scene;
  const booking = memory.wishes.findLast((other) => other.kind === 'book');
  const search = memory.search ?? {};
  const when = wish.when ?? booking?.when;
  return call('join_waitlist', {
    when: when ? [when.day, when.clock].filter(Boolean).join(' ') : search['when'],
    specialty: wish.specialty ?? booking?.specialty ?? search['specialty'] ?? state.offers[0]?.specialty,
    doctor: wish.doctor ?? booking?.doctor ?? search['doctor'],
  });
}

/** "I'd like to leave a message" holds none yet; "tell Dr. Adler that I'm late" does. */
function leaveMessage(wish: Wish, scene: Scene): Step {
  const words = wish.text.split(/\s+/).length;
  const bare = words <= 8 && !/\b(?:that|about|because|know|que|sobre|porque|call me|llam\w+)\b/i.test(wish.text);
  if (bare) return say('askMessage');
  return call('take_message', { message: wish.text, callbackNumber: scene.memory.person.phone });
}

/** The next thing to do for whatever is still open; null when nothing is. */
export function nextOpen(scene: Scene): Step | null {
  const question = scene.memory.wishes.find((wish) => !wish.done && isQuick(wish));
  if (question) return answerQuick(question);
  const wish = openWishes(scene.memory)[0];
  return wish ? advance(wish, scene) : null;
}

function isQuick(wish: Wish): boolean {
  return wish.kind === 'information' || wish.kind === 'doctors';
}

function answerQuick(wish: Wish): Step {
  if (wish.kind === 'doctors') return call('list_doctors', { specialty: wish.specialty, name: wish.doctor });
  return call('clinic_information', { question: wish.text });
}
