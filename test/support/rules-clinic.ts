import { Temporal } from 'temporal-polyfill';
import type { Product } from './product';
import { RestClinic } from './rest-clinic';
import type { Answer } from './rest-clinic';

export const NEW_YORK = 'America/New_York';
/** A day inside the horizon of six days. */
export const day = Temporal.Now.plainDateISO(NEW_YORK).add({ days: 3 });
export const on = day.toString();

/** A clinic with two doctors and no sessions, spoken to over REST. */
export class RulesClinic {
  private constructor(
    private readonly clinic: RestClinic,
    readonly doctorId: string,
    readonly otherId: string,
  ) {}

  static async of(product: Product): Promise<RulesClinic> {
    const clinic = await RestClinic.of(product, {
      timezone: NEW_YORK,
      visitTypes: [
        { name: 'Follow-up', minutes: 20 },
        { name: 'Procedure', minutes: 60 },
      ],
      doctors: [
        { name: 'Ruth Adler', specialty: 'Cardiology' },
        { name: 'Omar Haddad', specialty: 'Cardiology' },
      ],
      settings: { bookingHorizonDays: 6 },
    });
    const [ruth, omar] = clinic.doctorIds as [string, string];
    return new RulesClinic(clinic, ruth, omar);
  }

  get key(): string {
    return this.clinic.key;
  }

  call(...request: Parameters<RestClinic['call']>): Promise<Answer> {
    return this.clinic.call(...request);
  }

  session(more: Record<string, unknown> = {}): Record<string, unknown> {
    const times = { fromTime: '09:00', toTime: '11:00', slotMinutes: 30, startsOn: '2026-01-01' };
    return { doctorId: this.doctorId, weekday: day.dayOfWeek, ...times, ...more };
  }

  extra(more: Record<string, unknown> = {}): Record<string, unknown> {
    const times = { startsOn: on, fromTime: '18:00', toTime: '19:00', slotMinutes: 30 };
    return { kind: 'extra', doctorId: this.doctorId, ...times, ...more };
  }

  /** Wall times of the doctor's free slots. */
  async walls(id = this.doctorId): Promise<string[]> {
    const page = await this.call('GET', `/slots?doctorId=${id}&limit=200`);
    return page.body.items.map((slot) => slot['startsAt'].slice(11, 16));
  }

  /** All that the clinic's rules, places, doctors and slots are, as one text. */
  async everything(): Promise<string> {
    const rules = ['/schedules', '/schedule-exceptions', '/locations', '/rooms'];
    const lists = [...rules, '/doctors', '/visit-types', '/specialties', '/slots?limit=200'];
    const answers = await Promise.all(lists.map((path) => this.call('GET', path)));
    return JSON.stringify(answers.map((answer) => answer.body));
  }
}

/** Status, code and the fields named. */
export function faults(answer: Answer): unknown[] {
  return [answer.status, answer.body.code, answer.body.errors?.map((error) => error.field)];
}
