import { withOutcome } from '../state';
import { declareTool, done } from './tool';

export const endConversation = declareTool({
  name: 'end_conversation',
  description: 'Says goodbye and ends the conversation, once the caller has nothing else or says goodbye.',
  shape: {},
  writes: true,
  books: false,
  run: (_input, context) => {
    context.state = withOutcome(context.state, { kind: 'ending' });
    context.action = { action: 'hang_up' };
    return Promise.resolve(done({ ending: true }, context.say('goodbye'), []));
  },
});
