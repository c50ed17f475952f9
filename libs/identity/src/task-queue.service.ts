import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { AuditService } from './audit.service';

/** A task that one person takes on and others then leave alone. */
export interface QueuedTask {
  readonly id: string;
  readonly kind: string;
  readonly status: 'requested' | 'completed';
  readonly patientId: string | null;
  readonly conversationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly openedAt: string;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
  readonly resolvedAt: string | null;
}

export interface QueueFilter {
  readonly kinds: readonly string[];
  readonly status: 'open' | 'claimed' | 'finished';
  readonly limit: number;
  /** Id of the last one seen. */
  readonly cursor?: string;
}

const COLUMNS = `id, kind, status, patient_id AS "patientId", conversation_id AS "conversationId", data, opened_at AS "openedAt",
  claimed_by AS "claimedBy", claimed_at AS "claimedAt", resolved_at AS "resolvedAt"`;
const CONDITION = {
  open: `status = 'requested' AND claimed_by IS NULL`,
  claimed: `status = 'requested' AND claimed_by IS NOT NULL`,
  finished: `status = 'completed'`,
} as const;

/** Tasks as a queue: oldest first, claimed by one person at a time, finished with what came of them. */
@Injectable()
export class TaskQueue {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  async list({ kinds, status, limit, cursor }: QueueFilter): Promise<QueuedTask[]> {
    return this.database.query<QueuedTask>(
      `SELECT ${COLUMNS} FROM tasks
        WHERE clinic_id = $1 AND kind = ANY($2) AND ${CONDITION[status]}
          AND ($3::uuid IS NULL OR (opened_at, id) > (SELECT opened_at, id FROM tasks WHERE clinic_id = $1 AND id = $3))
        ORDER BY opened_at, id LIMIT $4`,
      [this.scope.clinicId(), kinds, cursor ?? null, limit],
    );
  }

  /** Claiming one's own again is the same as once. @throws AppError `not_found`; `conflict` when somebody else has it, or it is done. */
  async claim(id: string, kinds: readonly string[]): Promise<QueuedTask> {
    return this.database.transaction(async () => {
      const [task] = await this.database.query<QueuedTask>(
        `UPDATE tasks SET claimed_by = $4, claimed_at = COALESCE(claimed_at, app.now())
          WHERE clinic_id = $1 AND id = $2 AND kind = ANY($3) AND status = 'requested' AND (claimed_by IS NULL OR claimed_by = $4)
          RETURNING ${COLUMNS}`,
        [this.scope.clinicId(), id, kinds, this.scope.actor().id],
      );
      if (task === undefined) throw await this.refusal(id, kinds, 'Somebody else has it, or it is done.');
      await this.audit.record({ action: 'task.claim', subject: { kind: 'task', id } });
      return task;
    });
  }

  /**
   * What came of it. Done: the task is completed. Not done: it goes back into the queue, with one try more.
   * @throws AppError `not_found`; `conflict` when somebody else has it, or it is done.
   */
  async finish(
    id: string,
    kinds: readonly string[],
    result: { readonly outcome: string; readonly note?: string; readonly done: boolean },
  ): Promise<QueuedTask> {
    const { outcome, note, done } = result;
    return this.database.transaction(async () => {
      const [task] = await this.database.query<QueuedTask>(
        `UPDATE tasks SET data = data || jsonb_strip_nulls(jsonb_build_object('result', $5::text, 'note', $6::text,
                  'tries', COALESCE((data ->> 'tries')::int, 0) + 1)),
                status = CASE WHEN $7 THEN 'completed' ELSE status END,
                resolved_at = CASE WHEN $7 THEN app.now() END, resolved_by = CASE WHEN $7 THEN $4 END,
                claimed_by = CASE WHEN $7 THEN claimed_by END, claimed_at = CASE WHEN $7 THEN claimed_at END
          WHERE clinic_id = $1 AND id = $2 AND kind = ANY($3) AND status = 'requested' AND (claimed_by IS NULL OR claimed_by = $4)
          RETURNING ${COLUMNS}`,
        [this.scope.clinicId(), id, kinds, this.scope.actor().id, outcome, note ?? null, done],
      );
      if (task === undefined) throw await this.refusal(id, kinds, 'Somebody else has it, or it is done.');
      await this.audit.record({ action: 'task.finish', subject: { kind: 'task', id }, details: { outcome } });
      return task;
    });
  }

  /** The newest open task of a conversation; undefined when there is none. */
  async openOf(conversationId: string, kinds: readonly string[]): Promise<string | undefined> {
    const [task] = await this.database.query<{ id: string }>(
      `SELECT id FROM tasks WHERE clinic_id = $1 AND conversation_id = $2 AND kind = ANY($3) AND status = 'requested'
        ORDER BY opened_at DESC LIMIT 1`,
      [this.scope.clinicId(), conversationId, kinds],
    );
    return task?.id;
  }

  private async refusal(id: string, kinds: readonly string[], detail: string): Promise<AppError> {
    const [known] = await this.database.query(
      'SELECT id FROM tasks WHERE clinic_id = $1 AND id = $2 AND kind = ANY($3)',
      [this.scope.clinicId(), id, kinds],
    );
    return known === undefined ? AppError.notFound('task') : new AppError('conflict', detail);
  }
}
