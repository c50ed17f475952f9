// The agent: prompt, tools, guards, memory, supervision log. Text in, text and actions out.
// It may use scheduling, identity, platform and language.
// telephony, messaging, interop and insights may use it, and the apps.
export { Agent } from './agent.service';
export type { AgentEvent, AgentWatch } from './agent-watch';
export type { EmergencyFacts } from './before-model';
export { chatAddresses } from './chat-models';
export { conversationEntities } from './conversation-entities';
export { ConversationModule } from './conversation.module';
export { ConversationsService } from './conversations.service';
export type { ConversationRecord, ConversationView } from './conversations.service';
export type { Channel } from './entities/conversation.entity';
export type { Foresight } from './foresight';
export type { LastReply, ReplyWeight } from './last-reply';
export { CallerTexts } from './ports/caller-texts';
export type { CallerText } from './ports/caller-texts';
export { CodeSender } from './ports/code-sender';
export type { Recalled, ReplyRequest } from './turn-opener';
export type { AgentOutput } from './turn-output';
export { probeGuard } from './probe-guard';
export type { GuardProbe } from './probe-guard';
