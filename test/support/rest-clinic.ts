import { StaffService } from '@clinicall/identity';
import { ImportService } from '@clinicall/scheduling';
import type { Product } from './product';

/** A JSON body, whichever answer it is of. */
export interface Body {
  readonly [member: string]: unknown;
  readonly id: string;
  readonly code: string;
  readonly detail: string;
  readonly version: number;
  readonly items: readonly Body[];
  readonly conflicts: readonly Body[];
  readonly alternatives: readonly Body[];
  readonly errors?: readonly { field: string; message: string }[];
  readonly nextCursor: string | null;
  readonly holdToken: string;
  readonly startsAt: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | null;
  /** Of Idempotency-Replayed. */
  readonly replayed: string | null;
}

/** Days from now, in the clinic's wall time: `2026-11-29T09:00`. */
export const wallTime = (days: number, time: string): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;

let numbers = 0;

/** A clinic of its own in a product of this process, spoken to over REST with its own key. */
export class RestClinic {
  private constructor(
    private readonly product: Product,
    readonly clinicId: string,
    readonly key: string,
    readonly doctorIds: readonly string[],
    readonly patientIds: readonly string[],
  ) {}

  /** @param world what the import takes; Ruth Adler has these times `free`, and Peter Lang is a patient, unless it says else. */
  static async of(
    product: Product,
    { free = [], ...world }: Record<string, unknown> & { free?: readonly string[] } = {},
  ): Promise<RestClinic> {
    const answer = await product.app.get(ImportService, { strict: false }).importWorld(
      {
        clinic: 'Harbor Clinic',
        phone: `+1212558${String(1000 + numbers++)}`,
        timezone: 'America/New_York',
        doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free }],
        patients: [{ name: 'Peter Lang', dateOfBirth: '1970-02-01', phone: '+12125550199' }],
        ...world,
      },
      { makeClinics: true },
    );
    const ids = (made: readonly { id: string }[]): string[] => made.map(({ id }) => id);
    return new RestClinic(
      product,
      answer.clinicId,
      answer.apiKey?.key ?? '',
      ids(answer.doctors),
      ids(answer.patients),
    );
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.product.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Body,
      etag: response.headers.get('etag'),
      replayed: response.headers.get('idempotency-replayed'),
    };
  }

  /** The access token of the clinic's owner. */
  async ownerToken(): Promise<string> {
    const account = { email: `owner@${this.clinicId}.example`, password: 'a long password of the owner' };
    await this.product.app.get(StaffService).ensureAdministrator(this.clinicId, account.email, account.password);
    return String((await this.call('POST', '/auth/login', account)).body['accessToken']);
  }

  async slots(): Promise<readonly Body[]> {
    return (await this.call('GET', '/slots?limit=200')).body.items;
  }
}
