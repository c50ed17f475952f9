import { Injectable } from '@nestjs/common';
import { AppError } from '@clinicall/platform';
import { AppointmentsRepository } from './appointments.repository';
import type { AppointmentFilter } from './appointments.repository';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import type { AppointmentView, BookingResult, BookingSource } from './booking-results';
import { BookingsRepository } from './bookings.repository';
import { ClinicZone } from './clinic-zone';
import { writeCursor } from './page-cursor';

export interface CancelDetails {
  readonly reason?: string | null;
  readonly source?: BookingSource;
  readonly conversationId?: string | null;
}

/** Appointments that exist: reading and cancelling them. Moving one is MovesService's work. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly bookings: BookingsRepository,
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
  async list(filter: AppointmentFilter): Promise<{ items: AppointmentView[]; nextCursor: string | null }> {
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

  /** What a hold was confirmed to, for that patient (for anybody, when the request would make a new one). */
  async confirmedFrom(holdId: string, patientId: string | undefined): Promise<BookingResult | undefined> {
    const made = await this.appointments.findByHold(holdId);
    if (made === undefined || (patientId !== undefined && made.patientId !== patientId)) return undefined;
    return { ok: true, appointment: await this.get(made.id), repeated: true };
  }

  /** Frees the time of a visit that lies ahead. Cancelling again is no mistake. */
  async cancel(id: string, details: CancelDetails = {}): Promise<BookingResult> {
    return this.attempt.run(async (): Promise<BookingResult> => {
      const before = await this.bookings.lockAppointment(id);
      if (before === undefined) return { ok: false, reason: 'not_found' };
      if (before.status === 'cancelled') return { ok: true, appointment: await this.get(id), repeated: true };
      if (before.status !== 'booked') return { ok: false, reason: 'not_booked' };
      if (before.past) return { ok: false, reason: 'past_time' };
      await this.bookings.cancel(id, details.reason ?? null);
      const appointment = await this.get(id);
      await this.record.cancelled({
        appointmentId: id,
        patientId: appointment.patient.id,
        doctorId: appointment.doctor.id,
        slotId: appointment.slotId,
        startsAt: new Date(appointment.startsAt).toISOString(),
        source: details.source ?? 'api',
        conversationId: details.conversationId ?? null,
      });
      return { ok: true, appointment, repeated: false };
    });
  }
}
