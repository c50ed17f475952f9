import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { Role } from './permissions';

export interface SessionView {
  readonly id: string;
  readonly method: 'password' | 'oidc';
  readonly createdAt: string;
  readonly lastUsedAt: string;
}

export interface SessionOwner {
  readonly role: Role;
  readonly email: string;
}

export interface ChainLink {
  readonly staffId: string;
  readonly sessionId: string;
  readonly used: boolean;
}

const REFRESH_DAYS = 14;
/** After this many days one signs in again, however busy the session was. */
const SESSION_DAYS = 30;

/** Sessions of the scope's clinic and their chains of refresh tokens. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async insert(id: string, staffId: string, method: SessionView['method']): Promise<void> {
    await this.database.query('INSERT INTO staff_sessions (clinic_id, id, staff_id, method) VALUES ($1, $2, $3, $4)', [
      this.scope.clinicId(),
      id,
      staffId,
      method,
    ]);
  }

  /** Whose live session it is, as they are now; undefined when it has ended or they were closed. */
  async owner(sessionId: string, staffId: string): Promise<SessionOwner | undefined> {
    const [row] = await this.database.query<SessionOwner>(
      `SELECT s.role, s.email FROM staff_sessions x JOIN staff s ON s.clinic_id = x.clinic_id AND s.id = x.staff_id
        WHERE x.clinic_id = $1 AND x.id = $2 AND x.staff_id = $3 AND x.ended_at IS NULL AND s.disabled_at IS NULL`,
      [this.scope.clinicId(), sessionId, staffId],
    );
    return row;
  }

  async listLive(staffId: string): Promise<SessionView[]> {
    return this.database.query<SessionView>(
      `SELECT id, method, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM staff_sessions
        WHERE clinic_id = $1 AND staff_id = $2 AND ended_at IS NULL
          AND created_at > clock_timestamp() - make_interval(days => $3)
        ORDER BY last_used_at DESC, id`,
      [this.scope.clinicId(), staffId, SESSION_DAYS],
    );
  }

  /** @param seconds how long the token may be used; the chain's own days when absent. */
  async addLink(sessionId: string, staffId: string, tokenHash: string, seconds = REFRESH_DAYS * 86_400): Promise<void> {
    await this.database.query(
      `WITH link AS (
         INSERT INTO refresh_tokens (clinic_id, id, staff_id, family_id, token_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6)) RETURNING token_hash, clinic_id)
       INSERT INTO directory.tokens (token_hash, clinic_id) SELECT token_hash, clinic_id FROM link`,
      [this.scope.clinicId(), randomUUID(), staffId, sessionId, tokenHash, seconds],
    );
  }

  async clinicOf(tokenHash: string): Promise<string | undefined> {
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.tokens WHERE token_hash = $1',
      [tokenHash],
    );
    return route?.clinic_id;
  }

  /** Marks a link as used and says whether it was before; undefined for one that is unknown, over, or of an ended session. */
  async useLink(tokenHash: string): Promise<ChainLink | undefined> {
    const [link] = await this.database.query<ChainLink>(
      `SELECT r.staff_id AS "staffId", r.family_id AS "sessionId", r.used_at IS NOT NULL AS used
         FROM refresh_tokens r JOIN staff_sessions x ON x.clinic_id = r.clinic_id AND x.id = r.family_id
        WHERE r.clinic_id = $1 AND r.token_hash = $2 AND r.expires_at > clock_timestamp() AND x.ended_at IS NULL
          AND x.created_at > clock_timestamp() - make_interval(days => $3) FOR UPDATE OF r`,
      [this.scope.clinicId(), tokenHash, SESSION_DAYS],
    );
    if (link?.used === false) {
      await this.database.query(
        `WITH used AS (UPDATE refresh_tokens SET used_at = clock_timestamp() WHERE clinic_id = $1 AND token_hash = $2)
         UPDATE staff_sessions SET last_used_at = clock_timestamp() WHERE clinic_id = $1 AND id = $3`,
        [this.scope.clinicId(), tokenHash, link.sessionId],
      );
    }
    return link;
  }

  /** Ends one session of somebody, all of theirs, or all but one. @returns how many. */
  async end(staffId: string, which: { only?: string; but?: string } = {}): Promise<number> {
    const ended = await this.database.query(
      `WITH ended AS (
         UPDATE staff_sessions SET ended_at = clock_timestamp()
          WHERE clinic_id = $1 AND staff_id = $2 AND ended_at IS NULL
            AND ($3::uuid IS NULL OR id = $3) AND ($4::uuid IS NULL OR id <> $4) RETURNING id),
       links AS (
         DELETE FROM refresh_tokens WHERE clinic_id = $1 AND family_id IN (SELECT id FROM ended) RETURNING token_hash),
       routes AS (DELETE FROM directory.tokens WHERE token_hash IN (SELECT token_hash FROM links))
       SELECT FROM ended`,
      [this.scope.clinicId(), staffId, which.only ?? null, which.but ?? null],
    );
    return ended.length;
  }
}
