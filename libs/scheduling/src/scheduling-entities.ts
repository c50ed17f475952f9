import { Appointment } from './entities/appointment.entity';
import { Doctor, DoctorVisitType, Specialty } from './entities/doctor.entity';
import { Hold } from './entities/hold.entity';
import { Location, Room } from './entities/location.entity';
import { Patient, PatientMerge, PatientPhone, PatientProxy } from './entities/patient.entity';
import { Schedule, ScheduleException } from './entities/schedule.entity';
import { Slot } from './entities/slot.entity';
import { VisitType } from './entities/visit-type.entity';
import { WaitlistEntry, WaitlistOffer } from './entities/waitlist-entry.entity';

export const schedulingEntities = [
  Appointment,
  Doctor,
  DoctorVisitType,
  Hold,
  Location,
  Patient,
  PatientMerge,
  PatientPhone,
  PatientProxy,
  Room,
  Schedule,
  ScheduleException,
  Slot,
  Specialty,
  VisitType,
  WaitlistEntry,
  WaitlistOffer,
];
