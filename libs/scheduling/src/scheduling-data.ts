import type { Purge, Subject, TableData } from '@clinicall/identity';

const OF_PATIENT = 't.patient_id = ANY(given.patients)';
const LONG_AGO = (row: string): string =>
  `${row}.ends_at < given.before AND ${row}.patient_id <> ALL(given.held_patients)`;
const GIVEN_UP = (row: string): string =>
  `${row}.status NOT IN ('waiting', 'offered') AND ${row}.created_at < given.before AND ${row}.patient_id <> ALL(given.held_patients)`;
const OF_LONG_AGO = `t.appointment_id IN (SELECT a.id FROM appointments a WHERE a.clinic_id = t.clinic_id AND ${LONG_AGO('a')})`;

/** What the tables of this room hold of patients. The clinic's booking history stays, and names nobody any more. */
export const schedulingData: readonly TableData[] = [
  { table: 'specialties', plain: ['name'] },
  { table: 'doctors', plain: ['name', 'languages'] },
  { table: 'visit_types', plain: ['name'] },
  { table: 'doctor_visit_types' },
  { table: 'locations', plain: ['name', 'address'] },
  { table: 'rooms', plain: ['name'] },
  { table: 'schedules', plain: ['starts_on', 'ends_on'] },
  { table: 'schedule_exceptions', plain: ['kind', 'starts_on', 'ends_on', 'reason'] },
  { table: 'slots', plain: ['status', 'block_reason'] },
  {
    table: 'patients',
    phi: ['name', 'name_key', 'date_of_birth'],
    plain: ['language'],
    ofPatient: 't.id = ANY(given.patients)',
    erase: {
      set: `name = 'Erased', name_key = 'erased', date_of_birth = DATE '1900-01-01', language = NULL, contact_consent = false,
            erased_at = app.now(), version = version + 1`,
    },
    purgedBy: 'erasure',
  },
  { table: 'patient_phones', phi: ['phone'], ofPatient: OF_PATIENT, erase: 'delete', purgedBy: 'erasure' },
  {
    table: 'appointments',
    phi: ['reason', 'cancel_reason', 'overbook_reason'],
    plain: ['status', 'source', 'cancel_code'],
    ofPatient: OF_PATIENT,
    erase: {
      set: `reason = NULL, cancel_reason = NULL, overbook_reason = CASE WHEN overbooked THEN 'erased' END,
            version = version + 1`,
    },
    purgedBy: 'appointments',
  },
  {
    table: 'holds',
    phi: ['held_for'],
    plain: ['owner_kind', 'status'],
    ofPatient: OF_PATIENT,
    erase: { set: 'patient_id = NULL, held_for = NULL' },
    purgedBy: 'holds',
  },
  {
    table: 'patient_proxies',
    phi: ['name', 'phone'],
    plain: ['relation', 'valid_until'],
    ofPatient: `${OF_PATIENT} OR t.proxy_patient_id = ANY(given.patients)`,
    erase: 'delete',
    purgedBy: 'erasure',
  },
  {
    table: 'patient_merges',
    phi: ['moved'],
    plain: ['merged_by', 'undone_by'],
    ofPatient: 't.source_id = ANY(given.patients) OR t.target_id = ANY(given.patients)',
    erase: 'delete',
    purgedBy: 'erasure',
  },
  {
    table: 'waitlist_offers',
    phi: ['phone'],
    plain: ['status'],
    ofPatient: `t.entry_id IN (SELECT w.id FROM waitlist_entries w WHERE w.clinic_id = t.clinic_id AND w.patient_id = ANY(given.patients))`,
    erase: 'delete',
    purgedBy: 'waitlist',
  },
  {
    table: 'waitlist_entries',
    plain: ['status', 'source'],
    ofPatient: OF_PATIENT,
    erase: 'delete',
    purgedBy: 'waitlist',
  },
];

export const schedulingPurges: readonly Purge[] = [
  {
    // Holds stay as rows that name nobody: slots and appointments point at them.
    kind: 'holds',
    steps: [
      {
        table: 'holds',
        set: 'patient_id = NULL',
        over: `t.patient_id IS NOT NULL AND t.status <> 'active' AND t.expires_at < given.before AND t.patient_id <> ALL(given.held_patients)`,
      },
    ],
  },
  {
    kind: 'waitlist',
    steps: [
      {
        table: 'waitlist_offers',
        over: `t.entry_id IN (SELECT w.id FROM waitlist_entries w WHERE w.clinic_id = t.clinic_id AND ${GIVEN_UP('w')})`,
      },
      { table: 'waitlist_entries', over: GIVEN_UP('t') },
    ],
  },
  {
    kind: 'appointments',
    steps: [
      { table: 'waitlist_entries', set: 'appointment_id = NULL', over: OF_LONG_AGO },
      { table: 'slots', set: `status = 'blocked', appointment_id = NULL`, over: OF_LONG_AGO },
      { table: 'appointments', over: LONG_AGO('t') },
    ],
  },
];

export const patientSubject: Subject = {
  records: `WITH RECURSIVE records AS (
       SELECT id FROM patients WHERE clinic_id = $1 AND id = ANY($2::uuid[])
       UNION SELECT p.id FROM records r JOIN patients p ON p.clinic_id = $1 AND p.merged_into_id = r.id)
     SELECT id FROM records`,
  numbers: `SELECT DISTINCT phone AS number, NOT EXISTS (
       SELECT FROM patient_phones o WHERE o.clinic_id = $1 AND o.phone = p.phone AND o.patient_id <> ALL($2::uuid[])) AS alone
     FROM patient_phones p WHERE p.clinic_id = $1 AND p.patient_id = ANY($2::uuid[])`,
  busy: `SELECT FROM appointments WHERE clinic_id = $1 AND patient_id = ANY($2::uuid[])
            AND status IN ('booked', 'arrived') AND ends_at > app.now() LIMIT 1`,
};
