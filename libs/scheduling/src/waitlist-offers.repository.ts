import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { OfferStatus, WaitlistStatus } from './entities/waitlist-entry.entity';
import { allowsVisit, takeable, visitMinutes, visitRun } from './slot-conditions';

/** How long an entry is left on the list that does not answer. */
const MOST_MISSED = 3;

/** Whether a slot fits what an entry wishes for; `tz` is the clinic's zone as a parameter. */
const fits = (e: string, s: string, tz: string): string => `
  (${e}.specialty_id IS NULL OR ${e}.specialty_id = ${s}.specialty_id) AND (${e}.doctor_id IS NULL OR ${e}.doctor_id = ${s}.doctor_id)
  AND (${e}.from_at IS NULL OR ${s}.starts_at >= ${e}.from_at) AND (${e}.to_at IS NULL OR ${s}.starts_at < ${e}.to_at)
  AND (${e}.daily_from IS NULL OR (${s}.starts_at AT TIME ZONE ${tz})::time >= ${e}.daily_from)
  AND (${e}.daily_to IS NULL OR (${s}.starts_at AT TIME ZONE ${tz})::time < ${e}.daily_to)
  AND (${e}.weekdays IS NULL OR EXTRACT(isodow FROM ${s}.starts_at AT TIME ZONE ${tz})::smallint = ANY(${e}.weekdays))`;

export interface BestEntry {
  readonly id: string;
  readonly patientId: string;
  readonly visitTypeId: string | null;
  readonly conversationId: string | null;
  /** Where the offer goes, E.164. */
  readonly phone: string;
}

export interface SentOffer {
  readonly entryId: string;
  readonly status: OfferStatus;
  readonly expired: boolean;
}

export interface LiveOffer {
  readonly id: string;
  readonly entryId: string;
  readonly patientId: string;
  readonly slotId: string;
  readonly holdId: string;
  /** The visit that taking it moves. */
  readonly movesAppointmentId: string | null;
  readonly expired: boolean;
}

const LIVE_OFFER = `SELECT o.id, o.entry_id AS "entryId", e.patient_id AS "patientId", o.slot_id AS "slotId", o.hold_id AS "holdId",
    e.moves_appointment_id AS "movesAppointmentId", o.expires_at <= app.now() AS expired
  FROM waitlist_offers o JOIN waitlist_entries e ON e.clinic_id = o.clinic_id AND e.id = o.entry_id
 WHERE o.clinic_id = $1 AND o.status = 'offered'`;

/**
 * The statements of offers. Order of locks: entry, then slots. The partial unique indexes of waitlist_offers have the last
 * word: one live offer an entry, a slot, a phone.
 */
@Injectable()
export class WaitlistOffersRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * Locks the entry a free slot is offered to next: by priority, then who waits longest; not to somebody busy then, asked
   * about this very slot before, or being asked about another one. An entry that another offer has locked, or whose
   * patient is being merged, is passed over.
   */
  async best(slotId: string, timezone: string, leastMinutes: number): Promise<BestEntry | undefined> {
    const [row] = await this.database.query<BestEntry>(
      `SELECT e.id, e.patient_id AS "patientId", e.visit_type_id AS "visitTypeId", e.conversation_id AS "conversationId", ph.phone
         FROM slots s
         JOIN waitlist_entries e ON e.clinic_id = s.clinic_id AND e.status = 'waiting' AND e.contact_consent AND ${fits('e', 's', '$3')}
         JOIN patients p ON p.clinic_id = e.clinic_id AND p.id = e.patient_id AND p.contact_consent AND p.merged_into_id IS NULL
         JOIN LATERAL (SELECT x.phone FROM patient_phones x WHERE x.clinic_id = p.clinic_id AND x.patient_id = p.id
                        ORDER BY x.position, x.phone LIMIT 1) ph ON true
         LEFT JOIN appointments m ON m.clinic_id = e.clinic_id AND m.id = e.moves_appointment_id
        WHERE s.clinic_id = $1 AND s.id = $2 AND ${takeable('s')} AND s.starts_at > app.now() + make_interval(mins => $4)
          AND (e.moves_appointment_id IS NULL OR (m.status = 'booked' AND s.starts_at < m.starts_at))
          AND ${allowsVisit('s', 'e.visit_type_id')}
          AND (e.visit_type_id IS NULL OR EXISTS (${visitRun('s', visitMinutes('s', 'e.visit_type_id'), 'e.visit_type_id')}))
          AND NOT EXISTS (SELECT FROM appointments a WHERE a.clinic_id = $1 AND a.patient_id = e.patient_id
                AND a.status IN ('booked', 'arrived', 'fulfilled') AND a.id IS DISTINCT FROM e.moves_appointment_id
                AND tstzrange(a.starts_at, a.ends_at) && tstzrange(s.starts_at, s.ends_at))
          AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.clinic_id = $1 AND o.entry_id = e.id AND o.slot_id = s.id)
          AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.clinic_id = $1 AND o.phone = ph.phone AND o.status = 'offered')
        ORDER BY e.priority DESC, e.created_at, e.id LIMIT 1
        FOR UPDATE OF e SKIP LOCKED FOR KEY SHARE OF p SKIP LOCKED`,
      [this.scope.clinicId(), slotId, timezone, leastMinutes],
    );
    return row;
  }

  /** Notes an offer to a locked entry. False: somebody made one first that stands against it. */
  async insert(offer: {
    id: string;
    entryId: string;
    slotId: string;
    holdId: string;
    phone: string;
    expiresAt: Date;
  }): Promise<boolean> {
    const { id, entryId, slotId, holdId, phone, expiresAt } = offer;
    const rows = await this.database.query(
      `WITH made AS (
         INSERT INTO waitlist_offers (clinic_id, id, entry_id, slot_id, hold_id, phone, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING entry_id, hold_id, offered_at
       )
       UPDATE waitlist_entries SET status = 'offered', offered_hold_id = m.hold_id, offered_at = m.offered_at, version = version + 1
         FROM made m WHERE clinic_id = $1 AND id = m.entry_id RETURNING id`,
      [this.scope.clinicId(), id, entryId, slotId, holdId, phone, expiresAt],
    );
    return rows.length > 0;
  }

  async lockEntry(
    entryId: string,
  ): Promise<
    { id: string; patientId: string; status: WaitlistStatus; version: number; appointmentId: string | null } | undefined
  > {
    // The patient's row first, as everywhere: a merge waits for it, and then for the entry.
    await this.database.query(
      `SELECT FROM patients p JOIN waitlist_entries e ON e.clinic_id = p.clinic_id AND e.patient_id = p.id
        WHERE e.clinic_id = $1 AND e.id = $2 FOR KEY SHARE OF p`,
      [this.scope.clinicId(), entryId],
    );
    const [row] = await this.database.query<{
      id: string;
      patientId: string;
      status: WaitlistStatus;
      version: number;
      appointmentId: string | null;
    }>(
      `SELECT id, patient_id AS "patientId", status, version, appointment_id AS "appointmentId"
         FROM waitlist_entries WHERE clinic_id = $1 AND id = $2 FOR UPDATE`,
      [this.scope.clinicId(), entryId],
    );
    return row;
  }

  async liveOffer(by: { entryId: string } | { offerId: string }): Promise<LiveOffer | undefined> {
    const [column, value] = 'entryId' in by ? ['o.entry_id', by.entryId] : ['o.id', by.offerId];
    const [row] = await this.database.query<LiveOffer>(`${LIVE_OFFER} AND ${column} = $2`, [
      this.scope.clinicId(),
      value,
    ]);
    return row;
  }

  /** The live offer of this slot to this patient. */
  async liveOfferOf(slotId: string, patientId: string): Promise<LiveOffer | undefined> {
    const [row] = await this.database.query<LiveOffer>(`${LIVE_OFFER} AND o.slot_id = $2 AND e.patient_id = $3`, [
      this.scope.clinicId(),
      slotId,
      patientId,
    ]);
    return row;
  }

  async latestTo(phone: string): Promise<SentOffer | undefined> {
    const [row] = await this.database.query<SentOffer>(
      `SELECT entry_id AS "entryId", status, expires_at <= app.now() AS expired FROM waitlist_offers
        WHERE clinic_id = $1 AND phone = $2 ORDER BY offered_at DESC, id LIMIT 1`,
      [this.scope.clinicId(), phone],
    );
    return row;
  }

  /** The slots on offer to a patient now. */
  async slotsOfferedTo(patientId: string): Promise<string[]> {
    const rows = await this.database.query<{ slotId: string }>(
      `SELECT o.slot_id AS "slotId" FROM waitlist_entries e
         JOIN waitlist_offers o ON o.clinic_id = e.clinic_id AND o.entry_id = e.id AND o.status = 'offered'
        WHERE e.clinic_id = $1 AND e.patient_id = $2 AND e.status = 'offered' AND o.expires_at > app.now() ORDER BY o.offered_at`,
      [this.scope.clinicId(), patientId],
      'slots-offered-to',
    );
    return rows.map((row) => row.slotId);
  }

  async lapsed(): Promise<LiveOffer[]> {
    return this.database.query<LiveOffer>(`${LIVE_OFFER} AND o.expires_at <= app.now() ORDER BY o.entry_id LIMIT 50`, [
      this.scope.clinicId(),
    ]);
  }

  /** Ends an offer that is live. False: it had ended before. */
  async end(offerId: string, outcome: Exclude<OfferStatus, 'offered'>): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE waitlist_offers SET status = $3, ended_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND status = 'offered' RETURNING id`,
      [this.scope.clinicId(), offerId, outcome],
    );
    return rows.length > 0;
  }

  /** What becomes of a locked entry when its offer ends: it waits on, unless it never answers. */
  async waitOn(entryId: string, missed: boolean): Promise<void> {
    await this.database.query(
      `UPDATE waitlist_entries SET missed_offers = CASE WHEN $3 THEN missed_offers + 1 ELSE 0 END,
              status = CASE WHEN $3 AND missed_offers + 1 >= ${MOST_MISSED} THEN 'expired' ELSE 'waiting' END,
              ended_at = CASE WHEN $3 AND missed_offers + 1 >= ${MOST_MISSED} THEN app.now() END,
              offered_hold_id = NULL, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND status = 'offered'`,
      [this.scope.clinicId(), entryId, missed],
    );
  }

  /** Ends a locked entry for good. */
  async close(entryId: string, status: 'booked' | 'cancelled', appointmentId: string | null): Promise<void> {
    await this.database.query(
      `UPDATE waitlist_entries SET status = $3, appointment_id = $4, ended_at = app.now(), offered_hold_id = NULL, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND status IN ('waiting', 'offered')`,
      [this.scope.clinicId(), entryId, status, appointmentId],
    );
  }

  /** Entries that wait for an earlier time for this visit. */
  async moving(appointmentId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM waitlist_entries WHERE clinic_id = $1 AND moves_appointment_id = $2 AND status IN ('waiting', 'offered') ORDER BY id`,
      [this.scope.clinicId(), appointmentId],
    );
    return rows.map((row) => row.id);
  }

  /** Entries of a patient whose wish this visit fulfils. */
  async fulfilledBy(appointmentId: string, timezone: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT e.id FROM appointments a JOIN waitlist_entries e ON e.clinic_id = a.clinic_id AND e.patient_id = a.patient_id
          AND e.status IN ('waiting', 'offered') AND e.moves_appointment_id IS NULL AND ${fits('e', 'a', '$3')}
        WHERE a.clinic_id = $1 AND a.id = $2 AND a.status = 'booked' ORDER BY e.id`,
      [this.scope.clinicId(), appointmentId, timezone],
    );
    return rows.map((row) => row.id);
  }
}
