import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarrierEnvironment } from './environment';

/** One appointment as the commands print it. */
export interface ListedAppointment {
  readonly id: string;
  readonly doctor: string;
  readonly specialty: string;
  readonly startsAt: string;
  readonly status: string;
  readonly patient: string;
}

/** What the product of a demo clinic leaves for local programs. */
interface LocalAccess {
  readonly apiKey: string;
  /** The demo clinic's number. */
  readonly phone?: string;
}

/** The clinic is another than the one whose key is at hand. */
export class OtherClinic extends Error {}

/** Two phone numbers. */
export interface Parties {
  readonly patient: string;
  readonly clinic: string;
}

interface RestAppointment {
  readonly id: string;
  readonly doctor: { readonly name: string };
  readonly specialty: string;
  readonly startsAt: string;
  readonly status: string;
  readonly patient: { readonly id: string; readonly name: string };
}

/**
 * The appointments that whoever has the patient's number has at the clinic, oldest first, by the product's REST API.
 * @throws Error with one sentence when there is no key of that clinic or the product refuses.
 */
export async function appointmentsOf(
  environment: CarrierEnvironment,
  { patient: phone, clinic }: Parties,
): Promise<ListedAppointment[]> {
  const apiKey = environment.apiKey ?? (await demoKey(environment, clinic));
  const base = `${environment.localProductUrl}/api/v1`;
  const get = async <Row>(path: string, query: Record<string, string>): Promise<Row[] | null> => {
    const url = `${base}${path}?${new URLSearchParams({ ...query, limit: '100' }).toString()}`;
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${apiKey}` } });
    if (answer.status === 400) return null; // This filter is not known.
    if (!answer.ok) throw new Error(`The product answered ${answer.status} to GET ${path}.`);
    return ((await answer.json()) as { items: Row[] }).items;
  };
  const direct = await get<RestAppointment>('/appointments', { patientPhone: phone });
  const rows = direct ?? (await byPatients(get, phone));
  return rows.map(listed).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

async function byPatients(
  get: <Row>(path: string, query: Record<string, string>) => Promise<Row[] | null>,
  phone: string,
): Promise<RestAppointment[]> {
  const patients = (await get<{ id: string }>('/patients', { phone })) ?? [];
  const lists = await Promise.all(patients.map(({ id }) => get<RestAppointment>('/appointments', { patientId: id })));
  return lists.flatMap((list) => list ?? []);
}

/** A key reads one clinic's appointments: that of the demo clinic stands in the data folder. */
async function demoKey(environment: CarrierEnvironment, clinic: string): Promise<string> {
  const file = join(environment.dataDir ?? '.clinicall', 'local-access.json');
  const access = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as LocalAccess)
    .catch(() => {
      throw new Error(`No key to read appointments with: ${file} is missing (a demo clinic writes it).`);
    });
  if (access.phone === undefined || access.phone === clinic) return access.apiKey;
  throw new OtherClinic(`The appointments at ${clinic} are not listed: set CLINICALL_API_KEY to a key of that clinic.`);
}

function listed(row: RestAppointment): ListedAppointment {
  const { id, doctor, specialty, startsAt, status, patient } = row;
  return { id, doctor: doctor.name, specialty, startsAt, status, patient: patient.name };
}
