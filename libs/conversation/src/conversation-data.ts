import type { Purge, TableData } from '@clinicall/identity';

const OF_PATIENT = 't.conversation_id = ANY(given.conversations)';
/** Over, and nobody's under legal hold: neither an identified patient's nor from their number. */
const OVER = (row: string): string =>
  `${row}.last_turn_at < given.before AND COALESCE(${row}.patient_id <> ALL(given.held_patients), true)
   AND ${row}.id <> ALL(given.held_conversations) AND COALESCE(${row}.from_number <> ALL(given.held_numbers), true)`;
const OF_OVER = `t.conversation_id IN (SELECT c.id FROM conversations c WHERE c.clinic_id = t.clinic_id AND ${OVER('c')})`;

const ofTalks = (table: string, phi: readonly string[], plain: readonly string[]): TableData => ({
  table,
  phi,
  plain,
  ofPatient: OF_PATIENT,
  erase: 'delete',
  purgedBy: 'conversations',
});

/** What the tables of this room hold of patients. */
export const conversationData: readonly TableData[] = [
  {
    table: 'conversations',
    phi: ['from_number', 'state'],
    plain: ['channel', 'to_number', 'language', 'status', 'asked', 'outcome'],
    ofPatient: 't.id = ANY(given.conversations)',
    erase: 'delete',
    purgedBy: 'conversations',
  },
  ofTalks(
    'turns',
    ['text', 'heard', 'meta', 'state_before', 'state_after'],
    ['who', 'provider', 'model', 'requests', 'failures', 'redaction'],
  ),
  ofTalks('conversation_notes', ['text'], ['author_kind', 'author_id']),
  ofTalks('conversation_reviews', ['reason'], ['status', 'marked_by', 'reviewed_by']),
  ofTalks('tool_calls', ['arguments', 'result'], ['call_id', 'name']),
  ofTalks('guard_actions', ['text'], ['guard', 'action', 'reason']),
  ofTalks('one_time_codes', ['code_hash'], []),
];

export const conversationPurges: readonly Purge[] = [
  {
    kind: 'conversations',
    steps: [
      ...[
        ...['turns', 'tool_calls', 'guard_actions', 'one_time_codes'],
        ...['conversation_notes', 'conversation_reviews'],
      ].map((table) => ({ table, over: OF_OVER })),
      { table: 'conversations', over: OVER('t') },
    ],
  },
];

/** A conversation is the patient's when it identified them, or came from a number of theirs alone and identified nobody else. */
export const CONVERSATIONS_OF = `SELECT id FROM conversations
   WHERE clinic_id = $1 AND (patient_id = ANY($2::uuid[]) OR (patient_id IS NULL AND from_number = ANY($3::text[])))`;
