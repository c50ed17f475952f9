import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import * as oauth from 'openid-client';
import { SMTPServer } from 'smtp-server';
import { ClinicsService, StaffService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { restOf } from '../security/rest';
import { eventually } from '../support/eventually';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

const OWNER = { email: 'boss@example.org', password: 'correct horse' };

describe('other systems', () => {
  let product: Product;
  let rest: ReturnType<typeof restOf>;
  let owner: string;
  let clinicId: string;
  let mail: SMTPServer;
  const letters: string[] = [];

  beforeAll(async () => {
    mail = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let letter = '';
        stream.on('data', (part: Buffer) => (letter += part.toString('utf8')));
        stream.on('end', () => {
          letters.push(letter.replace(/=\r\n/g, '').replace(/=3D/g, '='));
          done();
        });
      },
    });
    mail.listen(0, '127.0.0.1');
    await once(mail.server, 'listening');
    const { port } = mail.server.address() as AddressInfo;
    product = await startProduct({ LOCAL_AI_PORT: '9', CLINICALL_ROLES: 'web', SMTP_URL: `smtp://127.0.0.1:${port}` });
    rest = restOf(product.url);
    clinicId = await product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone: '+12125550100',
      hours: [],
    });
    await product.app.get(StaffService).ensureAdministrator(clinicId, OWNER.email, OWNER.password);
    owner = (await rest('POST', '/auth/login', { body: OWNER })).body['accessToken'] as string;
  });
  afterAll(async () => {
    await product.stop();
    await new Promise<void>((resolve) => mail.close(() => resolve()));
  });

  const rows = <Row>(sql: string) =>
    product.app.get(ClinicScope).run(clinicId, () => product.app.get(Database).query<Row>(sql));
  async function makeKey(more: Record<string, unknown> = {}): Promise<{ id: string; key: string }> {
    const made = await rest('POST', '/api-keys', {
      token: owner,
      body: { name: 'n8n', scopes: ['tasks', 'speech'], ...more },
    });
    expect(made.status).toBe(201);
    return made.body as unknown as { id: string; key: string };
  }
  const tasks = (token: string) => rest('GET', '/tasks', { token });

  it('are shown their key once; what is kept cannot be used, and says when it was used', async () => {
    const { id, key } = await makeKey();
    expect((await tasks(key)).status).toBe(200);
    const { body } = await rest('GET', `/api-keys/${id}`, { token: owner });
    expect(body).toMatchObject({ prefix: key.slice(0, 9), scopes: ['tasks', 'speech'], allowedAddresses: [] });
    expect(body['lastUsedAt']).not.toBeNull();
    expect(JSON.stringify(await rows('SELECT * FROM api_keys'))).not.toContain(key);
  });

  it('are told what is left of their minute, and to come back when nothing is', async () => {
    const { key } = await makeKey({ requestsPerMinute: 3 });
    const answers = [await tasks(key), await tasks(key), await tasks(key), await tasks(key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"key";q=3;w=60');
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"key";r=2;t=\d+$/);
    expect(answers[3]?.headers.get('retry-after')).toBe(answers[3]?.headers.get('ratelimit-reset'));
    expect((await tasks((await makeKey()).key)).headers.get('ratelimit')).toBeNull();
    const { key: hurried } = await makeKey({ requestsPerMinute: 5 });
    const crowd = await Promise.all(Array.from({ length: 30 }, () => tasks(hurried)));
    expect(crowd.filter(({ status }) => status === 200)).toHaveLength(5);
  });

  it('come from their own networks alone', async () => {
    const [here, there] = [
      await makeKey({ allowedAddresses: ['127.0.0.0/8', '2001:db8::/32'] }),
      await makeKey({ allowedAddresses: ['192.0.2.0/24'] }),
    ];
    expect((await tasks(here.key)).status).toBe(200);
    expect((await tasks(there.key)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const forged = await rest('GET', '/tasks', { token: there.key, headers: { 'x-forwarded-for': '192.0.2.7' } });
    expect(forged.status).toBe(403);
    for (const wrong of ['10.0.0.1/8', 'anywhere', '10.0.0.0/33']) {
      const body = { name: 'n8n', scopes: ['tasks'], allowedAddresses: [wrong] };
      expect((await rest('POST', '/api-keys', { token: owner, body })).body).toMatchObject({
        status: 400,
        errors: [{ field: 'allowedAddresses' }],
      });
    }
  });

  it('end at once when revoked, and at their end', async () => {
    const [revoked, over] = [await makeKey(), await makeKey({ expiresAt: new Date(Date.now() + 1_500).toISOString() })];
    expect([(await tasks(revoked.key)).status, (await tasks(over.key)).status]).toEqual([200, 200]);
    await rest('DELETE', `/api-keys/${revoked.id}`, { token: owner });
    expect((await tasks(revoked.key)).status).toBe(401);
    await eventually(async () => (await tasks(over.key)).status === 401, 'the end of the key');
  });

  describe('by OAuth client credentials', () => {
    const configure = (id: string, auth: oauth.ClientAuth): oauth.Configuration => {
      const endpoint = `${product.url}/api/v1/auth/token`;
      const configuration = new oauth.Configuration(
        { issuer: product.url, token_endpoint: endpoint },
        id,
        undefined,
        auth,
      );
      oauth.allowInsecureRequests(configuration);
      return configuration;
    };

    it('get a token from a standard client, by form and by Basic, for no more than they hold', async () => {
      const { id, key } = await makeKey();
      for (const auth of [oauth.ClientSecretPost(key), oauth.ClientSecretBasic(key)]) {
        const granted = await oauth.clientCredentialsGrant(configure(id, auth), { scope: 'tasks' });
        expect(granted).toMatchObject({ token_type: 'bearer', expires_in: 900, scope: 'tasks' });
        expect((await tasks(granted.access_token)).status).toBe(200);
        expect((await rest('POST', '/chat', { token: granted.access_token, body: {} })).status).toBe(403);
      }
      const greedy = oauth.clientCredentialsGrant(configure(id, oauth.ClientSecretPost(key)), {
        scope: 'tasks import',
      });
      await expect(greedy).rejects.toMatchObject({ error: 'invalid_scope', status: 400 });
      const wrong = oauth.clientCredentialsGrant(configure(id, oauth.ClientSecretPost((await makeKey()).key)), {});
      await expect(wrong).rejects.toMatchObject({ error: 'invalid_client', status: 401 });
    });

    it('lose the token with the key', async () => {
      const { id, key } = await makeKey();
      const { access_token: token } = await oauth.clientCredentialsGrant(
        configure(id, oauth.ClientSecretPost(key)),
        {},
      );
      expect((await tasks(token)).status).toBe(200);
      await rest('DELETE', `/api-keys/${id}`, { token: owner });
      expect((await tasks(token)).status).toBe(401);
    });
  });

  it('and people are mailed their links, which are then shown to nobody', async () => {
    const body = { email: 'sam@example.org', name: 'Sam Porter', role: 'viewer' };
    const invited = await rest('POST', '/staff/invitations', { token: owner, body });
    expect(invited.body).toMatchObject({ mailed: true, link: null });
    expect(letters[0]).toContain('To: sam@example.org');
    const token = /#invitation=(inv_[\w-]+)/.exec(letters[0] ?? '')?.[1];
    const accept = await rest('POST', '/auth/invitations/accept', {
      body: { token, password: 'a long walk by the sea' },
    });
    expect(accept.status).toBe(204);
  });
});
