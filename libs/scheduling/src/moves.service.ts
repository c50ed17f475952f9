import { Injectable } from '@nestjs/common';
import { AppointmentsService } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import type { BookingSource, HoldOwner, Refusal, RefusalReason, RescheduleResult } from './booking-results';
import { ClinicZone } from './clinic-zone';
import { HoldTokens } from './hold-tokens';
import { MovesRepository } from './moves.repository';
import type { LockedSlot, MovingAppointment } from './moves.repository';
import { SlotsService } from './slots.service';

export type RescheduleRequest = {
  readonly appointmentId: string;
  /** Refused as `changed` when the appointment is not at this version any more. */
  readonly version?: number;
  readonly source?: BookingSource;
  readonly conversationId?: string | null;
} & (
  | { readonly slotId: string; readonly holdId?: undefined }
  | { readonly slotId?: undefined; readonly holdId: string; readonly owner: HoldOwner }
);

interface Target {
  readonly slotId: string;
  /** The hold by which the slot is the asker's. */
  readonly holdId: string | null;
}

/** Moves a visit: one transaction, one row, so that the patient has exactly one of the two times at every instant. */
@Injectable()
export class MovesService {
  constructor(
    private readonly moves: MovesRepository,
    private readonly appointments: AppointmentsService,
    private readonly slots: SlotsService,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly tokens: HoldTokens,
    private readonly zone: ClinicZone,
  ) {}

  /** The old time stands whenever the answer is not ok. Moving to where the visit already is changes nothing. */
  async reschedule(request: RescheduleRequest): Promise<RescheduleResult> {
    const noticeMinutes = (await this.zone.clinic()).settings.minimumNoticeMinutes;
    const outcome = await this.attempt.run(async (): Promise<RescheduleResult | { taken: LockedSlot }> => {
      const target = await this.targetOf(request);
      if ('reason' in target) return target;
      const appointment = await this.moves.lockAppointment(request.appointmentId);
      if (appointment === undefined) return refused('not_found');
      const slot = (await this.moves.lockSlots([appointment.slotId, target.slotId], noticeMinutes)).get(target.slotId);
      if (slot === undefined) return refused('not_found');
      if (appointment.status === 'booked' && slot.id === appointment.slotId) return this.answer(appointment, true);
      const fault = faultOf(request, appointment, slot, target);
      if (fault === 'slot_taken') return { taken: slot };
      if (fault !== undefined) return refused(fault);
      const moved = await this.attempt.passes(() => this.moves.move(appointment, slot, target.holdId));
      if (!moved) return refused('patient_busy');
      await this.recordMove(request, appointment, slot);
      return this.answer(appointment, false);
    });
    if ('taken' in outcome) {
      return { ok: false, reason: 'slot_taken', alternatives: await this.slots.alternatives(outcome.taken) };
    }
    return outcome;
  }

  private async targetOf(request: RescheduleRequest): Promise<Target | Refusal> {
    if (request.holdId === undefined) return { slotId: request.slotId, holdId: null };
    const { holdId, owner } = request;
    const proof = this.tokens.proofOf(holdId, owner);
    const kept = await this.moves.slotOfHold(holdId, proof?.conversationId ?? null);
    if (kept === undefined) return refused('not_found');
    return kept.yours && proof !== undefined ? { slotId: kept.slotId, holdId } : refused('hold_not_yours');
  }

  private async answer(appointment: MovingAppointment, repeated: boolean): Promise<RescheduleResult> {
    const format = await this.zone.formatter();
    const now = await this.appointments.get(appointment.id);
    return { ok: true, appointment: now, repeated, previousStartsAt: format(appointment.startsAt) };
  }

  private async recordMove(
    request: RescheduleRequest,
    appointment: MovingAppointment,
    slot: LockedSlot,
  ): Promise<void> {
    await this.record.rescheduled(
      {
        appointmentId: appointment.id,
        patientId: appointment.patientId,
        doctorId: slot.doctorId,
        slotId: slot.id,
        startsAt: slot.startsAt.toISOString(),
        source: request.source ?? 'api',
        conversationId: request.conversationId ?? null,
      },
      { slotId: appointment.slotId, doctorId: appointment.doctorId, startsAt: appointment.startsAt.toISOString() },
    );
  }
}

function faultOf(
  request: RescheduleRequest,
  appointment: MovingAppointment,
  slot: LockedSlot,
  target: Target,
): RefusalReason | undefined {
  if (appointment.status !== 'booked') return 'not_booked';
  if (request.version !== undefined && request.version !== appointment.version) return 'changed';
  if (appointment.past || slot.past) return 'past_time';
  if (target.holdId !== null) return slot.heldNow && slot.holdId === target.holdId ? undefined : 'hold_expired';
  return slot.takeable ? undefined : 'slot_taken';
}

const refused = (reason: RefusalReason): Refusal => ({ ok: false, reason });
