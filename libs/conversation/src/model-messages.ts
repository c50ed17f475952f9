import type { ChatMessage } from './ports/chat-model';
import { systemMessage } from './prompt';
import type { Turn } from './turn';

/** What the model is asked with: who we are and where things stand, what was said, and this turn's own tools and corrections. */
export function messagesOf({ context, history }: Turn, talk: readonly ChatMessage[]): ChatMessage[] {
  const parts = {
    clinic: context.clinic,
    speech: context.speech,
    channel: context.conversation.channel,
    state: context.state,
    summary: history.summary,
  };
  return [{ role: 'system', content: systemMessage(parts) }, ...history.messages, ...talk];
}
