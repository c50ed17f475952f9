import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Environment, isPublicAddress } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { SealedSecrets } from './sealed-secrets';

/** The hospital's OpenID provider as it may be shown. */
export interface ProviderView {
  readonly issuer: string;
  readonly clientId: string;
  /** What the provider must be told: where people come back to. */
  readonly redirectUri: string;
  /** Where the hospital sends its staff to sign in. */
  readonly startUrl: string;
  readonly updatedAt: string;
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

interface ProviderRow extends ProviderSettings {
  readonly updatedAt: string;
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Which OpenID provider a clinic's staff may sign in at; its client secret rests sealed and is never shown. */
@Injectable()
export class SignInProviderService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly sealed: SealedSecrets,
    private readonly environment: Environment,
    private readonly audit: AuditService,
  ) {}

  get redirectUri(): string {
    return `${this.environment.publicUrl}/api/v1/auth/oidc/callback`;
  }

  /** @throws AppError `not_found` when there is none. */
  async view(): Promise<ProviderView> {
    const row = await this.find();
    if (row === undefined) throw AppError.notFound('sign-in provider');
    const startUrl = `${this.environment.publicUrl}/api/v1/auth/oidc/start?clinic=${this.scope.clinicId()}`;
    return {
      issuer: row.issuer,
      clientId: row.clientId,
      redirectUri: this.redirectUri,
      startUrl,
      updatedAt: row.updatedAt,
    };
  }

  /** With the secret, for signing in. Undefined when there is none. */
  async settings(): Promise<ProviderSettings | undefined> {
    const row = await this.find();
    return row === undefined ? undefined : { ...row, clientSecret: this.sealed.open(row.clientSecret, this.place()) };
  }

  /** @throws AppError `validation_failed` for an issuer that secrets would travel to unprotected. */
  async put({ issuer, clientId, clientSecret }: ProviderSettings): Promise<ProviderView> {
    this.refuseUnsafe(issuer);
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO sign_in_providers (clinic_id, issuer, client_id, client_secret) VALUES ($1, $2, $3, $4)
         ON CONFLICT (clinic_id) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id,
           client_secret = excluded.client_secret, updated_at = clock_timestamp()`,
        [this.scope.clinicId(), issuer, clientId, this.sealed.seal(clientSecret, this.place())],
      );
      // Another provider's subjects are other people.
      await this.database.query('UPDATE staff SET oidc_subject = NULL WHERE clinic_id = $1', [this.scope.clinicId()]);
      await this.audit.record({ action: 'sign_in_provider.set', details: { host: new URL(issuer).host } });
    });
    return this.view();
  }

  async remove(): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('DELETE FROM sign_in_providers WHERE clinic_id = $1', [this.scope.clinicId()]);
      await this.audit.record({ action: 'sign_in_provider.remove' });
    });
  }

  /**
   * Hosts of an issuer that may stand in a private network and be spoken to without TLS: what ALLOWED_PRIVATE_HOSTS names,
   * and outside production a provider on this very machine, at its own port alone.
   */
  privateHosts(issuer: string): string[] {
    const { host, hostname } = new URL(issuer);
    const here = LOOPBACK.has(hostname) && !this.environment.production ? [host] : [];
    return [...this.environment.values.ALLOWED_PRIVATE_HOSTS, ...here];
  }

  /** What a name leads to is judged whenever it is asked; what is written plainly is refused here. */
  private refuseUnsafe(issuer: string): void {
    const { protocol, host, hostname, username, password, search, hash } = new URL(issuer);
    if (username + password + search + hash !== '') throw AppError.field('issuer', 'must be an address alone');
    const allowed = this.privateHosts(issuer);
    if (allowed.includes(host) || allowed.includes(hostname)) return;
    if (protocol !== 'https:') throw AppError.field('issuer', 'must begin with https://');
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (LOOPBACK.has(hostname) || (isIP(literal) !== 0 && !isPublicAddress(literal)))
      throw AppError.field('issuer', 'must not be this machine or an address of a private network');
  }

  private async find(): Promise<ProviderRow | undefined> {
    const [row] = await this.database.query<ProviderRow>(
      `SELECT issuer, client_id AS "clientId", client_secret AS "clientSecret", updated_at AS "updatedAt"
         FROM sign_in_providers WHERE clinic_id = $1`,
      [this.scope.clinicId()],
    );
    return row;
  }

  private place(): string {
    return `oidc:${this.scope.clinicId()}`;
  }
}
