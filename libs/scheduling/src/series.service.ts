import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Events } from '@clinicall/platform';
import { AppointmentsService } from './appointments.service';
import type { CancelDetails } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingPatients } from './booking-patients';
import { BookingRecord } from './booking-record';
import type { AppointmentView, BookingPatient, BookingSource, RefusalReason } from './booking-results';
import { BookingsRepository } from './bookings.repository';
import { ClinicZone } from './clinic-zone';
import { faultOfFree } from './long-visits';
import { LongVisitsRepository } from './long-visits.repository';
import { MovesRepository } from './moves.repository';
import type { LockedSlot } from './moves.repository';
import { PatientsRepository } from './patients.repository';
import { SeriesPlans } from './series-plans';
import type { PlannedVisit, SeriesWish } from './series-plans';

export type SeriesRequest = BookingPatient &
  SeriesWish & { readonly reason?: string | null; readonly source?: BookingSource };

/** One visit of a series that cannot be: `no_such_time` when clocks jump over it, `not_free` when nothing free begins then. */
export interface SeriesConflict {
  readonly index: number;
  /** RFC 3339, or the wall time alone when there is no such instant. */
  readonly at: string;
  readonly reason: 'no_such_time' | 'not_free' | 'past_time' | 'slot_taken' | 'patient_busy';
}

export type SeriesResult =
  | { readonly ok: true; readonly seriesId: string; readonly appointments: readonly AppointmentView[] }
  | { readonly ok: false; readonly reason: RefusalReason | 'conflicts'; readonly conflicts: readonly SeriesConflict[] };

interface Ready {
  readonly visit: PlannedVisit;
  readonly slots: readonly LockedSlot[];
}

/** Visits that belong together: booked all or none. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly plans: SeriesPlans,
    private readonly people: BookingPatients,
    private readonly patients: PatientsRepository,
    private readonly moves: MovesRepository,
    private readonly long: LongVisitsRepository,
    private readonly bookings: BookingsRepository,
    private readonly appointments: AppointmentsService,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly zone: ClinicZone,
    private readonly scope: ClinicScope,
    private readonly events: Events,
  ) {}

  /**
   * Books every visit or none, and then lists each that stands in the way.
   * @throws AppError `validation_failed` naming a wrong field; `not_found` for a slot that is not there.
   */
  async book(request: SeriesRequest): Promise<SeriesResult> {
    return this.attempt.run(() => this.attempt.undoable(() => this.once(request)));
  }

  /** Cancels what still lies ahead of a series. */
  async cancel(seriesId: string, details: CancelDetails): Promise<readonly AppointmentView[] | undefined> {
    return this.attempt.run(async () => {
      const ids = await this.plans.lockAhead(seriesId);
      if (ids === undefined) return undefined;
      const cancelled: AppointmentView[] = [];
      for (const id of ids) {
        const result = await this.appointments.cancel(id, details);
        if (result.ok) cancelled.push(result.appointment);
      }
      return cancelled;
    });
  }

  private async once(request: SeriesRequest): Promise<SeriesResult> {
    const patientId = await this.people.idOf(request);
    // The patient's row first: two series of one patient never wait for each other.
    if ((await this.patients.lock([patientId])).length === 0) {
      return { ok: false, reason: 'patient_not_found', conflicts: [] };
    }
    const visits = await this.plans.of(request);
    const { ready, conflicts } = await this.judged(visits, patientId);
    if (conflicts.length > 0) return { ok: false, reason: 'conflicts', conflicts };
    const seriesId = randomUUID();
    const made: string[] = [];
    for (const one of ready) {
      const id = await this.write(request, patientId, seriesId, one);
      if (id === undefined) conflicts.push(conflictOf(one.visit, 'patient_busy'));
      else made.push(id);
    }
    if (conflicts.length > 0) return { ok: false, reason: 'conflicts', conflicts };
    await this.events.emit('SeriesBooked', { seriesId, patientId, appointmentIds: made });
    const appointments: AppointmentView[] = [];
    for (const id of made) appointments.push(await this.appointments.get(id));
    return { ok: true, seriesId, appointments };
  }

  /** Locks all slots of all visits in the order of ids, then judges each visit. */
  private async judged(
    visits: readonly PlannedVisit[],
    patientId: string,
  ): Promise<{ ready: Ready[]; conflicts: SeriesConflict[] }> {
    const { minimumNoticeMinutes } = (await this.zone.clinic()).settings;
    const locked = await this.moves.lockSlots([...new Set(visits.flatMap((one) => one.slotIds))], minimumNoticeMinutes);
    const ready: Ready[] = [];
    const conflicts: SeriesConflict[] = [];
    for (const visit of visits) {
      const slots = visit.slotIds.map((id) => locked.get(id)).filter((slot) => slot !== undefined);
      const fault = visit.fault ?? faultOfFree(slots) ?? (await this.busy(patientId, slots));
      if (fault === undefined) ready.push({ visit, slots });
      else conflicts.push(conflictOf(visit, fault));
    }
    return { ready, conflicts };
  }

  private async busy(patientId: string, slots: readonly LockedSlot[]): Promise<'patient_busy' | undefined> {
    const [first] = slots;
    const last = slots.at(-1);
    if (first === undefined || last === undefined) return undefined;
    return (await this.bookings.patientIsBusy(patientId, first.startsAt, last.endsAt)) ? 'patient_busy' : undefined;
  }

  private async write(
    request: SeriesRequest,
    patientId: string,
    seriesId: string,
    { visit, slots }: Ready,
  ): Promise<string | undefined> {
    const [first] = slots;
    if (first === undefined) return undefined;
    const source = request.source ?? (this.scope.actor().kind === 'staff' ? 'staff' : 'api');
    const { visitTypeId } = visit;
    const id = randomUUID();
    const booking = { id, patientId, visitTypeId, reason: request.reason ?? null, source, conversationId: null };
    if (!(await this.long.book(booking, slots, { seriesId }))) return undefined;
    const { id: slotId, doctorId, startsAt } = first;
    const facts = { appointmentId: id, patientId, doctorId, slotId, startsAt: startsAt.toISOString(), source };
    await this.record.booked({ ...facts, conversationId: null }, { holdId: null, seriesId });
    return id;
  }
}

function conflictOf({ index, at }: PlannedVisit, reason: SeriesConflict['reason']): SeriesConflict {
  return { index, at, reason };
}
