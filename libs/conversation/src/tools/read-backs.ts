import type { Held, ListedAppointment, StagedPatient, Visit, WriteAction } from '../state';
import { withReadBack } from '../state';
import type { ToolContext } from './tool-context';

/** What exactly a yes would agree to: for whom and what. Another person or another time is another key. */
export function bookingKey(held: Held, context: ToolContext): string {
  const { identified, staged } = context.state;
  const who = identified?.patientId ?? (staged === null ? '' : personKey(staged));
  return `book:${held.slotId}:${who}`;
}

export function registerKey(staged: StagedPatient): string {
  return `register:${personKey(staged)}`;
}

export function cancelKey(appointment: ListedAppointment): string {
  return `cancel:${appointment.id}`;
}

export function rescheduleKey(appointment: ListedAppointment, slotId: string): string {
  return `reschedule:${appointment.id}:${slotId}`;
}

function personKey({ name, dateOfBirth, phone }: StagedPatient): string {
  return `${name}|${dateOfBirth}|${phone ?? ''}`;
}

/** The hold put to the caller for a yes; names the person too when they are about to be registered. */
export function readBackHold(held: Held, context: ToolContext): string {
  const { staged, identified } = context.state;
  const visit = context.sentences.visit(held);
  const isNew = identified === null && staged !== null;
  const say = isNew
    ? context.say('readBack.bookNew', { ...context.sentences.birth(staged), visit })
    : context.say('readBack.book', { visit });
  return put('book', bookingKey(held, context), say, context, { visit: held });
}

/** The hold again with the name of whom it is for, since the caller may mean somebody else. */
export function readBackFor(name: string, held: Held, context: ToolContext): string {
  const say = context.say('readBack.bookFor', { name, visit: context.sentences.visit(held) });
  return put('book', bookingKey(held, context), say, context, { visit: held });
}

export function readBackPerson(staged: StagedPatient, context: ToolContext): string {
  return put(
    'register',
    registerKey(staged),
    context.say('readBack.register', context.sentences.birth(staged)),
    context,
    {},
  );
}

export function readBackCancel(appointment: ListedAppointment, context: ToolContext): string {
  const say = context.say('readBack.cancel', { visit: context.sentences.visit(appointment) });
  return put('cancel', cancelKey(appointment), say, context, {
    visit: appointment,
    appointment: appointment.appointment,
  });
}

export function readBackMove(
  appointment: ListedAppointment,
  to: Visit & { slotId: string },
  context: ToolContext,
): string {
  const say = context.say('readBack.reschedule', {
    from: context.sentences.moment(appointment.startsAt),
    visit: context.sentences.visit(to),
  });
  return put('reschedule', rescheduleKey(appointment, to.slotId), say, context, {
    visit: to,
    from: appointment,
    appointment: appointment.appointment,
  });
}

/** The hold beside a visit that stands already: a yes books it as well and touches the other by nothing. */
export function readBackBeside(other: Visit, held: Held, context: ToolContext): string {
  const { sentences } = context;
  const say = context.say('readBack.bookBeside', { other: sentences.visit(other), visit: sentences.visit(held) });
  return put('book', bookingKey(held, context), say, context, { visit: held });
}

interface About {
  readonly visit?: Visit;
  readonly from?: Visit;
  readonly appointment?: number;
}

function put(action: WriteAction, key: string, say: string, context: ToolContext, about: About): string {
  const bare = (visit: Visit) => ({ doctor: visit.doctor, specialty: visit.specialty, startsAt: visit.startsAt });
  context.state = withReadBack(context.state, {
    action,
    key,
    ...(about.visit === undefined ? {} : { visit: bare(about.visit) }),
    ...(about.from === undefined ? {} : { from: bare(about.from) }),
    ...(about.appointment === undefined ? {} : { appointment: about.appointment }),
  });
  context.ask('confirm');
  return say;
}
