import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface AuditFilter {
  readonly actorKind?: string;
  readonly actorId?: string;
  /** The action itself, or its first word: `patient` finds patient.read too. */
  readonly action?: string;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  /** Rows about this patient, or about something of theirs. */
  readonly patientId?: string;
  readonly outcome?: string;
  /** RFC 3339; from is inside, to is not. */
  readonly from?: string;
  readonly to?: string;
  /** Only rows older than this one. */
  readonly before?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

export interface AuditView {
  readonly id: string;
  /** RFC 3339, to the microsecond: pages are cut by it. */
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly channel: string;
  readonly ip: string | null;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly outcome: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Its place in the hash chain; null until the job has linked it. */
  readonly link: { readonly position: number; readonly entryHash: string; readonly hash: string } | null;
}

@Injectable()
export class AuditRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** Newest first. */
  async search(filter: AuditFilter): Promise<AuditView[]> {
    return this.database.query<AuditView>(
      `SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
              json_build_object('kind', e.actor_kind, 'id', e.actor_id) AS actor, e.channel, e.ip, e.action,
              CASE WHEN e.subject_kind IS NULL THEN NULL
                   ELSE json_build_object('kind', e.subject_kind, 'id', e.subject_id) END AS subject,
              e.outcome, e.details,
              CASE WHEN l.position IS NULL THEN NULL
                   ELSE json_build_object('position', l.position, 'entryHash', l.entry_hash, 'hash', l.hash) END AS link
         FROM audit_entries e LEFT JOIN audit_links l ON l.clinic_id = e.clinic_id AND l.entry_id = e.id
        WHERE e.clinic_id = $1 AND ($2::text IS NULL OR e.actor_kind = $2) AND ($3::text IS NULL OR e.actor_id = $3)
          AND ($4::text IS NULL OR e.action = $4 OR starts_with(e.action, $4 || '.'))
          AND ($5::text IS NULL OR e.subject_kind = $5) AND ($6::text IS NULL OR e.subject_id = $6)
          AND ($7::text IS NULL OR e.subject_id = $7 OR e.details->>'patientId' = $7)
          AND ($8::text IS NULL OR e.outcome = $8)
          AND ($9::timestamptz IS NULL OR e.at >= $9) AND ($10::timestamptz IS NULL OR e.at < $10)
          AND ($11::timestamptz IS NULL OR (e.at, e.id) < ($11, $12::uuid))
        ORDER BY e.at DESC, e.id DESC LIMIT $13`,
      [
        this.scope.clinicId(),
        filter.actorKind ?? null,
        filter.actorId ?? null,
        filter.action ?? null,
        filter.subjectKind ?? null,
        filter.subjectId ?? null,
        filter.patientId ?? null,
        filter.outcome ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.before?.at ?? null,
        filter.before?.id ?? null,
        filter.limit,
      ],
    );
  }
}
