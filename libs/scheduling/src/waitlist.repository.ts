import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { OfferStatus, WaitlistStatus } from './entities/waitlist-entry.entity';

/** Who is wished for and when; instants and parts of the day as in WaitlistWish. */
export interface EntryWish {
  readonly patientId: string;
  readonly specialtyId: string | null;
  readonly doctorId: string | null;
  readonly visitTypeId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly dailyFrom: string | null;
  readonly dailyTo: string | null;
  readonly weekdays: readonly number[] | null;
  readonly movesAppointmentId: string | null;
}

export interface EntryFilter {
  readonly id?: string;
  readonly patientId?: string;
  readonly doctorId?: string;
  readonly specialtyId?: string;
  readonly statuses?: readonly WaitlistStatus[];
  readonly after?: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

export interface EntryRow {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly doctorId: string | null;
  readonly doctorName: string | null;
  readonly specialty: string | null;
  readonly visitType: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly dailyFrom: string | null;
  readonly dailyTo: string | null;
  readonly weekdays: readonly number[] | null;
  readonly status: WaitlistStatus;
  readonly contactConsent: boolean;
  readonly priority: number;
  readonly missedOffers: number;
  readonly appointmentId: string | null;
  readonly movesAppointmentId: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

export interface OfferRow {
  readonly id: string;
  readonly slotId: string;
  readonly startsAt: Date;
  readonly status: OfferStatus;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** Those who wait, and the record of what they were offered. */
@Injectable()
export class WaitlistRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** The same wish of the same patient that still waits. */
  async same(wish: EntryWish): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT id FROM waitlist_entries WHERE clinic_id = $1 AND patient_id = $2 AND status IN ('waiting', 'offered')
          AND specialty_id IS NOT DISTINCT FROM $3::uuid AND doctor_id IS NOT DISTINCT FROM $4::uuid
          AND visit_type_id IS NOT DISTINCT FROM $5::uuid AND from_at IS NOT DISTINCT FROM $6::timestamptz
          AND to_at IS NOT DISTINCT FROM $7::timestamptz AND daily_from IS NOT DISTINCT FROM $8::time
          AND daily_to IS NOT DISTINCT FROM $9::time AND weekdays IS NOT DISTINCT FROM $10::smallint[]
          AND moves_appointment_id IS NOT DISTINCT FROM $11::uuid`,
      this.values(wish),
    );
    return row?.id;
  }

  async insert(
    id: string,
    wish: EntryWish,
    about: { contactConsent: boolean; priority: number; source: string; conversationId: string | null },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO waitlist_entries (clinic_id, patient_id, specialty_id, doctor_id, visit_type_id, from_at, to_at,
                                     daily_from, daily_to, weekdays, moves_appointment_id, id, contact_consent, priority, source, conversation_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [...this.values(wish), id, about.contactConsent, about.priority, about.source, about.conversationId],
    );
  }

  /** Who came first stands first. */
  async list(filter: EntryFilter): Promise<EntryRow[]> {
    return this.database.query<EntryRow>(
      `SELECT e.id, e.patient_id AS "patientId", p.name AS "patientName", e.doctor_id AS "doctorId", d.name AS "doctorName",
              sp.name AS specialty, vt.name AS "visitType", e.from_at AS "from", e.to_at AS "to",
              left(e.daily_from::text, 5) AS "dailyFrom", left(e.daily_to::text, 5) AS "dailyTo", e.weekdays, e.status,
              e.contact_consent AS "contactConsent", e.priority, e.missed_offers AS "missedOffers",
              e.appointment_id AS "appointmentId", e.moves_appointment_id AS "movesAppointmentId", e.version, e.created_at AS "createdAt"
         FROM waitlist_entries e
         JOIN patients p ON p.clinic_id = e.clinic_id AND p.id = e.patient_id
         LEFT JOIN doctors d ON d.clinic_id = e.clinic_id AND d.id = e.doctor_id
         LEFT JOIN specialties sp ON sp.clinic_id = e.clinic_id AND sp.id = e.specialty_id
         LEFT JOIN visit_types vt ON vt.clinic_id = e.clinic_id AND vt.id = e.visit_type_id
        WHERE e.clinic_id = $1 AND ($2::uuid IS NULL OR e.id = $2) AND ($3::uuid IS NULL OR e.patient_id = $3)
          AND ($4::uuid IS NULL OR e.doctor_id = $4) AND ($5::uuid IS NULL OR e.specialty_id = $5)
          AND ($6::text[] IS NULL OR e.status = ANY($6))
          AND ($7::timestamptz IS NULL OR (date_trunc('milliseconds', e.created_at), e.id) > ($7, $8::uuid))
        ORDER BY date_trunc('milliseconds', e.created_at), e.id LIMIT $9`,
      [
        this.scope.clinicId(),
        filter.id ?? null,
        filter.patientId ?? null,
        filter.doctorId ?? null,
        filter.specialtyId ?? null,
        filter.statuses ?? null,
        filter.after?.at ?? null,
        filter.after?.id ?? null,
        filter.limit,
      ],
    );
  }

  /** Newest first. */
  async offersTo(entryId: string): Promise<OfferRow[]> {
    return this.database.query<OfferRow>(
      `SELECT o.id, o.slot_id AS "slotId", s.starts_at AS "startsAt", o.status, o.offered_at AS "offeredAt",
              o.expires_at AS "expiresAt", o.ended_at AS "endedAt"
         FROM waitlist_offers o JOIN slots s ON s.clinic_id = o.clinic_id AND s.id = o.slot_id
        WHERE o.clinic_id = $1 AND o.entry_id = $2 ORDER BY o.offered_at DESC, o.id LIMIT 50`,
      [this.scope.clinicId(), entryId],
    );
  }

  /** Which of these slots somebody waits for, looked at roughly; the offer looks closely. */
  async wanted(slotIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id FROM slots s WHERE s.clinic_id = $1 AND s.id = ANY($2::uuid[]) AND s.starts_at > app.now()
          AND EXISTS (SELECT FROM waitlist_entries e WHERE e.clinic_id = $1 AND e.status = 'waiting' AND e.contact_consent
                AND (e.specialty_id IS NULL OR e.specialty_id = s.specialty_id)
                AND (e.doctor_id IS NULL OR e.doctor_id = s.doctor_id))`,
      [this.scope.clinicId(), slotIds],
    );
    return rows.map((row) => row.id);
  }

  /** Whether the patient has this visit booked ahead. */
  async hasAhead(patientId: string, appointmentId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM appointments WHERE clinic_id = $1 AND id = $2 AND patient_id = $3 AND status = 'booked' AND starts_at > app.now()`,
      [this.scope.clinicId(), appointmentId, patientId],
    );
    return rows.length > 0;
  }

  private values(wish: EntryWish): unknown[] {
    const { patientId, specialtyId, doctorId, visitTypeId, from, to, dailyFrom, dailyTo, weekdays } = wish;
    const window = [from, to, dailyFrom, dailyTo, weekdays];
    return [this.scope.clinicId(), patientId, specialtyId, doctorId, visitTypeId, ...window, wish.movesAppointmentId];
  }
}
