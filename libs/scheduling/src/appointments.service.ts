import { Injectable } from '@nestjs/common';
import { AppError, writeCursor } from '@clinicall/platform';
import { AppointmentsRepository } from './appointments.repository';
import type { AppointmentFilter } from './appointments.repository';
import { BookingAttempt } from './booking-attempt';
import { APPOINTMENT_LIFE, faultOfChange } from './booking-life';
import type { AppointmentChange } from './booking-life';
import { BookingRecord } from './booking-record';
import type { AppointmentFacts } from './booking-record';
import type { AppointmentView, BookingResult, BookingSource, RefusalReason } from './booking-results';
import { countsAsLate } from './cancel-codes';
import type { CancelCode } from './cancel-codes';
import { ClinicZone } from './clinic-zone';
import { VisitChangesRepository } from './visit-changes.repository';
import type { LockedVisit } from './visit-changes.repository';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

interface Page {
  readonly items: AppointmentView[];
  readonly nextCursor: string | null;
}

export interface CancelDetails {
  /** HL7's code; why in somebody's own words stands in `reason`. */
  readonly code?: CancelCode | null;
  readonly reason?: string | null;
  /** Refused as `changed` when the appointment is not at this version any more. */
  readonly version?: number;
  readonly source?: BookingSource;
  readonly conversationId?: string | null;
}

/** Appointments that exist: reading, cancelling, and saying their outcome. Moving one is MovesService's work. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly changes: VisitChangesRepository,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly zone: ClinicZone,
  ) {}

  /** @throws AppError `not_found`. */
  async get(id: string): Promise<AppointmentView> {
    const found = await this.find(id);
    if (found === undefined) throw AppError.notFound('appointment');
    return found;
  }

  async find(id: string): Promise<AppointmentView | undefined> {
    return this.appointments.find(id, await this.zone.formatter());
  }

  /** Earliest first. */
  async list(filter: AppointmentFilter): Promise<Page> {
    const rows = await this.appointments.list({ ...filter, limit: filter.limit + 1 }, await this.zone.formatter());
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > filter.limit && last !== undefined ? writeCursor(last.startsAt, last.id) : null,
    };
  }

  /** The visits of a patient that lie ahead and stand, earliest first. */
  async upcomingOf(patientId: string, now: Date): Promise<AppointmentView[]> {
    const filter = { patientId, from: now, statuses: ['booked', 'arrived'] as const, limit: 50 };
    return this.appointments.list(filter, await this.zone.formatter());
  }

  /** The visit a patient was at last, in two years; else the next one that stands: "the same doctor as last time". */
  async lastOf(patientId: string, now: Date): Promise<AppointmentView | undefined> {
    const from = new Date(now.getTime() - 2 * YEAR_MS);
    const filter = { patientId, from, to: now, statuses: ['booked', 'arrived', 'fulfilled'] as const, limit: 200 };
    const past = await this.appointments.list(filter, await this.zone.formatter());
    return past.at(-1) ?? (await this.upcomingOf(patientId, now))[0];
  }

  /** What a hold was confirmed to, for that patient (for anybody, when the request would make a new one). */
  async confirmedFrom(holdId: string, patientId: string | undefined): Promise<BookingResult | undefined> {
    const made = await this.appointments.findByHold(holdId);
    if (made === undefined || (patientId !== undefined && made.patientId !== patientId)) return undefined;
    return { ok: true, appointment: await this.get(made.id), repeated: true };
  }

  /** Past visits that nobody has said the outcome of, oldest first: staff says it, nothing says it by itself. */
  async withoutOutcome(
    filter: Pick<AppointmentFilter, 'doctorId' | 'from' | 'after' | 'limit'>,
    now: Date,
  ): Promise<Page> {
    return this.list({ ...filter, statuses: ['booked', 'arrived'], to: now, endedBy: now });
  }

  /**
   * Frees the time of a visit that lies ahead, or of one who came and left unseen. Cancelling again is no mistake. Inside
   * the clinic's cancellation window a patient's cancelling is a late one.
   */
  async cancel(id: string, details: CancelDetails = {}): Promise<BookingResult> {
    const { cancelWindowHours } = (await this.zone.clinic()).settings;
    return this.attempt.run(async (): Promise<BookingResult> => {
      const before = await this.changes.lock(id);
      if (before === undefined) return { ok: false, reason: 'not_found' };
      if (before.status === 'cancelled') return { ok: true, appointment: await this.get(id), repeated: true };
      const change = before.status === 'arrived' ? 'leave' : 'cancel';
      const fault = faultOf(change, before, details.version);
      if (fault !== undefined) return { ok: false, reason: fault };
      const { code = null, reason = null } = details;
      const ahead = before.startsAt.getTime() - before.now.getTime();
      const late = countsAsLate(code) && ahead < cancelWindowHours * HOUR_MS;
      await this.changes.cancel(id, change, { code, reason, late });
      const appointment = await this.get(id);
      await this.record.cancelled(factsOf(appointment, details), { code, late });
      return { ok: true, appointment, repeated: false };
    });
  }

  /** Notes that the patient arrived, was seen, or did not come. Saying it again is no mistake. */
  async change(
    id: string,
    change: 'arrive' | 'fulfil' | 'no-show',
    details: Pick<CancelDetails, 'version' | 'source'> = {},
  ): Promise<BookingResult> {
    return this.attempt.run(async (): Promise<BookingResult> => {
      const before = await this.changes.lock(id);
      if (before === undefined) return { ok: false, reason: 'not_found' };
      const done = before.status === APPOINTMENT_LIFE[change].to;
      if (done) return { ok: true, appointment: await this.get(id), repeated: true };
      const fault = faultOf(change, before, details.version);
      if (fault !== undefined) return { ok: false, reason: fault };
      // From no-show the visit comes back to life: the constraints may have given its time to another one.
      if (!(await this.attempt.passes(() => this.changes.change(id, change))))
        return { ok: false, reason: 'patient_busy' };
      const appointment = await this.get(id);
      await this.record.changed(change, factsOf(appointment, details));
      return { ok: true, appointment, repeated: false };
    });
  }
}

function faultOf(
  change: AppointmentChange,
  before: LockedVisit,
  version: number | undefined,
): RefusalReason | undefined {
  const fault = faultOfChange(change, before.status, before.startsAt, before.now);
  if (fault === 'not_booked') return fault;
  return version !== undefined && version !== before.version ? 'changed' : fault;
}

function factsOf(
  { id, patient, doctor, slotId, startsAt }: AppointmentView,
  { source, conversationId }: Pick<CancelDetails, 'source' | 'conversationId'>,
): AppointmentFacts {
  return {
    appointmentId: id,
    patientId: patient.id,
    doctorId: doctor.id,
    slotId,
    startsAt: new Date(startsAt).toISOString(),
    source: source ?? 'api',
    conversationId: conversationId ?? null,
  };
}
