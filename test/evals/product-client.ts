import type { Rival } from './eval-case';

/** Where the product under test and its phone network answer, and who may make clinics there. */
export interface Wires {
  readonly productUrl: string;
  readonly carrierUrl: string;
  readonly operator: { readonly email: string; readonly password: string };
}

export interface Visit {
  readonly id: string;
  readonly doctor: string;
  readonly patient: string;
  readonly patientId: string;
  /** Wall time of the clinic, YYYY-MM-DDTHH:mm. */
  readonly startsAt: string;
  readonly instant: string;
  readonly status: string;
}

interface ListedAppointment {
  readonly id: string;
  readonly doctor: { readonly name: string };
  readonly patient: { readonly id: string; readonly name: string };
  readonly startsAt: string;
  readonly status: string;
}

interface ListedSlot {
  readonly id: string;
  readonly startsAt: string;
  readonly doctor: { readonly name: string };
}

export interface Talk {
  readonly id: string;
  readonly escalated: boolean;
  readonly channel: string;
}

export interface TalkRecord {
  readonly turns: readonly {
    who: string;
    text: string;
    heard: string | null;
    interrupted: boolean;
    seq: number;
    provider?: string | null;
    model?: string | null;
    modelRequests?: number | null;
    durationMs?: number | null;
    failures?: readonly unknown[];
  }[];
  readonly toolCalls: readonly {
    seq: number;
    name: string;
    arguments: string;
    result: Record<string, unknown>;
    latencyMs?: number;
  }[];
  readonly guardActions: readonly { seq: number; guard: string; action: string; reason: string; text: string | null }[];
}

/** REST of the product, as an operator who makes clinics. */
export class Product {
  private token: { readonly value: Promise<string>; readonly until: number } | undefined;

  constructor(readonly wires: Wires) {}

  /** @throws Error with the problem's text. */
  async call<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const response = await fetch(`${this.wires.productUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** One sign-in serves many cases. */
  private operatorToken(): Promise<string> {
    if (this.token === undefined || this.token.until < Date.now()) {
      const value = this.call<{ accessToken: string }>('POST', '/auth/login', this.wires.operator).then(
        (session) => session.accessToken,
      );
      value.catch(() => (this.token = undefined));
      this.token = { value, until: Date.now() + 4 * 60_000 };
    }
    return this.token.value;
  }

  /** Puts a world in as a clinic of its own. */
  async importWorld(world: Record<string, unknown>): Promise<Clinic> {
    const token = await this.operatorToken();
    const made = await this.call<ImportAnswer>('POST', '/import', world, token);
    return new Clinic(this, made, typeof world['clinic'] === 'string' ? world['clinic'] : 'Clinic');
  }
}

interface ImportAnswer {
  readonly clinicId: string;
  readonly phone: string;
  readonly apiKey: { readonly key: string };
  readonly patients: readonly { readonly id: string; readonly name: string }[];
}

/** One case's clinic, by its own key. */
export class Clinic {
  readonly phone: string;
  readonly key: string;
  readonly patients: ImportAnswer['patients'];

  constructor(
    private readonly product: Product,
    made: ImportAnswer,
    readonly name: string,
  ) {
    this.phone = made.phone;
    this.key = made.apiKey.key;
    this.patients = made.patients;
  }

  get<T>(path: string): Promise<T> {
    return this.product.call<T>('GET', path, undefined, this.key);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.product.call<T>('POST', path, body, this.key);
  }

  async setClock(at: string): Promise<void> {
    await this.post('/test/clock', { at });
  }

  async advance(ms: number): Promise<void> {
    await this.post('/test/clock', { advanceMs: ms });
  }

  async visits(): Promise<Visit[]> {
    const { items } = await this.get<{ items: ListedAppointment[] }>('/appointments?limit=200');
    return items.map(({ id, doctor, patient, startsAt, status }) => ({
      id,
      doctor: doctor.name,
      patient: patient.name,
      patientId: patient.id,
      startsAt: startsAt.slice(0, 16),
      instant: startsAt,
      status,
    }));
  }

  async heldSlots(): Promise<number> {
    const { items } = await this.get<{ items: unknown[] }>('/slots?status=held&limit=200');
    return items.length;
  }

  async talks(): Promise<Talk[]> {
    return (await this.get<{ items: Talk[] }>('/conversations?limit=50')).items;
  }

  record(id: string): Promise<TalkRecord> {
    return this.get<TalkRecord>(`/conversations/${id}`);
  }

  /** What somebody else does at the same time, by REST. A time that is taken already is nothing to worry about. */
  async rivalActs(rival: Rival, offset: string): Promise<string> {
    const act = JSON.stringify([rival.act, rival['action'], rival['do'], rival['kind']]);
    const startsAt = rival.startsAt ?? '';
    try {
      if (/cancel/.test(act)) return await this.rivalCancels(rival);
      const slot = await this.freeSlot(rival.doctor, startsAt, offset);
      if (slot === undefined) return 'the rival found no such free time';
      if (/hold/.test(act)) await this.post('/slots/hold', { slotId: slot.id });
      else await this.post('/appointments', { slotId: slot.id, patient: rivalPatient(rival) });
      return `the rival took ${slot.doctor.name} ${slot.startsAt}`;
    } catch (error) {
      return `the rival failed: ${String(error)}`;
    }
  }

  private async rivalCancels(rival: Rival): Promise<string> {
    const visit = (await this.visits()).find(
      (one) => one.status === 'booked' && (rival.startsAt ?? one.startsAt).startsWith(one.startsAt),
    );
    if (visit === undefined) return 'the rival found nothing to cancel';
    await this.post(`/appointments/${visit.id}/cancel`, {});
    return `the rival cancelled ${visit.startsAt}`;
  }

  private async freeSlot(
    doctor: string | undefined,
    startsAt: string,
    offset: string,
  ): Promise<ListedSlot | undefined> {
    const at = new Date(/(Z|[+-]\d\d:\d\d)$/.test(startsAt) ? startsAt : `${startsAt}${offset}`);
    const around = (ms: number): string => new Date(at.getTime() + ms).toISOString();
    const query = new URLSearchParams({ from: around(-86_400_000), to: around(86_400_000), limit: '200' });
    const { items } = await this.get<{ items: ListedSlot[] }>(`/slots?${query.toString()}`);
    const wall = startsAt.slice(0, 16);
    return items.find((slot) => slot.startsAt.startsWith(wall) && (doctor ?? slot.doctor.name) === slot.doctor.name);
  }
}

function rivalPatient(rival: Rival): { name: string; dateOfBirth: string } {
  return { name: rival.patient ?? 'Rowan Rival', dateOfBirth: '1961-06-16' };
}
