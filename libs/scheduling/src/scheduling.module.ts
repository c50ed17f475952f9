import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule, PersonalData } from '@clinicall/identity';
import { Alternatives } from './alternatives';
import { AppointmentsController } from './appointments.controller';
import { AppointmentsRepository } from './appointments.repository';
import { AppointmentsService } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingPatients } from './booking-patients';
import { BookingRecord } from './booking-record';
import { BookingRefusals } from './booking-refusals';
import { BookingsRepository } from './bookings.repository';
import { BookingsService } from './bookings.service';
import { ClinicZone } from './clinic-zone';
import { DemoClinic } from './demo-clinic';
import { DoctorsController } from './doctors.controller';
import { DoctorsRepository } from './doctors.repository';
import { DoctorsService } from './doctors.service';
import { HoldTokens } from './hold-tokens';
import { HoldsService } from './holds.service';
import { ImportController } from './import.controller';
import { ImportRepository } from './import.repository';
import { ImportService } from './import.service';
import { LongVisits } from './long-visits';
import { LongVisitsRepository } from './long-visits.repository';
import { MovesRepository } from './moves.repository';
import { MovesService } from './moves.service';
import { OverbookingsRepository } from './overbookings.repository';
import { PatientMergesRepository } from './patient-merges.repository';
import { PatientMergesService } from './patient-merges.service';
import { PatientRelationsController } from './patient-relations.controller';
import { PatientUpdates } from './patient-updates.service';
import { PatientsController } from './patients.controller';
import { PatientsRepository } from './patients.repository';
import { PatientsService } from './patients.service';
import { ProxiesService } from './proxies.service';
import { RosterNames } from './roster-names';
import { PlacesController } from './places.controller';
import { PlacesRepository } from './places.repository';
import { PlacesService } from './places.service';
import { RosterController } from './roster.controller';
import { RosterRepository } from './roster.repository';
import { RosterService } from './roster.service';
import { RulesRepository } from './rules.repository';
import { RulesService } from './rules.service';
import { SessionFields } from './session-fields.service';
import { ScheduleExceptionsController, SchedulesController } from './schedules.controller';
import { SchedulesRepository } from './schedules.repository';
import { patientSubject, schedulingData, schedulingPurges } from './scheduling-data';
import { schedulingEntities } from './scheduling-entities';
import { SchedulingHealth } from './scheduling-health';
import { SeriesController } from './series.controller';
import { SeriesPlans } from './series-plans';
import { SeriesService } from './series.service';
import { SlotBlocksService } from './slot-blocks.service';
import { SlotMaking } from './slot-making';
import { SlotRowsRepository } from './slot-rows.repository';
import { SlotWatch } from './slot-watch';
import { SlotsController } from './slots.controller';
import { SlotsRepository } from './slots.repository';
import { SlotsService } from './slots.service';
import { StandingHoldsRepository } from './standing-holds.repository';
import { StaffBookingsController } from './staff-bookings.controller';
import { VisitChangesRepository } from './visit-changes.repository';
import { WaitlistController } from './waitlist.controller';
import { WaitlistEndings } from './waitlist-endings';
import { WaitlistOffersRepository } from './waitlist-offers.repository';
import { WaitlistOffers } from './waitlist-offers.service';
import { WaitlistRepository } from './waitlist.repository';
import { WaitlistService } from './waitlist.service';
import { WaitlistWatch } from './waitlist-watch';

const services = [
  AppointmentsService,
  BookingsService,
  ClinicZone,
  DemoClinic,
  DoctorsService,
  HoldTokens,
  ImportService,
  PatientMergesService,
  PatientsService,
  ProxiesService,
  SchedulingHealth,
  SlotMaking,
  SeriesService,
  SlotBlocksService,
  SlotsService,
  WaitlistOffers,
  WaitlistService,
];

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature(schedulingEntities)],
  // The fixed paths first: `appointments/:id/…` would take them for ids.
  controllers: [
    SeriesController,
    StaffBookingsController,
    AppointmentsController,
    DoctorsController,
    ImportController,
    PatientRelationsController,
    PatientsController,
    SlotsController,
    WaitlistController,
    PlacesController,
    RosterController,
    ScheduleExceptionsController,
    SchedulesController,
  ],
  providers: [
    ...services,
    Alternatives,
    AppointmentsRepository,
    BookingAttempt,
    BookingPatients,
    BookingRecord,
    BookingRefusals,
    BookingsRepository,
    DoctorsRepository,
    HoldsService,
    ImportRepository,
    LongVisits,
    LongVisitsRepository,
    MovesRepository,
    MovesService,
    OverbookingsRepository,
    PatientMergesRepository,
    PatientUpdates,
    PatientsRepository,
    RosterNames,
    PlacesRepository,
    PlacesService,
    RosterRepository,
    RosterService,
    RulesRepository,
    RulesService,
    SchedulesRepository,
    SeriesPlans,
    SessionFields,
    SlotRowsRepository,
    SlotsRepository,
    SlotWatch,
    StandingHoldsRepository,
    VisitChangesRepository,
    WaitlistEndings,
    WaitlistOffersRepository,
    WaitlistRepository,
    WaitlistWatch,
  ],
  exports: services,
})
export class SchedulingModule {
  constructor(personal: PersonalData) {
    personal.add(schedulingData, schedulingPurges);
    personal.setSubject(patientSubject);
  }
}
