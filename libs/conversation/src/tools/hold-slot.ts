import type { Held } from '../state';
import { withHeld } from '../state';
import { knownVisitType } from './find-slots';
import { notOffered, slotTaken, visitOf } from './choices';
import { putHold } from './visit-beside';
import { declareTool, done, refuse, spokenNumber } from './tool';
import type { ToolContext } from './tool-context';

export const holdSlot = declareTool({
  name: 'hold_slot',
  description:
    'Keeps the option the caller chose for ten minutes and reads it back. Call it as soon as the caller picks one; then wait for their answer.',
  shape: { option: spokenNumber('The number of the option the caller chose, as find_slots gave it.') },
  writes: true,
  books: true,
  run: async (input, context) => {
    const offer = context.state.offers.find((one) => one.option === input.option);
    if (offer === undefined) return notOffered(context);
    const result = await context.services.bookings.hold({
      slotId: offer.slotId,
      owner: context.owner,
      patientId: context.state.identified?.patientId ?? null,
      // The search looked for as many slots in a row as such a visit needs.
      visitType: await knownVisitType(context.state.search?.visitType, context),
    });
    if (!result.ok) {
      if (result.reason === 'patient_busy') return busy(context);
      return slotTaken(result.alternatives ?? [], context);
    }
    const { hold } = result;
    const held = {
      ...visitOf(hold),
      option: offer.option,
      slotId: offer.slotId,
      holdId: hold.id,
      expiresAt: hold.expiresAt,
    };
    context.state = withHeld(context.state, held);
    const shown = {
      option: held.option,
      doctor: held.doctor,
      specialty: held.specialty,
      startsAt: held.startsAt,
      expiresAt: held.expiresAt,
    };
    const known = context.state.identified !== null || context.state.staged !== null;
    if (known) return putHold(held, context, { held: shown });
    return done({ held: shown }, askWho(held, context), ['identify_patient', 'register_patient']);
  },
});

function askWho(held: Held, context: ToolContext): string {
  context.ask('name', 'dob');
  return context.say('held.askIdentity', { visit: context.sentences.visit(held) });
}

function busy(context: ToolContext): ReturnType<typeof refuse> {
  context.ask('date', 'time');
  const choices = context.state.offers.map((offer) => offer.option);
  return refuse('patient_busy', context.say('refused.busy'), ['find_slots', 'hold_slot', 'list_my_appointments'], {
    choices,
  });
}
