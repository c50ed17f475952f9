import type { Purge, TableData } from './personal-data';

/** Rows whose JSON names one of these patients by id. */
const named = (column: string, patients = 'given.patients'): string =>
  `EXISTS (SELECT FROM unnest(${patients}) AS patient WHERE strpos(t.${column}::text, patient::text) > 0)`;
const unheld = (column: string): string => `NOT ${named(column, 'given.held_patients')}`;

/** This room's tables, and the floor's: what they hold of patients. */
export const identityData: readonly TableData[] = [
  {
    table: 'clinics',
    plain: ['name', 'timezone', 'country', 'language', 'phones', 'transfer_number', 'hours', 'settings'],
  },
  { table: 'clinic_versions', plain: ['document', 'actor_kind', 'actor_id'] },
  { table: 'faq_entries', plain: ['question', 'answer', 'language'] },
  { table: 'staff', plain: ['email', 'name', 'role', 'password_hash', 'oidc_subject'] },
  { table: 'staff_sessions', plain: ['method'] },
  { table: 'staff_second_factors', plain: ['secret'] },
  { table: 'staff_recovery_codes', plain: ['code_hash'] },
  { table: 'staff_links', plain: ['kind', 'token_hash'] },
  { table: 'sign_in_providers', plain: ['issuer', 'client_id', 'client_secret'] },
  // A keyed hash of a number counts what went to it; it leads back to nobody.
  { table: 'outbound_use', plain: ['on_day', 'kind', 'number_key'], purgedBy: 'events' },
  { table: 'refresh_tokens', plain: ['token_hash'] },
  { table: 'api_keys', plain: ['name', 'prefix', 'key_hash', 'scopes'] },
  {
    // Ids, codes and counts; the law wants it kept, and it says nothing of a patient without the patient's record.
    table: 'audit_entries',
    plain: ['actor_kind', 'actor_id', 'channel', 'ip', 'action', 'subject_kind', 'subject_id', 'outcome', 'details'],
    purgedBy: 'audit',
  },
  { table: 'audit_links', plain: ['entry_hash', 'hash'] },
  { table: 'audit_purges' },
  {
    table: 'legal_holds',
    phi: ['reason'],
    plain: ['placed_by'],
    ofPatient: 't.patient_id = ANY(given.patients)',
    erase: 'delete',
    purgedBy: 'erasure',
  },
  {
    table: 'tasks',
    phi: ['data'],
    plain: ['kind', 'status', 'resolved_by', 'claimed_by', 'wish'],
    ofPatient: 't.patient_id = ANY(given.patients) OR t.conversation_id = ANY(given.conversations)',
    erase: { set: `data = '{}'` },
    purgedBy: 'tasks',
  },
  {
    table: 'outbox',
    phi: ['data'],
    plain: ['type'],
    ofPatient: named('data'),
    erase: { set: `data = '{}'` },
    purgedBy: 'events',
  },
  {
    table: 'idempotency_keys',
    phi: ['response'],
    plain: ['principal', 'key', 'request_hash'],
    ofPatient: named('response'),
    erase: 'delete',
    purgedBy: 'idempotency',
  },
];

export const identityPurges: readonly Purge[] = [
  {
    kind: 'tasks',
    steps: [
      {
        table: 'tasks',
        over: `t.status = 'completed' AND t.resolved_at < given.before AND COALESCE(t.patient_id <> ALL(given.held_patients), true)
           AND COALESCE(t.conversation_id <> ALL(given.held_conversations), true)`,
      },
    ],
  },
  {
    kind: 'events',
    steps: [
      { table: 'outbox', over: `t.delivered_at < given.before AND ${unheld('data')}` },
      { table: 'outbound_use', over: 't.on_day < given.before::date' },
    ],
  },
  {
    kind: 'idempotency',
    steps: [{ table: 'idempotency_keys', over: `t.created_at < given.before AND ${unheld('response')}` }],
  },
];
