import { StaffService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { ImportService } from '@clinicall/scheduling';
import type { Product } from '../support/product';
import { restOf } from '../security/rest';
import { broken } from './proof';

const PASSWORD = 'a long walk by the sea';
const PATIENTS = 8;
let numbers = 0;

/** What one of a crowd was told. */
export interface Told {
  readonly status: number;
  readonly code: string;
  readonly id: string;
  readonly body: Record<string, unknown>;
}

/** A clinic of its own in a listening product, and the many who ask it over HTTP. */
export class RestCrowd {
  private constructor(
    readonly product: Product,
    readonly clinicId: string,
    readonly key: string,
    /** Slots of half an hour one after the other, of two doctors at the same times. */
    readonly slots: readonly [readonly string[], readonly string[]],
    readonly patients: readonly string[],
  ) {}

  static async in(product: Product): Promise<RestCrowd> {
    const answer = await product.app.get(ImportService, { strict: false }).importWorld(world(), { makeClinics: true });
    const key = answer.apiKey?.key ?? '';
    const found: string[][] = [];
    for (const { id } of answer.doctors) {
      const { body } = await restOf(product.url)('GET', `/slots?doctorId=${id}&limit=100`, { token: key });
      found.push((body['items'] as { id: string }[]).map((one) => one.id));
    }
    const [one = [], two = []] = found;
    const patients = answer.patients.map(({ id }) => id);
    return new RestCrowd(product, answer.clinicId, key, [one, two], patients);
  }

  /** A member of staff, who may overbook. */
  async staff(name: string): Promise<string> {
    const email = `${name}.${numbers++}@example.org`;
    await this.product.app.get(StaffService, { strict: false }).ensureAdministrator(this.clinicId, email, PASSWORD);
    const { body } = await restOf(this.product.url)('POST', '/auth/login', { body: { email, password: PASSWORD } });
    return String(body['accessToken']);
  }

  async ask(method: string, path: string, body: unknown, token = this.key): Promise<Told> {
    const answer = await restOf(this.product.url)(method, path, { token, body });
    const told = answer.body as { code?: string; id?: string };
    return { status: answer.status, code: told.code ?? '', id: told.id ?? '', body: answer.body };
  }

  book(slotId: string | undefined, patientId: string | undefined): Promise<Told> {
    return this.ask('POST', '/appointments', { slotId, patientId });
  }

  hold(slotId: string | undefined): Promise<Told> {
    return this.ask('POST', '/slots/hold', { slotId });
  }

  confirm(hold: Told, patientId: string | undefined): Promise<Told> {
    const { holdToken } = hold.body;
    return this.ask('POST', '/appointments/confirm', { holdId: hold.id, holdToken, patientId });
  }

  move(visit: Told, slotId: string | undefined): Promise<Told> {
    return this.ask('POST', `/appointments/${visit.id}/reschedule`, { slotId });
  }

  /** SQL inside the clinic's scope; $1 is the clinic. */
  rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    return this.inside(() => this.product.app.get(Database).query<Row>(sql, [this.clinicId, ...parameters]));
  }

  inside<T>(work: () => Promise<T>): Promise<T> {
    return this.product.app.get(ClinicScope).run(this.clinicId, work);
  }

  /** What the final state, and answers that are nobody's business to give, say against the build. */
  async faults(told: readonly Told[], ...own: readonly (string | false)[]): Promise<string[]> {
    const failed = told.filter(({ status }) => status >= 500).map(({ status }) => `an answer of ${status}`);
    const state = (await broken(this)).map((fault) => (fault as { fault: string }).fault);
    return [...failed, ...own.filter((fault) => fault !== false), ...state];
  }
}

function world(): unknown {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const free = Array.from({ length: 16 }, (_one, index) => {
    const hour = String(8 + Math.floor(index / 2)).padStart(2, '0');
    return `${day}T${hour}:${index % 2 === 0 ? '00' : '30'}`;
  });
  return {
    clinic: 'Harbor Clinic',
    phone: `+1212561${String(1000 + numbers++)}`,
    timezone: 'America/New_York',
    doctors: ['Ruth Adler', 'Omar Haddad'].map((name) => ({ name, specialty: 'Cardiology', free })),
    patients: Array.from({ length: PATIENTS }, (_one, index) => ({
      name: `Anna ${String.fromCharCode(65 + index)}berg`,
      dateOfBirth: `19${70 + index}-02-01`,
      phone: `+1212555${String(2000 + index)}`,
    })),
  };
}
