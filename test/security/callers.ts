import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConversationsService } from '@clinicall/conversation';
import { ClinicsService, ROLES, SCOPES, StaffService, TasksService } from '@clinicall/identity';
import type { Permission, Role, Scope } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { ROLE_PERMISSIONS, SCOPE_PERMISSIONS } from '../../libs/identity/src/permissions';
import { restOf } from './rest';
import type { Objects } from './route-table';

const PASSWORD = 'a long walk by the sea';

/** Somebody who asks: with no token, a dead one, another clinic's, or one of this clinic's. */
export interface Caller {
  readonly name: string;
  /** One a session: the later ones for routes that end it. */
  readonly tokens: readonly string[];
  readonly kind: 'none' | 'dead' | 'foreign' | 'own';
  readonly permissions: readonly Permission[];
}

/** Two clinics, everybody who may ask, and the first clinic's objects. */
export interface World {
  readonly clinicId: string;
  readonly callers: readonly Caller[];
  readonly objects: Objects;
}

type Rest = ReturnType<typeof restOf>;
type Signed = { readonly accessToken: string };

/** @param url of the listening product. Everything but the first rows is done through REST. */
export async function makeWorld(app: NestFastifyApplication, url: string): Promise<World> {
  const rest = restOf(url);
  const clinicId = await makeClinic(app, 'Harbor Clinic');
  const otherId = await makeClinic(app, 'Hill Clinic');
  const owner = await makeOwner(app, rest, clinicId);
  const foreign = await makeOwner(app, rest, otherId);
  const staff: Caller[] = [];
  for (const role of ROLES) staff.push(await employ(rest, owner[0] ?? '', role));
  const keys: Caller[] = [];
  for (const scope of SCOPES) keys.push(await makeKey(rest, owner[0] ?? '', scope));
  return {
    clinicId,
    callers: [
      { name: 'nobody', tokens: [], kind: 'none', permissions: [] },
      ...(await makeDead(rest, owner[0] ?? '')),
      { name: 'other clinic', tokens: foreign, kind: 'foreign', permissions: ROLE_PERMISSIONS.owner },
      ...staff,
      ...keys,
      await makeOAuth(rest, owner[0] ?? ''),
    ],
    objects: await makeObjects(app, rest, clinicId, owner[0] ?? ''),
  };
}

function makeClinic(app: NestFastifyApplication, name: string): Promise<string> {
  const phone = `+1212${String(Math.floor(2_000_000 + Math.random() * 7_000_000))}`;
  return app
    .get(ClinicsService)
    .create({ name, timezone: 'America/New_York', country: 'US', language: 'en', phone, hours: [] });
}

async function signIn(rest: Rest, email: string): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { body } = await rest('POST', '/auth/login', { body: { email, password: PASSWORD } });
    tokens.push((body as unknown as Signed).accessToken);
  }
  return tokens;
}

async function makeOwner(app: NestFastifyApplication, rest: Rest, clinicId: string): Promise<string[]> {
  const email = `owner.${randomUUID()}@example.org`;
  await app.get(StaffService).ensureAdministrator(clinicId, email, PASSWORD);
  return signIn(rest, email);
}

async function employ(rest: Rest, owner: string, role: Role): Promise<Caller> {
  const email = `${role}.${randomUUID()}@example.org`;
  const { body } = await rest('POST', '/staff/invitations', { token: owner, body: { email, name: role, role } });
  const token = new URL(body['link'] as string).hash.split('=')[1];
  await rest('POST', '/auth/invitations/accept', { body: { token, password: PASSWORD } });
  return { name: role, tokens: await signIn(rest, email), kind: 'own', permissions: ROLE_PERMISSIONS[role] };
}

async function newKey(rest: Rest, owner: string, scopes: Scope[]): Promise<{ id: string; key: string }> {
  const { body } = await rest('POST', '/api-keys', { token: owner, body: { name: 'matrix', scopes } });
  return body as unknown as { id: string; key: string };
}

async function makeKey(rest: Rest, owner: string, scope: Scope): Promise<Caller> {
  const { key } = await newKey(rest, owner, [scope]);
  return { name: `key ${scope}`, tokens: [key], kind: 'own', permissions: SCOPE_PERMISSIONS[scope] };
}

/** The token of a key by client credentials, for fewer scopes than the key has. */
async function makeOAuth(rest: Rest, owner: string): Promise<Caller> {
  const { id, key } = await newKey(rest, owner, ['patients:write', 'tasks']);
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: key, scope: 'tasks' };
  const { body } = await rest('POST', '/auth/token', { body: form });
  return {
    name: 'oauth tasks',
    tokens: [body['access_token'] as string],
    kind: 'own',
    permissions: SCOPE_PERMISSIONS.tasks,
  };
}

/** Tokens that were good, or look as if they were. */
async function makeDead(rest: Rest, owner: string): Promise<Caller[]> {
  const dead = (name: string, token: string): Caller => ({ name, tokens: [token], kind: 'dead', permissions: [] });
  const revoked = await newKey(rest, owner, [...SCOPES]);
  await rest('DELETE', `/api-keys/${revoked.id}`, { token: owner });
  const [head, payload, signature = ''] = owner.split('.');
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  return [
    dead('revoked key', revoked.key),
    dead('altered token', [head, payload, signature.split('').reverse().join('')].join('.')),
    dead('unsigned token', [unsigned, payload, ''].join('.')),
    dead('signed out', await signedOut(rest, owner)),
  ];
}

async function signedOut(rest: Rest, owner: string): Promise<string> {
  const leaver = await employ(rest, owner, 'administrator');
  const [token = ''] = leaver.tokens;
  await rest('POST', '/auth/logout', { token });
  return token;
}

const WORLD = {
  doctors: [{ name: 'Ruth Adler', specialty: 'Cardiology', free: ['2031-05-05T09:00', '2031-05-05T10:00'] }],
  patients: [{ name: 'Peter Lang', dob: '1970-02-01', phone: '+12125550199' }],
  appointments: [{ doctor: 'Ruth Adler', startsAt: '2031-05-05T09:00', patient: 'Peter Lang' }],
};

/** One of everything that a path can name. */
async function makeObjects(app: NestFastifyApplication, rest: Rest, clinicId: string, token: string): Promise<Objects> {
  await rest('POST', '/import', { token, body: WORLD });
  const desk = deskOf(rest, token);
  return {
    ...(await makeHouse(desk)),
    ...(await makeTimes(desk)),
    ...(await makePeople(desk)),
    ...(await app.get(ClinicScope).run(clinicId, () => makeTalks(app))),
    assets: 'page.js',
    docs: 'docs.js',
  };
}

type Desk = ReturnType<typeof deskOf>;

const deskOf = (rest: Rest, token: string) => ({
  /** The id of the first there is. */
  first: async (path: string): Promise<string> => {
    const { body } = await rest('GET', path, { token });
    return (body['items'] as { id: string }[])[0]?.id ?? '';
  },
  make: async (path: string, body: unknown): Promise<string> => {
    const { status, body: made } = await rest('POST', path, { token, body });
    if (status !== 201 && status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(made)}`);
    return made['id'] as string;
  },
});

async function makeHouse({ first, make }: Desk) {
  const locations = await make('/locations', { name: 'Harbor House' });
  return {
    locations,
    rooms: await make('/rooms', { locationId: locations, name: 'Room 1' }),
    faq: await make('/clinic/faq', { question: 'Parking?', answer: 'Behind the house.', language: 'en' }),
    staff: await first('/staff'),
    sessions: await first('/auth/sessions'),
    'api-keys': await first('/api-keys'),
  };
}

async function makeTimes({ first, make }: Desk) {
  const doctors = await first('/doctors');
  const slots = await first('/slots?status=free&from=2031-05-05T00:00:00Z&to=2031-05-06T00:00:00Z');
  const hours = { doctorId: doctors, weekday: 1, fromTime: '09:00', toTime: '10:00', slotMinutes: 30 };
  return {
    doctors,
    specialties: await first('/specialties'),
    slots,
    holds: await make('/slots/hold', { slotId: slots }),
    appointments: await first('/appointments'),
    'visit-types': await make('/visit-types', { name: 'Check-up', minutes: 30 }),
    schedules: await make('/schedules', hours),
    'schedule-exceptions': await make('/schedule-exceptions', { kind: 'holiday', startsOn: '2027-12-25' }),
  };
}

async function makePeople({ first, make }: Desk) {
  const patients = await first('/patients?limit=1');
  const twin = await make('/patients', { name: 'Petra Lang', dateOfBirth: '1971-03-02' });
  return {
    patients,
    merges: await make(`/patients/${twin}/merge`, { intoId: patients }),
    proxies: await make(`/patients/${patients}/proxies`, { name: 'Maria Lang', relation: 'spouse' }),
    waitlist: await make('/waitlist', { patientId: patients, specialty: 'Cardiology' }),
  };
}

async function makeTalks(app: NestFastifyApplication) {
  return {
    tasks: await app.get(TasksService, { strict: false }).open('message', {}),
    conversations: (await app.get(ConversationsService, { strict: false }).open({ channel: 'chat' })).id,
    calls: await aCall(app),
  };
}

async function aCall(app: NestFastifyApplication): Promise<string> {
  const id = randomUUID();
  await app
    .get(Database, { strict: false })
    .query('INSERT INTO calls (clinic_id, id, call_sid, conversation_id) VALUES ($1, $2, $3, $4)', [
      app.get(ClinicScope, { strict: false }).clinicId(),
      id,
      `CA${id}`,
      randomUUID(),
    ]);
  return id;
}
