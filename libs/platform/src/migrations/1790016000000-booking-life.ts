import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/**
 * The rest of a booking's life: visits over several slots, which state may follow which, cancellation codes, offers to
 * those who wait, who may act for a patient, and merges that can be taken back.
 */
export class BookingLife1790016000000 implements MigrationInterface {
  name = 'BookingLife1790016000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.longVisits(runner);
    await this.appointmentLife(runner);
    await this.waitlist(runner);
    await this.patients(runner);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  /** A long visit keeps its first slot in slot_id and the slots after it here; each slot points back by itself. */
  private async longVisits(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE appointments ADD COLUMN more_slot_ids uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(
      `ALTER TABLE holds ADD COLUMN more_slot_ids uuid[] NOT NULL DEFAULT '{}', ADD COLUMN extended_at timestamptz,
         DROP CONSTRAINT holds_owner_check,
         ADD CONSTRAINT holds_owner_check CHECK (owner_kind IN ('token', 'conversation', 'waitlist')
           AND (owner_kind = 'conversation') = (conversation_id IS NOT NULL))`,
    );
    await runner.query(`ALTER TABLE slots ADD COLUMN block_reason text`);
  }

  /** libs/scheduling/src/booking-life.ts as the database keeps it, whichever path a change takes. */
  private async appointmentLife(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE appointments ADD COLUMN cancel_code text,
         ADD CONSTRAINT appointments_late_cancel_check CHECK (status = 'cancelled' OR (cancel_code IS NULL AND NOT late_cancel))`,
    );
    await runner.query(
      `CREATE INDEX appointments_series_idx ON appointments (clinic_id, series_id) WHERE series_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE FUNCTION app.appointment_life() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF (OLD.status, NEW.status) NOT IN (
           ('booked', 'arrived'), ('booked', 'fulfilled'), ('booked', 'cancelled'), ('booked', 'noshow'),
           ('arrived', 'fulfilled'), ('arrived', 'cancelled'), ('noshow', 'arrived')
         ) THEN
           RAISE EXCEPTION 'an appointment that is % cannot become %', OLD.status, NEW.status
             USING ERRCODE = 'check_violation', CONSTRAINT = 'appointments_life', TABLE = 'appointments';
         END IF;
         RETURN NEW;
       END $$`,
    );
    await runner.query(
      `CREATE TRIGGER appointments_life BEFORE UPDATE OF status ON appointments FOR EACH ROW
         WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION app.appointment_life()`,
    );
  }

  /** One live offer an entry, a slot and a phone: nobody is asked about two times at once, no time is promised twice. */
  private async waitlist(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE waitlist_entries ADD COLUMN weekdays smallint[], ADD COLUMN missed_offers smallint NOT NULL DEFAULT 0,
         ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN ended_at timestamptz,
         ADD CONSTRAINT waitlist_entries_offer_check CHECK (status <> 'offered' OR offered_hold_id IS NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE waitlist_offers (clinic_id uuid NOT NULL, id uuid NOT NULL, entry_id uuid NOT NULL, slot_id uuid NOT NULL,
         hold_id uuid NOT NULL, phone text, status text NOT NULL DEFAULT 'offered',
         offered_at timestamptz NOT NULL DEFAULT app.now(), expires_at timestamptz NOT NULL, ended_at timestamptz,
         CONSTRAINT waitlist_offers_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT waitlist_offers_status_check CHECK (status IN ('offered', 'accepted', 'declined', 'lapsed', 'withdrawn')),
         CONSTRAINT waitlist_offers_ended_check CHECK ((status = 'offered') = (ended_at IS NULL)),
         CONSTRAINT waitlist_offers_entry_id_fkey FOREIGN KEY (clinic_id, entry_id) REFERENCES waitlist_entries (clinic_id, id),
         CONSTRAINT waitlist_offers_slot_id_fkey FOREIGN KEY (clinic_id, slot_id) REFERENCES slots (clinic_id, id),
         CONSTRAINT waitlist_offers_hold_id_fkey FOREIGN KEY (clinic_id, hold_id) REFERENCES holds (clinic_id, id))`,
    );
    for (const column of ['entry_id', 'slot_id', 'phone']) {
      await runner.query(
        `CREATE UNIQUE INDEX waitlist_offers_live_${column.replace('_id', '')}_key ON waitlist_offers (clinic_id, ${column}) WHERE status = 'offered'`,
      );
    }
    await runner.query(`CREATE INDEX waitlist_offers_entry_idx ON waitlist_offers (clinic_id, entry_id, slot_id)`);
    await protectTable(runner, 'waitlist_offers');
  }

  private async patients(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE patients ADD CONSTRAINT patients_merge_check CHECK (merged_into_id IS NULL OR merged_into_id <> id)`,
    );
    await runner.query(
      `CREATE INDEX patients_merged_idx ON patients (clinic_id, merged_into_id) WHERE merged_into_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE TABLE patient_proxies (clinic_id uuid NOT NULL, id uuid NOT NULL, patient_id uuid NOT NULL, name text NOT NULL,
         relation text NOT NULL, phone text, proxy_patient_id uuid, may_act boolean NOT NULL DEFAULT false, valid_until date,
         created_at timestamptz NOT NULL DEFAULT app.now(),
         CONSTRAINT patient_proxies_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT patient_proxies_relation_check CHECK (relation IN ('parent', 'guardian', 'spouse', 'child', 'sibling',
           'carer', 'power_of_attorney', 'other')),
         CONSTRAINT patient_proxies_e164_check CHECK (phone ~ '^\\+[1-9][0-9]{6,14}$'),
         CONSTRAINT patient_proxies_self_check CHECK (proxy_patient_id <> patient_id),
         CONSTRAINT patient_proxies_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients (clinic_id, id) ON DELETE CASCADE,
         CONSTRAINT patient_proxies_proxy_patient_id_fkey FOREIGN KEY (clinic_id, proxy_patient_id) REFERENCES patients (clinic_id, id))`,
    );
    await runner.query(`CREATE INDEX patient_proxies_patient_idx ON patient_proxies (clinic_id, patient_id)`);
    await runner.query(`CREATE INDEX patient_proxies_phone_idx ON patient_proxies (clinic_id, phone)`);
    await runner.query(
      `CREATE TABLE patient_merges (clinic_id uuid NOT NULL, id uuid NOT NULL, source_id uuid NOT NULL, target_id uuid NOT NULL,
         moved jsonb NOT NULL, merged_at timestamptz NOT NULL DEFAULT app.now(), merged_by text NOT NULL, undone_at timestamptz,
         undone_by text, CONSTRAINT patient_merges_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT patient_merges_two_check CHECK (source_id <> target_id),
         CONSTRAINT patient_merges_source_id_fkey FOREIGN KEY (clinic_id, source_id) REFERENCES patients (clinic_id, id),
         CONSTRAINT patient_merges_target_id_fkey FOREIGN KEY (clinic_id, target_id) REFERENCES patients (clinic_id, id))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX patient_merges_standing_key ON patient_merges (clinic_id, source_id) WHERE undone_at IS NULL`,
    );
    await protectTable(runner, 'patient_proxies');
    await protectTable(runner, 'patient_merges');
  }
}
