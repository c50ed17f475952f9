import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@clinicall/identity';
import { AppointmentsRepository } from './appointments.repository';
import { AppointmentsService } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import { BookingRefusals } from './booking-refusals';
import { BookingsRepository } from './bookings.repository';
import { BookingsService } from './bookings.service';
import { ClinicZone } from './clinic-zone';
import { DoctorsRepository } from './doctors.repository';
import { DoctorsService } from './doctors.service';
import { HoldTokens } from './hold-tokens';
import { HoldsService } from './holds.service';
import { MovesRepository } from './moves.repository';
import { MovesService } from './moves.service';
import { PatientsRepository } from './patients.repository';
import { PatientsService } from './patients.service';
import { schedulingEntities } from './scheduling-entities';
import { SlotsRepository } from './slots.repository';
import { SlotsService } from './slots.service';

const services = [
  AppointmentsService,
  BookingsService,
  ClinicZone,
  DoctorsService,
  HoldTokens,
  PatientsService,
  SlotsService,
];

@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature(schedulingEntities)],
  providers: [
    ...services,
    AppointmentsRepository,
    BookingAttempt,
    BookingRecord,
    BookingRefusals,
    BookingsRepository,
    DoctorsRepository,
    HoldsService,
    MovesRepository,
    MovesService,
    PatientsRepository,
    SlotsRepository,
  ],
  exports: services,
})
export class SchedulingModule {}
