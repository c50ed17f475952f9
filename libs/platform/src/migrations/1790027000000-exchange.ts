import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../protect';

/** Calls that are put through, left as a message or recorded: libs/telephony; and who has taken a task on. */
export class Exchange1790027000000 implements MigrationInterface {
  name = 'Exchange1790027000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE calls ADD COLUMN carrier_status text, ADD COLUMN seconds integer, ADD COLUMN resume_as text,
         ADD COLUMN door text NOT NULL DEFAULT 'stream',
         ADD CONSTRAINT calls_door_check CHECK (door IN ('stream', 'relay'))`,
    );
    await runner.query(`CREATE INDEX calls_live_idx ON calls (clinic_id, started_at) WHERE ending IS NULL`);
    await runner.query(`ALTER TABLE tasks ADD COLUMN claimed_by text, ADD COLUMN claimed_at timestamptz`);
    await this.transfers(runner);
    await this.recordings(runner);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }

  /** One that rings has no outcome yet; a call has at most one of those. */
  private async transfers(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE call_transfers (clinic_id uuid NOT NULL, id uuid NOT NULL, call_id uuid NOT NULL, conversation_id uuid NOT NULL,
         how text NOT NULL, reason text, staff_call_sid text, outcome text, begun_at timestamptz NOT NULL DEFAULT now(),
         joined_at timestamptz, settled_at timestamptz,
         CONSTRAINT call_transfers_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT call_transfers_how_check CHECK (how IN ('cold', 'warm')),
         CONSTRAINT call_transfers_outcome_check CHECK (
           outcome IN ('accepted', 'declined', 'no_answer', 'busy', 'failed', 'caller_left')
           AND (outcome IS NULL) = (settled_at IS NULL)),
         CONSTRAINT call_transfers_joined_check CHECK (joined_at IS NULL OR outcome = 'accepted'))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX call_transfers_ringing_key ON call_transfers (clinic_id, call_id) WHERE outcome IS NULL`,
    );
    await protectTable(runner, 'call_transfers');
  }

  /** No recording without the time at which the caller agreed to it. */
  private async recordings(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE call_recordings (clinic_id uuid NOT NULL, id uuid NOT NULL, call_id uuid NOT NULL, conversation_id uuid NOT NULL,
         kind text NOT NULL, consented_at timestamptz NOT NULL, recording_sid text, task_id uuid, status text NOT NULL DEFAULT 'asked',
         seconds integer, made_at timestamptz NOT NULL DEFAULT now(), expire_at timestamptz,
         CONSTRAINT call_recordings_pkey PRIMARY KEY (clinic_id, id),
         CONSTRAINT call_recordings_kind_check CHECK (kind IN ('call', 'voicemail')),
         CONSTRAINT call_recordings_status_check CHECK (status IN ('asked', 'running', 'kept', 'failed')))`,
    );
    await runner.query(`CREATE UNIQUE INDEX call_recordings_sid_key ON call_recordings (clinic_id, recording_sid)`);
    await runner.query(
      `CREATE UNIQUE INDEX call_recordings_once_key ON call_recordings (clinic_id, call_id) WHERE kind = 'call'`,
    );
    await protectTable(runner, 'call_recordings');
  }
}
