// Texts: the SMS webhook, replies, confirmations, reminders, opt-outs and receipts.
// It may use conversation, scheduling, identity, platform and language; never telephony, interop or insights.
// The receptionist alone uses it.
export { messagingEntities } from './messaging-entities';
export { MessagingModule } from './messaging.module';
export { OutboundTexts } from './outbound-texts.service';
