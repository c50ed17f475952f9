import type { RescheduleResult } from '@clinicall/scheduling';
import { agreed, justAsked } from '../guards/yes-guard';
import type { ListedAppointment, Offer } from '../state';
import { afterWrite, withHeld } from '../state';
import { chosenAppointment } from './appointments';
import { tooLate } from './cancel-appointment';
import { notOffered, slotTaken, visitOf } from './choices';
import { readBackMove, rescheduleKey } from './read-backs';
import { declareTool, done, refuse, spokenNumber } from './tool';
import type { ToolContext } from './tool-context';
import type { ToolResult } from './tool';

export const rescheduleAppointment = declareTool({
  name: 'reschedule_appointment',
  description:
    'Moves one of the caller’s appointments to an offered option. The first call keeps the new time, reads the change back and asks; call it again with the same numbers after the caller’s yes. Until then the old time stands.',
  shape: {
    appointment: spokenNumber('The number of the appointment, as list_my_appointments gave it.'),
    option: spokenNumber('The number of the new time, as find_slots gave it.'),
  },
  writes: true,
  books: true,
  run: async (input, context) => {
    const chosen = await chosenAppointment(input.appointment, context);
    if ('ok' in chosen) return chosen;
    const offer = context.state.offers.find((one) => one.option === input.option);
    if (offer === undefined) return notOffered(context);
    if (agreed(context.state, rescheduleKey(chosen, offer.slotId), context.caller.answer))
      return move(chosen, offer, context);
    return propose(chosen, offer, context);
  },
});

/** The new time is kept while the caller thinks; the old one stays theirs all along. */
async function propose(chosen: ListedAppointment, offer: Offer, context: ToolContext): Promise<ToolResult> {
  if (justAsked(context.state, rescheduleKey(chosen, offer.slotId)))
    return refuse('needs_yes', undefined, ['reschedule_appointment']);
  if (context.held?.slotId !== offer.slotId) {
    const result = await context.services.bookings.hold({
      slotId: offer.slotId,
      owner: context.owner,
      patientId: null,
    });
    if (!result.ok) return slotTaken(result.alternatives ?? [], context);
    const { id: holdId, expiresAt } = result.hold;
    context.state = withHeld(context.state, {
      ...visitOf(result.hold),
      option: offer.option,
      slotId: offer.slotId,
      holdId,
      expiresAt,
    });
  }
  return refuse('needs_yes', readBackMove(chosen, offer, context), ['reschedule_appointment', 'find_slots']);
}

async function move(chosen: ListedAppointment, offer: Offer, context: ToolContext): Promise<ToolResult> {
  const { held } = context;
  const target =
    held?.slotId === offer.slotId ? { holdId: held.holdId, owner: context.owner } : { slotId: offer.slotId };
  const result = await context.services.bookings.reschedule({ appointmentId: chosen.id, ...target, ...context.origin });
  return result.ok ? moved(chosen, result, context) : stands(result, context);
}

function moved(
  chosen: ListedAppointment,
  result: Extract<RescheduleResult, { ok: true }>,
  context: ToolContext,
): ToolResult {
  const visit = visitOf(result.appointment);
  const from = { doctor: chosen.doctor, specialty: chosen.specialty, startsAt: chosen.startsAt };
  context.state = { ...afterWrite(context.state, { kind: 'moved', visit, from }), appointments: [] };
  const say = context.say('done.moved', { visit: context.sentences.visit(visit) });
  return done({ moved: { from, to: visit } }, say, ['list_my_appointments', 'find_slots', 'end_conversation']);
}

/** The new time is gone: the old one still stands, and is said to. */
function stands(result: Extract<RescheduleResult, { ok: false }>, context: ToolContext): ToolResult {
  context.state = withHeld(context.state, null);
  if (result.reason === 'past_time' || result.reason === 'not_booked' || result.reason === 'not_found')
    return tooLate(context);
  const still = context.say('refused.stands');
  if (result.reason === 'patient_busy') {
    context.ask('date', 'time');
    return refuse('patient_busy', `${still} ${context.say('refused.busy')}`, ['find_slots']);
  }
  return slotTaken(result.alternatives ?? [], context, still);
}
