import { Injectable } from '@nestjs/common';
import { Alternatives } from './alternatives';
import { BookingsRepository } from './bookings.repository';
import type { Taking } from './bookings.repository';
import type { Refusal, RefusalReason } from './booking-results';

/** Turns what a taking statement found into the reason the asker is told. */
@Injectable()
export class BookingRefusals {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly alternatives: Alternatives,
  ) {}

  /** A verdict of `ok` here means that a constraint refused the row: the patient's, or else the doctor's. */
  async of(taking: Taking | undefined, patientId?: string): Promise<Refusal> {
    if (taking === undefined) return { ok: false, reason: 'not_found' };
    let reason = taking.verdict as RefusalReason | 'ok';
    if (reason === 'ok') {
      const { startsAt, endsAt } = taking;
      const busy = patientId !== undefined && (await this.bookings.patientIsBusy(patientId, startsAt, endsAt));
      reason = busy ? 'patient_busy' : 'slot_taken';
    }
    if (reason !== 'slot_taken') return { ok: false, reason };
    return { ok: false, reason, alternatives: await this.alternatives.near(taking) };
  }
}
