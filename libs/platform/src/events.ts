import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope } from './clinic-scope';
import { Database } from './database';
import { markMethod } from './handlers';

/** What downstairs tells upstairs; every event has this envelope. `data` may name patients, so it never leaves the clinic's scope. */
export interface DomainEvent<Data = Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly clinicId: string;
  readonly occurredAt: string;
  readonly data: Data;
}

export const EVENT_HANDLER = 'clinicall:event-handler';

/**
 * Marks a provider method as handler of an event type. It runs in the event's clinic scope, inside the dispatcher's
 * transaction, at least once: it may write rows and add jobs; anything outside the database belongs in a job.
 */
export const OnEvent = (type: string): MethodDecorator => markMethod(EVENT_HANDLER, type);

/** Writes events beside the change they tell of, in the same transaction (outbox). */
@Injectable()
export class Events {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Survives a crash exactly when the surrounding transaction does. */
  async emit(type: string, data: Record<string, unknown>, version = 1): Promise<string> {
    const id = randomUUID();
    await this.database.query(
      `WITH event AS (
         INSERT INTO outbox (clinic_id, id, type, version, occurred_at, data)
         VALUES ($1, $2, $3, $4, app.now(), $5) RETURNING clinic_id, id)
       INSERT INTO directory.outbox_pending (clinic_id, event_id) SELECT clinic_id, id FROM event`,
      [this.scope.clinicId(), id, type, version, JSON.stringify(data)],
      'event.emit',
    );
    return id;
  }
}
