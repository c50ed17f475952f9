import { readBackCancel, readBackHold, readBackMove, readBackPerson } from './tools/read-backs';
import type { ToolContext } from './tools/tool-context';

/** Where things stand, as a question made from facts alone: said when the model has nothing true to say. */
export function nextSentence(context: ToolContext): string {
  const again = readBackAgain(context);
  if (again !== undefined) return again;
  const { held, state } = context;
  if (held !== null && state.identified === null && state.staged === null) {
    context.ask('name', 'dob');
    return context.say('held.askIdentity', { visit: context.sentences.visit(held) });
  }
  if (held !== null) return readBackHold(held, context);
  if (state.offers.length > 0) {
    context.ask('option');
    return context.sentences.offer(state.offers);
  }
  if (state.asked.includes('name') || state.asked.includes('dob')) {
    context.ask('name', 'dob');
    return context.say('identity.ask');
  }
  context.ask('anything_else');
  return context.say('start');
}

/** The open read-back once more, composed anew from what it is about; undefined when nothing is open. */
export function readBackAgain(context: ToolContext): string | undefined {
  const { held, state } = context;
  const { readBack } = state;
  if (readBack === null) return undefined;
  if (readBack.action === 'book') return held === null ? undefined : readBackHold(held, context);
  if (readBack.action === 'register') return state.staged === null ? undefined : readBackPerson(state.staged, context);
  const appointment = state.appointments.find((one) => one.appointment === readBack.appointment);
  if (appointment === undefined) return undefined;
  if (readBack.action === 'cancel') return readBackCancel(appointment, context);
  const offer = state.offers.find(
    (one) => one.startsAt === readBack.visit?.startsAt && one.doctor === readBack.visit.doctor,
  );
  return offer === undefined ? undefined : readBackMove(appointment, offer, context);
}
