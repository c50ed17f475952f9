import { randomUUID } from 'node:crypto';
import { BookingsService, PatientsService } from '@clinicall/scheduling';
import type { TextNetwork } from './text-network';

/** Doctors, times and patients put beside one another for tests of what follows a booking. */
export class Visits {
  private readonly doctorId = randomUUID();

  private constructor(private readonly network: TextNetwork) {}

  /** One doctor, Ruth Adler, in Cardiology. */
  static async of(network: TextNetwork): Promise<Visits> {
    const visits = new Visits(network);
    await network.rows(
      `WITH specialty AS (INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, 'Cardiology') RETURNING id)
       INSERT INTO doctors (clinic_id, id, name, specialty_id) SELECT $1, $3, 'Ruth Adler', id FROM specialty`,
      randomUUID(),
      visits.doctorId,
    );
    return visits;
  }

  /** @param startsAt RFC 3339; half an hour. */
  async slot(startsAt: string): Promise<string> {
    const id = randomUUID();
    await this.network.rows(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       SELECT clinic_id, $2, id, specialty_id, $4::timestamptz, $4::timestamptz + interval '30 minutes'
         FROM doctors WHERE clinic_id = $1 AND id = $3`,
      id,
      this.doctorId,
      startsAt,
    );
    return id;
  }

  async patient(phone: string | null, language?: string): Promise<string> {
    const patients = this.network.app.get(PatientsService, { strict: false });
    const born = `19${String(50 + Math.floor(Math.random() * 40))}-02-01`;
    const person = {
      name: `Peter ${randomUUID().slice(0, 8).replace(/\d/g, 'x')} Lang`,
      dateOfBirth: born,
      phone,
      language,
    };
    return (await this.network.inside(() => patients.register(person))).id;
  }

  /** @returns the appointment's id. */
  async book(startsAt: string, patientId: string, source?: 'import'): Promise<string> {
    const slotId = await this.slot(startsAt);
    const result = await this.network.inside(() => this.bookings.book({ slotId, patientId, source }));
    if (!result.ok) throw new Error(`not booked: ${result.reason}`);
    return result.appointment.id;
  }

  async move(appointmentId: string, startsAt: string): Promise<void> {
    const slotId = await this.slot(startsAt);
    const result = await this.network.inside(() => this.bookings.reschedule({ appointmentId, slotId }));
    if (!result.ok) throw new Error(`not moved: ${result.reason}`);
  }

  async cancel(appointmentId: string): Promise<void> {
    const result = await this.network.inside(() => this.bookings.cancel({ appointmentId }));
    if (!result.ok) throw new Error(`not cancelled: ${result.reason}`);
  }

  private get bookings(): BookingsService {
    return this.network.app.get(BookingsService, { strict: false });
  }
}
