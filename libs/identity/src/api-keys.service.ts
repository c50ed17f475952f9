import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { AuditService } from './audit.service';
import { permissionsOfScopes } from './permissions';
import type { Scope } from './permissions';
import type { Principal } from './principal';
import { newSecret, secretHash } from './secret-hash';

const PREFIX = 'ck_';
/** A verified key is trusted this long without asking again, so that a revoked one stops within it. */
const TRUST_MS = 30_000;
const MOST_TRUSTED = 10_000;

interface KeyRow {
  id: string;
  scopes: Scope[];
}

export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly createdAt: string;
}

/** Keys of other systems: 256 random bits, shown once, kept as SHA-256. */
@Injectable()
export class ApiKeysService {
  private readonly trusted = new Map<string, { principal: Principal; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  static looksLikeKey(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  /** @returns the key itself, this once. @throws AppError `validation_failed` when it would be born expired. */
  async create(
    name: string,
    scopes: readonly Scope[],
    expiresAt?: Date,
  ): Promise<{ id: string; key: string; prefix: string }> {
    if (expiresAt !== undefined && expiresAt.getTime() <= Date.now())
      throw AppError.field('expiresAt', 'must lie ahead');
    const clinicId = this.scope.clinicId();
    const key = newSecret(PREFIX);
    const id = randomUUID();
    const prefix = key.slice(0, PREFIX.length + 6);
    const hash = secretHash(key);
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO api_keys (clinic_id, id, name, prefix, key_hash, scopes, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [clinicId, id, name, prefix, hash, [...scopes], expiresAt ?? null],
      );
      await this.database.query('INSERT INTO directory.tokens (token_hash, clinic_id) VALUES ($1, $2)', [
        hash,
        clinicId,
      ]);
      await this.audit.record({
        action: 'api_key.create',
        subject: { kind: 'api_key', id },
        details: { scopes: [...scopes] },
      });
    });
    return { id, key, prefix };
  }

  async list(): Promise<ApiKeyView[]> {
    return this.database.query<ApiKeyView>(
      `SELECT id, name, prefix, scopes, expires_at AS "expiresAt", last_used_at AS "lastUsedAt", created_at AS "createdAt"
         FROM api_keys WHERE clinic_id = $1 AND revoked_at IS NULL ORDER BY created_at, id`,
      [this.scope.clinicId()],
    );
  }

  /** @throws AppError `not_found`. */
  async revoke(id: string): Promise<void> {
    const clinicId = this.scope.clinicId();
    await this.database.transaction(async () => {
      const [row] = await this.database.query<{ key_hash: string }>(
        `UPDATE api_keys SET revoked_at = clock_timestamp() WHERE clinic_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING key_hash`,
        [clinicId, id],
      );
      if (row === undefined) throw AppError.notFound('API key');
      await this.database.query('DELETE FROM directory.tokens WHERE token_hash = $1', [row.key_hash]);
      await this.audit.record({ action: 'api_key.revoke', subject: { kind: 'api_key', id } });
      this.database.afterCommit(() => this.trusted.delete(row.key_hash));
    });
  }

  /** Undefined for a key that is unknown, revoked or over. */
  async verify(key: string): Promise<Principal | undefined> {
    const hash = secretHash(key);
    const known = this.trusted.get(hash);
    if (known !== undefined && known.until > Date.now()) return known.principal;
    this.trusted.delete(hash);
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.tokens WHERE token_hash = $1',
      [hash],
    );
    if (route === undefined) return undefined;
    const row = await this.scope.run(route.clinic_id, () => this.touch(hash));
    if (row === undefined) return undefined;
    const principal: Principal = {
      kind: 'api_key',
      id: row.id,
      clinicId: route.clinic_id,
      permissions: permissionsOfScopes(row.scopes),
      operator: false,
    };
    if (this.trusted.size >= MOST_TRUSTED) this.trusted.clear();
    this.trusted.set(hash, { principal, until: Date.now() + TRUST_MS });
    return principal;
  }

  private async touch(hash: string): Promise<KeyRow | undefined> {
    const rows = await this.database.query<KeyRow>(
      `UPDATE api_keys SET last_used_at = clock_timestamp()
        WHERE clinic_id = $1 AND key_hash = $2 AND revoked_at IS NULL
          AND (expires_at IS NULL OR expires_at > clock_timestamp())
        RETURNING id, scopes`,
      [this.scope.clinicId(), hash],
    );
    return rows[0];
  }
}
