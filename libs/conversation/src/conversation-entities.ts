import { Conversation } from './entities/conversation.entity';
import { OneTimeCode } from './entities/one-time-code.entity';
import { GuardActionRow, ToolCallRow, Turn } from './entities/turn.entity';

export const conversationEntities = [Conversation, Turn, ToolCallRow, GuardActionRow, OneTimeCode];
