import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { BookingAttempt } from './booking-attempt';
import { ClinicZone } from './clinic-zone';
import { PatientMergesRepository } from './patient-merges.repository';
import type { MergeRow, Moved } from './patient-merges.repository';
import { PatientsRepository } from './patients.repository';

export interface MergeView {
  readonly id: string;
  /** The record that was given up; it stays readable, and leads to the other one. */
  readonly sourceId: string;
  readonly targetId: string;
  readonly movedAppointments: number;
  readonly mergedAt: string;
  readonly undoneAt: string | null;
}

/**
 * Two records of one person become one: visits, holds, wishes and proxies change hands, the record given up stays with its
 * conversations and its audit, and leads to the one that stands. What changed hands is written down, so it can be taken back.
 */
@Injectable()
export class PatientMergesService {
  constructor(
    private readonly merges: PatientMergesRepository,
    private readonly patients: PatientsRepository,
    private readonly attempt: BookingAttempt,
    private readonly zone: ClinicZone,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /**
   * @throws AppError `not_found` when one of them does not stand, `patient_busy` when they have visits at the same time
   * (then they are hardly one person, or one visit must go first).
   */
  async merge(sourceId: string, targetId: string): Promise<MergeView> {
    if (sourceId === targetId) throw AppError.field('intoId', 'is the same patient');
    return this.attempt.run(async () => {
      const standing = await this.merges.lock([sourceId, targetId]);
      if (!standing.includes(sourceId)) throw AppError.notFound('patient');
      if (!standing.includes(targetId)) throw AppError.field('intoId', 'is not a patient of this clinic');
      const moved = await this.moved(sourceId, targetId);
      const id = randomUUID();
      await this.merges.giveUp(sourceId, targetId);
      await this.merges.insert({ id, sourceId, targetId, moved });
      await this.events.emit('PatientsMerged', { mergeId: id, sourceId, targetId });
      await this.audit.record({
        action: 'patient.merge',
        subject: { kind: 'patient', id: targetId },
        details: { mergeId: id, sourceId, appointments: moved.appointments.length },
      });
      return this.view(await this.found(id));
    });
  }

  /** Taking back again is no mistake. @throws AppError `not_found`; `conflict` when the target was merged away since. */
  async undo(mergeId: string): Promise<MergeView> {
    return this.attempt.run(async () => {
      const merge = await this.found(mergeId);
      if (merge.undoneAt !== null) return this.view(merge);
      const standing = await this.merges.lock([merge.targetId]);
      if (standing.length === 0)
        throw new AppError('conflict', 'The other record was merged since; take that back first.');
      await this.merges.moveBack(merge);
      const { sourceId, targetId } = merge;
      await this.events.emit('PatientsUnmerged', { mergeId, sourceId, targetId });
      await this.audit.record({
        action: 'patient.unmerge',
        subject: { kind: 'patient', id: targetId },
        details: { mergeId, sourceId },
      });
      return this.view(await this.found(mergeId));
    });
  }

  /** Newest first. @throws AppError `not_found` for no such patient. */
  async listOf(patientId: string): Promise<MergeView[]> {
    if ((await this.patients.find(patientId)) === undefined) throw AppError.notFound('patient');
    return Promise.all((await this.merges.of(patientId)).map((merge) => this.view(merge)));
  }

  private async moved(sourceId: string, targetId: string): Promise<Moved> {
    let moved: Moved | undefined;
    await this.attempt.passes(async () => {
      moved = await this.merges.moveAll(sourceId, targetId);
    });
    if (moved === undefined) throw new AppError('patient_busy', 'The two have visits at the same time.');
    return moved;
  }

  private async found(mergeId: string): Promise<MergeRow> {
    const merge = await this.merges.find(mergeId);
    if (merge === undefined) throw AppError.notFound('merge');
    return merge;
  }

  private async view(merge: MergeRow): Promise<MergeView> {
    const format = await this.zone.formatter();
    const { id, sourceId, targetId, moved, mergedAt, undoneAt } = merge;
    return {
      id,
      sourceId,
      targetId,
      movedAppointments: moved.appointments.length,
      mergedAt: format(mergedAt),
      undoneAt: undoneAt === null ? null : format(undoneAt),
    };
  }
}
