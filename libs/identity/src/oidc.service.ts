import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Logger, outwardFetch } from '@clinicall/platform';
import * as oidc from 'openid-client';
import { AuditService } from './audit.service';
import { OidcJourney } from './oidc-journey';
import { SessionsService } from './sessions.service';
import { SignInProviderService } from './sign-in-provider.service';
import type { ProviderSettings } from './sign-in-provider.service';
import { StaffRepository } from './staff.repository';

/** Seconds the provider may take for one answer. */
const PATIENCE_SECONDS = 5;
const SCOPE = 'openid email';

interface Person {
  readonly subject: string;
  /** Lower case; undefined when the provider does not vouch for it. */
  readonly email: string | undefined;
}

type Claims = Readonly<Record<string, unknown>>;

/** Signing in at the hospital's OpenID provider: authorization code with PKCE, state and nonce, judged by openid-client. */
@Injectable()
export class OidcService {
  constructor(
    private readonly providers: SignInProviderService,
    private readonly journeys: OidcJourney,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionsService,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
    private readonly logger: Logger,
  ) {}

  /** @returns where to send the browser, and the cookie it must bring back. @throws AppError `not_found`, `unavailable`. */
  async start(clinicId: string): Promise<{ location: string; cookie: string }> {
    const settings = await this.settingsOf(clinicId);
    const provider = await this.discover(settings);
    const journey = {
      clinicId,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const location = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.providers.redirectUri,
      scope: SCOPE,
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    return { location: location.href, cookie: await this.journeys.seal(journey) };
  }

  /**
   * @param query of the request that came back, as it stands.
   * @returns a refresh token that must be used within a minute.
   * @throws AppError `unauthenticated` for anything that is not the way back of this very browser, or for nobody of ours.
   */
  async finish(query: string, cookie: string | undefined, ip: string): Promise<string> {
    const journey = await this.journeys.open(cookie);
    if (journey === undefined) throw new AppError('unauthenticated', 'This sign-in has taken too long; begin again.');
    const settings = await this.settingsOf(journey.clinicId);
    const person = await this.identify(settings, query, journey);
    return this.scope.run(journey.clinicId, () => this.enter(person, ip));
  }

  private async identify(
    settings: ProviderSettings,
    query: string,
    journey: { state: string; nonce: string; verifier: string },
  ): Promise<Person> {
    const provider = await this.discover(settings);
    const tokens = await oidc
      .authorizationCodeGrant(provider, new URL(`${this.providers.redirectUri}${query}`), {
        pkceCodeVerifier: journey.verifier,
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        idTokenExpected: true,
      })
      .catch((fault: unknown) => {
        this.logger.warn('a sign-in at a provider was refused', { error: fault });
        throw new AppError('unauthenticated', 'The provider’s answer is not good; begin again.');
      });
    const claims = tokens.claims();
    if (claims === undefined) throw new AppError('unauthenticated', 'The provider’s answer is not good; begin again.');
    const { email, email_verified: vouched }: { email?: unknown; email_verified?: unknown } = await this.emailClaims(
      provider,
      tokens.access_token,
      claims,
    );
    const address = vouched === true && typeof email === 'string' ? email.toLowerCase() : undefined;
    return { subject: claims.sub, email: address };
  }

  /** In the ID token, or at the userinfo endpoint (OpenID Connect Core 1.0, section 5.4). */
  private async emailClaims(provider: oidc.Configuration, accessToken: string, claims: oidc.IDToken): Promise<Claims> {
    if (claims['email'] !== undefined || provider.serverMetadata().userinfo_endpoint === undefined) return claims;
    return oidc.fetchUserInfo(provider, accessToken, claims.sub).catch(() => claims);
  }

  /** By the provider's own name for the person; at the first time by the email it vouches for, of somebody invited here. */
  private async enter(person: Person, ip: string): Promise<string> {
    const clinicId = this.scope.clinicId();
    const known =
      (await this.staff.findBySubject(person.subject)) ??
      (person.email === undefined ? undefined : await this.staff.findOpen(person.email));
    if (known === undefined || (known.oidcSubject !== null && known.oidcSubject !== person.subject)) {
      await this.audit.record({ action: 'staff.sign_in', outcome: 'refused', details: { method: 'oidc' } });
      throw new AppError('unauthenticated', 'Nobody of this clinic signs in as this person; ask your administrator.');
    }
    const subject = { kind: 'staff', id: known.id };
    const open = () =>
      this.database.transaction(async () => {
        if (known.oidcSubject === null) await this.staff.bindSubject(known.id, person.subject);
        await this.staff.forgiveTries(known.id, true);
        await this.audit.record({ action: 'staff.sign_in', subject, details: { method: 'oidc' } });
        return this.sessions.openForHandover(known.id);
      });
    return this.scope.run(clinicId, open, { kind: 'staff', id: known.id, channel: 'rest', ip });
  }

  private async settingsOf(clinicId: string): Promise<ProviderSettings> {
    const settings = await this.scope.run(clinicId, () => this.providers.settings());
    if (settings === undefined) throw AppError.notFound('sign-in provider');
    return settings;
  }

  /** Asked each time: a provider changes its keys and addresses without telling. */
  private async discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
    const plain = issuer.startsWith('http:');
    // An owner names the issuer, and the issuer the other addresses: none of them may lead into our own network.
    const guarded = outwardFetch({ privateHosts: this.providers.privateHosts(issuer) });
    try {
      return await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: PATIENCE_SECONDS,
        [oidc.customFetch]: guarded,
        execute: plain ? [oidc.allowInsecureRequests] : [],
      });
    } catch (fault) {
      this.logger.warn('a sign-in provider could not be asked', { error: fault });
      throw new AppError('unavailable', 'The hospital’s sign-in provider does not answer.');
    }
  }
}
