// The clinic's time: doctors, specialties, visit types, schedules, slots, holds, appointments, patients, waitlist.
// It may use identity, platform and language.
// conversation and every room above it may use it.
export { AppointmentsService } from './appointments.service';
export type {
  AppointmentView,
  BookingPatient,
  BookingResult,
  BookingSource,
  HoldOwner,
  HoldResult,
  HoldView,
  NewHoldOwner,
  Refusal,
  RefusalReason,
  ReleaseResult,
  RescheduleResult,
  SlotView,
} from './booking-results';
export type { AppointmentFacts } from './booking-record';
export { BookingsService } from './bookings.service';
export type { BookRequest, ConfirmRequest } from './bookings.service';
export type { DoctorView, SpecialtyView, VisitTypeView } from './doctors.repository';
export { DoctorsService } from './doctors.service';
export type { DoctorFilter } from './doctors.service';
export type { AppointmentStatus } from './entities/appointment.entity';
export { HoldTokens } from './hold-tokens';
export type { HoldRequest } from './holds.service';
export type { RescheduleRequest } from './moves.service';
export type { PatientView } from './patients.repository';
export { PatientsService } from './patients.service';
export type { Identification, NewPatient } from './patients.service';
export { schedulingEntities } from './scheduling-entities';
export { SchedulingModule } from './scheduling.module';
export { SlotsService } from './slots.service';
export type { SlotPage, SlotSearch } from './slots.service';
