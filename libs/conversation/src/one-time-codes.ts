import { createHmac, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Language } from '@clinicall/language';
import { ClinicScope, Database, Secrets } from '@clinicall/platform';
import { CodeSender } from './ports/code-sender';

const GOOD_FOR_MINUTES = 10;

/** Six digits to the number on file: who can read them has the patient's phone. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly secrets: Secrets,
    private readonly rooms: ModuleRef,
  ) {}

  /** Sends a new code and voids the conversation's earlier ones. @param phone E.164 number on file. */
  async send(conversationId: string, patient: { patientId: string; phone: string }, language: Language): Promise<void> {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    await this.database.transaction(async () => {
      await this.void(conversationId);
      await this.database.query(
        `INSERT INTO one_time_codes (clinic_id, id, conversation_id, patient_id, code_hash, expires_at, created_at)
         VALUES ($1, $2, $3, $4, $5, app.now() + make_interval(mins => $6), app.now())`,
        [
          this.scope.clinicId(),
          randomUUID(),
          conversationId,
          patient.patientId,
          this.hash(conversationId, code),
          GOOD_FOR_MINUTES,
        ],
      );
      await this.sender().send(patient.phone, code, language);
    });
  }

  /** Uses the code up. @returns the patient it was sent to; undefined for a wrong, old or used one. */
  async redeem(conversationId: string, code: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string; patient_id: string; code_hash: string }>(
      `SELECT id, patient_id, code_hash FROM one_time_codes
        WHERE clinic_id = $1 AND conversation_id = $2 AND used_at IS NULL AND expires_at > app.now()
        ORDER BY created_at DESC LIMIT 1 FOR UPDATE`,
      [this.scope.clinicId(), conversationId],
    );
    if (row === undefined || !same(row.code_hash, this.hash(conversationId, code))) return undefined;
    await this.database.query('UPDATE one_time_codes SET used_at = app.now() WHERE clinic_id = $1 AND id = $2', [
      this.scope.clinicId(),
      row.id,
    ]);
    return row.patient_id;
  }

  /** Bound by a room above (messaging), so it is asked for when it is needed and not when this room is built. */
  private sender(): CodeSender {
    return this.rooms.get(CodeSender, { strict: false });
  }

  private async void(conversationId: string): Promise<void> {
    await this.database.query(
      'UPDATE one_time_codes SET used_at = app.now() WHERE clinic_id = $1 AND conversation_id = $2 AND used_at IS NULL',
      [this.scope.clinicId(), conversationId],
    );
  }

  private hash(conversationId: string, code: string): string {
    return createHmac('sha256', this.secrets.key('one-time-codes')).update(`${conversationId}:${code}`).digest('hex');
  }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
