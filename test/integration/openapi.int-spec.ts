import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../apps/receptionist/src/openapi';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

const file = join(__dirname, '..', '..', 'openapi.json');

describe('openapi.json', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ CLINICALL_TEST_CLOCK: '1' });
  });
  afterAll(() => product.stop());

  it('is what the program serves (npm run openapi writes it)', () => {
    const document = `${JSON.stringify(openApiDocument(product.app), null, 2)}\n`;
    if (process.env['CLINICALL_WRITE_OPENAPI'] === '1') writeFileSync(file, document);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(document);
  });

  it('says of every route behind the guard that it needs a bearer token', () => {
    const { paths } = openApiDocument(product.app);
    const open = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { security?: unknown[] }>)
        .filter(([, operation]) => operation.security === undefined)
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    expect(open.sort()).toEqual([
      'GET /api/v1/auth/oidc/callback',
      'GET /api/v1/auth/oidc/start',
      'POST /api/v1/auth/invitations/accept',
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/password/reset',
      'POST /api/v1/auth/refresh',
      'POST /api/v1/auth/token',
    ]);
  });
});
