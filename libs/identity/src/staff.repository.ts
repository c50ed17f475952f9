import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import type { Role } from './permissions';
import { secretHash } from './secret-hash';

export interface StaffView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** `invited`: has not come yet. `closed`: may not sign in any more. */
  readonly status: 'invited' | 'active' | 'closed';
  readonly secondFactor: boolean;
  readonly lockedUntil: string | null;
  readonly lastSignInAt: string | null;
  readonly createdAt: string;
}

/** What a try to sign in is judged by. */
export interface Credentials {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string | null;
  /** This try was the last one before the lock-out. */
  readonly locked: boolean;
}

/** Tries in a row after which an account is locked, on every instance alike. */
export const MOST_TRIES = 10;
export const LOCK_MINUTES = 15;

const VIEW = `s.id, s.email, s.name, s.role,
  CASE WHEN s.disabled_at IS NOT NULL THEN 'closed'
       WHEN s.password_hash IS NULL AND s.oidc_subject IS NULL THEN 'invited' ELSE 'active' END AS status,
  EXISTS (SELECT FROM staff_second_factors f WHERE f.clinic_id = s.clinic_id AND f.staff_id = s.id
             AND f.confirmed_at IS NOT NULL) AS "secondFactor",
  CASE WHEN s.locked_until > clock_timestamp() THEN s.locked_until END AS "lockedUntil",
  s.last_sign_in_at AS "lastSignInAt", s.created_at AS "createdAt"`;

/** The scope's clinic's staff, and where their emails lead. */
@Injectable()
export class StaffRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async clinicOf(email: string): Promise<string | undefined> {
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.sign_ins WHERE email_hash = $1',
      [secretHash(email)],
    );
    return route?.clinic_id;
  }

  /** Makes an email sign in to the scope's clinic. False when it signs in to another one. */
  async claimEmail(email: string): Promise<boolean> {
    await this.database.query(
      'INSERT INTO directory.sign_ins (email_hash, clinic_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [secretHash(email), this.scope.clinicId()],
    );
    return (await this.clinicOf(email)) === this.scope.clinicId();
  }

  /** By email, from the one after `cursor` (an id). */
  async list(limit: number, cursor?: string): Promise<StaffView[]> {
    return this.database.query<StaffView>(
      `SELECT ${VIEW} FROM staff s
        WHERE s.clinic_id = $1
          AND ($2::uuid IS NULL OR s.email > (SELECT email FROM staff WHERE clinic_id = $1 AND id = $2))
        ORDER BY s.email LIMIT $3`,
      [this.scope.clinicId(), cursor ?? null, limit],
    );
  }

  async find(id: string): Promise<StaffView | undefined> {
    const [row] = await this.database.query<StaffView>(
      `SELECT ${VIEW} FROM staff s WHERE s.clinic_id = $1 AND s.id = $2`,
      [this.scope.clinicId(), id],
    );
    return row;
  }

  /** An account that is not closed, by its email. */
  async findOpen(email: string): Promise<{ id: string; oidcSubject: string | null } | undefined> {
    const [row] = await this.database.query<{ id: string; oidcSubject: string | null }>(
      `SELECT id, oidc_subject AS "oidcSubject" FROM staff WHERE clinic_id = $1 AND email = $2 AND disabled_at IS NULL FOR UPDATE`,
      [this.scope.clinicId(), email],
    );
    return row;
  }

  /** An account that is not closed, by the provider's name for it. */
  async findBySubject(subject: string): Promise<{ id: string; oidcSubject: string | null } | undefined> {
    const [row] = await this.database.query<{ id: string; oidcSubject: string | null }>(
      `SELECT id, oidc_subject AS "oidcSubject" FROM staff WHERE clinic_id = $1 AND oidc_subject = $2 AND disabled_at IS NULL`,
      [this.scope.clinicId(), subject],
    );
    return row;
  }

  /** Undefined when the clinic already has somebody of this email. */
  async insert(member: { email: string; name: string; role: Role }): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO staff (clinic_id, id, email, name, role) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [this.scope.clinicId(), randomUUID(), member.email, member.name, member.role],
    );
    return row?.id;
  }

  async change(id: string, change: { name?: string; role?: Role; closed?: boolean }): Promise<void> {
    await this.database.query(
      `UPDATE staff SET name = COALESCE($3, name), role = COALESCE($4, role),
              disabled_at = CASE WHEN $5::boolean IS NULL THEN disabled_at WHEN $5 THEN COALESCE(disabled_at, clock_timestamp()) END
        WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, change.name ?? null, change.role ?? null, change.closed ?? null],
    );
  }

  /** Locks the open owners until the transaction ends, so that two cannot close each other. @returns their ids. */
  async lockOwners(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM staff WHERE clinic_id = $1 AND role = 'owner' AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
      [this.scope.clinicId()],
    );
    return rows.map(({ id }) => id);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.database.query(
      `UPDATE staff SET password_hash = $3, failed_sign_ins = 0, locked_until = NULL WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, passwordHash],
    );
  }

  async bindSubject(id: string, subject: string): Promise<void> {
    await this.database.query('UPDATE staff SET oidc_subject = $3 WHERE clinic_id = $1 AND id = $2', [
      this.scope.clinicId(),
      id,
      subject,
    ]);
  }

  /**
   * Takes one of the account's tries before anything is compared, so that parallel guesses cannot pass the limit.
   * Undefined for an unknown, closed or locked account.
   */
  async takeTry(who: { email: string } | { id: string }): Promise<Credentials | undefined> {
    const [column, value] = 'id' in who ? ['id', who.id] : ['email', who.email];
    const [row] = await this.database.query<Credentials>(
      `UPDATE staff SET
              failed_sign_ins = CASE WHEN locked_until IS NULL THEN failed_sign_ins ELSE 0 END + 1,
              locked_until = CASE WHEN CASE WHEN locked_until IS NULL THEN failed_sign_ins ELSE 0 END + 1 >= $3
                                  THEN clock_timestamp() + make_interval(mins => $4) END
        WHERE clinic_id = $1 AND ${column} = $2 AND disabled_at IS NULL
          AND (locked_until IS NULL OR locked_until <= clock_timestamp())
        RETURNING id, email, password_hash AS "passwordHash", locked_until IS NOT NULL AS locked`,
      [this.scope.clinicId(), value, MOST_TRIES, LOCK_MINUTES],
    );
    return row;
  }

  /** The try was right: the count begins again. */
  async forgiveTries(id: string, signedIn: boolean): Promise<void> {
    await this.database.query(
      `UPDATE staff SET failed_sign_ins = 0, locked_until = NULL,
              last_sign_in_at = CASE WHEN $3 THEN clock_timestamp() ELSE last_sign_in_at END
        WHERE clinic_id = $1 AND id = $2`,
      [this.scope.clinicId(), id, signedIn],
    );
  }
}
