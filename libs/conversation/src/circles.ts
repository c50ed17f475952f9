import type { ConversationState } from './state';
import { connectToPerson } from './tools/transfer-to-person';
import type { Turn } from './turn';

/** What grows or changes when a talk gets somewhere. What was asked and when is no progress, and neither is the same read-back again. */
const gained = (state: ConversationState): string =>
  JSON.stringify([
    state.identified,
    state.claim,
    state.staged,
    state.offers,
    state.refused,
    state.told.length,
    state.appointments,
    state.held?.slotId,
    state.readBack?.key,
    state.outcomes.length,
    state.answers,
    state.search,
    state.codePending,
    state.callback?.wants,
  ]);

/** Counts a turn that is about to be closed. One that was stopped counts neither way. */
export function countCircles({ context, opening, signal }: Turn): void {
  if (signal.aborted) return;
  const { state } = context;
  const { circles = 0 } = opening;
  context.state = { ...state, circles: gained(state) === gained(opening) ? circles + 1 : 0 };
}

/**
 * A caller who goes round in circles (setting `circles`) is offered a person; one who goes on so, or whose call has had its most turns, gets one. Once
 * a person has been called it is theirs, and an emergency has its own way. Who writes may take their time: a person is offered, and called for a yes only.
 * @returns true when the turn's last words have been said.
 */
export async function leaveCircles(turn: Turn): Promise<boolean> {
  const { context, output, row } = turn;
  const { circles = 0, emergency, turn: number } = context.state;
  if (context.escalated || row.escalated || emergency !== null) return false;
  const { offerAfter, passOnAfter, mostTurns } = context.clinic.clinic.settings.circles;
  const isPassedOn = context.conversation.channel === 'voice' && (circles >= passOnAfter || number >= mostTurns);
  if (!isPassedOn && (circles === 0 || circles % offerAfter !== 0)) return false;
  const reason = isPassedOn ? 'the talk came to nothing' : 'a person was offered';
  turn.guards.push({ guard: 'circles', action: 'raised', reason, text: null });
  if (!isPassedOn) {
    output.code(context.say('circles.offer'), true);
    context.offerPerson();
    return true;
  }
  output.code(context.say('circles.passOn'), false);
  const say = await connectToPerson('the assistant could not help', context);
  output.code(say, say.endsWith('?'));
  return true;
}
