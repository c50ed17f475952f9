import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Database, Health } from '@clinicall/platform';

/** The constraints that keep the booking promises, by name: docs/architecture.md says which stops which mistake. */
export const PROMISED_CONSTRAINTS = [
  'slots_no_overlap',
  'slots_hold_check',
  'slots_appointment_check',
  'appointments_doctor_no_overlap',
  'appointments_patient_no_overlap',
  'appointments_live_slot_key',
  'appointments_hold_key',
  'schedules_no_overlap',
  'schedules_room_no_overlap',
  'schedule_exceptions_no_overlap',
  'slots_room_no_overlap',
  'slots_withdrawn_check',
];

/** TypeORM's own list of migrations knows no clinic. */
const EXEMPT = ['migrations'];

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
    const open = await this.database.directory<{ table: string }>(
      `SELECT c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL($1)
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
            AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'clinic_id' AND a.attnotnull)
            AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
        ORDER BY 1`,
      [EXEMPT],
    );
    const missing = await this.database.directory<{ name: string }>(
      `SELECT wanted.name FROM unnest($1::text[]) AS wanted(name)
        WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conname = wanted.name AND k.convalidated)
          AND NOT EXISTS (SELECT FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
                           WHERE c.relname = wanted.name AND i.indisunique AND i.indisvalid)
        ORDER BY 1`,
      [PROMISED_CONSTRAINTS],
    );
    return [
      ...open.map((row) => `${row.table} is not closed to other clinics`),
      ...missing.map((row) => `${row.name} is missing`),
    ];
  }
}
