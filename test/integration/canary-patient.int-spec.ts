import { randomUUID } from 'node:crypto';
import { isPhi, Logger } from '@clinicall/platform';
import { CanaryWorld, PATIENT, seen, sinkInto, TWIN } from '../support/canary-world';
import { eventually } from '../support/eventually';

describe('a patient who is a canary', () => {
  let world: CanaryWorld;

  beforeAll(async () => {
    world = await CanaryWorld.start();
  }, 60_000);
  afterAll(() => world.stop());

  let patientId = '';

  it('registers, books and cancels by REST', async () => {
    const made = await world.call('POST', '/patients', { ...PATIENT, language: 'en' });
    expect(made.status).toBe(201);
    patientId = made.body['id'] as string;
    await world.call('POST', '/patients', TWIN); // a likely twin: a task for staff
    await world.call('GET', `/patients?name=Xanthippe&phone=${encodeURIComponent(PATIENT.phone)}`);
    await world.call('GET', `/patients/${patientId}`);
    const hold = await world.call('POST', '/slots/hold', { slotId: world.slots[0], patientId });
    const { id: holdId, holdToken } = hold.body;
    const booked = await world.call('POST', '/appointments/confirm', {
      holdId,
      holdToken,
      patientId,
      reason: 'zebrafish bite',
    });
    expect(booked.status).toBe(201);
    expect(booked.text).toMatch('Xanthippe');
    await world.call('GET', `/appointments?patientPhone=${encodeURIComponent(PATIENT.phone)}`);
    await world.call('POST', `/appointments/${String(booked.body['id'])}/cancel`, { reason: 'zebrafish left' });
    await world.call('POST', '/chat', { message: `I am ${PATIENT.name} and a zebrafish bit me`, from: PATIENT.phone });
    await world.deliverEvents();
  });

  it('books by text', async () => {
    expect(await world.text('Do you have a cardiologist tomorrow afternoon? A zebrafish bit me')).toMatch(
      /2:30 PM or 3:00 PM/,
    );
    await world.text('The second one please');
    const readBack = await world.text('Xanthippe Quillfeather, March 17, 1971');
    expect(readBack).toMatch(/book it\?|code/i);
    await world.text('Yes please');
    await world.text('Please take a message: the zebrafish is back');
    await world.text('anything', '+12125550999');
    await world.deliverEvents();
    const talks = await world.call('GET', '/conversations');
    for (const { id } of talks.body['items'] as { id: string }[]) await world.call('GET', `/conversations/${id}`);
    expect((await world.call('GET', '/texts')).text).toMatch('zebrafish');
    await world.call('GET', '/tasks');
  });

  it('meets every kind of fault', async () => {
    const wrong: [string, string, unknown?, string?][] = [
      ['POST', '/patients', { ...PATIENT, dateOfBirth: 'Xanthippe' }],
      ['POST', '/patients', { ...PATIENT, phone: 'zebrafish' }],
      ['POST', '/patients', { ...PATIENT, nickname: 'zebrafish' }],
      ['POST', '/patients', { ...PATIENT, name: ['Xanthippe'] }],
      ['POST', '/patients', { ...PATIENT, name: 'Xanthippe \u0000 Quillfeather' }],
      ['POST', '/patients', `{"name": "Xanthippe Quillfeather", "phone": +12125550177`],
      ['POST', '/patients', 'name=Xanthippe', 'text/csv'],
      ['GET', '/patients/Xanthippe'],
      ['GET', '/patients?cursor=Xanthippe'],
      ['GET', '/patients?phone=zebrafish'],
      ['GET', '/Xanthippe/Quillfeather?dateOfBirth=1971-03-17'],
      ['POST', '/appointments', { slotId: world.slots[0], patient: { ...PATIENT, name: '' }, reason: 'zebrafish' }],
      ['POST', '/appointments', { slotId: randomUUID(), patient: PATIENT, reason: 'zebrafish' }],
      ['POST', '/appointments', { slotId: world.slots[0], patientId: randomUUID(), reason: 'zebrafish' }],
      ['POST', '/appointments/confirm', { holdId: randomUUID(), holdToken: 'zebrafish', patient: PATIENT }],
      ['POST', '/chat', { message: 'zebrafish'.repeat(5_000) }],
      ['POST', '/chat', { message: 'zebrafish \u0000', from: PATIENT.phone }],
      ['POST', '/chat', { message: 'zebrafish', conversationId: randomUUID() }],
      ['POST', '/import', { patients: [{ ...PATIENT, phone: 'zebrafish' }] }],
      ['PATCH', '/clinic', { settings: { persona: { is: 'zebrafish' } }, name: ['Xanthippe'] }],
      ['GET', '/audit?actorId=Xanthippe&from=zebrafish'],
    ];
    for (const [method, path, body, type] of wrong) {
      const { status } = await world.call(method, path, body, path === '/clinic' ? world.boss : undefined, type);
      expect([method, path, status]).toEqual([method, path, expect.any(Number)]);
    }
    // One slot twice, and the patient twice at one time.
    const [first, second] = [world.slots[2], world.slots[3]];
    await world.call('POST', '/appointments', { slotId: first, patientId, reason: 'zebrafish' });
    expect((await world.call('POST', '/appointments', { slotId: first, patient: PATIENT })).status).toBe(409);
    // The database refuses a statement, and says all that was in it.
    await world.owner.query(
      `CREATE FUNCTION tell_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room for %', NEW; END $$`,
    );
    await world.owner.query(
      'CREATE TRIGGER tell_all BEFORE INSERT ON patients FOR EACH ROW EXECUTE FUNCTION tell_all()',
    );
    expect((await world.call('POST', '/patients', PATIENT)).status).toBe(500);
    await world.owner.query('DROP TRIGGER tell_all ON patients');
    // The model goes away in the middle, and the carrier refuses every text of ours.
    await world.localAi.close();
    await world.text('The zebrafish bit me again, I am Xanthippe');
    await world.call('POST', '/chat', { message: 'zebrafish again', from: PATIENT.phone });
    await world.call('POST', '/appointments', { slotId: second, patientId, reason: 'zebrafish' });
    await world.deliverEvents();
    await eventually(async () => (await world.jobsUnderWay()) === 0, 'every job tried: those that text fail');
  });

  it('is seen in no log line, no metric and no error body', async () => {
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    const sinks = { logs: world.logs.join('\n'), metrics, errors: world.errorBodies.join('\n') };
    expect(world.logs.length).toBeGreaterThan(20);
    expect(world.errorBodies.length).toBeGreaterThanOrEqual(20);
    expect(sinks.logs).toMatch('a request failed');
    for (const [sink, content] of Object.entries(sinks)) {
      const lines = content.split('\n').filter((line) => seen(line).length > 0);
      expect({ sink, lines }).toEqual({ sink, lines: [] });
    }
    const labels = [...metrics.matchAll(/[{,]([a-z_]+)="/g)].map(([, label = '']) => label);
    expect([...new Set(labels)].filter((label) => isPhi(label) && label !== 'name' && label !== 'reason')).toEqual([]);
  });

  it('would be seen if it leaked', () => {
    const line: string[] = [];
    new Logger('trace', sinkInto(line)).info('a text came', { note: 'a zebrafish bit Xanthippe' });
    expect(seen(line.join(''))).toHaveLength(2);
  });

  it('shares the prompts with no secret', () => {
    expect(world.prompts.length).toBeGreaterThan(5);
    expect(world.prompts.join('\n')).toMatch('zebrafish');
    const secrets = [...world.secrets, 'holdToken'].filter((secret) => secret !== '');
    for (const prompt of world.prompts) {
      expect(secrets.filter((secret) => prompt.includes(secret))).toEqual([]);
      expect(prompt).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/); // no id of ours
    }
  });

  it('gets everything that is held of them', async () => {
    const given = await world.call('GET', `/privacy/patients/${patientId}/export`, undefined, world.boss);
    expect(given.status).toBe(200);
    const data = given.body['data'] as Record<string, Record<string, unknown>[]>;
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining([
        'patients',
        'patient_phones',
        'appointments',
        'conversations',
        'turns',
        'inbound_texts',
        'outbound_texts',
      ]),
    );
    expect(data['appointments']?.map((one) => one['reason'])).toContain('zebrafish bite');
    expect(JSON.stringify(data)).not.toMatch('"clinic_id"');
    expect((await world.call('GET', `/privacy/patients/${patientId}/export`)).status).toBe(403); // no key may
    expect((await world.call('GET', `/privacy/patients/${randomUUID()}/export`, undefined, world.boss)).status).toBe(
      404,
    );
    const audit = await world.call('GET', `/audit?patientId=${patientId}&action=patient.export`, undefined, world.boss);
    expect(audit.body['items']).toHaveLength(1);
  });

  it('is erased from every table, but not under legal hold and not before a visit to come', async () => {
    const erase = (id: string) => world.call('POST', `/privacy/patients/${id}/erasure`, undefined, world.boss);
    const hold = `/privacy/patients/${patientId}/legal-hold`;
    expect((await world.call('PUT', hold, { reason: 'Case zebrafish' }, world.boss)).status).toBe(200);
    expect((await erase(patientId)).status).toBe(409);
    expect((await world.call('GET', '/privacy/legal-holds', undefined, world.boss)).text).toMatch(patientId);
    expect((await world.call('DELETE', hold, undefined, world.boss)).status).toBe(204);
    expect(await erase(patientId)).toMatchObject({ status: 409, body: { code: 'conflict' } }); // visits to come
    const visits = await world.call('GET', '/appointments?status=booked');
    for (const { id } of visits.body['items'] as { id: string }[])
      await world.call('POST', `/appointments/${id}/cancel`, {});
    await world.deliverEvents();
    const before = await world.rowsWithCanaries();
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['public.patients', 'public.turns', 'public.tasks']));
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM patients ORDER BY created_at');
    for (const { id } of rows) {
      const erased = await erase(id);
      expect(erased).toMatchObject({ status: 200, body: { pseudonymised: { patients: 1 } } });
    }
    expect(await world.rowsWithCanaries()).toEqual({});
    const kept = await world.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM appointments');
    expect(kept.rows[0]?.n).toBeGreaterThanOrEqual(3);
    expect((await world.call('GET', `/patients/${patientId}`)).body).toMatchObject({ name: 'Erased', phone: null });
  });
});
