// The clinic's time: doctors, specialties, visit types, schedules, slots, holds, appointments, patients, waitlist.
// It may use identity, platform and language.
// conversation and every room above it may use it.
export { AppointmentsService } from './appointments.service';
export type { AppointmentView, BookingResult, HoldResult, RescheduleResult, SlotView } from './booking-results';
export type { AppointmentFacts } from './booking-record';
export { BookingsService } from './bookings.service';
export { DemoClinic } from './demo-clinic';
export { DEMO_PATIENT } from './demo-data';
export { DoctorsService } from './doctors.service';
export type { AppointmentStatus } from './entities/appointment.entity';
export { HoldTokens } from './hold-tokens';
export { ImportService } from './import.service';
export type { ImportAnswer } from './import.service';
export { nearestPatient } from './nearest-patient';
export type { RosterEntry } from './nearest-patient';
export { PatientMergesService } from './patient-merges.service';
export type { PatientView } from './patients.repository';
export { PatientsService } from './patients.service';
export type { Identification } from './patients.service';
export { ProxiesService } from './proxies.service';
export { schedulingEntities } from './scheduling-entities';
export { PROMISED_CONSTRAINTS, SchedulingHealth } from './scheduling-health';
export { SchedulingModule } from './scheduling.module';
export { SeriesService } from './series.service';
export { SlotBlocksService } from './slot-blocks.service';
export { SlotMaking } from './slot-making';
export type { SlotsMade } from './slot-making';
export { SlotsService } from './slots.service';
export type { NoSlotsReason, SlotSearch } from './slots.service';
export type { SentOffer } from './waitlist-offers.repository';
export { WaitlistOffers } from './waitlist-offers.service';
export type { OfferFacts } from './waitlist-offers.service';
export { WaitlistService } from './waitlist.service';
