import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { AppointmentView, Cancellation } from './booking-results';
import type { CancelCode } from './cancel-codes';
import type { AppointmentStatus } from './entities/appointment.entity';

export interface AppointmentFilter {
  readonly from?: Date;
  readonly to?: Date;
  readonly doctorId?: string;
  readonly patientId?: string;
  /** E.164. */
  readonly patientPhone?: string;
  readonly statuses?: readonly AppointmentStatus[];
  readonly seriesId?: string;
  readonly late?: boolean;
  /** Over at this instant. */
  readonly endedBy?: Date;
  readonly after?: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

interface AppointmentRow {
  id: string;
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  doctorId: string;
  doctorName: string;
  specialty: string;
  visitType: string | null;
  patientId: string;
  patientName: string;
  slotId: string;
  version: number;
  overbooked: boolean;
  seriesId: string | null;
  cancelledAt: Date | null;
  cancelCode: CancelCode | null;
  cancelReason: string | null;
  lateCancel: boolean;
}

const VIEW = `SELECT a.id, a.status, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.doctor_id AS "doctorId",
    d.name AS "doctorName", sp.name AS specialty, vt.name AS "visitType", a.patient_id AS "patientId",
    p.name AS "patientName", a.slot_id AS "slotId", a.version, a.overbooked, a.series_id AS "seriesId",
    a.cancelled_at AS "cancelledAt", a.cancel_code AS "cancelCode", a.cancel_reason AS "cancelReason", a.late_cancel AS "lateCancel"
  FROM appointments a
  JOIN doctors d ON d.clinic_id = a.clinic_id AND d.id = a.doctor_id
  JOIN specialties sp ON sp.clinic_id = a.clinic_id AND sp.id = a.specialty_id
  JOIN patients p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id
  LEFT JOIN visit_types vt ON vt.clinic_id = a.clinic_id AND vt.id = a.visit_type_id`;

/** Reads of appointments. */
@Injectable()
export class AppointmentsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async find(id: string, format: (instant: Date) => string): Promise<AppointmentView | undefined> {
    const [row] = await this.database.query<AppointmentRow>(
      `${VIEW} WHERE a.clinic_id = $1 AND a.id = $2`,
      [this.scope.clinicId(), id],
      'appointment.find',
    );
    return row === undefined ? undefined : viewOf(row, format);
  }

  /** The appointment that was confirmed from a hold, and whose it is. */
  async findByHold(holdId: string): Promise<{ id: string; patientId: string } | undefined> {
    const [row] = await this.database.query<{ id: string; patientId: string }>(
      `SELECT id, patient_id AS "patientId" FROM appointments WHERE clinic_id = $1 AND hold_id = $2`,
      [this.scope.clinicId(), holdId],
    );
    return row;
  }

  /** Earliest first. */
  async list(filter: AppointmentFilter, format: (instant: Date) => string): Promise<AppointmentView[]> {
    const rows = await this.database.query<AppointmentRow>(
      `${VIEW} WHERE a.clinic_id = $1
          AND ($2::timestamptz IS NULL OR a.starts_at >= $2) AND ($3::timestamptz IS NULL OR a.starts_at < $3)
          AND ($4::uuid IS NULL OR a.doctor_id = $4) AND ($5::uuid IS NULL OR a.patient_id = $5)
          AND ($6::text IS NULL OR a.patient_id IN (
                SELECT patient_id FROM patient_phones ph WHERE ph.clinic_id = $1 AND ph.phone = $6))
          AND ($7::text[] IS NULL OR a.status = ANY($7))
          AND ($8::timestamptz IS NULL OR (a.starts_at, a.id) > ($8, $9::uuid))
          AND ($11::uuid IS NULL OR a.series_id = $11) AND ($12::boolean IS NULL OR a.late_cancel = $12)
          AND ($13::timestamptz IS NULL OR a.ends_at <= $13)
        ORDER BY a.starts_at, a.id LIMIT $10`,
      [
        this.scope.clinicId(),
        filter.from ?? null,
        filter.to ?? null,
        filter.doctorId ?? null,
        filter.patientId ?? null,
        filter.patientPhone ?? null,
        filter.statuses ?? null,
        filter.after?.at ?? null,
        filter.after?.id ?? null,
        filter.limit,
        filter.seriesId ?? null,
        filter.late ?? null,
        filter.endedBy ?? null,
      ],
    );
    return rows.map((row) => viewOf(row, format));
  }
}

function viewOf(row: AppointmentRow, format: (instant: Date) => string): AppointmentView {
  return {
    id: row.id,
    status: row.status,
    startsAt: format(row.startsAt),
    endsAt: format(row.endsAt),
    doctor: { id: row.doctorId, name: row.doctorName },
    specialty: row.specialty,
    visitType: row.visitType,
    patient: { id: row.patientId, name: row.patientName },
    slotId: row.slotId,
    version: row.version,
    overbooked: row.overbooked,
    seriesId: row.seriesId,
    cancellation: cancellationOf(row, format),
  };
}

function cancellationOf(row: AppointmentRow, format: (instant: Date) => string): Cancellation | null {
  if (row.cancelledAt === null) return null;
  return { at: format(row.cancelledAt), code: row.cancelCode, reason: row.cancelReason, late: row.lateCancel };
}
