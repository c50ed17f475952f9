import { identityEntities } from '@clinicall/identity';
import { IdempotencyKey, OutboxEvent, OutboxPending } from '@clinicall/platform';

export const platformEntities = [IdempotencyKey, OutboxEvent, OutboxPending];

/** Every entity of the product: what the schema is compared with. */
export const allEntities = [...platformEntities, ...identityEntities];
