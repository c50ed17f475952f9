import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '@clinicall/language';
import { ClinicScope, Database } from '@clinicall/platform';

/** Real seconds after which a thread whose instance died may be taken over. */
const LEASE_SECONDS = 8;

export interface ThreadRow {
  readonly id: string;
  readonly conversationId: string | null;
  readonly language: Language | null;
}

/** Threads and the leases on them: one instance answers a thread at a time, in order. */
@Injectable()
export class ThreadsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @returns the lease's token; undefined while somebody else answers. */
  async lease(threadId: string): Promise<string | undefined> {
    const token = randomUUID();
    const rows = await this.database.query(
      `UPDATE text_threads SET lease_token = $3, lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
        WHERE clinic_id = $1 AND id = $2 AND (lease_until IS NULL OR lease_until < clock_timestamp()) RETURNING id`,
      [this.scope.clinicId(), threadId, token],
    );
    return rows.length > 0 ? token : undefined;
  }

  async renew(threadId: string, token: string): Promise<void> {
    await this.database.query(
      `UPDATE text_threads SET lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
        WHERE clinic_id = $1 AND id = $2 AND lease_token = $3`,
      [this.scope.clinicId(), threadId, token],
    );
  }

  async release(threadId: string, token: string): Promise<void> {
    await this.database.query(
      `UPDATE text_threads SET lease_token = NULL, lease_until = NULL WHERE clinic_id = $1 AND id = $2 AND lease_token = $3`,
      [this.scope.clinicId(), threadId, token],
    );
  }

  async get(threadId: string): Promise<ThreadRow | undefined> {
    const [row] = await this.database.query<ThreadRow>(
      `SELECT id, conversation_id AS "conversationId", language FROM text_threads WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), threadId],
    );
    return row;
  }

  async follow(threadId: string, conversationId: string, language: Language): Promise<void> {
    await this.database.query(
      `UPDATE text_threads SET conversation_id = $3, language = $4 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), threadId, conversationId, language],
    );
  }
}
