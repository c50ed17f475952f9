import { agreed, justAsked } from '../guards/yes-guard';
import { afterWrite } from '../state';
import { chosenAppointment } from './appointments';
import { visitOf } from './choices';
import { cancelKey, readBackCancel } from './read-backs';
import { declareTool, done, optional, refuse, spokenNumber, words } from './tool';
import type { ToolContext } from './tool-context';
import type { ToolResult } from './tool';

export const cancelAppointment = declareTool({
  name: 'cancel_appointment',
  description:
    'Cancels one of the caller’s appointments. The first call reads it back and asks; call it again with the same number after the caller’s yes.',
  shape: {
    appointment: spokenNumber('The number of the appointment, as list_my_appointments gave it.'),
    reason: optional(words(300, 'Why, if the caller said so.')),
  },
  writes: true,
  books: true,
  run: async (input, context) => {
    const chosen = await chosenAppointment(input.appointment, context);
    if ('ok' in chosen) return chosen;
    const key = cancelKey(chosen);
    if (!agreed(context.state, key, context.caller.answer)) {
      const say = justAsked(context.state, key) ? undefined : readBackCancel(chosen, context);
      return refuse('needs_yes', say, ['cancel_appointment']);
    }
    const result = await context.services.bookings.cancel({
      appointmentId: chosen.id,
      reason: input.reason ?? null,
      ...context.origin,
    });
    if (!result.ok) return tooLate(context);
    const visit = visitOf(result.appointment);
    context.state = { ...afterWrite(context.state, { kind: 'cancelled', visit }), held: context.state.held };
    const appointments = context.state.appointments.filter((one) => one.id !== chosen.id);
    context.state = { ...context.state, appointments };
    const say = context.say('done.cancelled', { visit: context.sentences.visit(visit) });
    return done({ cancelled: visit }, say, ['find_slots', 'list_my_appointments', 'end_conversation']);
  },
});

/** Past or already over: only a person can change that. */
export function tooLate(context: ToolContext): ToolResult {
  context.offerPerson();
  return refuse('past_time', context.say('refused.tooLate'), ['transfer_to_person', 'take_message']);
}
