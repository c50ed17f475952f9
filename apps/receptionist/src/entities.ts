import { conversationEntities } from '@clinicall/conversation';
import { identityEntities } from '@clinicall/identity';
import { messagingEntities } from '@clinicall/messaging';
import { IdempotencyKey, OutboxEvent, OutboxPending } from '@clinicall/platform';
import { schedulingEntities } from '@clinicall/scheduling';
import { telephonyEntities } from '@clinicall/telephony';

export const platformEntities = [IdempotencyKey, OutboxEvent, OutboxPending];

/** Every entity of the product: what the schema is compared with. */
export const allEntities = [
  ...platformEntities,
  ...identityEntities,
  ...schedulingEntities,
  ...conversationEntities,
  ...messagingEntities,
  ...telephonyEntities,
];
