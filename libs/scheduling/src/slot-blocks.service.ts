import { Injectable } from '@nestjs/common';
import { ClinicScope, Database, Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { Alternatives } from './alternatives';
import { BookingAttempt } from './booking-attempt';
import { MovesRepository } from './moves.repository';
import type { LockedSlot } from './moves.repository';

export interface BlockConflict {
  readonly slotId: string;
  readonly reason: 'not_found' | 'past_time' | 'slot_taken';
}

export type BlockResult =
  | { readonly ok: true; readonly slotIds: readonly string[] }
  | { readonly ok: false; readonly conflicts: readonly BlockConflict[] };

/** Times that staff take off the market and put back, all or none. */
@Injectable()
export class SlotBlocksService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly moves: MovesRepository,
    private readonly attempt: BookingAttempt,
    private readonly events: Events,
    private readonly audit: AuditService,
    private readonly alternatives: Alternatives,
  ) {}

  /** A time that somebody has is a conflict; one that is blocked already is none. `slotIds`: what changed. */
  async block(slotIds: readonly string[], reason: string | null): Promise<BlockResult> {
    return this.attempt.run(async (): Promise<BlockResult> => {
      const slots = await this.moves.lockSlots(slotIds, 0);
      const conflicts = slotIds.flatMap((slotId) => conflictOf(slotId, slots.get(slotId)));
      if (conflicts.length > 0) return { ok: false, conflicts };
      const changed = await this.database.query<{ id: string; holdId: string | null }>(
        `WITH lapsed AS (
           UPDATE holds SET status = 'expired', ended_at = holds.expires_at
             FROM slots WHERE slots.clinic_id = $1 AND slots.id = ANY($2::uuid[])
              AND holds.clinic_id = $1 AND holds.id = slots.hold_id AND holds.status = 'active'
         )
         UPDATE slots SET status = 'blocked', block_reason = $3, hold_id = NULL, hold_expires_at = NULL, appointment_id = NULL
          WHERE clinic_id = $1 AND id = ANY($2::uuid[]) AND status <> 'blocked' RETURNING id`,
        [this.scope.clinicId(), slotIds, reason],
      );
      return this.done('SlotsBlocked', 'slot.block', changed);
    });
  }

  /** Blocked times become free; others stay as they are. `slotIds`: what changed. */
  async unblock(slotIds: readonly string[]): Promise<BlockResult> {
    return this.attempt.run(async (): Promise<BlockResult> => {
      await this.moves.lockSlots(slotIds, 0);
      const changed = await this.database.query<{ id: string }>(
        `UPDATE slots SET status = 'free', block_reason = NULL, hold_id = NULL, hold_expires_at = NULL, appointment_id = NULL
          WHERE clinic_id = $1 AND id = ANY($2::uuid[]) AND status = 'blocked' RETURNING id`,
        [this.scope.clinicId(), slotIds],
      );
      return this.done('SlotsUnblocked', 'slot.unblock', changed);
    });
  }

  private async done(event: string, action: string, changed: readonly { id: string }[]): Promise<BlockResult> {
    const slotIds = changed.map((row) => row.id);
    if (slotIds.length > 0) {
      this.alternatives.forget();
      await this.events.emit(event, { slotIds });
      await this.audit.record({ action, details: { slotIds } });
    }
    return { ok: true, slotIds };
  }
}

function conflictOf(slotId: string, slot: LockedSlot | undefined): BlockConflict[] {
  if (slot === undefined) return [{ slotId, reason: 'not_found' }];
  if (slot.blocked) return [];
  if (slot.past) return [{ slotId, reason: 'past_time' }];
  return slot.takeable ? [] : [{ slotId, reason: 'slot_taken' }];
}
