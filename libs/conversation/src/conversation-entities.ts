import { Conversation } from './entities/conversation.entity';
import { ConversationNote, ConversationReview } from './entities/review.entity';
import { OneTimeCode } from './entities/one-time-code.entity';
import { GuardActionRow, ToolCallRow, Turn } from './entities/turn.entity';

export const conversationEntities = [
  Conversation,
  Turn,
  ToolCallRow,
  GuardActionRow,
  OneTimeCode,
  ConversationNote,
  ConversationReview,
];
