import { InboundText } from './entities/inbound-text.entity';
import { OptOut } from './entities/opt-out.entity';
import { OutboundText } from './entities/outbound-text.entity';
import { TextThread } from './entities/text-thread.entity';

/** The tables of this room. */
export const messagingEntities = [TextThread, InboundText, OutboundText, OptOut];
