import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { foldName } from '@clinicall/language';
import { AppError, ClinicScope, Clock, Database, Environment } from '@clinicall/platform';
import { ClinicsService, parseOpeningHours } from '@clinicall/identity';
import {
  DEMO_DOCTORS,
  DEMO_FAQ,
  DEMO_HOURS,
  DEMO_PATIENTS,
  DEMO_PHONE,
  DEMO_TIMEZONE,
  DEMO_VISIT_TYPES,
} from './demo-data';
import { DoctorsRepository } from './doctors.repository';
import { PatientsRepository } from './patients.repository';
import { SchedulesRepository } from './schedules.repository';
import { SlotMaking } from './slot-making';
import { SlotsService } from './slots.service';
import { addDays, dayOf, instantOf } from './wall-time';

const SHOWN_SPECIALTY = 'Cardiology';
const SHOWN_TIMES = 2;

/** Riverside Clinic: what `npm start` shows when there is no other clinic. */
@Injectable()
export class DemoClinic {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly doctors: DoctorsRepository,
    private readonly patients: PatientsRepository,
    private readonly schedules: SchedulesRepository,
    private readonly making: SlotMaking,
    private readonly slots: SlotsService,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /** Makes the clinic and its slots, or what is missing of them; every start calls it. */
  async ensure(): Promise<{ clinicId: string; phone: string }> {
    const phone = this.environment.values.TWILIO_PHONE_NUMBER ?? DEMO_PHONE;
    const clinicId = (await this.clinics.byPhone(phone)) ?? (await this.create(phone));
    await this.scope.run(clinicId, async () => {
      await this.database.transaction(() => this.fill());
      await this.making.topUp();
      await this.keepTomorrowOpen();
    });
    return { clinicId, phone };
  }

  private async create(phone: string): Promise<string> {
    try {
      return await this.clinics.create({
        name: 'Riverside Clinic',
        timezone: DEMO_TIMEZONE,
        country: 'US',
        language: 'en',
        phone,
        transferNumber: this.environment.values.TRANSFER_NUMBER ?? null,
        hours: parseOpeningHours(DEMO_HOURS),
      });
    } catch (error) {
      // Another instance that starts at the same time was first.
      const made =
        error instanceof AppError && error.code === 'conflict' ? await this.clinics.byPhone(phone) : undefined;
      if (made === undefined) throw error;
      return made;
    }
  }

  private async fill(): Promise<void> {
    await this.database.query('SELECT clinic_id FROM clinics WHERE clinic_id = $1 FOR UPDATE', [this.scope.clinicId()]);
    if ((await this.doctors.active()).length > 0) return;
    const specialties = await this.doctors.ensureSpecialties([...new Set(DEMO_DOCTORS.map((one) => one.specialty))]);
    const staff = DEMO_DOCTORS.map((one) => ({
      ...one,
      id: randomUUID(),
      specialtyId: specialties.get(one.specialty) ?? '',
    }));
    await this.doctors.insert(staff);
    await this.doctors.ensureVisitTypes(DEMO_VISIT_TYPES);
    const startsOn = dayOf(this.clock.now(), DEMO_TIMEZONE);
    await this.schedules.addSessions(
      staff.flatMap(({ id: doctorId, specialtyId, weekdays, sessions, slotMinutes }) =>
        weekdays.flatMap((weekday) =>
          sessions.map(([fromTime, toTime]) => {
            const rule = { doctorId, specialtyId, weekday, fromTime, toTime, slotMinutes };
            return { ...rule, startsOn, endsOn: null, capacity: 1, visitTypeIds: null };
          }),
        ),
      ),
    );
    await this.patients.insert(
      DEMO_PATIENTS.map((patient) => {
        const { name, dateOfBirth, phone } = patient;
        const language = ('language' in patient ? patient.language : undefined) ?? null;
        return { id: randomUUID(), name, nameKey: foldName(name), dateOfBirth, phones: [phone], language };
      }),
    );
    await this.clinics.addFaq(DEMO_FAQ);
  }

  /** The first sentence we suggest asks for a cardiologist tomorrow afternoon: however busy the demo was, two times are free. */
  private async keepTomorrowOpen(): Promise<void> {
    const tomorrow = addDays(dayOf(this.clock.now(), DEMO_TIMEZONE), 1);
    const [from, to] = [instantOf(`${tomorrow}T12:00`, DEMO_TIMEZONE), instantOf(`${tomorrow}T18:00`, DEMO_TIMEZONE)];
    const free = await this.slots.find({ specialty: SHOWN_SPECIALTY, from, to, limit: SHOWN_TIMES });
    if (free.items.length >= SHOWN_TIMES) return;
    const [doctor] = (await this.doctors.active()).filter((one) => one.specialty === SHOWN_SPECIALTY);
    const [specialty] = (await this.doctors.specialties()).filter((one) => one.name === SHOWN_SPECIALTY);
    if (doctor === undefined || specialty === undefined) return;
    const lanes = await this.schedules.lanesOf(doctor.id, tomorrow);
    const session = { doctorId: doctor.id, specialtyId: specialty.id, startsOn: tomorrow, endsOn: tomorrow };
    const times = { fromTime: '14:00', toTime: '16:00', slotMinutes: 30, visitTypeIds: null };
    await this.schedules.addExtraSession({ ...session, ...times, capacity: lanes + 1 });
    await this.making.topUp();
  }
}
