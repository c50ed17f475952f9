import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database';
import { Environment } from './environment';
import { EVENT_HANDLER } from './events';
import type { DomainEvent } from './events';
import { MarkedMethods } from './handlers';
import type { MarkedMethod } from './handlers';
import { Jobs } from './jobs';
import { Logger } from './logger';
import type { Session } from './session';

const POLL_MS = 200;
const BATCH = 50;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 10 * 60_000;

interface EventRow {
  id: string;
  type: string;
  version: number;
  clinicId: string;
  occurredAt: Date;
  data: Record<string, unknown>;
  attempts: number;
}

/**
 * Delivers the outbox in batches of one clinic: claims pointers with SKIP LOCKED, enters the clinic, runs the handlers
 * and drops the pointers in one transaction, so a handler's rows and the delivery stand or fall together. Polls instead
 * of NOTIFY, which would serialise every booking's commit.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private handlers: MarkedMethod[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly methods: MarkedMethods,
    private readonly jobs: Jobs,
    private readonly environment: Environment,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers = this.methods.find(EVENT_HANDLER);
    if (this.environment.hasRole('jobs')) this.schedule(POLL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Delivers what is pending now; returns how many events were claimed. */
  async deliverBatch(): Promise<number> {
    return this.database.unscoped(async (session, enter) => {
      const claimed = await this.claim(session);
      const [first] = claimed;
      if (first === undefined) return 0;
      await enter(first.clinic_id, async () => {
        const events = await this.database.query<EventRow>(
          `SELECT id, type, version, clinic_id AS "clinicId", occurred_at AS "occurredAt", data, attempts
             FROM outbox WHERE clinic_id = $1 AND id = ANY($2) ORDER BY occurred_at, id`,
          [first.clinic_id, claimed.map((pointer) => pointer.event_id)],
        );
        for (const event of events) await this.deliver(session, event);
      });
      return claimed.length;
    });
  }

  private async claim(session: Session): Promise<{ clinic_id: string; event_id: string }[]> {
    return session.query(
      `DELETE FROM directory.outbox_pending WHERE (clinic_id, event_id) IN (
         SELECT clinic_id, event_id FROM directory.outbox_pending
          WHERE clinic_id = (SELECT clinic_id FROM directory.outbox_pending ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED)
          ORDER BY position LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING clinic_id, event_id`,
    );
  }

  private async deliver(session: Session, row: EventRow): Promise<void> {
    const event: DomainEvent = {
      id: row.id,
      type: row.type,
      version: row.version,
      clinicId: row.clinicId,
      occurredAt: new Date(row.occurredAt).toISOString(),
      data: row.data,
    };
    await session.query('SAVEPOINT event');
    try {
      for (const handler of this.handlers) if (handler.mark === event.type) await handler.call(event);
      await session.query('RELEASE SAVEPOINT event');
      await this.database.query('UPDATE outbox SET delivered_at = clock_timestamp() WHERE clinic_id = $1 AND id = $2', [
        row.clinicId,
        row.id,
      ]);
    } catch (error) {
      await session.query('ROLLBACK TO SAVEPOINT event');
      this.logger.error('an event handler failed; the event will be tried again', { eventType: event.type, error });
      await this.retryLater(row);
    }
  }

  private async retryLater(row: EventRow): Promise<void> {
    await this.database.query('UPDATE outbox SET attempts = attempts + 1 WHERE clinic_id = $1 AND id = $2', [
      row.clinicId,
      row.id,
    ]);
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** row.attempts, LAST_RETRY_MS);
    await this.jobs.add('outbox.retry', { eventId: row.id }, { delayMs, jobKey: `outbox:${row.id}` });
  }

  private schedule(delayMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.deliverBatch()
        .then((count) => this.schedule(count > 0 ? 0 : POLL_MS))
        .catch((error: unknown) => {
          this.logger.warn('the outbox could not be read; trying again', { error });
          this.schedule(POLL_MS * 5);
        });
    }, delayMs);
  }
}
