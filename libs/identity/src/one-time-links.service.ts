import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database, Environment, Logger, Mailer } from '@clinicall/platform';
import { newSecret, secretHash } from './secret-hash';

export type LinkKind = 'invitation' | 'password_reset';

/** A link that was made: shown here once, or mailed and then not shown. */
export interface MadeLink {
  readonly link: string | null;
  readonly mailed: boolean;
  readonly expiresAt: string;
}

const KINDS = {
  invitation: { prefix: 'inv_', minutes: 7 * 24 * 60, subject: 'Your invitation to Clinicall', page: 'invitation' },
  password_reset: { prefix: 'pwr_', minutes: 60, subject: 'A new password for Clinicall', page: 'reset' },
} as const;

const GOOD = 'clinic_id = $1 AND token_hash = $2 AND kind = $3 AND used_at IS NULL AND expires_at > clock_timestamp()';

/** Links by which somebody sets a password: 256 random bits, kept as SHA-256, good once and for a while. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly mailer: Mailer,
    private readonly environment: Environment,
    private readonly logger: Logger,
  ) {}

  /** Ends the earlier links of this kind; mails the new one when there is a mail server, else gives it back. */
  async make(kind: LinkKind, member: { id: string; email: string; name: string }): Promise<MadeLink> {
    const token = newSecret(KINDS[kind].prefix);
    const expiresAt = await this.database.transaction(async () => {
      await this.end(kind, member.id);
      const [row] = await this.database.query<{ expiresAt: Date }>(
        `WITH link AS (
           INSERT INTO staff_links (clinic_id, id, staff_id, kind, token_hash, expires_at)
           VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(mins => $6)) RETURNING token_hash, clinic_id, expires_at),
         route AS (INSERT INTO directory.tokens (token_hash, clinic_id) SELECT token_hash, clinic_id FROM link)
         SELECT expires_at AS "expiresAt" FROM link`,
        [this.scope.clinicId(), randomUUID(), member.id, kind, secretHash(token), KINDS[kind].minutes],
      );
      return row?.expiresAt.toISOString() ?? '';
    });
    const link = `${this.environment.publicUrl}/#${KINDS[kind].page}=${token}`;
    const mailed = await this.mail(kind, member, link, expiresAt);
    return { link: mailed ? null : link, mailed, expiresAt };
  }

  /** Whose link it is, while it is good. @throws AppError `unauthenticated`. */
  async ownerOf(kind: LinkKind, token: string): Promise<{ clinicId: string; staffId: string }> {
    const [route] = await this.database.directory<{ clinic_id: string }>(
      'SELECT clinic_id FROM directory.tokens WHERE token_hash = $1',
      [secretHash(token)],
    );
    if (route === undefined) throw notGood();
    const staffId = await this.scope.run(route.clinic_id, () => this.find(kind, token));
    return { clinicId: route.clinic_id, staffId };
  }

  /** Uses the link up, in the caller's transaction. @throws AppError `unauthenticated`. */
  async use(kind: LinkKind, token: string): Promise<void> {
    const used = await this.database.query(
      `WITH used AS (UPDATE staff_links SET used_at = clock_timestamp() WHERE ${GOOD} RETURNING token_hash),
       route AS (DELETE FROM directory.tokens WHERE token_hash IN (SELECT token_hash FROM used))
       SELECT FROM used`,
      [this.scope.clinicId(), secretHash(token), kind],
    );
    if (used.length === 0) throw notGood();
  }

  /** Ends what links somebody still has. */
  async end(kind: LinkKind, staffId: string): Promise<void> {
    await this.database.query(
      `WITH gone AS (
         DELETE FROM staff_links WHERE clinic_id = $1 AND staff_id = $2 AND kind = $3 AND used_at IS NULL RETURNING token_hash)
       DELETE FROM directory.tokens WHERE token_hash IN (SELECT token_hash FROM gone)`,
      [this.scope.clinicId(), staffId, kind],
    );
  }

  private async find(kind: LinkKind, token: string): Promise<string> {
    const [link] = await this.database.query<{ staffId: string }>(
      `SELECT staff_id AS "staffId" FROM staff_links WHERE ${GOOD}`,
      [this.scope.clinicId(), secretHash(token), kind],
    );
    if (link === undefined) throw notGood();
    return link.staffId;
  }

  private async mail(
    kind: LinkKind,
    member: { email: string; name: string },
    link: string,
    expiresAt: string,
  ): Promise<boolean> {
    if (!this.mailer.configured) return false;
    const text = `Hello ${member.name},\n\nset your password here:\n${link}\n\nThe link works once, until ${expiresAt}.\nIf you did not expect it, do nothing and tell your administrator.\n`;
    try {
      await this.mailer.send({ to: member.email, subject: KINDS[kind].subject, text });
      return true;
    } catch (fault) {
      this.logger.warn('a link could not be mailed; it is shown instead', { error: fault });
      return false;
    }
  }
}

const notGood = (): AppError =>
  new AppError('unauthenticated', 'This link is not good any more. Ask your administrator for a new one.');
