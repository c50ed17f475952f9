import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Events } from '@clinicall/platform';
import { AuditService } from './audit.service';

export interface TaskView {
  readonly id: string;
  readonly kind: string;
  readonly status: 'requested' | 'completed';
  readonly patientId: string | null;
  readonly conversationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
}

export interface EmergencyTask {
  readonly taskId: string;
  readonly conversationId: string | null;
  readonly openedAt: string;
}

const COLUMNS = `id, kind, status, patient_id AS "patientId", conversation_id AS "conversationId", data,
  opened_at AS "openedAt", resolved_at AS "resolvedAt"`;

/** What a person must do. Opened by any room, in the transaction of what made it necessary. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /**
   * The wish of a caller to be called back by a person, once for a conversation: the agent and telephony may both notice it, at
   * one moment. What the second knows more goes to the task that is open; what the first noted stands. @returns its id.
   */
  async openCallBack(
    data: Readonly<Record<string, unknown>>,
    about: { patientId?: string; conversationId: string },
  ): Promise<string> {
    return this.database.transaction(async () => {
      const [task] = await this.database.query<{ id: string; isNew: boolean }>(
        `INSERT INTO tasks (clinic_id, id, kind, patient_id, conversation_id, data, opened_at, wish)
         VALUES ($1, $2, 'call_back', $3, $4, $5, app.now(), 'a person')
         ON CONFLICT (clinic_id, conversation_id, wish) WHERE wish IS NOT NULL AND status = 'requested'
         DO UPDATE SET data = EXCLUDED.data || jsonb_strip_nulls(tasks.data),
                       patient_id = COALESCE(tasks.patient_id, EXCLUDED.patient_id)
         RETURNING id, id = $2 AS "isNew"`,
        [this.scope.clinicId(), randomUUID(), about.patientId ?? null, about.conversationId, JSON.stringify(data)],
      );
      const { id, isNew } = task as { id: string; isNew: boolean };
      if (isNew) await this.events.emit('TaskOpened', { taskId: id, kind: 'call_back' });
      return id;
    });
  }

  async open(
    kind: string,
    data: Readonly<Record<string, unknown>>,
    about: { patientId?: string; conversationId?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO tasks (clinic_id, id, kind, patient_id, conversation_id, data, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, app.now())`,
        [this.scope.clinicId(), id, kind, about.patientId ?? null, about.conversationId ?? null, JSON.stringify(data)],
      );
      await this.events.emit('TaskOpened', { taskId: id, kind });
    });
    return id;
  }

  /** Newest first, from the one after `cursor` (an id). */
  async list(filter: { status?: string; limit: number; cursor?: string }): Promise<TaskView[]> {
    return this.database.query<TaskView>(
      `SELECT ${COLUMNS} FROM tasks
        WHERE clinic_id = $1 AND ($2::text IS NULL OR status = $2)
          AND ($3::uuid IS NULL OR (opened_at, id) < (SELECT opened_at, id FROM tasks WHERE clinic_id = $1 AND id = $3))
        ORDER BY opened_at DESC, id DESC LIMIT $4`,
      [this.scope.clinicId(), filter.status ?? null, filter.cursor ?? null, filter.limit],
    );
  }

  /** People in danger of whom nobody has taken care yet: where to look, without their words. Newest first, ten at most. */
  async openEmergencies(): Promise<EmergencyTask[]> {
    return this.database.query<EmergencyTask>(
      `SELECT id AS "taskId", conversation_id AS "conversationId", opened_at AS "openedAt" FROM tasks
        WHERE clinic_id = $1 AND status = 'requested' AND kind = 'emergency' ORDER BY opened_at DESC, id DESC LIMIT 10`,
      [this.scope.clinicId()],
    );
  }

  /** Puts more into an open task: what its caller said later. */
  async addData(id: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    await this.database.query(
      `UPDATE tasks SET data = data || $3::jsonb WHERE clinic_id = $1 AND id = $2 AND status = 'requested'`,
      [this.scope.clinicId(), id, JSON.stringify(data)],
    );
  }

  /** Resolves what is open about an appointment and was opened by then: what it asked for has happened. */
  async resolveAbout(kind: string, appointmentId: string, until: Date): Promise<void> {
    const open = await this.database.query<{ id: string }>(
      `SELECT id FROM tasks WHERE clinic_id = $1 AND status = 'requested' AND kind = $2
          AND data->>'appointmentId' = $3 AND opened_at <= $4`,
      [this.scope.clinicId(), kind, appointmentId, until],
    );
    for (const { id } of open) await this.resolve(id);
  }

  /** Resolving twice is the same as once. @throws AppError `not_found`. */
  async resolve(id: string): Promise<TaskView> {
    return this.database.transaction(async () => {
      const [task] = await this.database.query<TaskView>(
        `UPDATE tasks SET status = 'completed', resolved_at = COALESCE(resolved_at, app.now()), resolved_by = COALESCE(resolved_by, $3)
          WHERE clinic_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
        [this.scope.clinicId(), id, this.scope.actor().id],
      );
      if (task === undefined) throw AppError.notFound('task');
      await this.audit.record({ action: 'task.resolve', subject: { kind: 'task', id } });
      return task;
    });
  }
}
