import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

export interface TextView {
  readonly id: string;
  readonly direction: 'in' | 'out';
  /** E.164. */
  readonly from: string;
  readonly to: string;
  readonly body: string;
  /** text, stop, start, help; reply, confirmation, reminder, code. */
  readonly kind: string;
  /** received, answered, ignored, failed; queued, sending, sent, delivered, undelivered, failed, suppressed. */
  readonly status: string;
  /** The carrier's, when it could not be delivered. */
  readonly errorCode: string | null;
  readonly conversationId: string | null;
  readonly appointmentId: string | null;
  /** RFC 3339, to the microsecond: pages are cut by it. */
  readonly at: string;
}

export interface TextFilter {
  /** E.164 number of the patient. */
  readonly number?: string;
  readonly conversationId?: string;
  /** Records that are one patient's: sent to them, or part of a conversation in which they were identified. */
  readonly patientIds?: readonly string[];
  /** Only texts older than this one. */
  readonly before?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

const THEIRS = `conversation_id IN (SELECT c.id FROM conversations c WHERE c.clinic_id = $1 AND c.patient_id = ANY($6))`;

/** Both directions as one thread, newest first. */
@Injectable()
export class TextsRepository {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  async list(filter: TextFilter): Promise<TextView[]> {
    return this.database.query<TextView>(
      `SELECT id, direction, "from", "to", body, kind, status, "errorCode", "conversationId", "appointmentId",
              to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM (
         SELECT id, 'in' AS direction, from_number AS "from", to_number AS "to", body, kind, status, NULL::text AS "errorCode",
                conversation_id AS "conversationId", NULL::uuid AS "appointmentId", received_at AS at
           FROM inbound_texts WHERE clinic_id = $1 AND ($2::text IS NULL OR from_number = $2)
            AND ($3::uuid IS NULL OR conversation_id = $3) AND ($4::timestamptz IS NULL OR (received_at, id) < ($4, $5::uuid))
            AND ($6::uuid[] IS NULL OR ${THEIRS})
         UNION ALL
         SELECT id, 'out', from_number, to_number, body, kind, status, error_code, conversation_id, appointment_id, created_at
           FROM outbound_texts WHERE clinic_id = $1 AND ($2::text IS NULL OR to_number = $2)
            AND ($3::uuid IS NULL OR conversation_id = $3) AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
            AND ($6::uuid[] IS NULL OR patient_id = ANY($6) OR ${THEIRS})
       ) texts ORDER BY texts.at DESC, id DESC LIMIT $7`,
      [
        this.scope.clinicId(),
        filter.number ?? null,
        filter.conversationId ?? null,
        filter.before?.at ?? null,
        filter.before?.id ?? null,
        filter.patientIds ?? null,
        filter.limit,
      ],
    );
  }
}
