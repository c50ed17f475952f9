import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** What a clinic has sent and spent on a day: the counters of libs/identity's OutboundLimits. */
export class OutboundUse1790014000000 implements MigrationInterface {
  name = 'OutboundUse1790014000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE outbound_use (clinic_id uuid NOT NULL, on_day date NOT NULL, kind text NOT NULL, number_key text NOT NULL,
         used bigint NOT NULL DEFAULT 0, CONSTRAINT outbound_use_pkey PRIMARY KEY (clinic_id, on_day, kind, number_key),
         CONSTRAINT outbound_use_used_check CHECK (used >= 0))`,
    );
    await protectTable(runner, 'outbound_use');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
