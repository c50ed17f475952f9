import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, protectTable } from '../protect';

/**
 * Where an act came from, and the hash chain beside the audit rows. The chain has a table of its own because the rows
 * are append-only and because one job writes it: no booking ever waits for the link of another.
 */
export class AuditChain1790013000000 implements MigrationInterface {
  name = 'AuditChain1790013000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE audit_entries ADD COLUMN channel text NOT NULL DEFAULT 'internal', ADD COLUMN ip text`,
    );
    await runner.query(
      `CREATE TABLE audit_links (clinic_id uuid NOT NULL, position bigint NOT NULL, entry_id uuid NOT NULL,
         entry_at timestamptz NOT NULL, entry_hash text NOT NULL, hash text NOT NULL,
         linked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
         CONSTRAINT audit_links_pkey PRIMARY KEY (clinic_id, position),
         CONSTRAINT audit_links_position_check CHECK (position > 0))`,
    );
    await runner.query(`CREATE UNIQUE INDEX audit_links_entry_key ON audit_links (clinic_id, entry_id)`);
    await runner.query(
      `CREATE TABLE audit_purges (clinic_id uuid NOT NULL, through bigint NOT NULL, entries integer NOT NULL,
         purged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
         CONSTRAINT audit_purges_pkey PRIMARY KEY (clinic_id, through))`,
    );
    await protectTable(runner, 'audit_links', ['SELECT', 'INSERT']);
    await protectTable(runner, 'audit_purges', ['SELECT']);
    await this.purging(runner);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  /**
   * The application cannot delete audit rows. What it may ask for is this: the oldest linked rows of its clinic, never
   * younger than six years and never past a row about a patient under legal hold; and it leaves a trace.
   */
  private async purging(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION app.purge_audit(before timestamptz, held text[]) RETURNS integer
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
       DECLARE
         clinic uuid := app.clinic_id();
         cutoff timestamptz := LEAST(before, clock_timestamp() - interval '2192 days');
         kept bigint;
         through_position bigint;
         gone integer;
       BEGIN
         SELECT min(l.position) INTO kept FROM audit_links l JOIN audit_entries e ON e.clinic_id = l.clinic_id AND e.id = l.entry_id
          WHERE l.clinic_id = clinic AND (l.entry_at >= cutoff OR e.subject_id = ANY(held) OR e.details->>'patientId' = ANY(held));
         SELECT max(position) INTO through_position FROM audit_links
          WHERE clinic_id = clinic AND (kept IS NULL OR position < kept);
         DELETE FROM audit_entries WHERE clinic_id = clinic
            AND id IN (SELECT entry_id FROM audit_links WHERE clinic_id = clinic AND position <= through_position);
         GET DIAGNOSTICS gone = ROW_COUNT;
         IF gone > 0 THEN
           INSERT INTO audit_purges (clinic_id, through, entries) VALUES (clinic, through_position, gone);
         END IF;
         RETURN gone;
       END $$`,
    );
    await runner.query(`REVOKE ALL ON FUNCTION app.purge_audit(timestamptz, text[]) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.purge_audit(timestamptz, text[]) TO ${APP_ROLE}`);
  }
}
