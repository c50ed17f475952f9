import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import { takeable, visitMinutes } from './slot-conditions';
import { nearestSlots } from './slots.repository';
import type { SlotRow } from './slots.repository';

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

export interface StandingHold {
  readonly id: string;
  readonly slotId: string;
  readonly expiresAt: Date;
  readonly conversationId: string | null;
  readonly alive: boolean;
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
  /** With the verdict `slot_taken`, where it was looked for: the doctor's takeable slots nearest in time, at most three. */
  readonly nearest?: readonly SlotRow[];
  /** Null with the verdict `ok`: a constraint refused the row. */
  readonly appointmentId?: string | null;
}

/** A slot, and what was seen of one that is taken, as JSON has them. */
interface JsonTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}
type JsonSlot = Omit<SlotRow, keyof JsonTimes> & JsonTimes;
type JsonTaken = Omit<Taking, keyof JsonTimes | 'nearest'> & JsonTimes & { readonly nearest: JsonSlot[] | null };

const NEAREST = nearestSlots('s.doctor_id = t.doctor_id', 't.starts_at', '3');

/** What extending a hold found; `expiresAt` with the verdict `ok`. */
export interface Extension {
  readonly verdict: string;
  readonly slotId: string;
  readonly expiresAt: Date | null;
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

/** The writes of a booking's life. Raw SQL: the order of locks is the design. */
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
      `WITH seen AS MATERIALIZED (
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
       SELECT ${taking('slot_taken')}, (SELECT expires_at FROM kept) AS "expiresAt" FROM seen v`,
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
   * What most of a crowd hears, by one look, with the free times nearest to the one that is gone: the statements that
   * write cost several times as much before they have found out. Undefined: the slot looks takeable, has passed, or is
   * not there.
   */
  private async taken(slotId: string, noticeMinutes: number): Promise<Taking | undefined> {
    const [row] = await this.database.glance<JsonTaken>(
      `SELECT 'slot_taken' AS verdict, t.id AS "slotId", t.doctor_id AS "doctorId", t.specialty_id AS "specialtyId",
              t.starts_at AS "startsAt", t.ends_at AS "endsAt", (SELECT json_agg(n) FROM (${NEAREST}) n) AS nearest
         FROM slots t WHERE t.clinic_id = scope.clinic_id AND t.id = $5 AND NOT ${takeable('t')}
          AND t.starts_at > app.now() + make_interval(mins => $6)`,
      [slotId, noticeMinutes],
      'slot.taken',
    );
    if (row === undefined) return undefined;
    return {
      ...row,
      ...instantsOf(row),
      nearest: (row.nearest ?? []).map((slot) => ({ ...slot, ...instantsOf(slot) })),
    };
  }

  /** Ends a hold and frees its slot if it still keeps it. Undefined: no such hold. */
  async release(
    holdId: string,
    conversationId: string | null,
  ): Promise<{ yours: boolean; freed: boolean; slotId: string } | undefined> {
    const [row] = await this.database.query<{ yours: boolean; freed: boolean; slotId: string }>(
      `WITH target AS (
         SELECT s.id, h.slot_id, h.id AS hold_id, h.conversation_id IS NOT DISTINCT FROM $3::uuid AS yours
           FROM holds h JOIN slots s ON s.clinic_id = h.clinic_id AND s.id = ANY(h.slot_id || h.more_slot_ids)
          WHERE h.clinic_id = $1 AND h.id = $2 ORDER BY s.id FOR UPDATE OF s
       ), freed AS (
         UPDATE slots SET status = 'free', hold_id = NULL, hold_expires_at = NULL, appointment_id = NULL
           FROM target t WHERE t.yours AND slots.clinic_id = $1 AND slots.id = t.id AND slots.hold_id = t.hold_id
         RETURNING slots.id
       ), ended AS (
         UPDATE holds SET status = 'released', ended_at = app.now()
          WHERE holds.clinic_id = $1 AND holds.id = $2 AND holds.status = 'active' AND (SELECT bool_or(yours) FROM target)
       )
       SELECT yours, EXISTS (SELECT FROM freed) AS freed, slot_id AS "slotId" FROM target LIMIT 1`,
      [this.scope.clinicId(), holdId, conversationId],
    );
    return row;
  }

  /** Lengthens a live hold by ten minutes from now, once. Undefined: no such hold. */
  async extend(holdId: string, conversationId: string | null): Promise<Extension | undefined> {
    const [row] = await this.database.query<Extension>(
      `WITH seen AS MATERIALIZED (
         SELECT h.*, CASE
             WHEN h.conversation_id IS DISTINCT FROM $3::uuid THEN 'hold_not_yours'
             WHEN h.status <> 'active' OR h.expires_at <= app.now() THEN 'hold_expired'
             WHEN h.extended_at IS NOT NULL THEN 'hold_extended'
             ELSE 'ok' END AS verdict
           FROM holds h WHERE h.clinic_id = $1 AND h.id = $2
       ), target AS (
         SELECT s.id FROM slots s
          WHERE s.clinic_id = $1 AND s.id = ANY((SELECT slot_id || more_slot_ids FROM seen WHERE verdict = 'ok')::uuid[])
            AND s.hold_id = $2 AND s.hold_expires_at > app.now() ORDER BY s.id FOR UPDATE
       ), kept AS (
         UPDATE holds SET extended_at = app.now(), expires_at = app.now() + interval '${HOLD_MINUTES} minutes'
          WHERE clinic_id = $1 AND id = $2 AND status = 'active' AND extended_at IS NULL
            AND (SELECT count(*) FROM target) = cardinality(more_slot_ids) + 1
         RETURNING id, expires_at
       ), lengthened AS (
         UPDATE slots SET status = 'held', hold_id = k.id, hold_expires_at = k.expires_at, appointment_id = NULL
           FROM kept k, target t WHERE slots.clinic_id = $1 AND slots.id = t.id
       )
       SELECT CASE WHEN verdict = 'ok' AND NOT EXISTS (SELECT FROM kept) THEN 'hold_expired' ELSE verdict END AS verdict,
              slot_id AS "slotId", (SELECT expires_at FROM kept) AS "expiresAt" FROM seen`,
      [this.scope.clinicId(), holdId, conversationId],
    );
    return row;
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

  /** When the last slot of a hold ends, for a visit of several. */
  async endOfHold(holdId: string): Promise<Date | undefined> {
    const [row] = await this.database.query<{ endsAt: Date }>(
      `SELECT s.ends_at AS "endsAt" FROM holds h
         JOIN slots s ON s.clinic_id = h.clinic_id AND s.id = h.more_slot_ids[cardinality(h.more_slot_ids)]
        WHERE h.clinic_id = $1 AND h.id = $2`,
      [this.scope.clinicId(), holdId],
    );
    return row?.endsAt;
  }

  async holdExists(holdId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT FROM holds WHERE clinic_id = $1 AND id = $2', [
      this.scope.clinicId(),
      holdId,
    ]);
    return rows.length > 0;
  }

  /** Until the transaction ends: of holds that one caller asks for at the same moment, one is left. */
  async lockHoldsFor(caller: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `holds:${this.scope.clinicId()}:${caller}`,
    ]);
  }

  /** Holds of a conversation or of its caller that nobody has ended; `alive` says whether the slot is still kept by it. */
  async holdsOf(of: { conversationId: string; caller?: string }): Promise<StandingHold[]> {
    return this.database.query(
      `SELECT h.id, h.slot_id AS "slotId", h.expires_at AS "expiresAt", h.conversation_id AS "conversationId",
              s.hold_id IS NOT DISTINCT FROM h.id AND h.expires_at > app.now() AS alive
         FROM holds h JOIN slots s ON s.clinic_id = h.clinic_id AND s.id = h.slot_id
        WHERE h.clinic_id = $1 AND h.status = 'active' AND (h.conversation_id = $2 OR h.held_for = $3)`,
      [this.scope.clinicId(), of.conversationId, of.caller ?? null],
    );
  }

  /**
   * Says whom a new hold is for; holds of theirs that have run out are closed. A second live one is refused at commit by
   * holds_one_live.
   */
  async holdFor(holdId: string, caller: string): Promise<void> {
    await this.database.query(
      `WITH lapsed AS (
         UPDATE holds SET status = 'expired', ended_at = expires_at
          WHERE clinic_id = $1 AND held_for = $3 AND id <> $2 AND status = 'active' AND expires_at <= app.now()
       )
       UPDATE holds SET held_for = $3 WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), holdId, caller],
    );
  }
}

const instantsOf = ({ startsAt, endsAt }: JsonTimes) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

/** $3 to $8 of bookTarget. */
function values(booking: NewAppointment): unknown[] {
  return [booking.id, booking.patientId, booking.visitTypeId, booking.reason, booking.source, booking.conversationId];
}
