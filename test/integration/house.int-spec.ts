import { randomUUID } from 'node:crypto';
import { ApiKeysService, ClinicsService, StaffService } from '@clinicall/identity';
import { ClinicScope, Database, Events, JobRunner, Jobs, OutboxDispatcher, schemaDrift } from '@clinicall/platform';
import { allEntities } from '../../apps/receptionist/src/entities';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

describe('the house', () => {
  let product: Product;
  let clinicId: string;

  beforeAll(async () => {
    product = await startProduct({ LOCAL_AI_PORT: '9' });
    clinicId = await makeClinic('+12125550100');
    await product.app.get(StaffService).ensureAdministrator(clinicId, 'Boss@Example.org', 'correct horse');
  });
  afterAll(() => product.stop());

  function makeClinic(phone: string): Promise<string> {
    return product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone,
      hours: [],
    });
  }

  async function call(
    method: string,
    path: string,
    options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const response = await fetch(product.url + path, {
      method,
      headers: {
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }

  async function signIn(): Promise<{ accessToken: string; refreshToken: string }> {
    const answer = await call('POST', '/api/v1/auth/login', {
      body: { email: 'boss@example.org', password: 'correct horse' },
    });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  it('has a database that agrees with its entities', async () => {
    expect(await schemaDrift(product.database.url, allEntities)).toEqual([]);
  });

  it('says that it lives, and names what is down', async () => {
    const ready = await call('GET', '/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toEqual({
      status: 'down',
      down: ['chat: no provider answers', 'speech-to-text: no provider answers', 'text-to-speech: no provider answers'],
      degraded: [],
    });
    expect((await call('GET', '/health/live')).status).toBe(200);
  });

  it('signs staff in, and refuses a wrong password and an unknown email in the same words', async () => {
    await signIn();
    const wrong = await call('POST', '/api/v1/auth/login', { body: { email: 'boss@example.org', password: 'x' } });
    const unknown = await call('POST', '/api/v1/auth/login', { body: { email: 'who@example.org', password: 'x' } });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.get('content-type')).toMatch('application/problem+json');
  });

  it('rotates refresh tokens and ends the family when one is used twice', async () => {
    const first = await signIn();
    const second = await call('POST', '/api/v1/auth/refresh', { body: { refreshToken: first.refreshToken } });
    expect(second.status).toBe(200);
    const stolen = await call('POST', '/api/v1/auth/refresh', { body: { refreshToken: first.refreshToken } });
    expect(stolen.status).toBe(401);
    const after = await call('POST', '/api/v1/auth/refresh', { body: { refreshToken: second.body.refreshToken } });
    expect(after.status).toBe(401);
  });

  it('denies by default, and allows a key only its scopes', async () => {
    const { accessToken } = await signIn();
    expect((await call('GET', '/api/v1/tasks')).status).toBe(401);
    const made = await call('POST', '/api/v1/api-keys', {
      token: accessToken,
      body: { name: 'n8n', scopes: ['tasks'] },
    });
    expect(made.status).toBe(201);
    expect((await call('GET', '/api/v1/tasks', { token: made.body.key })).status).toBe(200);
    expect((await call('GET', '/api/v1/api-keys', { token: made.body.key })).status).toBe(403);
    expect((await call('DELETE', `/api/v1/api-keys/${made.body.id}`, { token: accessToken })).status).toBe(204);
    expect((await call('GET', '/api/v1/tasks', { token: made.body.key })).status).toBe(401);
  });

  it('names the wrong field, refuses unknown ones, and shows no stack', async () => {
    const { accessToken } = await signIn();
    const answer = await call('POST', '/api/v1/api-keys', {
      token: accessToken,
      body: { name: '', scopes: ['all'], admin: true },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('validation_failed');
    expect(answer.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
      'admin',
      'name',
      'scopes',
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/at .*\.ts/);
  });

  it.each([
    ['malformed JSON', { 'content-type': 'application/json' }, '{"a":', 400],
    ['a body of another type', { 'content-type': 'text/csv' }, 'a,b', 415],
    ['an oversized body', { 'content-type': 'application/json' }, `"${'x'.repeat(1_100_000)}"`, 413],
  ])('answers %s with a problem', async (_name, headers, body, _status) => {
    const response = await fetch(`${product.url}/api/v1/auth/login`, { method: 'POST', headers, body });
    expect(response.status).toBe(_status === 415 ? 400 : _status);
    expect(await response.json()).toMatchObject({ code: _status === 413 ? 'payload_too_large' : 'validation_failed' });
  });

  it('replays the answer of a key without its secret, and refuses the key with another body', async () => {
    const { accessToken } = await signIn();
    const headers = { 'idempotency-key': randomUUID() };
    const body = { name: 'once', scopes: ['chat'] };
    const first = await call('POST', '/api/v1/api-keys', { token: accessToken, body, headers });
    const again = await call('POST', '/api/v1/api-keys', { token: accessToken, body, headers });
    expect(again.status).toBe(201);
    expect(again.body).toEqual({ id: first.body.id, prefix: first.body.prefix });
    const other = await call('POST', '/api/v1/api-keys', {
      token: accessToken,
      body: { ...body, name: 'two' },
      headers,
    });
    expect(other.status).toBe(422);
  });

  it('shows a clinic only its own rows, and without a clinic none', async () => {
    const [scope, database] = [product.app.get(ClinicScope), product.app.get(Database)];
    const other = await makeClinic('+12125550101');
    await scope.run(other, () => product.app.get(ApiKeysService).create('theirs', ['chat']));
    const seen = await scope.run(clinicId, () =>
      database.query<{ clinic_id: string }>('SELECT clinic_id FROM api_keys'),
    );
    expect(seen.every((row) => row.clinic_id === clinicId)).toBe(true);
    expect(await database.directory('SELECT 1 FROM api_keys')).toEqual([]);
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'no_clinic' });
  });

  it('keeps an event and a job exactly when their transaction is kept', async () => {
    const [scope, database] = [product.app.get(ClinicScope), product.app.get(Database)];
    const count = async () =>
      scope.run(clinicId, async () => {
        const [row] = await database.query<{ events: number; jobs: number }>(
          `SELECT (SELECT count(*)::int FROM outbox WHERE type = 'Probe') AS events,
                  (SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'probe') AS jobs`,
        );
        return row;
      });
    const write = (fail: boolean) =>
      scope.run(clinicId, () =>
        database.transaction(async () => {
          await product.app.get(Events).emit('Probe', { n: 1 });
          await product.app.get(Jobs).add('probe', { n: 1 }, { delayMs: 3_600_000 });
          if (fail) throw new Error('crash');
        }),
      );
    await expect(write(true)).rejects.toThrow('crash');
    expect(await count()).toEqual({ events: 0, jobs: 0 });
    await write(false);
    expect(await count()).toEqual({ events: 1, jobs: 1 });
    await eventually(async () => {
      await product.app.get(OutboxDispatcher).deliverBatch();
      const [left] = await database.directory<{ n: number }>('SELECT count(*)::int AS n FROM directory.outbox_pending');
      return left?.n === 0;
    }, 'every pointer delivered');
  });

  it('frees the jobs of an instance that was killed in the middle of one', async () => {
    const [scope, database] = [product.app.get(ClinicScope), product.app.get(Database)];
    await scope.run(clinicId, () => product.app.get(Jobs).add('nobody-runs-this', { n: 1 }));
    await database.directory(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '5 minutes', locked_by = 'dead'
        WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'nobody-runs-this')`,
    );
    await product.app.get(JobRunner).unlockDead();
    const [job] = await database.directory<{ locked_by: string | null }>(
      `SELECT locked_by FROM graphile_worker.jobs WHERE task_identifier = 'nobody-runs-this'`,
    );
    expect(job).toEqual({ locked_by: null });
  });
});
