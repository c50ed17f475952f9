import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import { HOLD_MINUTES } from './bookings.repository';

export interface StandingHold {
  readonly id: string;
  readonly slotId: string;
  readonly expiresAt: Date;
  readonly conversationId: string | null;
  readonly alive: boolean;
}

/** What extending a hold found; `expiresAt` with the verdict `ok`. */
export interface Extension {
  readonly verdict: string;
  readonly slotId: string;
  readonly expiresAt: Date | null;
}

/** What becomes of a hold once it is there, until it is confirmed. */
@Injectable()
export class StandingHoldsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

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
