import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Database, Health } from '@clinicall/platform';

/** What keeps the promises, by name: docs/architecture.md says which stops which mistake. */
export const PROMISED_CONSTRAINTS = [
  'slots_no_overlap',
  'slots_hold_check',
  'slots_appointment_check',
  'appointments_doctor_no_overlap',
  'appointments_patient_no_overlap',
  'appointments_live_slot_key',
  'appointments_hold_key',
  'holds_one_live',
  'schedules_no_overlap',
  'schedules_room_no_overlap',
  'schedule_exceptions_no_overlap',
  'slots_room_no_overlap',
  'slots_withdrawn_check',
  'appointments_life',
  'appointments_overbook_check',
  'slots_stay_withdrawn',
  'waitlist_offers_live_entry_key',
  'waitlist_offers_live_slot_key',
  'waitlist_offers_live_phone_key',
  'patient_merges_standing_key',
  'idempotency_keys_pkey',
  'outbox_pkey',
  'inbound_texts_message_sid_key',
  'outbound_texts_once_key',
  'calls_call_sid_key',
  'unheard_replies_once_key',
  'unheard_replies_settled_check',
  'audit_links_entry_key',
];

/** TypeORM's own list of migrations knows no clinic. */
const EXEMPT = ['migrations'];

/** What is asked before a clinic is known: a value or its hash, and the clinic. */
const DIRECTORY = ['phone_routes', 'sign_ins', 'tokens', 'clinic_clocks', 'outbox_pending', 'sign_in_tries'];

/** Says at /health/ready when a table is open to other clinics or a constraint is missing. */
@Injectable()
export class SchedulingHealth implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.health.add('constraints', async () => {
      const faults = await this.faults();
      return faults.length === 0 ? undefined : { down: `constraints: ${faults.join('; ')}` };
    });
  }

  /** One sentence a fault of the catalogue; none when all is well. */
  async faults(): Promise<string[]> {
    const [open, stray, missing] = await Promise.all([this.openTables(), this.strayTables(), this.missing()]);
    return [
      ...open.map((name) => `${name} is not closed to other clinics`),
      ...stray.map((name) => `directory.${name} is not one of the tables that may stand outside every clinic`),
      ...missing.map((name) => `${name} is missing`),
    ];
  }

  /** clinic_id not null and first in the primary key, row-level security forced, and every policy asks for the clinic. */
  private async openTables(): Promise<string[]> {
    const rows = await this.database.directory<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL($1)
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
            AND EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'clinic_id' AND a.attnotnull)
            AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
            AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
                             AND COALESCE(pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid), 'true')
                                 NOT LIKE '%clinic_id = app.clinic_id()%'))
        ORDER BY 1`,
      [EXEMPT],
    );
    return rows.map(({ name }) => name);
  }

  private async strayTables(): Promise<string[]> {
    const rows = await this.database.directory<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'directory' AND c.relkind IN ('r', 'p') AND c.relname <> ALL($1) ORDER BY 1`,
      [DIRECTORY],
    );
    return rows.map(({ name }) => name);
  }

  /** A constraint that is validated, a valid unique index, or a trigger that is on. */
  private async missing(): Promise<string[]> {
    const rows = await this.database.directory<{ name: string }>(
      `SELECT wanted.name FROM unnest($1::text[]) AS wanted(name)
        WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conname = wanted.name AND k.convalidated)
          AND NOT EXISTS (SELECT FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
                           WHERE c.relname = wanted.name AND i.indisunique AND i.indisvalid)
          AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgname = wanted.name AND t.tgenabled IN ('O', 'A'))
        ORDER BY 1`,
      [PROMISED_CONSTRAINTS],
    );
    return rows.map(({ name }) => name);
  }
}
