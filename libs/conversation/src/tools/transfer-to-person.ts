import { isOpenAt } from '@clinicall/identity';
import { askForCallback } from '../callback-details';
import { withOutcome } from '../state';
import { declareTool, done, words } from './tool';
import type { ToolContext } from './tool-context';

export const transferToPerson = declareTool({
  name: 'transfer_to_person',
  description:
    'Connects the caller to a person, or has one get in touch when nobody can be reached on this channel. Never refuse it to anybody.',
  shape: { reason: words(300, 'Why, in a few words.') },
  writes: true,
  books: false,
  run: async (input, context) => {
    const say = await connectToPerson(input.reason, context);
    return done({ transferring: true }, say, []);
  },
});

/** A call is connected; a text becomes a task to call back, and so does a call when the clinic is closed or has no number for it. */
export async function connectToPerson(reason: string, context: ToolContext): Promise<string> {
  const { id: conversationId, from, channel } = context.conversation;
  const { clinic } = context.clinic;
  const number = clinic.transferNumber;
  const closed = clinic.settings.transfer.when === 'opening_hours' && !isOpenAt(clinic, context.now);
  context.state = withOutcome(context.state, { kind: 'transferring' });
  context.escalated = true;
  // A closed clinic that has messages recorded gets the call all the same: telephony offers the message.
  const records = closed && clinic.settings.voicemail === 'recorded';
  if (channel === 'voice' && number !== null && (!closed || records)) {
    context.action = { action: 'transfer', number, reason };
    if (records) return context.say('transfer.closedNow');
    return context.say('transfer.now');
  }
  const patientId = context.state.identified?.patientId;
  const taskId = await context.services.tasks.openCallBack(
    { reason, callbackNumber: from, channel },
    { conversationId, ...(patientId === undefined ? {} : { patientId }) },
  );
  context.state = withOutcome(context.state, { kind: 'message' });
  const say = context.say(closed ? 'transfer.closed' : 'transfer.callBack');
  return channel === 'voice' ? `${say} ${askForCallback(taskId, context)}` : say;
}
