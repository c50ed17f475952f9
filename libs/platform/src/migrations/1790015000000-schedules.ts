import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

const TIMES = `int4range((EXTRACT(epoch FROM from_time) / 60)::integer, (EXTRACT(epoch FROM to_time) / 60)::integer) WITH &&`;
const DAYS = `daterange(starts_on, ends_on, '[]') WITH &&`;
const PLACE = `
  ADD COLUMN location_id uuid, ADD COLUMN room_id uuid,
  ADD COLUMN buffer_before_minutes smallint NOT NULL DEFAULT 0, ADD COLUMN buffer_after_minutes smallint NOT NULL DEFAULT 0`;

/** Places, buffers, more kinds of exception; what becomes of a slot whose rule is gone; which doctor is least busy. */
export class Schedules1790015000000 implements MigrationInterface {
  name = 'Schedules1790015000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.places(runner);
    await this.schedules(runner);
    await this.exceptions(runner);
    await this.slots(runner);
    await runner.query(`ALTER TABLE visit_types ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query(
      `CREATE INDEX appointments_doctor_load_idx ON appointments (clinic_id, doctor_id, starts_at, created_at)
        WHERE status IN ('booked', 'arrived', 'fulfilled')`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  private async places(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE locations (clinic_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, address text,
         active boolean NOT NULL DEFAULT true, version integer NOT NULL DEFAULT 1,
         CONSTRAINT locations_pkey PRIMARY KEY (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX locations_name_key ON locations (clinic_id, name)`);
    await runner.query(
      `CREATE TABLE rooms (clinic_id uuid NOT NULL, id uuid NOT NULL, location_id uuid NOT NULL, name text NOT NULL,
         active boolean NOT NULL DEFAULT true, version integer NOT NULL DEFAULT 1,
         CONSTRAINT rooms_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT rooms_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES locations (clinic_id, id))`,
    );
    await runner.query(`CREATE UNIQUE INDEX rooms_name_key ON rooms (clinic_id, location_id, name)`);
    await protectTable(runner, 'locations');
    await protectTable(runner, 'rooms');
  }

  private async schedules(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE schedules ${PLACE}`);
    await this.placed(runner, 'schedules');
    await runner.query(
      `ALTER TABLE schedules ADD CONSTRAINT schedules_room_no_overlap EXCLUDE USING gist (clinic_id WITH =, room_id WITH =,
         doctor_id WITH <>, weekday WITH =, ${TIMES}, ${DAYS}) WHERE (room_id IS NOT NULL)`,
    );
  }

  private async placed(runner: QueryRunner, table: string): Promise<void> {
    await runner.query(
      `ALTER TABLE ${table}
         ADD CONSTRAINT ${table}_buffers_check CHECK (buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240),
         ADD CONSTRAINT ${table}_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES locations (clinic_id, id),
         ADD CONSTRAINT ${table}_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms (clinic_id, id)`,
    );
  }

  private async exceptions(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE schedule_exceptions ${PLACE}, ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query(
      `ALTER TABLE schedule_exceptions DROP CONSTRAINT schedule_exceptions_kind_check, DROP CONSTRAINT schedule_exceptions_extra_check`,
    );
    // Of extra sessions that lie over one another only the widest stays; the slots that were made stay all. Row security
    // binds the owner too, and a migration belongs to no clinic.
    await runner.query(`ALTER TABLE schedule_exceptions NO FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `DELETE FROM schedule_exceptions a USING schedule_exceptions b
        WHERE a.clinic_id = b.clinic_id AND a.doctor_id = b.doctor_id AND a.kind = 'extra' AND b.kind = 'extra' AND a.id <> b.id
          AND a.starts_on <= b.ends_on AND b.starts_on <= a.ends_on AND a.from_time < b.to_time AND b.from_time < a.to_time
          AND (a.capacity, a.id) < (b.capacity, b.id)`,
    );
    await runner.query(`ALTER TABLE schedule_exceptions FORCE ROW LEVEL SECURITY`);
    await this.placed(runner, 'schedule_exceptions');
    await runner.query(
      `ALTER TABLE schedule_exceptions
         ADD CONSTRAINT schedule_exceptions_kind_check CHECK (kind IN ('closed', 'holiday', 'leave', 'extra', 'override')),
         ADD CONSTRAINT schedule_exceptions_whose_check CHECK (
           (kind <> 'holiday' OR doctor_id IS NULL) AND (kind <> 'leave' OR doctor_id IS NOT NULL)),
         ADD CONSTRAINT schedule_exceptions_session_check CHECK (kind NOT IN ('extra', 'override') OR (doctor_id IS NOT NULL
           AND specialty_id IS NOT NULL AND from_time IS NOT NULL AND slot_minutes BETWEEN 1 AND 1440 AND capacity BETWEEN 1 AND 1000)),
         ADD CONSTRAINT schedule_exceptions_no_overlap EXCLUDE USING gist (clinic_id WITH =, doctor_id WITH =, ${TIMES}, ${DAYS})
           WHERE (kind IN ('extra', 'override'))`,
    );
  }

  /**
   * A slot without history whose rule is gone is deleted; one with history becomes `withdrawn` and stands in nobody's way.
   * One that is held or booked gets withdrawn_at and stays for its owner; when it is given back, a trigger keeps it from
   * being offered again, whichever path gives it back.
   */
  private async slots(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE slots ADD COLUMN location_id uuid, ADD COLUMN room_id uuid, ADD COLUMN gap_minutes smallint NOT NULL DEFAULT 0,
         ADD COLUMN withdrawn_at timestamptz, ADD COLUMN orphan_task_id uuid,
         DROP CONSTRAINT slots_status_check, DROP CONSTRAINT slots_no_overlap`,
    );
    await runner.query(
      `ALTER TABLE slots
         ADD CONSTRAINT slots_status_check CHECK (status IN ('free', 'held', 'booked', 'blocked', 'withdrawn')),
         ADD CONSTRAINT slots_gap_check CHECK (gap_minutes BETWEEN 0 AND 480),
         ADD CONSTRAINT slots_withdrawn_check CHECK (
           (status <> 'free' OR withdrawn_at IS NULL) AND (status <> 'withdrawn' OR withdrawn_at IS NOT NULL)),
         ADD CONSTRAINT slots_no_overlap EXCLUDE USING gist (clinic_id WITH =, doctor_id WITH =, lane WITH =,
           tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'withdrawn'),
         ADD CONSTRAINT slots_room_no_overlap EXCLUDE USING gist (clinic_id WITH =, room_id WITH =, doctor_id WITH <>,
           tstzrange(starts_at, ends_at) WITH &&) WHERE (room_id IS NOT NULL AND status <> 'withdrawn'),
         ADD CONSTRAINT slots_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES locations (clinic_id, id),
         ADD CONSTRAINT slots_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES rooms (clinic_id, id)`,
    );
    await runner.query(
      `CREATE FUNCTION app.stay_withdrawn() RETURNS trigger LANGUAGE plpgsql
       AS $$ BEGIN NEW.status := 'withdrawn'; RETURN NEW; END $$`,
    );
    await runner.query(
      `CREATE TRIGGER slots_stay_withdrawn BEFORE UPDATE ON slots FOR EACH ROW
         WHEN (NEW.status = 'free' AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.stay_withdrawn()`,
    );
  }
}
