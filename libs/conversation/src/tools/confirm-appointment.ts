import { afterWrite, withHeld, withIdentity } from '../state';
import type { Held } from '../state';
import { agreed, justAsked } from '../guards/yes-guard';
import { slotTaken, visitOf } from './choices';
import { bookingKey, readBackFor, readBackHold } from './read-backs';
import { declareTool, done, refuse } from './tool';
import type { ToolContext } from './tool-context';
import type { ToolResult } from './tool';

export const confirmAppointment = declareTool({
  name: 'confirm_appointment',
  description:
    'Books the time that is held, after the caller has said yes to the read-back. It acts only on a clear yes; otherwise it asks again.',
  shape: {},
  writes: true,
  books: true,
  run: async (_input, context) => {
    const { held, state } = context;
    if (held === null) return state.held === null ? nothingHeld(context) : expired(context);
    const { identified, staged } = state;
    if (identified === null && staged === null) return needsIdentity(context);
    const key = bookingKey(held, context);
    if (!agreed(state, key, context.caller.answer)) {
      const say = justAsked(state, key) ? undefined : readBackAgain(held, context);
      return refuse('needs_yes', say, ['confirm_appointment', 'hold_slot', 'find_slots']);
    }
    const patient =
      identified === null && staged !== null
        ? { patient: { ...staged, language: context.speech.language } }
        : { patientId: identified?.patientId ?? '' };
    const result = await context.services.bookings.confirm({
      holdId: held.holdId,
      owner: context.owner,
      ...patient,
      ...context.origin,
    });
    if (result.ok) return booked(result.appointment, context);
    if (result.reason === 'slot_taken') return slotTaken(result.alternatives ?? [], context);
    if (result.reason === 'patient_busy') return busy(context);
    return expired(context);
  },
});

/** A yes for somebody else is asked about by the name of whom it would be booked for. */
function readBackAgain(held: Held, context: ToolContext): string {
  const { identified } = context.state;
  const named = context.caller.forAnother && identified !== null;
  return named ? readBackFor(identified.name, held, context) : readBackHold(held, context);
}

type Booked = Parameters<typeof visitOf>[0] & { patient: { id: string; name: string } };

function booked(appointment: Booked, context: ToolContext): ToolResult {
  const visit = visitOf(appointment);
  const { id: patientId, name } = appointment.patient;
  if (context.state.identified === null) context.state = withIdentity(context.state, { patientId, name });
  context.state = { ...afterWrite(context.state, { kind: 'booked', visit }), appointments: [] };
  const say = context.say('done.booked', { visit: context.sentences.visit(visit) });
  return done({ appointment: visit }, say, ['find_slots', 'list_my_appointments', 'end_conversation']);
}

function nothingHeld(context: ToolContext): ToolResult {
  context.ask('date');
  return refuse('nothing_held', context.say('held.nothing'), ['find_slots', 'hold_slot']);
}

function expired(context: ToolContext): ToolResult {
  context.state = { ...withHeld(context.state, null), inVain: context.state.turn };
  context.ask('date');
  return refuse('hold_expired', context.say('held.expired'), ['find_slots', 'hold_slot']);
}

function needsIdentity(context: ToolContext): ToolResult {
  context.ask('name', 'dob');
  return refuse('needs_identity', context.say('identity.ask'), ['identify_patient', 'register_patient']);
}

function busy(context: ToolContext): ToolResult {
  context.state = withHeld(context.state, null);
  context.ask('date', 'time');
  return refuse('patient_busy', context.say('refused.busy'), ['find_slots', 'list_my_appointments']);
}
