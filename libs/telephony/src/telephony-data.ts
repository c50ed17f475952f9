import type { Purge, TableData } from '@clinicall/identity';

const OVER = (row: string): string =>
  `${row}.started_at < given.before AND ${row}.conversation_id <> ALL(given.held_conversations)`;

/** What the tables of this room hold of patients: the carrier's id of a call leads to its record at the carrier. */
export const telephonyData: readonly TableData[] = [
  {
    table: 'call_timelines',
    plain: ['entries'],
    ofPatient:
      't.call_id IN (SELECT c.id FROM calls c WHERE c.clinic_id = t.clinic_id AND c.conversation_id = ANY(given.conversations))',
    erase: 'delete',
    purgedBy: 'calls',
  },
  {
    table: 'calls',
    phi: ['call_sid'],
    plain: ['stream_token_hash', 'ending', 'carrier_status', 'resume_as', 'door'],
    ofPatient: 't.conversation_id = ANY(given.conversations)',
    erase: 'delete',
    purgedBy: 'calls',
  },
  {
    table: 'call_transfers',
    phi: ['reason', 'staff_call_sid'],
    plain: ['how', 'outcome'],
    ofPatient: 't.conversation_id = ANY(given.conversations)',
    erase: 'delete',
    purgedBy: 'calls',
  },
  {
    table: 'unheard_replies',
    phi: ['text'],
    plain: ['weight', 'state'],
    ofPatient: 't.conversation_id = ANY(given.conversations)',
    erase: 'delete',
    purgedBy: 'calls',
  },
  {
    // The row goes when the carrier has let go of the sound; until then it is what remembers to ask for that.
    table: 'call_recordings',
    phi: ['recording_sid'],
    plain: ['kind', 'status'],
    ofPatient: 't.conversation_id = ANY(given.conversations)',
    erase: { set: 'expire_at = clock_timestamp()' },
    purgedBy: 'recordings',
  },
];

export const telephonyPurges: readonly Purge[] = [
  {
    kind: 'calls',
    steps: [
      {
        table: 'call_timelines',
        over: `t.call_id IN (SELECT c.id FROM calls c WHERE c.clinic_id = t.clinic_id AND ${OVER('c')})`,
      },
      { table: 'calls', over: OVER('t') },
      {
        table: 'unheard_replies',
        over: 't.noted_at < given.before AND t.conversation_id <> ALL(given.held_conversations)',
      },
      {
        table: 'call_transfers',
        over: 't.begun_at < given.before AND t.conversation_id <> ALL(given.held_conversations)',
      },
    ],
  },
  {
    kind: 'recordings',
    steps: [
      {
        table: 'call_recordings',
        set: 'expire_at = clock_timestamp()',
        over: 't.expire_at IS NULL AND t.made_at < given.before AND t.conversation_id <> ALL(given.held_conversations)',
      },
    ],
  },
];
