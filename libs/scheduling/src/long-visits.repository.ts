import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import { HOLD_MINUTES } from './bookings.repository';
import type { NewAppointment, NewHold } from './bookings.repository';
import type { LockedSlot } from './moves.repository';
import { allowsVisit, visitMinutes } from './slot-conditions';

/** The statements of visits that take several slots: every slot is locked before (MovesRepository.lockSlots), then written. */
@Injectable()
export class LongVisitsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * The slots, in order of time, that a visit of this type takes from this slot on, whoever has them now: consecutive ones
   * of one doctor, lane and place. Undefined: the row ends too early, or there is no such slot.
   */
  async run(slotId: string, visitTypeId: string | null): Promise<string[] | undefined> {
    const rows = await this.database.query<{ id: string; enough: boolean }>(
      `WITH RECURSIVE run AS (
         SELECT s.*, s.starts_at + make_interval(mins => COALESCE(${visitMinutes('s', '$3::uuid')}, 0)) AS until
           FROM slots s WHERE s.clinic_id = $1 AND s.id = $2 AND ${allowsVisit('s', '$3::uuid')}
         UNION ALL
         SELECT n.*, r.until
           FROM run r JOIN slots n ON n.clinic_id = $1 AND n.doctor_id = r.doctor_id AND n.lane = r.lane
            AND tstzrange(n.starts_at, n.ends_at) @> r.ends_at + make_interval(mins => r.gap_minutes)
            AND n.starts_at = r.ends_at + make_interval(mins => r.gap_minutes) AND n.status <> 'withdrawn'
            AND n.location_id IS NOT DISTINCT FROM r.location_id AND ${allowsVisit('n', '$3::uuid')}
          WHERE r.ends_at < r.until
       )
       SELECT id, ends_at >= until AS enough FROM run ORDER BY starts_at`,
      [this.scope.clinicId(), slotId, visitTypeId],
    );
    return rows.at(-1)?.enough === true ? rows.map((row) => row.id) : undefined;
  }

  /** The slots that a hold keeps or an appointment has, in order of time. */
  async slotIdsOf(table: 'holds' | 'appointments', id: string): Promise<string[]> {
    const [row] = await this.database.query<{ ids: string[] }>(
      `SELECT slot_id || more_slot_ids AS ids FROM ${table} WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id],
    );
    return row?.ids ?? [];
  }

  /** @returns when the hold on locked, takeable slots ends. */
  async keep(hold: NewHold, slots: readonly LockedSlot[], minutes = HOLD_MINUTES): Promise<Date> {
    const [first, ...more] = idsOf(slots);
    await this.endHoldsOf(slots, null);
    const [row] = await this.database.query<{ expiresAt: Date }>(
      `WITH kept AS (
         INSERT INTO holds (clinic_id, id, slot_id, more_slot_ids, owner_kind, conversation_id, patient_id, visit_type_id, expires_at)
         VALUES ($1, $2, $3, $4, COALESCE($9, CASE WHEN $5::uuid IS NULL THEN 'token' ELSE 'conversation' END), $5, $6, $7,
                 app.now() + make_interval(mins => $8))
         RETURNING id, slot_id || more_slot_ids AS slot_ids, expires_at
       ), taken AS (
         UPDATE slots SET status = 'held', hold_id = k.id, hold_expires_at = k.expires_at, appointment_id = NULL
           FROM kept k WHERE slots.clinic_id = $1 AND slots.id = ANY(k.slot_ids)
       )
       SELECT expires_at AS "expiresAt" FROM kept`,
      [
        this.scope.clinicId(),
        hold.id,
        first,
        more,
        hold.conversationId,
        hold.patientId,
        hold.visitTypeId,
        minutes,
        hold.ownerKind ?? null,
      ],
    );
    if (row === undefined) throw new Error('A hold was inserted and gave no row.');
    return row.expiresAt;
  }

  /** Books locked slots. False: a constraint refused the row, and nothing was written. */
  async book(booking: NewAppointment, slots: readonly LockedSlot[], extra: BookingExtra = {}): Promise<boolean> {
    const [first, ...more] = idsOf(slots);
    const { ownHoldId = null, seriesId = null } = extra;
    const made = await this.database.query(
      `WITH booked AS (
         INSERT INTO appointments (clinic_id, id, slot_id, more_slot_ids, doctor_id, specialty_id, lane, starts_at, ends_at,
                                   patient_id, visit_type_id, reason, source, conversation_id, hold_id, series_id)
         SELECT $1, $3, f.id, $10, f.doctor_id, f.specialty_id, f.lane, f.starts_at, l.ends_at, $4,
                COALESCE($5::uuid, (SELECT visit_type_id FROM holds WHERE clinic_id = $1 AND id = $9::uuid)), $6, $7, $8, $9, $11
           FROM slots f, slots l
          WHERE f.clinic_id = $1 AND f.id = $2 AND l.clinic_id = $1 AND l.id = $12
         ON CONFLICT DO NOTHING
         RETURNING id, slot_id || more_slot_ids AS slot_ids
       ), taken AS (
         UPDATE slots SET status = 'booked', appointment_id = b.id, hold_id = NULL, hold_expires_at = NULL
           FROM booked b WHERE slots.clinic_id = $1 AND slots.id = ANY(b.slot_ids)
       )
       SELECT id FROM booked`,
      [
        this.scope.clinicId(),
        first,
        booking.id,
        booking.patientId,
        booking.visitTypeId,
        booking.reason,
        booking.source,
        booking.conversationId,
        ownHoldId,
        more,
        seriesId,
        more.at(-1) ?? first,
      ],
    );
    if (made.length > 0) await this.endHoldsOf(slots, ownHoldId);
    return made.length > 0;
  }

  /** Holds that kept these slots: the own one was confirmed, others had ended before. */
  private async endHoldsOf(slots: readonly LockedSlot[], ownHoldId: string | null): Promise<void> {
    const ended = slots.map((slot) => slot.holdId).filter((id) => id !== null);
    if (ended.length === 0) return;
    await this.database.query(
      `UPDATE holds SET status = CASE WHEN id = $3::uuid THEN 'confirmed' ELSE 'expired' END, ended_at = app.now()
        WHERE clinic_id = $1 AND id = ANY($2::uuid[]) AND status = 'active'`,
      [this.scope.clinicId(), [...new Set(ended)], ownHoldId],
    );
  }
}

export interface BookingExtra {
  readonly ownHoldId?: string | null;
  readonly seriesId?: string | null;
}

/** @throws for no slots at all, which no caller may ask for. */
function idsOf(slots: readonly LockedSlot[]): [string, ...string[]] {
  const [first, ...more] = slots.map((slot) => slot.id);
  if (first === undefined) throw new Error('A visit takes at least one slot.');
  return [first, ...more];
}
