import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import { takeable, visitMinutes } from './slot-conditions';
import { withInstants } from './slots.repository';
import type { AsJson } from './slots.repository';

/**
 * Every statement that takes a slot looks, locks, judges again under the lock, and writes, in one round trip. `seen` is
 * the slot as the statement's snapshot has it, with the verdict; only what looked takeable is locked (a lock is a write,
 * with its flush at commit, and most of a crowd is refused), and `target` is the row if it is takeable still. The UPDATEs
 * find the row by id, but CHECKs are tried on the snapshot's version before it is brought up to date: so each sets every
 * column that a CHECK of the table reads.
 */
const TAKEABLE = takeable('s');
const LIVE = `status IN ('booked', 'arrived', 'fulfilled')`;
export const HOLD_MINUTES = 10;

export interface NewHold {
  readonly id: string;
  readonly slotId: string;
  readonly conversationId: string | null;
  readonly patientId: string | null;
  readonly visitTypeId: string | null;
  readonly noticeMinutes: number;
  /** Set for a freed time that is offered to somebody waiting. */
  readonly ownerKind?: 'waitlist';
}

export interface NewAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly visitTypeId: string | null;
  readonly reason: string | null;
  readonly source: string;
  readonly conversationId: string | null;
}

/**
 * What a taking statement found: `ok` with what it wrote, or why it wrote nothing. `longer`: the visit needs the slots after
 * this one too, which LongVisits takes.
 */
export interface Taking {
  readonly verdict: string;
  readonly slotId: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Of the new hold. */
  readonly expiresAt?: Date;
  readonly overbooked?: true;
  /** Null with the verdict `ok`: a constraint refused the row. */
  readonly appointmentId?: string | null;
}

/** `lost`: the verdict when the slot looked takeable and under the lock was not. */
const taking = (lost: string): string => `
  CASE WHEN v.verdict = 'ok' AND NOT EXISTS (SELECT FROM target) THEN '${lost}' ELSE v.verdict END AS verdict,
  v.id AS "slotId", v.doctor_id AS "doctorId", v.specialty_id AS "specialtyId", v.starts_at AS "startsAt", v.ends_at AS "endsAt"`;

/** An appointment row made from the locked slot; a collision with any constraint writes nothing (never a deadlock). */
const bookTarget = (lost: string): string => `
  booked AS (
    INSERT INTO appointments (clinic_id, id, slot_id, doctor_id, specialty_id, lane, starts_at, ends_at, patient_id,
                              visit_type_id, reason, source, conversation_id, hold_id)
    SELECT $1, $3, t.id, t.doctor_id, t.specialty_id, t.lane, t.starts_at, t.ends_at, $4,
           COALESCE($5::uuid, v.kept_visit_type_id), $6, $7, $8, v.own_hold_id
      FROM target t, seen v
    ON CONFLICT DO NOTHING
    RETURNING id, slot_id
  ), taken AS (
    UPDATE slots SET status = 'booked', appointment_id = b.id, hold_id = NULL, hold_expires_at = NULL
      FROM booked b WHERE slots.clinic_id = $1 AND slots.id = b.slot_id
  ), ended AS (
    UPDATE holds SET status = CASE WHEN v.own_hold_id = t.hold_id THEN 'confirmed' ELSE 'expired' END, ended_at = app.now()
      FROM target t, seen v, booked WHERE holds.clinic_id = $1 AND holds.id = t.hold_id AND holds.status = 'active'
  )
  SELECT ${taking(lost)}, (SELECT id FROM booked) AS "appointmentId" FROM seen v`;

/**
 * The patient's row is locked as the foreign key would lock it a moment later: a merge that gives this record up meanwhile
 * is waited for, and then seen.
 */
const PATIENT_EXISTS = `EXISTS (
  SELECT FROM patients p WHERE p.clinic_id = $1 AND p.id = $4 AND p.merged_into_id IS NULL FOR KEY SHARE)`;

/** Whether a visit of this type is longer than the slot `s`. */
const outgrows = (visitType: string): string =>
  `s.ends_at < s.starts_at + make_interval(mins => ${visitMinutes('s', visitType)})`;

/** The free slot kept for an owner: locked, judged, taken, and what kept it before closed, in one statement. */
const HOLD = `
  WITH seen AS MATERIALIZED (
    SELECT s.*, CASE
        WHEN s.starts_at <= app.now() + make_interval(mins => $7) THEN 'past_time'
        WHEN NOT ${TAKEABLE} THEN 'slot_taken'
        WHEN $6::uuid IS NOT NULL AND NOT $6 = ANY(COALESCE(s.visit_type_ids, ARRAY[$6::uuid])) THEN 'visit_type_not_offered'
        WHEN $6::uuid IS NOT NULL AND ${outgrows('$6::uuid')} THEN 'longer'
        WHEN $5::uuid IS NOT NULL AND EXISTS (
          SELECT FROM appointments a WHERE a.clinic_id = $1 AND a.patient_id = $5 AND a.${LIVE}
             AND tstzrange(a.starts_at, a.ends_at) && tstzrange(s.starts_at, s.ends_at)) THEN 'patient_busy'
        ELSE 'ok' END AS verdict
      FROM slots s WHERE s.clinic_id = $1 AND s.id = $2
  ), target AS (
    SELECT s.* FROM slots s
     WHERE s.clinic_id = $1 AND s.id = $2 AND ${TAKEABLE} AND (SELECT verdict FROM seen) = 'ok' FOR UPDATE
  ), lapsed AS (
    UPDATE holds SET status = 'expired', ended_at = holds.expires_at
      FROM target t WHERE holds.clinic_id = $1 AND holds.id = t.hold_id AND holds.status = 'active'
  ), kept AS (
    INSERT INTO holds (clinic_id, id, slot_id, owner_kind, conversation_id, patient_id, visit_type_id, expires_at)
    SELECT $1, $3, t.id, CASE WHEN $4::uuid IS NULL THEN 'token' ELSE 'conversation' END, $4, $5, $6,
           app.now() + interval '${HOLD_MINUTES} minutes'
      FROM target t
    RETURNING id, slot_id, expires_at
  ), taken AS (
    UPDATE slots SET status = 'held', hold_id = k.id, hold_expires_at = k.expires_at, appointment_id = NULL
      FROM kept k WHERE slots.clinic_id = $1 AND slots.id = k.slot_id
  )
  SELECT ${taking('slot_taken')}, (SELECT expires_at FROM kept) AS "expiresAt" FROM seen v`;

/** How a slot is taken: kept, or booked. Raw SQL: the order of locks is the design. */
@Injectable()
export class BookingsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Takes a free slot, or one whose hold has ended (which is closed in the same statement). Undefined: no such slot. */
  async hold(hold: NewHold): Promise<Taking | undefined> {
    const taken = await this.taken(hold.slotId, hold.noticeMinutes);
    if (taken !== undefined) return taken;
    const [row] = await this.database.query<Taking>(
      HOLD,
      [
        this.scope.clinicId(),
        hold.slotId,
        hold.id,
        hold.conversationId,
        hold.patientId,
        hold.visitTypeId,
        hold.noticeMinutes,
      ],
      'slot.hold',
    );
    return row;
  }

  /** Books the slot that this hold keeps. Undefined: no such hold. `conversationId` null: a token was proved. */
  async confirm(holdId: string, conversationId: string | null, booking: NewAppointment): Promise<Taking | undefined> {
    const [row] = await this.database.query<Taking>(
      `WITH seen AS MATERIALIZED (
         SELECT s.*, h.id AS own_hold_id, h.visit_type_id AS kept_visit_type_id, CASE
             WHEN h.conversation_id IS DISTINCT FROM $9::uuid THEN 'hold_not_yours'
             WHEN s.hold_id IS DISTINCT FROM h.id OR s.hold_expires_at <= app.now() THEN 'hold_expired'
             WHEN s.starts_at <= app.now() THEN 'past_time'
             WHEN h.more_slot_ids <> '{}' THEN 'longer'
             WHEN NOT ${PATIENT_EXISTS} THEN 'patient_not_found'
             ELSE 'ok' END AS verdict
           FROM holds h JOIN slots s ON s.clinic_id = h.clinic_id AND s.id = h.slot_id
          WHERE h.clinic_id = $1 AND h.id = $2
       ), target AS (
         SELECT s.* FROM slots s
          WHERE s.clinic_id = $1 AND s.id = (SELECT id FROM seen WHERE verdict = 'ok')
            AND s.hold_id = $2 AND s.hold_expires_at > app.now() FOR UPDATE
       ), ${bookTarget('hold_expired')}`,
      [this.scope.clinicId(), holdId, ...values(booking), conversationId],
      'slot.confirm',
    );
    return row;
  }

  /** Books a free slot straight away. Undefined: no such slot. */
  async book(slotId: string, booking: NewAppointment, noticeMinutes: number): Promise<Taking | undefined> {
    const taken = await this.taken(slotId, noticeMinutes);
    if (taken !== undefined) return taken;
    const [row] = await this.database.query<Taking>(
      `WITH seen AS MATERIALIZED (
         SELECT s.*, NULL::uuid AS own_hold_id, NULL::uuid AS kept_visit_type_id, CASE
             WHEN s.starts_at <= app.now() + make_interval(mins => $9) THEN 'past_time'
             WHEN NOT ${TAKEABLE} THEN 'slot_taken'
             WHEN $5::uuid IS NOT NULL AND NOT $5 = ANY(COALESCE(s.visit_type_ids, ARRAY[$5::uuid])) THEN 'visit_type_not_offered'
             WHEN $5::uuid IS NOT NULL AND ${outgrows('$5::uuid')} THEN 'longer'
             WHEN NOT ${PATIENT_EXISTS} THEN 'patient_not_found'
             ELSE 'ok' END AS verdict
           FROM slots s WHERE s.clinic_id = $1 AND s.id = $2
       ), target AS (
         SELECT s.* FROM slots s
          WHERE s.clinic_id = $1 AND s.id = $2 AND ${TAKEABLE} AND (SELECT verdict FROM seen) = 'ok' FOR UPDATE
       ), ${bookTarget('slot_taken')}`,
      [this.scope.clinicId(), slotId, ...values(booking), noticeMinutes],
      'slot.book',
    );
    return row;
  }

  /**
   * What most of a crowd hears, by one look: the statements that write cost several times as much before they have found
   * out. Undefined: the slot looks takeable, has passed, or is not there.
   */
  private async taken(slotId: string, noticeMinutes: number): Promise<Taking | undefined> {
    const [row] = await this.database.glance<AsJson<Taking>>(
      `SELECT 'slot_taken' AS verdict, t.id AS "slotId", t.doctor_id AS "doctorId", t.specialty_id AS "specialtyId",
              t.starts_at AS "startsAt", t.ends_at AS "endsAt"
         FROM slots t WHERE t.clinic_id = scope.clinic_id AND t.id = $5 AND NOT ${takeable('t')}
          AND t.starts_at > app.now() + make_interval(mins => $6)`,
      [slotId, noticeMinutes],
      'slot.taken',
    );
    return row === undefined ? undefined : withInstants(row);
  }

  /** Whether the patient has a live visit in that time: why a constraint refused. */
  async patientIsBusy(patientId: string, startsAt: Date, endsAt: Date): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM appointments WHERE clinic_id = $1 AND patient_id = $2 AND ${LIVE}
          AND tstzrange(starts_at, ends_at) && tstzrange($3, $4) LIMIT 1`,
      [this.scope.clinicId(), patientId, startsAt, endsAt],
    );
    return rows.length > 0;
  }
}

/** $3 to $8 of bookTarget. */
function values(booking: NewAppointment): unknown[] {
  return [booking.id, booking.patientId, booking.visitTypeId, booking.reason, booking.source, booking.conversationId];
}
