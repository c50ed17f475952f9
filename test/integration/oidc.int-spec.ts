import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ClinicsService, StaffService } from '@clinicall/identity';
import { ClinicScope, Database } from '@clinicall/platform';
import { freePort } from '../../scripts/processes';
import { restOf } from '../security/rest';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

const OWNER = { email: 'boss@example.org', password: 'correct horse' };

/** As much of a browser as a sign-in needs: cookies by host and redirects one at a time. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>): Promise<{ status: number; location: string; text: string }> {
    const { host } = new URL(url);
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies]
          .flatMap(([key, value]) => (key.startsWith(host) ? [`${key.split(' ')[1]}=${value}`] : []))
          .join('; '),
      },
      body: form === undefined ? undefined : new URLSearchParams(form),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(`${host} ${name}`);
      else this.cookies.set(`${host} ${name}`, value);
    }
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location: location && new URL(location, url).href, text: await response.text() };
  }

  /** From the clinic's start to the address the provider sends the browser back to, signed in there as `login`. */
  async signIn(startUrl: string, login: string): Promise<string> {
    let { location } = await this.go(startUrl);
    while (!location.includes('/auth/oidc/callback')) {
      const page = await this.go(location);
      if (page.location !== '') location = page.location;
      else {
        const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? '';
        location = (await this.go(location, prompt === 'login' ? { prompt, login, password: 'x' } : { prompt }))
          .location;
      }
    }
    return location;
  }
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('signing in at the hospital’s own provider', () => {
  let product: Product;
  let rest: ReturnType<typeof restOf>;
  let provider: ChildProcess;
  let issuer: string;
  let clinicId: string;
  let owner: string;
  let startUrl: string;

  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    [issuer, product] = await Promise.all([
      startProvider(`${url}/api/v1/auth/oidc/callback`),
      startProduct({ LOCAL_AI_PORT: '9', CLINICALL_ROLES: 'web', PUBLIC_URL: url }, port),
    ]);
    rest = restOf(product.url);
    clinicId = await makeClinic('+12125550100');
    await product.app.get(StaffService).ensureAdministrator(clinicId, OWNER.email, OWNER.password);
    owner = (await rest('POST', '/auth/login', { body: OWNER })).body['accessToken'] as string;
    const body = { issuer, clientId: 'clinicall', clientSecret: 'a secret between the two' };
    const put = await rest('PUT', '/sign-in-provider', { token: owner, body });
    startUrl = put.body['startUrl'] as string;
  });
  afterAll(async () => {
    provider.kill();
    await product.stop();
  });

  async function startProvider(redirectUri: string): Promise<string> {
    provider = spawn(process.execPath, [join(__dirname, '..', 'support', 'hospital-login.mjs'), redirectUri], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const line = await new Promise<string>((resolve) =>
      provider.stdout?.once('data', (data: Buffer) => resolve(data.toString())),
    );
    return `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}`;
  }
  const makeClinic = (phone: string) =>
    product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone,
      hours: [],
    });
  const invite = (email: string) =>
    rest('POST', '/staff/invitations', { token: owner, body: { email, name: 'Sam Porter', role: 'scheduler' } });

  it('shows how it is set up, and never its secret', async () => {
    const { body } = await rest('GET', '/sign-in-provider', { token: owner });
    expect(body).toMatchObject({ issuer, clientId: 'clinicall', startUrl: expect.stringContaining(clinicId) });
    expect(JSON.stringify(body)).not.toContain('a secret between');
    const [row] = await product.app
      .get(ClinicScope)
      .run(clinicId, () =>
        product.app.get(Database).query<{ secret: string }>('SELECT client_secret AS secret FROM sign_in_providers'),
      );
    expect(row?.secret).not.toContain('a secret between');
  });

  it('lets in who was invited, once by the email it vouches for and then by its own name for them', async () => {
    await invite('sam@hospital.example');
    const browser = new Browser();
    const back = await browser.signIn(startUrl, 'sam');
    const done = await browser.go(back);
    expect([done.status, done.location]).toEqual([303, expect.stringMatching(/\/#signed-in=rt_/)]);
    const refreshToken = done.location.split('=')[1];
    const session = await rest('POST', '/auth/refresh', { body: { refreshToken } });
    const { body: me } = await rest('GET', '/auth/me', { token: session.body['accessToken'] as string });
    expect(me).toMatchObject({ email: 'sam@hospital.example', role: 'scheduler', status: 'active' });
    // The same way back again: the code was used, the cookie is gone.
    expect((await browser.go(back)).status).toBe(401);
    expect((await rest('POST', '/auth/refresh', { body: { refreshToken } })).status).toBe(401);
    const again = new Browser();
    expect((await again.go(await again.signIn(startUrl, 'sam'))).status).toBe(303);
  });

  it.each([
    ['somebody nobody invited', 'stranger'],
    ['an email the provider does not vouch for', 'unsure.lee'],
  ])('refuses %s', async (_name, login) => {
    if (login.startsWith('unsure')) await invite('unsure.lee@hospital.example');
    const browser = new Browser();
    expect((await browser.go(await browser.signIn(startUrl, login))).status).toBe(401);
  });

  it('refuses another browser, an altered state, and a closed account', async () => {
    const browser = new Browser();
    const back = await browser.signIn(startUrl, 'sam');
    expect((await new Browser().go(back)).status).toBe(401);
    expect((await browser.go(back.replace(/state=[^&]+/, 'state=forged'))).status).toBe(401);
    const { body } = await rest('GET', '/staff', { token: owner });
    const sam = (body['items'] as { id: string; email: string }[]).find(({ email }) => email.startsWith('sam@'));
    await rest('PATCH', `/staff/${sam?.id ?? ''}`, { token: owner, body: { closed: true } });
    const later = new Browser();
    expect((await later.go(await later.signIn(startUrl, 'sam'))).status).toBe(401);
  });

  it('is not there for a clinic that has none', async () => {
    const other = await makeClinic('+12125550101');
    expect((await rest('GET', `/auth/oidc/start?clinic=${other}`)).status).toBe(404);
  });

  it.each([
    'http://login.hospital.example',
    'https://10.0.0.7',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1:8443',
    'https://2130706433:0',
    'https://[fd00::1]',
    'https://[::ffff:10.0.0.1]',
    'https://me:secret@login.hospital.example',
  ])('is not taken from %s', async (hostile) => {
    const body = { issuer: hostile, clientId: 'c', clientSecret: 's' };
    const answer = await rest('PUT', '/sign-in-provider', { token: owner, body });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ field: 'issuer' }] });
    expect((await rest('GET', '/sign-in-provider', { token: owner })).body).toMatchObject({ issuer });
  });

  it('that is hostile leads the product to no other address: neither by its own endpoints nor by a redirect', async () => {
    let inside = 0;
    const neighbour = createServer((_request, response) => {
      inside += 1;
      response.end('{}');
    });
    const hostile = createServer((request, response) => {
      if (redirects) return response.writeHead(302, { location: `${addressOf(neighbour)}${request.url ?? ''}` }).end();
      const [here, there] = [addressOf(hostile), addressOf(neighbour)];
      const keys = { jwks_uri: `${there}/keys`, userinfo_endpoint: `${there}/me`, token_endpoint: `${there}/token` };
      const document = {
        issuer: here,
        authorization_endpoint: `${here}/authorize`,
        response_types_supported: ['code'],
      };
      return response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...document, ...keys }));
    });
    let redirects = false;
    await Promise.all([neighbour, hostile].map((one) => once(one.listen(0, '127.0.0.1'), 'listening')));
    try {
      const body = { issuer: addressOf(hostile), clientId: 'c', clientSecret: 's' };
      expect((await rest('PUT', '/sign-in-provider', { token: owner, body })).status).toBe(200);
      const browser = new Browser();
      const { location } = await browser.go(startUrl);
      const state = new URL(location).searchParams.get('state') ?? '';
      const back = await browser.go(
        `${product.url}/api/v1/auth/oidc/callback?code=a&state=${state}&iss=${addressOf(hostile)}`,
      );
      expect([back.status, inside]).toEqual([401, 0]);
      redirects = true;
      expect([(await new Browser().go(startUrl)).status, inside]).toEqual([503, 0]);
    } finally {
      for (const one of [neighbour, hostile]) one.close();
    }
  });
});
