import { randomUUID } from 'node:crypto';
import type { BookingResult } from '@clinicall/scheduling';
import { BookingsService, PatientMergesService, PatientsService, ProxiesService } from '@clinicall/scheduling';
import { PatientUpdates } from '../../libs/scheduling/src/patient-updates.service';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';

let world: SchedulingWorld;
let bookings: BookingsService;
let patients: PatientsService;
let merges: PatientMergesService;
let proxies: ProxiesService;
let updates: PatientUpdates;
let roster: Roster;
let doctorId: string;

beforeAll(async () => {
  world = await startSchedulingWorld();
  bookings = world.get(BookingsService);
  patients = world.get(PatientsService);
  merges = world.get(PatientMergesService);
  proxies = world.get(ProxiesService);
  updates = world.get(PatientUpdates);
});
afterAll(() => world.close());
beforeEach(async () => {
  roster = await Roster.of(world);
  doctorId = await roster.doctor();
});

const inside = <T>(work: () => Promise<T>) => roster.inside(work);
const register = (name: string, phone: string | null = null, dateOfBirth = '1970-02-01') =>
  inside(() => patients.register({ name, dateOfBirth, phone }));
function made(result: BookingResult): string {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.appointment.id;
}
const book = async (patientId: string, startsIn: number, doctor = doctorId) => {
  const slotId = await roster.slot(doctor, startsIn);
  return inside(() => bookings.book({ slotId, patientId }));
};
const visitsOf = (patientId: string) => inside(() => bookings.listForPatient(patientId));

describe('a patient', () => {
  it('is corrected field by field, each change with its version, its event and its audit', async () => {
    const { id } = await register('Peter Lang', '+12125550199');
    const changed = await inside(() =>
      updates.update(
        id,
        { name: ' Peter  Lange ', phones: ['+12125550111', '+12125550199'], contactConsent: false },
        1,
      ),
    );
    expect(changed).toMatchObject({
      name: 'Peter Lange',
      dateOfBirth: '1970-02-01',
      phone: '+12125550111',
      phones: ['+12125550111', '+12125550199'],
      contactConsent: false,
      version: 2,
    });
    await expect(inside(() => updates.update(id, { language: 'es' }, 1))).rejects.toMatchObject({
      code: 'precondition_failed',
    });
    await expect(inside(() => updates.update(id, { dateOfBirth: '2999-01-01' }))).rejects.toThrow('dateOfBirth');
    await expect(inside(() => updates.update(id, { phones: ['+1202'] }))).rejects.toThrow('phones[0]');
    await expect(inside(() => updates.update(randomUUID(), {}))).rejects.toMatchObject({ code: 'not_found' });
    const told = await roster.rows<{ data: unknown }>(
      `SELECT data FROM outbox WHERE clinic_id = $1 AND type = 'PatientChanged'`,
    );
    expect(told.map((row) => row.data)).toEqual([{ patientId: id, fields: ['name', 'phones', 'contactConsent'] }]);
  });

  it('corrected twice at once from the same version is corrected once', async () => {
    const { id } = await register('Peter Lang');
    const results = await Promise.allSettled(
      ['en', 'es', 'fr', 'de'].map((language) => inside(() => updates.update(id, { language }, 1))),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('is found from imperfect particulars, and asked for when two could be meant', async () => {
    const { id } = await register('Peter Lang', '+12125550199');
    const match = (name: string, dateOfBirth?: string, phone?: string) =>
      inside(() => patients.match({ name, dateOfBirth, phone }));
    expect(await match('Peter Lange', '1970-02-01', '+12125550199')).toMatchObject({
      verdict: 'one',
      candidates: [{ patient: { id }, evidence: { name: 'near', dateOfBirth: 'same', phone: 'same' } }],
    });
    expect((await match('Peter Lang', '1970-01-02', '+12125550199')).verdict).toBe('one');
    expect((await match('Peter Lang', '1970-01-02')).verdict).toBe('unsure');
    await register('Petra Lang', '+12125550199');
    expect((await match('Petr Lang', '1970-02-01', '+12125550199')).verdict).toBe('several');
    expect((await match('Olga Marin', '1970-02-01')).verdict).toBe('none');
  });

  it('has proxies, who may act as long as it was said', async () => {
    const child = (await register('Mia Lang', null, '2019-05-05')).id;
    const mother = (await register('Maria Lang', '+12125550144', '1988-01-01')).id;
    const phone = '+12125550144';
    const named = await inside(() =>
      proxies.add(child, { name: 'Maria Lang', relation: 'parent', phone, proxyPatientId: mother, mayAct: true }),
    );
    await inside(() => proxies.add(child, { name: 'Otto Lang', relation: 'other', phone: '+12125550145' }));
    const grown = { name: 'Maria Lang', relation: 'guardian', phone, mayAct: true, validUntil: '2020-01-01' } as const;
    await inside(() => proxies.add(mother, grown).catch(() => undefined));
    expect(await inside(() => proxies.actsFor(phone))).toEqual([{ patientId: child, relation: 'parent' }]);
    expect(await inside(() => proxies.actsFor('+12125550145'))).toEqual([]);
    await expect(
      inside(() => proxies.add(child, { name: 'Mia Lang', relation: 'other', proxyPatientId: child })),
    ).rejects.toThrow('proxyPatientId');
    await inside(() => proxies.remove(child, named.id));
    await inside(() => proxies.remove(child, named.id));
    expect(await inside(() => proxies.actsFor(phone))).toEqual([]);
    expect(await inside(() => proxies.list(child))).toHaveLength(1);
  });
});

describe('a merge', () => {
  it('gives the visits to the record that stands, leads whoever has the old id there, and can be taken back', async () => {
    const source = (await register('Peter Lang', '+12125550199')).id;
    const target = (await register('Peter Lange', '+12125550111')).id;
    const [own, other] = [made(await book(source, 60)), made(await book(target, 200))];
    const merge = await inside(() => merges.merge(source, target));
    expect(merge).toMatchObject({ sourceId: source, targetId: target, movedAppointments: 1, undoneAt: null });
    expect((await visitsOf(target)).map((visit) => visit.id)).toEqual([own, other]);
    expect((await visitsOf(source)).map((visit) => visit.id)).toEqual([own, other]);
    expect(await inside(() => patients.get(source))).toMatchObject({ mergedIntoId: target, name: 'Peter Lang' });
    expect(await inside(() => patients.get(target))).toMatchObject({ phones: ['+12125550111', '+12125550199'] });
    expect((await inside(() => patients.idsOf(target))).sort()).toEqual([source, target].sort());
    const late = made(await book(source, 400));
    expect((await visitsOf(target)).map((visit) => visit.id)).toEqual([own, other, late]);
    const back = await inside(() => merges.undo(merge.id));
    expect(back.undoneAt).not.toBeNull();
    await inside(() => merges.undo(merge.id));
    expect((await visitsOf(source)).map((visit) => visit.id)).toEqual([own]);
    expect((await visitsOf(target)).map((visit) => visit.id)).toEqual([other, late]);
    expect(await inside(() => patients.get(target))).toMatchObject({ phones: ['+12125550111'] });
    expect(await inside(() => merges.listOf(target))).toHaveLength(1);
    const audit = await roster.rows<{ action: string }>(
      `SELECT action FROM audit_entries WHERE clinic_id = $1 AND action LIKE 'patient.%merge' ORDER BY action`,
    );
    expect(audit.map((row) => row.action)).toEqual(['patient.merge', 'patient.unmerge']);
  });

  it('is refused, and changes nothing, when the two would be in two places', async () => {
    const source = (await register('Peter Lang', '+12125550199')).id;
    const target = (await register('Peter Lange', '+12125550111')).id;
    made(await book(source, 60));
    made(await book(source, 300));
    made(await book(target, 65, await roster.doctor('Omar Haddad')));
    await expect(inside(() => merges.merge(source, target))).rejects.toMatchObject({ code: 'patient_busy' });
    expect(await visitsOf(source)).toHaveLength(2);
    await expect(inside(() => merges.merge(source, source))).rejects.toThrow('intoId');
    await expect(inside(() => merges.merge(source, randomUUID()))).rejects.toThrow('intoId');
  });

  it('keeps to who said no to being contacted', async () => {
    const source = (await register('Peter Lang')).id;
    const target = (await register('Peter Lange')).id;
    await inside(() => updates.update(source, { contactConsent: false }));
    const { id } = await inside(() => merges.merge(source, target));
    expect((await inside(() => patients.get(target))).contactConsent).toBe(false);
    await inside(() => merges.undo(id));
    expect((await inside(() => patients.get(target))).contactConsent).toBe(true);
  });

  it('races bookings of both records and itself in both directions: no visit is left behind', async () => {
    for (let round = 0; round < 6; round++) {
      const source = (await register(`Peter Lang ${'abcdef'[round] ?? ''}`)).id;
      const target = (await register(`Peter Lange ${'abcdef'[round] ?? ''}`)).id;
      const at = 60 + round * 400;
      const [one, two, three] = [await book(source, at), await book(target, at + 60), undefined];
      made(one);
      made(two);
      expect(three).toBeUndefined();
      const slots = await Promise.all([120, 180, 240].map((more) => roster.slot(doctorId, at + more)));
      const results = await Promise.allSettled([
        inside(() => merges.merge(source, target)),
        inside(() => merges.merge(target, source)),
        ...slots.map((slotId, index) =>
          inside(() => bookings.book({ slotId, patientId: index % 2 === 0 ? source : target })),
        ),
      ]);
      expect(results.slice(0, 2).filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      for (const result of results.slice(2)) expect(result).toMatchObject({ status: 'fulfilled', value: { ok: true } });
      const lost = await roster.rows(
        `SELECT a.id FROM appointments a JOIN patients p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id
          WHERE a.clinic_id = $1 AND a.status = 'booked' AND p.merged_into_id IS NOT NULL`,
      );
      expect(lost).toEqual([]);
    }
  });
});
