import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { Scope } from './permissions';

export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly allowedAddresses: readonly string[];
  readonly requestsPerMinute: number | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly createdAt: string;
}

export type LiveKey = Pick<ApiKeyView, 'id' | 'scopes' | 'allowedAddresses' | 'requestsPerMinute'> & {
  readonly expiresAt: Date | null;
};

interface NewKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly keyHash: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date;
  readonly allowedAddresses?: readonly string[];
  readonly requestsPerMinute?: number;
}

const VIEW = `id, name, prefix, scopes, allowed_addresses AS "allowedAddresses", requests_per_minute AS "requestsPerMinute",
  expires_at AS "expiresAt", last_used_at AS "lastUsedAt", created_at AS "createdAt"`;

/** The keys of the scope's clinic, and where their hashes lead. */
@Injectable()
export class ApiKeysRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async insert(key: NewKey): Promise<void> {
    await this.database.query(
      `WITH made AS (
         INSERT INTO api_keys (clinic_id, id, name, prefix, key_hash, scopes, expires_at, allowed_addresses, requests_per_minute)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8::cidr[], $9) RETURNING key_hash, clinic_id)
       INSERT INTO directory.tokens (token_hash, clinic_id) SELECT key_hash, clinic_id FROM made`,
      [
        this.scope.clinicId(),
        key.id,
        key.name,
        key.prefix,
        key.keyHash,
        [...key.scopes],
        key.expiresAt ?? null,
        [...(key.allowedAddresses ?? [])],
        key.requestsPerMinute ?? null,
      ],
    );
  }

  async list(): Promise<ApiKeyView[]> {
    return this.database.query<ApiKeyView>(
      `SELECT ${VIEW} FROM api_keys WHERE clinic_id = $1 AND revoked_at IS NULL ORDER BY created_at, id`,
      [this.scope.clinicId()],
    );
  }

  async find(id: string): Promise<ApiKeyView | undefined> {
    const [row] = await this.database.query<ApiKeyView>(
      `SELECT ${VIEW} FROM api_keys WHERE clinic_id = $1 AND id = $2 AND revoked_at IS NULL`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** False when there is no such key. */
  async revoke(id: string): Promise<boolean> {
    const revoked = await this.database.query(
      `WITH ended AS (
         UPDATE api_keys SET revoked_at = clock_timestamp() WHERE clinic_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING key_hash),
       gone AS (DELETE FROM directory.tokens WHERE token_hash IN (SELECT key_hash FROM ended))
       SELECT FROM ended`,
      [this.scope.clinicId(), id],
    );
    return revoked.length > 0;
  }

  async clinicOf(keyHash: string): Promise<string | undefined> {
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.tokens WHERE token_hash = $1',
      [keyHash],
    );
    return route?.clinic_id;
  }

  /** A key that lives, by its hash or its id; notes that it was used. */
  async use(key: { keyHash: string } | { id: string }): Promise<LiveKey | undefined> {
    const [column, value] = 'id' in key ? ['id', key.id] : ['key_hash', key.keyHash];
    const [row] = await this.database.query<LiveKey>(
      `UPDATE api_keys SET last_used_at = clock_timestamp()
        WHERE clinic_id = $1 AND ${column} = $2 AND revoked_at IS NULL
          AND (expires_at IS NULL OR expires_at > clock_timestamp())
        RETURNING id, scopes, allowed_addresses AS "allowedAddresses", requests_per_minute AS "requestsPerMinute",
          expires_at AS "expiresAt"`,
      [this.scope.clinicId(), value],
    );
    return row;
  }
}
