import { Client } from 'pg';
import { pathOf } from '../security/matrix';
import { makeWorld } from '../security/callers';
import type { World } from '../security/callers';
import { ROUTE_TABLE } from '../security/route-table';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

/** Whoever needs one of these to ask is shown something of patients. */
const SHOWS_PATIENTS = new Set([
  'appointments:read',
  'patients:read',
  'waitlist:read',
  'conversations:read',
  'tasks',
  'audit:read',
]);
/** Asked for with another permission, and showing patients all the same. */
const ALSO = new Set(['GET /api/v1/privacy/patients/:id/export', 'GET /api/v1/privacy/legal-holds']);

const reads = Object.entries(ROUTE_TABLE)
  .filter(([route, { needs }]) => route.startsWith('GET ') && (SHOWS_PATIENTS.has(needs) || ALSO.has(route)))
  .filter(([, { allowed }]) => allowed === 200);

describe('a read of patients’ data', () => {
  let product: Product;
  let world: World;
  let owner: Client;
  beforeAll(async () => {
    product = await startProduct({ CLINICALL_ROLES: 'web', LOCAL_AI_PORT: '9', RATE_LIMIT_PER_TOKEN: '1000000' });
    world = await makeWorld(product.app, product.url);
    owner = new Client({ connectionString: product.database.url });
    await owner.connect();
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await product.stop();
  });

  it('is asked for at many routes', () => expect(reads.length).toBeGreaterThanOrEqual(12));

  it.each(reads)('leaves one audit row: %s', async (route) => {
    const rows = async () =>
      (await owner.query<{ action: string; ip: string }>('SELECT action, ip FROM audit_entries ORDER BY at')).rows;
    const before = await rows();
    const token =
      world.callers.find((caller) => caller.kind === 'own' && caller.permissions.includes('staff:owners'))?.tokens[0] ??
      '';
    const response = await fetch(product.url + pathOf(route, world, true), {
      headers: { authorization: `Bearer ${token}` },
    });
    await response.text();
    expect(response.status).toBe(200);
    const added = (await rows()).slice(before.length);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ action: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/), ip: '127.0.0.1' });
  });
});
