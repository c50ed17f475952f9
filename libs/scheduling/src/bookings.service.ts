import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Clock } from '@clinicall/platform';
import { AppointmentsService } from './appointments.service';
import type { CancelDetails } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingPatients } from './booking-patients';
import { BookingRecord } from './booking-record';
import { BookingRefusals } from './booking-refusals';
import type {
  AppointmentView,
  BookingPatient,
  BookingResult,
  BookingSource,
  ExtendResult,
  HoldOwner,
  HoldResult,
  ReleaseResult,
  RescheduleResult,
} from './booking-results';
import { BookingsRepository } from './bookings.repository';
import type { NewAppointment, Taking } from './bookings.repository';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import { HoldTokens } from './hold-tokens';
import { HoldsService } from './holds.service';
import type { HoldRequest } from './holds.service';
import { LongVisits } from './long-visits';
import { MovesService } from './moves.service';
import type { RescheduleRequest } from './moves.service';
import { OverbookingsRepository } from './overbookings.repository';
import { PatientsService } from './patients.service';

interface BookingDetails {
  readonly reason?: string | null;
  /** Where it comes from; staff or api by the actor when absent. */
  readonly source?: BookingSource;
  readonly conversationId?: string | null;
}

export type ConfirmRequest = BookingPatient & BookingDetails & { readonly holdId: string; readonly owner: HoldOwner };
export type BookRequest = BookingPatient &
  BookingDetails & { readonly slotId: string; readonly visitType?: string | null };

type Attempted =
  BookingResult | { readonly ok: false; readonly taking: Taking | undefined; readonly patientId: string };

/**
 * The one door to booking. Each call is one short transaction; its result is a value, and a refusal has written
 * nothing. Whatever this code gets wrong, the constraints of docs/architecture.md refuse.
 */
@Injectable()
export class BookingsService {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly long: LongVisits,
    private readonly holds: HoldsService,
    private readonly moves: MovesService,
    private readonly appointments: AppointmentsService,
    private readonly doctors: DoctorsService,
    private readonly patients: PatientsService,
    private readonly people: BookingPatients,
    private readonly overbookings: OverbookingsRepository,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly refusals: BookingRefusals,
    private readonly tokens: HoldTokens,
    private readonly zone: ClinicZone,
    private readonly scope: ClinicScope,
    private readonly clock: Clock,
  ) {}

  /** Keeps a slot for its owner; see HoldsService.hold. */
  async hold(request: HoldRequest): Promise<HoldResult> {
    return this.holds.hold(request);
  }

  /** Ten minutes more, once; see HoldsService.extend. */
  async extend(holdId: string, owner: HoldOwner): Promise<ExtendResult> {
    return this.holds.extend(holdId, owner);
  }

  async release(holdId: string, owner: HoldOwner): Promise<ReleaseResult> {
    return this.holds.release(holdId, owner);
  }

  /** Ends whatever a conversation keeps. */
  async releaseOf(conversationId: string): Promise<void> {
    return this.holds.releaseOf(conversationId);
  }

  /**
   * Makes the appointment a hold was made for. Confirming again gives the appointment made the first time.
   * @throws AppError `validation_failed` naming a wrong field of `patient`.
   */
  async confirm(request: ConfirmRequest): Promise<BookingResult> {
    const { holdId, owner } = request;
    const proof = this.tokens.proofOf(holdId, owner);
    if (proof === undefined) return this.holds.notYours(holdId);
    const outcome = await this.booking(request, holdId, async (booking) => {
      const taking = await this.bookings.confirm(holdId, proof.conversationId, booking);
      return taking?.verdict === 'longer' ? this.long.confirm(holdId, booking) : taking;
    });
    if (outcome.ok || outcome.reason !== 'hold_expired') return outcome;
    return (await this.appointments.confirmedFrom(holdId, request.patientId)) ?? outcome;
  }

  /**
   * Books a free slot without a hold.
   * @throws AppError `validation_failed` naming an unknown `visitType` or a wrong field of `patient`.
   */
  async book(request: BookRequest): Promise<BookingResult> {
    const visitTypeId = await this.doctors.visitTypeId(request.visitType);
    const noticeMinutes = (await this.zone.clinic()).settings.minimumNoticeMinutes;
    return this.booking(request, null, async (untyped) => {
      const booking = { ...untyped, visitTypeId };
      const taking = await this.bookings.book(request.slotId, booking, noticeMinutes);
      return taking?.verdict === 'longer' ? this.long.book(request.slotId, booking, noticeMinutes) : taking;
    });
  }

  /**
   * Puts a visit beside another one on purpose, for staff who may; the patient is never in two places.
   * @throws AppError as `book` does.
   */
  async overbook(request: BookRequest & { readonly overbookReason: string }): Promise<BookingResult> {
    const visitTypeId = await this.doctors.visitTypeId(request.visitType);
    return this.booking(request, null, async (booking) => {
      const taking = await this.overbookings.book(request.slotId, { ...booking, visitTypeId }, request.overbookReason);
      return taking === undefined ? undefined : { ...taking, overbooked: true };
    });
  }

  /** Moves a visit; the old time stands whenever the answer is not ok. See MovesService.reschedule. */
  async reschedule(request: RescheduleRequest): Promise<RescheduleResult> {
    return this.moves.reschedule(request);
  }

  /** See AppointmentsService.cancel. */
  async cancel(request: { readonly appointmentId: string } & CancelDetails): Promise<BookingResult> {
    return this.appointments.cancel(request.appointmentId, request);
  }

  /** The patient is here; again is no mistake. */
  async arrive(request: { readonly appointmentId: string; readonly version?: number }): Promise<BookingResult> {
    return this.appointments.change(request.appointmentId, 'arrive', request);
  }

  /** The visit took place. */
  async fulfil(request: { readonly appointmentId: string; readonly version?: number }): Promise<BookingResult> {
    return this.appointments.change(request.appointmentId, 'fulfil', request);
  }

  /** The patient did not come: said by a person, never by the clock. */
  async noShow(request: { readonly appointmentId: string; readonly version?: number }): Promise<BookingResult> {
    return this.appointments.change(request.appointmentId, 'no-show', request);
  }

  /** The visits that lie ahead and stand, earliest first. */
  async listForPatient(patientId: string): Promise<AppointmentView[]> {
    const now = this.clock.now();
    // Hardly ever merged away: both are one round trip.
    const [standing, own] = await Promise.all([
      this.patients.standsFor(patientId),
      this.appointments.upcomingOf(patientId, now),
    ]);
    return standing === undefined ? own : this.appointments.upcomingOf(standing, now);
  }

  /** The doctor a patient was with last. */
  async lastVisitOf(patientId: string): Promise<AppointmentView | undefined> {
    const standing = (await this.patients.standsFor(patientId)) ?? patientId;
    return this.appointments.lastOf(standing, this.clock.now());
  }

  private async booking(
    request: BookingPatient & BookingDetails,
    holdId: string | null,
    take: (booking: NewAppointment) => Promise<Taking | undefined>,
  ): Promise<BookingResult> {
    const result = await this.attempt.run(async () => {
      // A known patient's refusal has written nothing; a new one's record must go with the booking that failed.
      const once = () => this.once(request, holdId, take);
      const outcome = request.patient === undefined ? await once() : await this.attempt.undoable(once);
      return 'taking' in outcome ? this.refusals.of(outcome.taking, outcome.patientId) : outcome;
    });
    if (result.ok || result.reason !== 'patient_not_found' || request.patientId === undefined) return result;
    const patientId = await this.patients.standsFor(request.patientId);
    return patientId === undefined ? result : this.booking({ ...request, patientId }, holdId, take);
  }

  private async once(
    request: BookingPatient & BookingDetails,
    holdId: string | null,
    take: (booking: NewAppointment) => Promise<Taking | undefined>,
  ): Promise<Attempted> {
    const patientId = await this.people.idOf(request);
    const booking = this.newAppointment(request, patientId);
    const taking = await take(booking);
    if (taking?.verdict !== 'ok' || taking.appointmentId === null) return { ok: false, taking, patientId };
    const { id: appointmentId, source, conversationId } = booking;
    const { slotId, doctorId } = taking;
    const startsAt = taking.startsAt.toISOString();
    const facts = { appointmentId, patientId, doctorId, slotId, startsAt, source, conversationId };
    // Asked for together, they are one round trip.
    const [appointment] = await Promise.all([
      this.appointments.get(appointmentId),
      this.record.booked(facts, { holdId, overbooked: taking.overbooked }),
    ]);
    return { ok: true, appointment, repeated: false };
  }

  private newAppointment(request: BookingDetails, patientId: string): NewAppointment {
    return {
      id: randomUUID(),
      patientId,
      visitTypeId: null,
      reason: request.reason ?? null,
      source: request.source ?? (this.scope.actor().kind === 'staff' ? 'staff' : 'api'),
      conversationId: request.conversationId ?? null,
    };
  }
}
