import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { ClinicsService, StaffService } from '@clinicall/identity';
import type { Role } from '@clinicall/identity';
import { ClinicScope, Database, Secrets } from '@clinicall/platform';
import { secretHash } from '../../libs/identity/src/secret-hash';
import { SignInLimiter } from '../../libs/identity/src/sign-in.limiter';
import { SignInService } from '../../libs/identity/src/sign-in.service';
import { SignInSweep } from '../../libs/identity/src/sign-in-sweep';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { restOf } from '../security/rest';

const OWNER = { email: 'boss@example.org', password: 'correct horse' };
const PASSWORD = 'a long walk by the sea';

describe('signing in', () => {
  let product: Product;
  let rest: ReturnType<typeof restOf>;
  let clinicId: string;
  let owner: string;

  beforeAll(async () => {
    product = await startProduct({ LOCAL_AI_PORT: '9', CLINICALL_ROLES: 'web' });
    rest = restOf(product.url);
    clinicId = await makeClinic('+12125550100');
    await product.app.get(StaffService).ensureAdministrator(clinicId, OWNER.email, OWNER.password);
    owner = (await rest('POST', '/auth/login', { body: OWNER })).body['accessToken'] as string;
  });
  afterAll(() => product.stop());

  const makeClinic = (phone: string) =>
    product.app.get(ClinicsService).create({
      name: 'Harbor Clinic',
      timezone: 'America/New_York',
      country: 'US',
      language: 'en',
      phone,
      hours: [],
    });
  const rows = <Row>(sql: string, parameters: unknown[] = []) =>
    product.app.get(ClinicScope).run(clinicId, () => product.app.get(Database).query<Row>(sql, parameters));
  const actions = async (staffId: string) =>
    (
      await rows<{ act: string }>(
        `SELECT action || ' ' || outcome AS act FROM audit_entries WHERE clinic_id = $1 AND subject_id = $2 ORDER BY at`,
        [clinicId, staffId],
      )
    ).map(({ act }) => act);
  const login = (email: string, password = PASSWORD, code?: string) =>
    rest('POST', '/auth/login', { body: { email, password, ...(code === undefined ? {} : { code }) } });

  /** Invites somebody and sets their password by the link. */
  async function employ(role: Role): Promise<{ id: string; email: string; token: string; refreshToken: string }> {
    const email = `${role}.${randomBytes(4).toString('hex')}@example.org`;
    const invited = await rest('POST', '/staff/invitations', {
      token: owner,
      body: { email, name: 'Sam Porter', role },
    });
    const token = tokenOf(invited.body['link']);
    expect((await rest('POST', '/auth/invitations/accept', { body: { token, password: PASSWORD } })).status).toBe(204);
    const { accessToken, refreshToken } = (await login(email)).body as unknown as Record<string, string>;
    return { id: invited.body['id'] as string, email, token: accessToken ?? '', refreshToken: refreshToken ?? '' };
  }
  const tokenOf = (link: unknown): string => new URL(link as string).hash.split('=')[1] ?? '';

  it('begins with an invitation, whose link works once and is shown once', async () => {
    const body = { email: 'Sam@Example.org', name: 'Sam Porter', role: 'scheduler' };
    const invited = await rest('POST', '/staff/invitations', { token: owner, body });
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ mailed: false, link: expect.stringMatching(/^http.*\/#invitation=inv_/) });
    expect((await rest('POST', '/staff/invitations', { token: owner, body })).status).toBe(409);
    expect((await login('sam@example.org')).status).toBe(401);
    const token = tokenOf(invited.body['link']);
    const weak = await rest('POST', '/auth/invitations/accept', { body: { token, password: 'sam@example.org1' } });
    expect(weak.body).toMatchObject({ status: 400, errors: [{ field: 'password' }] });
    const accept = () => rest('POST', '/auth/invitations/accept', { body: { token, password: PASSWORD } });
    expect((await accept()).status).toBe(204);
    expect((await accept()).status).toBe(401);
    expect((await login('sam@example.org')).status).toBe(200);
    const { body: member } = await rest('GET', `/staff/${String(invited.body['id'])}`, { token: owner });
    expect(member).toMatchObject({ email: 'sam@example.org', role: 'scheduler', status: 'active' });
  });

  it('takes no link of the other kind, after its end, or after a newer one', async () => {
    const { id, email } = await employ('viewer');
    const make = async () =>
      tokenOf((await rest('POST', `/staff/${id}/password-reset`, { token: owner })).body['link']);
    const [first, second] = [await make(), await make()];
    const reset = async (path: string, token: string) =>
      (await rest('POST', path, { body: { token, password: 'another long walk' } })).status;
    expect(await reset('/auth/password/reset', first)).toBe(401);
    expect(await reset('/auth/invitations/accept', second)).toBe(401);
    await rows(`UPDATE staff_links SET expires_at = clock_timestamp() WHERE clinic_id = $1 AND staff_id = $2`, [
      clinicId,
      id,
    ]);
    expect(await reset('/auth/password/reset', second)).toBe(401);
    expect((await login(email)).status).toBe(200);
    expect(await reset('/auth/password/reset', await make())).toBe(204);
    expect((await login(email)).status).toBe(401);
  });

  it('locks an account after ten wrong tries, even side by side, and an administrator unlocks it', async () => {
    const { id, email } = await employ('viewer');
    const signIns = product.app.get(SignInService);
    await Promise.allSettled(Array.from({ length: 30 }, () => signIns.signIn(email, 'wrong')));
    expect((await actions(id)).filter((act) => act === 'staff.sign_in refused')).toHaveLength(10);
    await expect(signIns.signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await rest('GET', `/staff/${id}`, { token: owner })).body['lockedUntil']).not.toBeNull();
    expect(await actions(id)).toContain('staff.locked done');
    expect((await rest('POST', `/staff/${id}/unlock`, { token: owner })).status).toBe(204);
    await expect(signIns.signIn(email, PASSWORD)).resolves.toHaveProperty('accessToken');
  });

  it('slows down guessing by address and account', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => login('nobody@example.org', 'x')));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBe(2);
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('counts tries for all instances together, exactly, also after a restart, and knows no name', async () => {
    const [database, secrets] = [product.app.get(Database), product.app.get(Secrets)];
    const instance = () => new SignInLimiter(database, secrets);
    const [one, another] = [instance(), instance()];
    const tries = Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? one : another).take('192.0.2.7', 'Eve@example.org '),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const { reason } of outcomes.filter((one) => one.status === 'rejected'))
      expect(reason).toMatchObject({ code: 'rate_limited' });
    await expect(instance().take('192.0.2.8', 'eve@example.org')).rejects.toMatchObject({ code: 'rate_limited' });
    await expect(instance().take('192.0.2.8', 'adam@example.org')).resolves.toBeUndefined();
    const rows = await database.directory<{ key: string }>('SELECT key FROM directory.sign_in_tries');
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/eve|adam|192\.0\.2/i);
  });

  describe('with a second factor', () => {
    it('asks for its code once, takes a recovery code once, and shows neither secret again', async () => {
      const { id, email, token } = await employ('scheduler');
      expect((await rest('POST', '/auth/second-factor', { token, body: { password: 'wrong' } })).status).toBe(400);
      const begun = await rest('POST', '/auth/second-factor', { token, body: { password: PASSWORD } });
      expect(begun.body['otpauthUrl']).toMatch(/^otpauth:\/\/totp\/Clinicall:/);
      const secret = begun.body['secret'] as string;
      const codeAt = (step: number) =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
      expect((await login(email)).status).toBe(200); // not in use before its first code
      const confirmed = await rest('POST', '/auth/second-factor/confirm', { token, body: { code: codeAt(-1) } });
      const codes = confirmed.body['recoveryCodes'] as string[];
      expect(new Set(codes).size).toBe(10);

      expect((await login(email)).body).toMatchObject({ status: 401, secondFactor: 'totp' });
      expect((await login(email, PASSWORD, codeAt(-1))).status).toBe(401); // used up by the confirmation
      expect((await login(email, 'wrong', codeAt(0))).body).not.toHaveProperty('secondFactor');
      expect((await login(email, PASSWORD, codeAt(0))).status).toBe(200);
      expect((await login(email, PASSWORD, codeAt(0))).status).toBe(401);
      expect((await login(email, PASSWORD, codes[3]?.toUpperCase())).status).toBe(200);
      expect((await login(email, PASSWORD, codes[3])).status).toBe(401);
      expect((await rest('GET', '/auth/me', { token })).body).toMatchObject({
        secondFactor: true,
        recoveryCodesLeft: 9,
      });
      const [stored] = await rows<{ secret: string }>('SELECT secret FROM staff_second_factors WHERE staff_id = $1', [
        id,
      ]);
      expect(stored?.secret).not.toContain(secret);
      expect(await actions(id)).toEqual(
        expect.arrayContaining(['second_factor.on done', 'second_factor.recovery_code_used done']),
      );
    });

    it('is removed by an administrator, never by oneself without the password', async () => {
      const { id, email, token } = await employ('administrator');
      const begun = await rest('POST', '/auth/second-factor', { token, body: { password: PASSWORD } });
      const code = new TOTP({ secret: Secret.fromBase32(begun.body['secret'] as string) }).generate();
      await rest('POST', '/auth/second-factor/confirm', { token, body: { code } });
      expect((await rest('DELETE', `/staff/${id}/second-factor`, { token })).status).toBe(403);
      expect((await rest('POST', `/staff/${id}/password-reset`, { token })).status).toBe(403);
      expect((await rest('DELETE', `/staff/${id}/second-factor`, { token: owner })).status).toBe(204);
      expect((await login(email)).status).toBe(200);
    });
  });

  describe('ends', () => {
    it('everywhere at once when one signs out everywhere', async () => {
      const { email, token, refreshToken } = await employ('viewer');
      const elsewhere = (await login(email)).body['accessToken'] as string;
      expect((await rest('GET', '/auth/sessions', { token })).body['items']).toHaveLength(2);
      expect((await rest('POST', '/auth/logout-everywhere', { token })).status).toBe(204);
      for (const old of [token, elsewhere]) expect((await rest('GET', '/auth/me', { token: old })).status).toBe(401);
      expect((await rest('POST', '/auth/refresh', { body: { refreshToken } })).status).toBe(401);
    });

    it('in one session alone by its own sign-out, and nobody ends another’s', async () => {
      const [one, other] = [await employ('viewer'), await employ('viewer')];
      const { body } = await rest('GET', '/auth/sessions', { token: one.token });
      const id = (body['items'] as { id: string }[])[0]?.id ?? '';
      expect((await rest('DELETE', `/auth/sessions/${id}`, { token: other.token })).status).toBe(404);
      expect((await rest('DELETE', `/auth/sessions/${id}`, { token: one.token })).status).toBe(204);
      expect((await rest('GET', '/auth/me', { token: one.token })).status).toBe(401);
      expect((await rest('GET', '/auth/me', { token: other.token })).status).toBe(200);
    });

    it('when a refresh token is used twice, access token included', async () => {
      const { token, refreshToken } = await employ('viewer');
      const renewed = await rest('POST', '/auth/refresh', { body: { refreshToken } });
      expect(renewed.status).toBe(200);
      expect((await rest('POST', '/auth/refresh', { body: { refreshToken } })).status).toBe(401);
      expect((await rest('GET', '/auth/me', { token })).status).toBe(401);
      expect((await rest('GET', '/auth/me', { token: renewed.body['accessToken'] as string })).status).toBe(401);
    });

    it('when the account is closed, with its links; opening it again lets it back in', async () => {
      const { id, email, token } = await employ('scheduler');
      const link = tokenOf((await rest('POST', `/staff/${id}/password-reset`, { token: owner })).body['link']);
      expect((await rest('PATCH', `/staff/${id}`, { token: owner, body: { closed: true } })).body['status']).toBe(
        'closed',
      );
      expect((await rest('GET', '/auth/me', { token })).status).toBe(401);
      expect((await login(email)).status).toBe(401);
      expect((await rest('POST', '/auth/password/reset', { body: { token: link, password: PASSWORD } })).status).toBe(
        401,
      );
      await rest('PATCH', `/staff/${id}`, { token: owner, body: { closed: false } });
      expect((await login(email)).status).toBe(200);
    });

    it('elsewhere when one changes the password', async () => {
      const { email, token } = await employ('viewer');
      const elsewhere = (await login(email)).body['accessToken'] as string;
      const change = (currentPassword: string) =>
        rest('POST', '/auth/password', { token, body: { currentPassword, newPassword: 'a short walk in town' } });
      expect((await change('wrong')).body).toMatchObject({ status: 400, errors: [{ field: 'currentPassword' }] });
      expect((await change(PASSWORD)).status).toBe(204);
      expect((await rest('GET', '/auth/me', { token })).status).toBe(200);
      expect((await rest('GET', '/auth/me', { token: elsewhere })).status).toBe(401);
      expect((await login(email, 'a short walk in town')).status).toBe(200);
    });
  });

  it('leaves nothing behind that is over, and keeps what lives', async () => {
    const [old, live] = [await employ('viewer'), await employ('viewer')];
    const ages = (sql: string) => rows(sql, [clinicId, old.id]);
    await ages(
      `UPDATE refresh_tokens SET expires_at = now() - interval '1 day' WHERE clinic_id = $1 AND staff_id = $2`,
    );
    await ages(`UPDATE staff_links SET expires_at = now() - interval '1 day' WHERE clinic_id = $1 AND staff_id = $2`);
    await ages(
      `UPDATE staff_sessions SET created_at = now() - interval '61 days' WHERE clinic_id = $1 AND staff_id = $2`,
    );
    await product.app.get(SignInSweep).everywhere();
    const [left] = await rows<{ n: number }>(
      `SELECT (SELECT count(*) FROM refresh_tokens WHERE clinic_id = $1 AND staff_id = $2)
            + (SELECT count(*) FROM staff_links WHERE clinic_id = $1 AND staff_id = $2)
            + (SELECT count(*) FROM staff_sessions WHERE clinic_id = $1 AND staff_id = $2)
            + (SELECT count(*) FROM directory.tokens t WHERE t.clinic_id = $1 AND t.token_hash = $3) AS n`,
      [clinicId, old.id, secretHash(old.refreshToken)],
    );
    expect(Number(left?.n)).toBe(0);
    expect((await rest('POST', '/auth/refresh', { body: { refreshToken: live.refreshToken } })).status).toBe(200);
  });

  describe('and rights over others', () => {
    it('follow a change of role at once', async () => {
      const { id, token } = await employ('scheduler');
      expect((await rest('GET', '/tasks', { token })).status).toBe(200);
      await rest('PATCH', `/staff/${id}`, { token: owner, body: { role: 'viewer' } });
      expect((await rest('GET', '/tasks', { token })).status).toBe(403);
    });

    it('stop at owners for an administrator, at oneself, and at the last owner', async () => {
      const administrator = await employ('administrator');
      const { body: me } = await rest('GET', '/auth/me', { token: owner });
      const by = async (token: string, id: unknown, body: unknown) =>
        (await rest('PATCH', `/staff/${String(id)}`, { token, body })).status;
      expect(await by(administrator.token, me['id'], { closed: true })).toBe(403);
      expect(await by(administrator.token, administrator.id, { role: 'owner' })).toBe(403);
      expect(await by(administrator.token, administrator.id, { role: 'viewer' })).toBe(403);
      expect(await by(owner, me['id'], { role: 'viewer' })).toBe(403);
      const invite = { email: 'x@example.org', name: 'X', role: 'owner' };
      expect((await rest('POST', '/staff/invitations', { token: administrator.token, body: invite })).status).toBe(403);
      expect((await rest('POST', `/staff/${String(me['id'])}/sign-out`, { token: administrator.token })).status).toBe(
        403,
      );
      expect(await by(owner, administrator.id, { role: 'owner' })).toBe(200);
      // Two owners close each other at the same time: one of them stays.
      const answers = await Promise.all([
        by(administrator.token, me['id'], { role: 'viewer' }),
        by(owner, administrator.id, { role: 'viewer' }),
      ]);
      expect(answers.filter((status) => status === 200)).toHaveLength(1);
      const [left] = await rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM staff WHERE clinic_id = $1 AND role = 'owner'`,
        [clinicId],
      );
      expect(left).toEqual({ n: 1 });
    });
  });
});
