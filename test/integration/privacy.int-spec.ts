import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { AuditChain, ClinicsService, KEPT_DAYS, PersonalData, Retention } from '@clinicall/identity';
import type { DataKind } from '@clinicall/identity';
import { ClinicScope } from '@clinicall/platform';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

interface ColumnRow {
  table: string;
  column: string;
  type: string;
}

/** Ids, numbers, times and switches say nothing by themselves; words, days and JSON must be judged one by one. */
const MUST_BE_JUDGED = new Set(['text', 'jsonb', 'json', 'date', '_text', 'varchar', 'bytea', 'inet']);
/** What stands in schema `directory` (docs/architecture.md): nothing of patients may ever be there. */
const DIRECTORY = new Set(['phone', 'email_hash', 'token_hash', 'key']);

describe('what the tables hold of patients', () => {
  let product: Product;
  let owner: Client;
  let columns: ColumnRow[];
  let personal: PersonalData;

  beforeAll(async () => {
    product = await startProduct({ LOCAL_AI_PORT: '9', CLINICALL_ROLES: 'web' });
    personal = product.app.get(PersonalData);
    owner = new Client({ connectionString: product.database.url });
    await owner.connect();
    columns = (
      await owner.query<ColumnRow>(
        `SELECT table_schema || '.' || table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
          WHERE table_schema IN ('public', 'directory') AND table_name <> 'migrations' ORDER BY 1, 2`,
      )
    ).rows;
  });
  afterAll(async () => {
    await owner.end();
    await product.stop();
  });

  /** Each sentence names what to do: in the …-data.ts of the table's room. */
  function faults(): string[] {
    const said: string[] = [];
    const tables = new Map(personal.tables().map((table) => [table.table, table]));
    const inside = columns.filter(({ table }) => table.startsWith('public.'));
    const found = new Set(inside.map(({ table }) => table.slice('public.'.length)));
    for (const name of found) if (!tables.has(name)) said.push(`${name}: no room says what it holds`);
    for (const { table, phi = [], plain = [], ofPatient, erase, purgedBy } of tables.values()) {
      const own = inside.filter((one) => one.table === `public.${table}`);
      for (const { column, type } of own) {
        if (MUST_BE_JUDGED.has(type) && !phi.includes(column) && !plain.includes(column))
          said.push(`${table}.${column}: is it phi or plain?`);
      }
      for (const column of [...phi, ...plain])
        if (!own.some((one) => one.column === column)) said.push(`${table}.${column}: is no column`);
      const linked = own.some(({ column }) => ['patient_id', 'conversation_id'].includes(column));
      if ((phi.length > 0 || linked) && (ofPatient === undefined || erase === undefined || purgedBy === undefined))
        said.push(`${table}: must be covered by export, erasure and purge`);
      if (typeof purgedBy === 'string' && purgedBy !== 'erasure' && purgedBy !== 'audit') {
        if (!personal.steps(purgedBy).some((step) => step.table === table))
          said.push(`${table}: nothing of kind ${purgedBy} purges it`);
      }
    }
    for (const { table, column, type } of columns) {
      if (table.startsWith('directory.') && MUST_BE_JUDGED.has(type) && !DIRECTORY.has(column))
        said.push(`${table}.${column}: the directory holds looked-up values alone`);
    }
    return said;
  }

  it('is said of every table and every column of words, with export, erasure and purge', () => {
    expect(faults()).toEqual([]);
  });

  it('is missed at once when a table or a column is new', async () => {
    const before = columns;
    await owner.query('CREATE TABLE new_notes (clinic_id uuid, id uuid, patient_id uuid, words text)');
    await owner.query('ALTER TABLE appointments ADD COLUMN symptoms text');
    const { rows } = await owner.query<ColumnRow>(
      `SELECT table_schema || '.' || table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
        WHERE table_schema = 'public' AND (table_name = 'new_notes' OR column_name = 'symptoms')`,
    );
    columns = [...before, ...rows];
    expect(faults()).toEqual(['new_notes: no room says what it holds', 'appointments.symptoms: is it phi or plain?']);
    columns = before;
    await owner.query('DROP TABLE new_notes');
    await owner.query('ALTER TABLE appointments DROP COLUMN symptoms');
  });

  it('has a purge for every kind, and every statement of it is one that PostgreSQL takes', async () => {
    const clinicId = await product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone: '+12125550130',
      hours: [],
    });
    for (const kind of Object.keys(KEPT_DAYS) as DataKind[])
      if (kind !== 'audit') expect([kind, personal.steps(kind).length]).not.toEqual([kind, 0]);
    const retention = product.app.get(Retention, { strict: false });
    expect(await product.app.get(ClinicScope).run(clinicId, () => retention.purge())).toEqual({});
  });

  it('is let go when its time is over, but for patients under legal hold', async () => {
    const clinicId = await product.app.get(ClinicsService).create({
      name: 'Old Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone: '+12125550131',
      hours: [],
      settings: { retention: { conversations: 30, texts: 10, calls: 10, tasks: 10, appointments: 30 } },
    });
    const people = await oldLife(owner, clinicId);
    const inside = <T>(work: () => Promise<T>) => product.app.get(ClinicScope).run(clinicId, work);
    await owner.query(
      `INSERT INTO legal_holds (clinic_id, patient_id, reason, placed_by) VALUES ($1, $2, 'Case 1', 'test')`,
      [clinicId, people.held],
    );
    const before = await census(owner, clinicId);
    expect(before).toMatchObject({ conversations: 3, turns: 3, inbound_texts: 3, calls: 3, tasks: 3, appointments: 3 });
    const gone = await inside(() => product.app.get(Retention, { strict: false }).purge());
    expect(gone).toMatchObject({ conversations: 2, texts: 2, calls: 1, tasks: 1, appointments: 2 });
    // One of each was too old, one is young, one is old and under legal hold.
    expect(await census(owner, clinicId)).toEqual({
      conversations: 2,
      turns: 2,
      inbound_texts: 2,
      outbound_texts: 2,
      calls: 2,
      tasks: 2,
      appointments: 2,
      patients: 3,
    });
    expect(await inside(() => product.app.get(Retention, { strict: false }).purge())).toEqual({});
    await owner.query('DELETE FROM legal_holds WHERE clinic_id = $1', [clinicId]);
    await inside(() => product.app.get(Retention, { strict: false }).purge());
    expect(await census(owner, clinicId)).toMatchObject({
      conversations: 1,
      inbound_texts: 1,
      calls: 1,
      appointments: 1,
    });
    await inside(() => product.app.get(AuditChain).linkBatch());
    expect(await inside(() => product.app.get(AuditChain).verify())).toMatchObject({ broken: [], unlinked: 0 });
  });
});

async function census(owner: Client, clinicId: string): Promise<Record<string, number>> {
  const tables = [
    'conversations',
    'turns',
    'inbound_texts',
    'outbound_texts',
    'calls',
    'tasks',
    'appointments',
    'patients',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE clinic_id = $1`, [
      clinicId,
    ]);
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}

/** Three patients with one of everything: long ago, just now, and long ago but under legal hold. */
async function oldLife(owner: Client, clinicId: string): Promise<{ held: string }> {
  const [doctor, specialty] = [randomUUID(), randomUUID()];
  const run = (sql: string, ...parameters: unknown[]) => owner.query(sql, [clinicId, ...parameters]);
  await run(`INSERT INTO specialties (clinic_id, id, name) VALUES ($1, $2, 'Cardiology')`, specialty);
  await run(
    `INSERT INTO doctors (clinic_id, id, name, specialty_id) VALUES ($1, $2, 'Ruth Adler', $3)`,
    doctor,
    specialty,
  );
  const ids: string[] = [];
  for (const [index, days] of [100, 1, 101].entries()) {
    const [patient, talk, slot, visit, thread] = Array.from({ length: 5 }, () => randomUUID());
    const number = `+1202555010${index}`;
    ids.push(patient ?? '');
    await run(
      `INSERT INTO patients (clinic_id, id, name, name_key, date_of_birth) VALUES ($1, $2, 'A B', 'a b', '1970-01-01')`,
      patient,
    );
    await run(`INSERT INTO patient_phones (clinic_id, patient_id, phone) VALUES ($1, $2, $3)`, patient, number);
    await run(
      `INSERT INTO conversations (clinic_id, id, channel, from_number, language, state, started_at, last_turn_at, patient_id)
       VALUES ($1, $2, 'sms', $3, 'en', '{}', now() - make_interval(days => $4), now() - make_interval(days => $4), $5)`,
      talk,
      number,
      days,
      patient,
    );
    await run(
      `INSERT INTO turns (clinic_id, id, conversation_id, seq, who, text, at) VALUES ($1, gen_random_uuid(), $2, 1, 'caller', 'hello', now())`,
      talk,
    );
    await run(
      `INSERT INTO text_threads (clinic_id, id, patient_number, clinic_number, last_text_at) VALUES ($1, $2, $3, '+1', now())`,
      thread,
      number,
    );
    await run(
      `INSERT INTO inbound_texts (clinic_id, id, thread_id, position, message_sid, from_number, to_number, body, kind, received_at)
       VALUES ($1, gen_random_uuid(), $2, 1, $3, $4, '+1', 'hello', 'text', now() - make_interval(days => $5))`,
      thread,
      `SM${index}`,
      number,
      days,
    );
    await run(
      `INSERT INTO outbound_texts (clinic_id, id, kind, to_number, from_number, body, created_at)
       VALUES ($1, gen_random_uuid(), 'reply', $2, '+1', 'hello', now() - make_interval(days => $3))`,
      number,
      days,
    );
    await run(
      `INSERT INTO calls (clinic_id, id, call_sid, conversation_id, started_at)
       VALUES ($1, gen_random_uuid(), $2, $3, now() - make_interval(days => $4))`,
      `CA${index}`,
      talk,
      days,
    );
    await run(
      `INSERT INTO tasks (clinic_id, id, kind, status, patient_id, resolved_at)
       VALUES ($1, gen_random_uuid(), 'call_back', 'completed', $2, now() - make_interval(days => $3))`,
      patient,
      days,
    );
    await run(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       VALUES ($1, $2, $3, $4, now() - make_interval(days => $5), now() - make_interval(days => $5) + interval '30 minutes')`,
      slot,
      doctor,
      specialty,
      days,
    );
    await run(
      `INSERT INTO appointments (clinic_id, id, slot_id, doctor_id, specialty_id, patient_id, lane, starts_at, ends_at, status, source)
       SELECT clinic_id, $2, id, doctor_id, specialty_id, $3, lane, starts_at, ends_at, 'fulfilled', 'api' FROM slots
        WHERE clinic_id = $1 AND id = $4`,
      visit,
      patient,
      slot,
    );
    await run(`UPDATE slots SET status = 'booked', appointment_id = $2 WHERE clinic_id = $1 AND id = $3`, visit, slot);
  }
  return { held: ids[2] ?? '' };
}
