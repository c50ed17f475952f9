import { ImportService } from '@clinicall/scheduling';
import { Temporal } from 'temporal-polyfill';
import type { Product } from './product';

export interface Body {
  readonly [member: string]: unknown;
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly detail: string;
  readonly items: readonly Body[];
  readonly nextCursor: string | null;
  readonly errors?: readonly { field: string; message: string }[];
}

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Body;
}

export const NEW_YORK = 'America/New_York';
/** A day inside the horizon of six days. */
export const day = Temporal.Now.plainDateISO(NEW_YORK).add({ days: 3 });
export const on = day.toString();

let numbers = 0;

/** A clinic with two doctors and no sessions, spoken to over REST. */
export class RulesClinic {
  private constructor(
    private readonly product: Product,
    readonly key: string,
    readonly doctorId: string,
    readonly otherId: string,
  ) {}

  static async of(product: Product): Promise<RulesClinic> {
    const answer = await product.app.get(ImportService, { strict: false }).importWorld(
      {
        clinic: 'Harbor Clinic',
        phone: `+1212558${String(1000 + numbers++)}`,
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
      },
      { makeClinics: true },
    );
    const [ruth, omar] = answer.doctors.map((doctor) => doctor.id) as [string, string];
    return new RulesClinic(product, answer.apiKey?.key ?? '', ruth, omar);
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.product.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const etag = response.headers.get('etag');
    return { status: response.status, etag, body: (text === '' ? {} : JSON.parse(text)) as Body };
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
    return page.body.items.map((slot) => String(slot['startsAt']).slice(11, 16));
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
