import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, sqlState } from '@clinicall/platform';
import { AddressList } from './address-list';
import { ApiKeysRepository } from './api-keys.repository';
import type { ApiKeyView, LiveKey } from './api-keys.repository';
import { AuditService } from './audit.service';
import { permissionsOfScopes } from './permissions';
import type { Scope } from './permissions';
import type { Principal } from './principal';
import { newSecret, secretHash } from './secret-hash';
import { VerifiedTokens } from './verified-tokens';

const PREFIX = 'ck_';
/** SQLSTATE invalid_text_representation: a network with bits right of its mask. */
const NOT_A_NETWORK = '22P02';

export interface NewKeyBounds {
  readonly expiresAt?: Date;
  /** CIDR; empty or absent: from anywhere. */
  readonly allowedAddresses?: readonly string[];
  readonly requestsPerMinute?: number;
}

/** Keys of other systems: 256 random bits, shown once, kept as SHA-256. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly repository: ApiKeysRepository,
    private readonly verified: VerifiedTokens,
    private readonly audit: AuditService,
  ) {}

  static looksLikeKey(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  /** @returns the key itself, this once. @throws AppError `validation_failed` when it would be born expired, or for a wrong network. */
  async create(
    name: string,
    scopes: readonly Scope[],
    bounds: NewKeyBounds = {},
  ): Promise<{ id: string; key: string; prefix: string }> {
    if (bounds.expiresAt !== undefined && bounds.expiresAt.getTime() <= Date.now()) {
      throw AppError.field('expiresAt', 'must lie ahead');
    }
    const key = newSecret(PREFIX);
    const id = randomUUID();
    const prefix = key.slice(0, PREFIX.length + 6);
    try {
      await this.database.transaction(async () => {
        await this.repository.insert({ id, name, prefix, keyHash: secretHash(key), scopes, ...bounds });
        await this.audit.record({
          action: 'api_key.create',
          subject: { kind: 'api_key', id },
          details: { scopes: [...scopes] },
        });
      });
    } catch (fault) {
      if (sqlState(fault) !== NOT_A_NETWORK) throw fault;
      throw AppError.field(
        'allowedAddresses',
        'must be networks without bits right of their mask, such as 10.1.0.0/16',
      );
    }
    return { id, key, prefix };
  }

  async list(): Promise<ApiKeyView[]> {
    return this.repository.list();
  }

  /** @throws AppError `not_found`. */
  async get(id: string): Promise<ApiKeyView> {
    const key = await this.repository.find(id);
    if (key === undefined) throw AppError.notFound('API key');
    return key;
  }

  /** Takes effect at once on this instance, within half a minute on others. @throws AppError `not_found`. */
  async revoke(id: string): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.repository.revoke(id))) throw AppError.notFound('API key');
      await this.audit.record({ action: 'api_key.revoke', subject: { kind: 'api_key', id } });
      this.database.afterCommit(() => this.verified.forget(id));
    });
  }

  /** Whose key it is; undefined for one that is unknown, revoked or over. Notes that it was used. */
  async verify(key: string): Promise<Principal | undefined> {
    const keyHash = secretHash(key);
    const clinicId = await this.repository.clinicOf(keyHash);
    if (clinicId === undefined) return undefined;
    const row = await this.scope.run(clinicId, () => this.repository.use({ keyHash }));
    return row === undefined ? undefined : principalOf(clinicId, row, row.scopes);
  }

  /** What an OAuth token of a key may do: its own scopes as far as the key still has them. */
  async principal(clinicId: string, id: string, scopes: readonly Scope[]): Promise<Principal | undefined> {
    const row = await this.scope.run(clinicId, () => this.repository.use({ id }));
    if (row === undefined) return undefined;
    return principalOf(
      clinicId,
      row,
      row.scopes.filter((scope) => scopes.includes(scope)),
    );
  }
}

function principalOf(clinicId: string, key: LiveKey, scopes: readonly Scope[]): Principal {
  const addresses = key.allowedAddresses.length === 0 ? undefined : new AddressList(key.allowedAddresses);
  return {
    kind: 'api_key',
    id: key.id,
    clinicId,
    permissions: permissionsOfScopes(scopes),
    operator: false,
    bounds: {
      addresses,
      requestsPerMinute: key.requestsPerMinute ?? undefined,
      endsAt: key.expiresAt?.getTime(),
    },
  };
}
