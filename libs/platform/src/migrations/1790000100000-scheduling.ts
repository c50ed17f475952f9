import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

const LIVE = `status IN ('booked', 'arrived', 'fulfilled')`;
const OPEN = `status IN ('free', 'held')`;

/**
 * The tables of libs/scheduling. The promises of docs/architecture.md stand here as constraints: whichever path a
 * booking takes, these have the last word.
 */
export class Scheduling1790000100000 implements MigrationInterface {
  name = 'Scheduling1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await this.roster(runner);
    await this.patients(runner);
    await this.schedules(runner);
    await this.slotsAndHolds(runner);
    await this.appointments(runner);
    await this.waitlist(runner);
    for (const table of TABLES) await protectTable(runner, table);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  /** Names ride in the primary keys' leaves, so that a search reads them without touching the tables. */
  private async roster(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE specialties (clinic_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL,
         CONSTRAINT specialties_pkey PRIMARY KEY (clinic_id, id) INCLUDE (name))`,
    );
    await runner.query(`CREATE UNIQUE INDEX specialties_name_key ON specialties (clinic_id, name)`);
    await runner.query(
      `CREATE TABLE doctors (clinic_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, specialty_id uuid NOT NULL,
         languages text[] NOT NULL DEFAULT '{}', active boolean NOT NULL DEFAULT true,
         accepts_new_patients boolean NOT NULL DEFAULT true, version integer NOT NULL DEFAULT 1,
         CONSTRAINT doctors_pkey PRIMARY KEY (clinic_id, id) INCLUDE (name),
         CONSTRAINT doctors_specialty_id_fkey FOREIGN KEY (clinic_id, specialty_id) REFERENCES specialties (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX doctors_specialty_idx ON doctors (clinic_id, specialty_id)`);
    await runner.query(
      `CREATE TABLE visit_types (clinic_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, minutes smallint NOT NULL,
         active boolean NOT NULL DEFAULT true,
         CONSTRAINT visit_types_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT visit_types_minutes_check CHECK (minutes BETWEEN 1 AND 1440))`,
    );
    await runner.query(`CREATE UNIQUE INDEX visit_types_name_key ON visit_types (clinic_id, name)`);
    await runner.query(
      `CREATE TABLE doctor_visit_types (clinic_id uuid NOT NULL, doctor_id uuid NOT NULL, visit_type_id uuid NOT NULL, minutes smallint,
         CONSTRAINT doctor_visit_types_pkey PRIMARY KEY (clinic_id, doctor_id, visit_type_id),
         CONSTRAINT doctor_visit_types_minutes_check CHECK (minutes BETWEEN 1 AND 1440),
         CONSTRAINT doctor_visit_types_doctor_id_fkey FOREIGN KEY (clinic_id, doctor_id) REFERENCES doctors (clinic_id, id),
         CONSTRAINT doctor_visit_types_visit_type_id_fkey FOREIGN KEY (clinic_id, visit_type_id) REFERENCES visit_types (clinic_id, id))`,
    );
  }

  private async patients(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE patients (clinic_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, name_key text NOT NULL,
         date_of_birth date NOT NULL, language text, contact_consent boolean NOT NULL DEFAULT true, merged_into_id uuid,
         version integer NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT app.now(),
         CONSTRAINT patients_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT patients_merged_into_id_fkey FOREIGN KEY (clinic_id, merged_into_id) REFERENCES patients (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX patients_birth_idx ON patients (clinic_id, date_of_birth)`);
    await runner.query(`CREATE INDEX patients_name_idx ON patients (clinic_id, name_key, id)`);
    await runner.query(
      `CREATE TABLE patient_phones (clinic_id uuid NOT NULL, patient_id uuid NOT NULL, phone text NOT NULL,
         position smallint NOT NULL DEFAULT 1, verified_at timestamptz,
         CONSTRAINT patient_phones_pkey PRIMARY KEY (clinic_id, patient_id, phone),
         CONSTRAINT patient_phones_e164_check CHECK (phone ~ '^\\+[1-9][0-9]{6,14}$'),
         CONSTRAINT patient_phones_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients (clinic_id, id) ON DELETE CASCADE)`,
    );
    await runner.query(`CREATE INDEX patient_phones_phone_idx ON patient_phones (clinic_id, phone)`);
  }

  private async schedules(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE schedules (clinic_id uuid NOT NULL, id uuid NOT NULL, doctor_id uuid NOT NULL, specialty_id uuid NOT NULL,
         weekday smallint NOT NULL, from_time time NOT NULL, to_time time NOT NULL, starts_on date NOT NULL, ends_on date,
         slot_minutes smallint NOT NULL, capacity smallint NOT NULL DEFAULT 1, visit_type_ids uuid[],
         version integer NOT NULL DEFAULT 1,
         CONSTRAINT schedules_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT schedules_weekday_check CHECK (weekday BETWEEN 1 AND 7),
         CONSTRAINT schedules_times_check CHECK (to_time > from_time),
         CONSTRAINT schedules_days_check CHECK (ends_on >= starts_on),
         CONSTRAINT schedules_slot_minutes_check CHECK (slot_minutes BETWEEN 1 AND 1440),
         CONSTRAINT schedules_capacity_check CHECK (capacity BETWEEN 1 AND 1000),
         CONSTRAINT schedules_no_overlap EXCLUDE USING gist (clinic_id WITH =, doctor_id WITH =, weekday WITH =,
           int4range((EXTRACT(epoch FROM from_time) / 60)::integer, (EXTRACT(epoch FROM to_time) / 60)::integer) WITH &&,
           daterange(starts_on, ends_on, '[]') WITH &&),
         CONSTRAINT schedules_doctor_id_fkey FOREIGN KEY (clinic_id, doctor_id) REFERENCES doctors (clinic_id, id),
         CONSTRAINT schedules_specialty_id_fkey FOREIGN KEY (clinic_id, specialty_id) REFERENCES specialties (clinic_id, id))`,
    );
    await runner.query(
      `CREATE TABLE schedule_exceptions (clinic_id uuid NOT NULL, id uuid NOT NULL, doctor_id uuid, kind text NOT NULL,
         starts_on date NOT NULL, ends_on date NOT NULL, from_time time, to_time time, specialty_id uuid,
         slot_minutes smallint, capacity smallint NOT NULL DEFAULT 1, visit_type_ids uuid[], reason text,
         CONSTRAINT schedule_exceptions_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT schedule_exceptions_kind_check CHECK (kind IN ('closed', 'extra')),
         CONSTRAINT schedule_exceptions_days_check CHECK (ends_on >= starts_on),
         CONSTRAINT schedule_exceptions_times_check CHECK ((from_time IS NULL) = (to_time IS NULL) AND (from_time IS NULL OR to_time > from_time)),
         CONSTRAINT schedule_exceptions_extra_check CHECK (kind = 'closed' OR (doctor_id IS NOT NULL AND specialty_id IS NOT NULL
           AND from_time IS NOT NULL AND slot_minutes BETWEEN 1 AND 1440 AND capacity BETWEEN 1 AND 1000)),
         CONSTRAINT schedule_exceptions_doctor_id_fkey FOREIGN KEY (clinic_id, doctor_id) REFERENCES doctors (clinic_id, id),
         CONSTRAINT schedule_exceptions_specialty_id_fkey FOREIGN KEY (clinic_id, specialty_id) REFERENCES specialties (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX schedule_exceptions_days_idx ON schedule_exceptions (clinic_id, ends_on)`);
  }

  /** Expiry is not in any predicate (now() may not be): an expired hold stays `held` and every reader counts it as free. */
  private async slotsAndHolds(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE slots (clinic_id uuid NOT NULL, id uuid NOT NULL, doctor_id uuid NOT NULL, specialty_id uuid NOT NULL,
         schedule_id uuid, lane smallint NOT NULL DEFAULT 1, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
         status text NOT NULL DEFAULT 'free', visit_type_ids uuid[], hold_id uuid, hold_expires_at timestamptz, appointment_id uuid,
         CONSTRAINT slots_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT slots_status_check CHECK (status IN ('free', 'held', 'booked', 'blocked')),
         CONSTRAINT slots_times_check CHECK (ends_at > starts_at),
         CONSTRAINT slots_lane_check CHECK (lane >= 1),
         CONSTRAINT slots_hold_check CHECK ((status = 'held') = (hold_id IS NOT NULL) AND (hold_id IS NULL) = (hold_expires_at IS NULL)),
         CONSTRAINT slots_appointment_check CHECK ((status = 'booked') = (appointment_id IS NOT NULL)),
         CONSTRAINT slots_no_overlap EXCLUDE USING gist (clinic_id WITH =, doctor_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&),
         CONSTRAINT slots_doctor_id_fkey FOREIGN KEY (clinic_id, doctor_id) REFERENCES doctors (clinic_id, id),
         CONSTRAINT slots_specialty_id_fkey FOREIGN KEY (clinic_id, specialty_id) REFERENCES specialties (clinic_id, id))`,
    );
    await runner.query(
      `CREATE INDEX slots_open_specialty_idx ON slots (clinic_id, specialty_id, starts_at, id) WHERE ${OPEN}`,
    );
    await runner.query(
      `CREATE INDEX slots_open_doctor_idx ON slots (clinic_id, doctor_id, starts_at, id) WHERE ${OPEN}`,
    );
    await runner.query(
      `CREATE TABLE holds (clinic_id uuid NOT NULL, id uuid NOT NULL, slot_id uuid NOT NULL, owner_kind text NOT NULL,
         conversation_id uuid, patient_id uuid, visit_type_id uuid, status text NOT NULL DEFAULT 'active',
         created_at timestamptz NOT NULL DEFAULT app.now(), expires_at timestamptz NOT NULL, ended_at timestamptz,
         CONSTRAINT holds_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT holds_owner_check CHECK (owner_kind IN ('token', 'conversation') AND (owner_kind = 'conversation') = (conversation_id IS NOT NULL)),
         CONSTRAINT holds_status_check CHECK (status IN ('active', 'released', 'expired', 'confirmed')),
         CONSTRAINT holds_slot_id_fkey FOREIGN KEY (clinic_id, slot_id) REFERENCES slots (clinic_id, id),
         CONSTRAINT holds_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients (clinic_id, id),
         CONSTRAINT holds_visit_type_id_fkey FOREIGN KEY (clinic_id, visit_type_id) REFERENCES visit_types (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX holds_slot_idx ON holds (clinic_id, slot_id)`);
    await runner.query(
      `CREATE INDEX holds_conversation_idx ON holds (clinic_id, conversation_id) WHERE status = 'active'`,
    );
    await runner.query(
      `ALTER TABLE slots ADD CONSTRAINT slots_hold_id_fkey FOREIGN KEY (clinic_id, hold_id) REFERENCES holds (clinic_id, id)`,
    );
  }

  private async appointments(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE appointments (clinic_id uuid NOT NULL, id uuid NOT NULL, slot_id uuid NOT NULL, doctor_id uuid NOT NULL,
         specialty_id uuid NOT NULL, patient_id uuid NOT NULL, visit_type_id uuid, hold_id uuid, lane smallint NOT NULL,
         starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, status text NOT NULL DEFAULT 'booked',
         overbooked boolean NOT NULL DEFAULT false, overbook_reason text, source text NOT NULL, conversation_id uuid,
         series_id uuid, reason text, cancel_reason text, cancelled_at timestamptz, late_cancel boolean NOT NULL DEFAULT false,
         version integer NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT app.now(),
         updated_at timestamptz NOT NULL DEFAULT app.now(),
         CONSTRAINT appointments_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT appointments_status_check CHECK (status IN ('booked', 'arrived', 'fulfilled', 'cancelled', 'noshow')),
         CONSTRAINT appointments_times_check CHECK (ends_at > starts_at),
         CONSTRAINT appointments_overbook_check CHECK (overbooked = (overbook_reason IS NOT NULL)),
         CONSTRAINT appointments_cancel_check CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
         CONSTRAINT appointments_doctor_no_overlap EXCLUDE USING gist (clinic_id WITH =, doctor_id WITH =, lane WITH =,
           tstzrange(starts_at, ends_at) WITH &&) WHERE (${LIVE} AND NOT overbooked),
         CONSTRAINT appointments_patient_no_overlap EXCLUDE USING gist (clinic_id WITH =, patient_id WITH =,
           tstzrange(starts_at, ends_at) WITH &&) WHERE (${LIVE}),
         CONSTRAINT appointments_slot_id_fkey FOREIGN KEY (clinic_id, slot_id) REFERENCES slots (clinic_id, id),
         CONSTRAINT appointments_doctor_id_fkey FOREIGN KEY (clinic_id, doctor_id) REFERENCES doctors (clinic_id, id),
         CONSTRAINT appointments_specialty_id_fkey FOREIGN KEY (clinic_id, specialty_id) REFERENCES specialties (clinic_id, id),
         CONSTRAINT appointments_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients (clinic_id, id),
         CONSTRAINT appointments_visit_type_id_fkey FOREIGN KEY (clinic_id, visit_type_id) REFERENCES visit_types (clinic_id, id),
         CONSTRAINT appointments_hold_id_fkey FOREIGN KEY (clinic_id, hold_id) REFERENCES holds (clinic_id, id))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX appointments_live_slot_key ON appointments (clinic_id, slot_id) WHERE ${LIVE} AND NOT overbooked`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX appointments_hold_key ON appointments (clinic_id, hold_id) WHERE hold_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX appointments_slot_idx ON appointments (clinic_id, slot_id)`);
    await runner.query(`CREATE INDEX appointments_starts_idx ON appointments (clinic_id, starts_at, id)`);
    await runner.query(`CREATE INDEX appointments_patient_idx ON appointments (clinic_id, patient_id, starts_at, id)`);
    await runner.query(
      `ALTER TABLE slots ADD CONSTRAINT slots_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments (clinic_id, id)`,
    );
  }

  private async waitlist(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE waitlist_entries (clinic_id uuid NOT NULL, id uuid NOT NULL, patient_id uuid NOT NULL, specialty_id uuid,
         doctor_id uuid, visit_type_id uuid, from_at timestamptz, to_at timestamptz, daily_from time, daily_to time,
         status text NOT NULL DEFAULT 'waiting', offered_hold_id uuid, offered_at timestamptz, appointment_id uuid,
         contact_consent boolean NOT NULL DEFAULT true, priority smallint NOT NULL DEFAULT 0, source text NOT NULL,
         conversation_id uuid, created_at timestamptz NOT NULL DEFAULT app.now(),
         CONSTRAINT waitlist_entries_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT waitlist_entries_status_check CHECK (status IN ('waiting', 'offered', 'booked', 'declined', 'expired', 'cancelled')),
         CONSTRAINT waitlist_entries_window_check CHECK (to_at > from_at),
         CONSTRAINT waitlist_entries_wish_check CHECK (specialty_id IS NOT NULL OR doctor_id IS NOT NULL),
         CONSTRAINT waitlist_entries_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients (clinic_id, id),
         CONSTRAINT waitlist_entries_specialty_id_fkey FOREIGN KEY (clinic_id, specialty_id) REFERENCES specialties (clinic_id, id),
         CONSTRAINT waitlist_entries_doctor_id_fkey FOREIGN KEY (clinic_id, doctor_id) REFERENCES doctors (clinic_id, id),
         CONSTRAINT waitlist_entries_visit_type_id_fkey FOREIGN KEY (clinic_id, visit_type_id) REFERENCES visit_types (clinic_id, id),
         CONSTRAINT waitlist_entries_offered_hold_id_fkey FOREIGN KEY (clinic_id, offered_hold_id) REFERENCES holds (clinic_id, id),
         CONSTRAINT waitlist_entries_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments (clinic_id, id))`,
    );
    await runner.query(
      `CREATE INDEX waitlist_entries_waiting_idx ON waitlist_entries (clinic_id, specialty_id, priority, created_at) WHERE status = 'waiting'`,
    );
    await runner.query(`CREATE INDEX waitlist_entries_patient_idx ON waitlist_entries (clinic_id, patient_id)`);
  }
}

const TABLES = [
  'specialties',
  'doctors',
  'visit_types',
  'doctor_visit_types',
  'patients',
  'patient_phones',
  'schedules',
  'schedule_exceptions',
  'slots',
  'holds',
  'appointments',
  'waitlist_entries',
];
