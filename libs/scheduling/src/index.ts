// The clinic's time: doctors, specialties, visit types, schedules, slots, holds, appointments, patients, waitlist.
// It may use identity, platform and language.
// conversation and every room above it may use it.
export { AppointmentsService } from './appointments.service';
export type {
  AppointmentView,
  BookingPatient,
  BookingResult,
  BookingSource,
  Cancellation,
  ExtendResult,
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
export { ClinicZone } from './clinic-zone';
export { DemoClinic } from './demo-clinic';
export { DEMO_CALLER_PHONE, DEMO_PATIENT, DEMO_PHONE } from './demo-data';
export type { DoctorView, SpecialtyView, VisitTypeView } from './doctors.repository';
export { DoctorsService } from './doctors.service';
export type { DoctorFilter } from './doctors.service';
export type { AppointmentStatus } from './entities/appointment.entity';
export { HoldTokens } from './hold-tokens';
export type { HoldRequest } from './holds.service';
export { ImportService } from './import.service';
export type { ImportAnswer } from './import.service';
export type { RescheduleRequest } from './moves.service';
export { nearestPatient } from './nearest-patient';
export type { PatientHypotheses, RosterEntry } from './nearest-patient';
export { PatientMergesService } from './patient-merges.service';
export type { PatientView } from './patients.repository';
export { PatientsService } from './patients.service';
export type { Identification, NewPatient } from './patients.service';
export { ProxiesService } from './proxies.service';
export { schedulingEntities } from './scheduling-entities';
export { PROMISED_CONSTRAINTS, SchedulingHealth } from './scheduling-health';
export { SchedulingModule } from './scheduling.module';
export { SeriesService } from './series.service';
export type { SeriesConflict, SeriesRequest, SeriesResult } from './series.service';
export { SlotBlocksService } from './slot-blocks.service';
export type { BlockResult } from './slot-blocks.service';
export { SlotMaking } from './slot-making';
export type { SlotsMade } from './slot-making';
export { SlotsService } from './slots.service';
export type { NoSlotsReason, SlotPage, SlotSearch } from './slots.service';
export type { SentOffer } from './waitlist-offers.repository';
export { WaitlistOffers } from './waitlist-offers.service';
export type { OfferFacts } from './waitlist-offers.service';
export { WaitlistService } from './waitlist.service';
export type { WaitlistWish } from './waitlist.service';
