import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { ClinicScope, CronJob, Database, Logger } from '@clinicall/platform';

const BATCH = 1_000;
/** A round ends before the next one begins; what is left waits for that one. */
const WORK_MS = 45_000;
/** No transaction of ours lives so long: a row that was committed late is found by looking back this far. */
const LOOK_BACK = '1 hour';

/** The fields of an audit row that its hash covers, in this order, as PostgreSQL writes them. */
const HASHED = `e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_kind, e.actor_id, e.channel,
  e.ip, e.action, e.subject_kind, e.subject_id, e.outcome, e.details::text`;

interface Waiting {
  readonly id: string;
  readonly at: string;
  readonly fields: readonly (string | null)[];
}

interface Head {
  readonly position: number;
  readonly hash: string;
}

interface LinkRow {
  readonly position: string;
  readonly entryId: string;
  readonly entryHash: string;
  readonly hash: string;
  /** Null when the row is gone. */
  readonly fields: readonly (string | null)[] | null;
}

export interface ChainReport {
  readonly clinicId: string;
  readonly links: number;
  /** Rows that the job has not linked yet. */
  readonly unlinked: number;
  readonly broken: readonly { readonly position: number; readonly entryId: string; readonly fault: string }[];
  /** The last link: kept elsewhere, it shows a chain that was cut short or made anew. Null before the first link. */
  readonly head: Head | null;
}

/**
 * Each clinic's audit rows as a hash chain. Rows are written by the acts themselves and linked here afterwards, in
 * batches, by one job at a time, so that bookings share no lock. A changed, lost or added row breaks a link.
 */
@Injectable()
export class AuditChain implements OnApplicationShutdown {
  private stopped = false;
  /** The first round of a program looks at everything, as does every day's last one. */
  private sweptOn = '';

  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {}

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  @CronJob('audit-link', '* * * * *')
  async linkEverywhere(): Promise<void> {
    const until = Date.now() + WORK_MS;
    const today = new Date().toISOString().slice(0, 10);
    const everything = this.sweptOn !== today;
    this.sweptOn = today;
    for (const clinicId of await this.clinics()) {
      try {
        await this.scope.run(clinicId, async () => {
          while (!this.stopped && Date.now() < until && (await this.linkBatch(everything)) === BATCH);
        });
      } catch (error) {
        this.logger.error('the audit of a clinic could not be linked', { clinicId, error });
      }
    }
  }

  /** Links what waits in the scope's clinic, oldest first. @returns how many; 0 also while another instance links. */
  async linkBatch(everything = false): Promise<number> {
    const clinicId = this.scope.clinicId();
    return this.database.transaction(async () => {
      const [lock] = await this.database.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtextextended('audit ' || $1, 0)) AS mine`,
        [clinicId],
      );
      if (lock?.mine !== true) return 0;
      const head = await this.head();
      const waiting = await this.waiting(everything);
      let { position, hash } = head ?? { position: 0, hash: clinicId };
      const links = waiting.map(({ id, at, fields }) => {
        const entryHash = hashOfRow(fields);
        hash = hashOfLink(hash, entryHash);
        return { position: ++position, id, at, entryHash, hash };
      });
      if (links.length > 0) {
        await this.database.query(
          `INSERT INTO audit_links (clinic_id, position, entry_id, entry_at, entry_hash, hash)
           SELECT $1, position, id, at, "entryHash", hash FROM jsonb_to_recordset($2::jsonb)
               AS l(position bigint, id uuid, at timestamptz, "entryHash" text, hash text)`,
          [clinicId, JSON.stringify(links)],
        );
      }
      return links.length;
    });
  }

  /** Recomputes every link of the scope's clinic. @param anchor a head that was noted before: it must still be in the chain. */
  async verify(anchor?: Head): Promise<ChainReport> {
    const clinicId = this.scope.clinicId();
    const broken: { position: number; entryId: string; fault: string }[] = [];
    const purged = await this.purgedThrough();
    let previous: Head = { position: 0, hash: clinicId };
    for (;;) {
      const page = await this.links(previous.position);
      for (const link of page) {
        const position = Number(link.position);
        const fault = faultOf(link, previous, purged) ?? anchorFault(anchor, position, link.hash);
        if (fault !== undefined) broken.push({ position, entryId: link.entryId, fault });
        previous = { position, hash: link.hash };
      }
      if (page.length < BATCH) break;
    }
    if (anchor !== undefined && anchor.position > previous.position) {
      broken.push({ position: anchor.position, entryId: '', fault: 'the chain was longer when it was noted' });
    }
    const head = previous.position === 0 ? null : previous;
    return { clinicId, links: previous.position, unlinked: await this.unlinked(), broken, head };
  }

  /** Every clinic of the product. */
  async clinics(): Promise<string[]> {
    const rows = await this.database.directory<{ clinic_id: string }>(
      'SELECT DISTINCT clinic_id FROM directory.phone_routes ORDER BY clinic_id',
    );
    return rows.map((row) => row.clinic_id);
  }

  private async head(): Promise<Head | undefined> {
    const [row] = await this.database.query<{ position: string; hash: string }>(
      'SELECT position, hash FROM audit_links WHERE clinic_id = $1 ORDER BY position DESC LIMIT 1',
      [this.scope.clinicId()],
    );
    return row === undefined ? undefined : { position: Number(row.position), hash: row.hash };
  }

  private async waiting(everything: boolean): Promise<Waiting[]> {
    return this.database.query<Waiting>(
      `SELECT e.id, e.at::text AS at, ARRAY[${HASHED}] AS fields FROM audit_entries e
        WHERE e.clinic_id = $1
          AND ($2 OR e.at > COALESCE((SELECT entry_at - interval '${LOOK_BACK}' FROM audit_links
                                       WHERE clinic_id = $1 ORDER BY position DESC LIMIT 1), '-infinity'))
          AND NOT EXISTS (SELECT FROM audit_links l WHERE l.clinic_id = $1 AND l.entry_id = e.id)
        ORDER BY e.at, e.id LIMIT ${BATCH}`,
      [this.scope.clinicId(), everything],
    );
  }

  private async links(after: number): Promise<LinkRow[]> {
    return this.database.query<LinkRow>(
      `SELECT l.position, l.entry_id AS "entryId", l.entry_hash AS "entryHash", l.hash,
              CASE WHEN e.id IS NULL THEN NULL ELSE ARRAY[${HASHED}] END AS fields
         FROM audit_links l LEFT JOIN audit_entries e ON e.clinic_id = l.clinic_id AND e.id = l.entry_id
        WHERE l.clinic_id = $1 AND l.position > $2 ORDER BY l.position LIMIT ${BATCH}`,
      [this.scope.clinicId(), after],
    );
  }

  private async purgedThrough(): Promise<number> {
    const [row] = await this.database.query<{ through: string | null }>(
      'SELECT max(through) AS through FROM audit_purges WHERE clinic_id = $1',
      [this.scope.clinicId()],
    );
    return Number(row?.through ?? 0);
  }

  private async unlinked(): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(
      `SELECT count(*) AS n FROM audit_entries e
        WHERE e.clinic_id = $1 AND NOT EXISTS (SELECT FROM audit_links l WHERE l.clinic_id = $1 AND l.entry_id = e.id)`,
      [this.scope.clinicId()],
    );
    return Number(row?.n ?? 0);
  }
}

function faultOf(link: LinkRow, previous: Head, purged: number): string | undefined {
  const position = Number(link.position);
  if (position !== previous.position + 1) return `the links after ${previous.position} are gone`;
  if (link.hash !== hashOfLink(previous.hash, link.entryHash)) return 'the link does not follow from the one before';
  if (link.fields === null) return position <= purged ? undefined : 'the row is gone';
  return hashOfRow(link.fields) === link.entryHash ? undefined : 'the row was changed';
}

function anchorFault(anchor: Head | undefined, position: number, hash: string): string | undefined {
  return anchor?.position === position && anchor.hash !== hash ? 'the chain was made anew' : undefined;
}

function hashOfRow(fields: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

function hashOfLink(previous: string, entryHash: string): string {
  return createHash('sha256').update(`${previous}\n${entryHash}`).digest('hex');
}
