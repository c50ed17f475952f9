import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ApiKeysService, AuditChain, AuditService, ClinicsService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { verifyAudit } from '../../scripts/verify-audit';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

describe('the audit', () => {
  let product: Product;
  let owner: Client;
  let clinicId: string;
  let key: string;

  beforeAll(async () => {
    product = await startProduct({ LOCAL_AI_PORT: '9', CLINICALL_ROLES: 'web' });
    owner = new Client({ connectionString: product.database.url });
    await owner.connect();
    clinicId = await makeClinic('+12125550110');
    key = (await inside(() => product.app.get(ApiKeysService).create('auditor', ['audit:read', 'patients:read']))).key;
  });
  afterAll(async () => {
    await owner.end();
    await product.stop();
  });

  const makeClinic = (phone: string) =>
    product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone,
      hours: [],
    });
  const inside = <T>(work: () => Promise<T>, clinic = clinicId): Promise<T> =>
    product.app.get(ClinicScope).run(clinic, work);
  const chain = () => product.app.get(AuditChain);
  const write = (count: number, clinic = clinicId) =>
    inside(async () => {
      for (let n = 0; n < count; n += 1) {
        await product.app.get(AuditService).record({
          action: 'probe.act',
          subject: { kind: 'patient', id: randomUUID() },
          details: { n, text: 'é "quoted" \\ line' },
        });
      }
    }, clinic);
  const get = (path: string) => fetch(`${product.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });

  const json = async (path: string) =>
    (await (await get(path)).json()) as { items: { id: string }[]; nextCursor: string | null };

  it('cannot be changed or deleted by the application', async () => {
    const database = product.app.get(Database);
    for (const sql of [
      `UPDATE audit_entries SET outcome = 'done'`,
      'DELETE FROM audit_entries',
      `UPDATE audit_links SET hash = ''`,
      'DELETE FROM audit_links',
      'DELETE FROM audit_purges',
      `INSERT INTO audit_purges (clinic_id, through, entries) VALUES (app.clinic_id(), 1, 1)`,
    ]) {
      await expect(inside(() => database.query(sql))).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  it('is linked in batches, each clinic by itself, and verifies', async () => {
    const other = await makeClinic('+12125550111');
    await write(20);
    await write(3, other);
    expect((await inside(() => chain().verify())).unlinked).toBeGreaterThanOrEqual(20);
    await chain().linkEverywhere();
    const report = await inside(() => chain().verify());
    expect(report).toMatchObject({ clinicId, unlinked: 0, broken: [] });
    const theirs = await inside(() => chain().verify(), other);
    expect(theirs).toMatchObject({ unlinked: 0, broken: [], links: 4 }); // clinic.create and three acts
    await write(2);
    expect(await inside(() => chain().verify())).toMatchObject({ unlinked: 2, links: report.links });
    expect(await inside(() => chain().linkBatch())).toBe(2);
    expect(await inside(() => chain().verify())).toMatchObject({ unlinked: 0, links: report.links + 2 });
  });

  it('links a row that was committed after younger ones', async () => {
    await owner.query('BEGIN');
    await owner.query(
      `INSERT INTO audit_entries (clinic_id, id, at, actor_kind, actor_id, action, outcome)
       VALUES ($1, $2, clock_timestamp(), 'system', 'late', 'probe.late', 'done')`,
      [clinicId, randomUUID()],
    );
    await write(3);
    await inside(() => chain().linkBatch());
    await owner.query('COMMIT');
    expect(await inside(() => chain().verify())).toMatchObject({ unlinked: 1, broken: [] });
    await inside(() => chain().linkBatch());
    expect(await inside(() => chain().verify())).toMatchObject({ unlinked: 0, broken: [] });
  });

  it('gives two instances that link at once one chain', async () => {
    await write(40);
    await Promise.all(Array.from({ length: 5 }, () => inside(() => chain().linkBatch())));
    expect(await inside(() => chain().verify())).toMatchObject({ unlinked: 0, broken: [] });
  });

  it('shows one flipped byte, in a row and in a link, and which', async () => {
    const { rows } = await owner.query<{ id: string; position: string }>(
      `SELECT e.id, l.position FROM audit_entries e JOIN audit_links l ON l.clinic_id = e.clinic_id AND l.entry_id = e.id
        WHERE e.clinic_id = $1 AND e.action = 'probe.act' ORDER BY l.position LIMIT 1`,
      [clinicId],
    );
    const [row] = rows;
    const flip = (sql: string) => owner.query(sql, [clinicId, row?.id]);
    const faults = async () => (await inside(() => chain().verify())).broken;
    const of = (fault: string) => [{ position: Number(row?.position), entryId: row?.id, fault }];
    for (const [there, back] of [
      [`action = 'probe.aat'`, `action = 'probe.act'`],
      [`at = at + interval '1 microsecond'`, `at = at - interval '1 microsecond'`],
      [`details = details || '{"n": 9}'`, `details = details || '{"n": 0}'`],
      [`ip = '127.0.0.1'`, `ip = NULL`],
    ]) {
      await flip(`UPDATE audit_entries SET ${there} WHERE clinic_id = $1 AND id = $2`);
      expect(await faults()).toEqual(of('the row was changed'));
      await flip(`UPDATE audit_entries SET ${back} WHERE clinic_id = $1 AND id = $2`);
      expect(await faults()).toEqual([]);
    }
    const swap = (from: string, to: string) =>
      `translate(substr(entry_hash, 1, 1), '${from}', '${to}') || substr(entry_hash, 2)`;
    const cycle = ['0123456789abcdef', '123456789abcdef0'] as const;
    await flip(
      `UPDATE audit_links SET entry_hash = ${swap(cycle[0], cycle[1])} WHERE clinic_id = $1 AND entry_id = $2`,
    );
    expect(await faults()).toEqual(of('the link does not follow from the one before'));
    await flip(
      `UPDATE audit_links SET entry_hash = ${swap(cycle[1], cycle[0])} WHERE clinic_id = $1 AND entry_id = $2`,
    );
    expect(await faults()).toEqual([]);
  });

  it('lets the oldest rows go after six years and no sooner, and still verifies', async () => {
    const lone = await makeClinic('+12125550112');
    const held = randomUUID();
    const old = (years: number, subject: string) =>
      owner.query(
        `INSERT INTO audit_entries (clinic_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, outcome)
         VALUES ($1, $2, now() - make_interval(years => $3), 'system', 'old', 'probe.old', 'patient', $4, 'done')`,
        [lone, randomUUID(), years, subject],
      );
    await old(9, randomUUID());
    await old(8, randomUUID());
    await old(7, held);
    await old(5, randomUUID());
    await inside(() => chain().linkBatch(true), lone);
    const purge = (held: readonly string[]) =>
      inside(
        () => product.app.get(Database).query<{ n: number }>('SELECT app.purge_audit(now(), $1) AS n', [held]),
        lone,
      );
    expect(await purge([held])).toEqual([{ n: 2 }]);
    expect(await inside(() => chain().verify(), lone)).toMatchObject({ broken: [], links: 5 });
    expect(await purge([])).toEqual([{ n: 1 }]);
    expect(await purge([])).toEqual([{ n: 0 }]);
    await owner.query('DELETE FROM audit_entries WHERE clinic_id = $1', [lone]);
    expect((await inside(() => chain().verify(), lone)).broken.map((one) => one.fault)).toEqual([
      'the row is gone',
      'the row is gone',
    ]);
  });

  it('has what a token tried beyond its permissions, once a minute and without the path', async () => {
    for (let tries = 0; tries < 3; tries += 1) expect((await get('/privacy/legal-holds')).status).toBe(403);
    expect((await get(`/privacy/patients/${randomUUID()}/export`)).status).toBe(403);
    const { items } = await json('/audit?outcome=refused&action=access.refuse');
    expect(items).toMatchObject([
      { actor: { kind: 'api_key' }, details: { route: 'GET /api/v1/privacy/patients/:id/export' }, ip: '127.0.0.1' },
      { actor: { kind: 'api_key' }, details: { route: 'GET /api/v1/privacy/legal-holds' } },
    ]);
  });

  it('is searched and exported by auditors, page by page, and says from where', async () => {
    await get('/patients?limit=1');
    const first = await json('/audit?limit=3');
    expect(first.items).toHaveLength(3);
    const second = await json(`/audit?limit=3&cursor=${first.nextCursor ?? ''}`);
    const ids = [...first.items, ...second.items].map((item) => item.id);
    expect(new Set(ids).size).toBe(6);
    const reads = await json('/audit?action=patient');
    expect(reads.items[0]).toMatchObject({
      actor: { kind: 'api_key' },
      channel: 'rest',
      ip: '127.0.0.1',
      action: 'patient.list',
      outcome: 'done',
    });
    expect((await get('/audit?action=patient&outcome=lost')).status).toBe(400);
    expect((await get('/audit?who=me')).status).toBe(400);
    expect((await get('/audit?cursor=bm8')).status).toBe(400);
    expect((await get('/audit?from=2027-13-01T00:00:00Z')).status).toBe(400);
    const file = await get('/audit/export?action=probe.act');
    expect(file.headers.get('content-type')).toMatch('application/x-ndjson');
    const lines = (await file.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.every((line) => line.action === 'probe.act')).toBe(true);
    expect(lines.at(-1)).toMatchObject({ link: { position: expect.any(Number), hash: expect.any(String) } });
    expect(lines).toHaveLength(20 + 2 + 3 + 40);
  });

  it('is verified by a command, which also sees a chain that was cut short since it was noted', async () => {
    await inside(() => chain().linkBatch());
    const url = product.database.url;
    const first = await verifyAudit(url);
    expect(first).toMatchObject({ broken: 2, unlinked: 0 }); // the rows that the test above took away
    const folder = mkdtempSync(join(tmpdir(), 'clinicall-audit-'));
    const noted = join(folder, 'earlier.json');
    writeFileSync(noted, JSON.stringify(first));
    await owner.query(
      `WITH last AS (DELETE FROM audit_links WHERE clinic_id = $1 AND position =
         (SELECT max(position) FROM audit_links WHERE clinic_id = $1) RETURNING entry_id)
       DELETE FROM audit_entries WHERE clinic_id = $1 AND id IN (SELECT entry_id FROM last)`,
      [clinicId],
    );
    expect(await verifyAudit(url)).toMatchObject({ broken: 2 });
    expect(await verifyAudit(url, noted)).toMatchObject({ broken: 3 });
    rmSync(folder, { recursive: true });
  });
});
