import type { ListedAppointment } from '../state';
import { withAppointments } from '../state';
import { visitOf } from './choices';
import { refuse } from './tool';
import type { ToolResult } from './tool';
import type { ToolContext } from './tool-context';

/** The identified patient's own visits as numbers 1, 2, 3; read anew, so that a number never points at what is gone. */
export async function numberAppointments(context: ToolContext): Promise<readonly ListedAppointment[]> {
  const { identified, appointments } = context.state;
  if (identified === null) return [];
  const views = await context.services.bookings.listForPatient(identified.patientId);
  const known = new Map(appointments.map((one) => [one.id, one.appointment]));
  let next = Math.max(0, ...appointments.map((one) => one.appointment));
  const listed = views.map((view) => ({ ...visitOf(view), appointment: known.get(view.id) ?? ++next, id: view.id }));
  context.state = withAppointments(context.state, listed);
  return listed;
}

/** As many as a caller can follow. */
const MOST_SAID = 5;
/** As many as the model is told of, soonest first: a hundred would push the talk itself out of its memory. */
const MOST_SHOWN = 20;

export function sayAppointments(listed: readonly ListedAppointment[], context: ToolContext): string {
  const { sentences } = context;
  const [only] = listed;
  if (only === undefined) return context.say('appointments.none');
  if (listed.length === 1) return context.say('appointments.one', { visit: sentences.visit(only) });
  const visits = sentences.visits(listed.slice(0, MOST_SAID));
  if (listed.length <= MOST_SAID) return context.say('appointments.many', { visits });
  return context.say('appointments.next', { visits });
}

export function shownAppointments(
  listed: readonly ListedAppointment[],
  context: ToolContext,
): Record<string, unknown>[] {
  return listed.slice(0, MOST_SHOWN).map((one) => shownAppointment(one, context));
}

function shownAppointment(appointment: ListedAppointment, context: ToolContext): Record<string, unknown> {
  const { appointment: number, doctor, specialty, startsAt } = appointment;
  return { appointment: number, doctor, specialty, startsAt, spoken: context.sentences.visit(appointment) };
}

export function needsIdentity(context: ToolContext): ToolResult {
  if (context.state.locked) return locked(context);
  context.ask('name', 'dob');
  return refuse('needs_identity', context.say('identity.ask'), ['identify_patient']);
}

/** Who cannot be told from here is a person's matter from now on. */
export function locked(context: ToolContext): ToolResult {
  context.offerPerson();
  return refuse('locked', context.say('identity.locked'), ['transfer_to_person', 'take_message']);
}

/** The visit a number stands for, or the refusal that names the ones there are. */
export async function chosenAppointment(number: number, context: ToolContext): Promise<ListedAppointment | ToolResult> {
  if (context.state.identified === null) return needsIdentity(context);
  const listed = await numberAppointments(context);
  const chosen = listed.find((one) => one.appointment === number);
  if (chosen !== undefined) return chosen;
  const choices = shownAppointments(listed, context);
  if (listed.length === 0) return refuse('not_offered', context.say('appointments.none'), ['find_slots'], { choices });
  context.ask('appointment');
  const say = context.say('appointments.which', { visits: context.sentences.visits(listed.slice(0, MOST_SAID), 'or') });
  return refuse('not_offered', say, ['list_my_appointments', 'cancel_appointment', 'reschedule_appointment'], {
    choices,
  });
}
