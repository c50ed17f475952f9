import type { Purge, TableData } from '@clinicall/identity';

const THEIRS = 't.conversation_id = ANY(given.conversations)';

/** What the tables of this room hold of patients. */
export const messagingData: readonly TableData[] = [
  {
    table: 'text_threads',
    phi: ['patient_number'],
    plain: ['clinic_number', 'language'],
    ofPatient: `t.patient_number = ANY(given.numbers)`,
    erase: 'delete',
    purgedBy: 'texts',
  },
  {
    table: 'inbound_texts',
    phi: ['from_number', 'body'],
    plain: ['message_sid', 'to_number', 'kind', 'status'],
    ofPatient: `${THEIRS} OR t.from_number = ANY(given.numbers)`,
    erase: 'delete',
    purgedBy: 'texts',
  },
  {
    table: 'outbound_texts',
    phi: ['to_number', 'body'],
    plain: ['kind', 'from_number', 'status', 'provider_sid', 'error_code', 'once_key'],
    ofPatient: `${THEIRS} OR t.patient_id = ANY(given.patients) OR t.to_number = ANY(given.numbers)`,
    erase: 'delete',
    purgedBy: 'texts',
  },
  {
    table: 'opt_outs',
    phi: ['phone'],
    plain: ['source'],
    ofPatient: 't.phone = ANY(given.numbers)',
    erase: { keep: 'the number asked for silence: without the row it would be texted again' },
    purgedBy: { never: 'a wish for silence has no end' },
  },
];

export const messagingPurges: readonly Purge[] = [
  {
    kind: 'texts',
    steps: [
      {
        table: 'inbound_texts',
        over: `t.received_at < given.before AND t.from_number <> ALL(given.held_numbers)
           AND COALESCE(t.conversation_id <> ALL(given.held_conversations), true)`,
      },
      {
        table: 'outbound_texts',
        over: `t.created_at < given.before AND t.to_number <> ALL(given.held_numbers)
           AND COALESCE(t.patient_id <> ALL(given.held_patients), true)
           AND COALESCE(t.conversation_id <> ALL(given.held_conversations), true)`,
      },
      { table: 'text_threads', over: 't.last_text_at < given.before AND t.patient_number <> ALL(given.held_numbers)' },
    ],
  },
];
