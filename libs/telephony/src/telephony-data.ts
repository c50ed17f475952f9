import type { Purge, TableData } from '@clinicall/identity';

/** What the tables of this room hold of patients: the carrier's id of a call leads to its record at the carrier. */
export const telephonyData: readonly TableData[] = [
  {
    table: 'calls',
    phi: ['call_sid'],
    plain: ['stream_token_hash', 'ending'],
    ofPatient: 't.conversation_id = ANY(given.conversations)',
    erase: 'delete',
    purgedBy: 'calls',
  },
];

export const telephonyPurges: readonly Purge[] = [
  {
    kind: 'calls',
    steps: [
      {
        table: 'calls',
        over: 't.started_at < given.before AND t.conversation_id <> ALL(given.held_conversations)',
      },
    ],
  },
];
