import { withOutcome } from '../state';
import { declareTool, done, optional, words } from './tool';

export const takeMessage = declareTool({
  name: 'take_message',
  description: 'Leaves a message for the staff, in the caller’s words. Use it for whatever you cannot do yourself.',
  shape: {
    message: words(2000, 'What the staff should know, in the caller’s words.'),
    callbackNumber: optional(words(40, 'Where to call back, if the caller named another number.')),
  },
  writes: true,
  books: false,
  run: async (input, context) => {
    const { id: conversationId, from } = context.conversation;
    const patientId = context.state.identified?.patientId;
    await context.services.tasks.open(
      'message',
      { message: input.message, callbackNumber: input.callbackNumber ?? from },
      { conversationId, ...(patientId === undefined ? {} : { patientId }) },
    );
    context.state = withOutcome(context.state, { kind: 'message' });
    return done({ taken: true }, context.say('done.message'), ['end_conversation', 'find_slots']);
  },
});
