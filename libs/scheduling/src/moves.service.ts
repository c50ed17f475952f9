import { Injectable } from '@nestjs/common';
import { Alternatives } from './alternatives';
import { AppointmentsService } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import type { BookingSource, HoldOwner, Refusal, RefusalReason, RescheduleResult } from './booking-results';
import { faultOfChange } from './booking-life';
import { ClinicZone } from './clinic-zone';
import { HoldTokens } from './hold-tokens';
import { LongVisitsRepository } from './long-visits.repository';
import { MovesRepository } from './moves.repository';
import type { LockedSlot, MovingAppointment } from './moves.repository';

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
  /** The first slot asked for. */
  readonly slotId: string;
  /** The hold by which the slot is the asker's. */
  readonly holdId: string | null;
}

/** Moves a visit: one transaction, one row, so that the patient has exactly one of the two times at every instant. */
@Injectable()
export class MovesService {
  constructor(
    private readonly moves: MovesRepository,
    private readonly long: LongVisitsRepository,
    private readonly appointments: AppointmentsService,
    private readonly alternatives: Alternatives,
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
      const old = [appointment.slotId, ...appointment.moreSlotIds];
      const wanted = await this.slotsOf(target, appointment);
      const locked = await this.moves.lockSlots([...new Set([...old, ...(wanted ?? [target.slotId])])], noticeMinutes);
      const first = locked.get(target.slotId);
      if (first === undefined) return refused('not_found');
      if (appointment.status === 'booked' && first.id === appointment.slotId) return this.answer(appointment, true);
      const slots = (wanted ?? []).map((id) => locked.get(id)).filter((slot) => slot !== undefined);
      const fault = faultOf(request, appointment, [first, ...slots], target);
      if (fault === 'slot_taken' || (fault === undefined && wanted === undefined)) return { taken: first };
      if (fault !== undefined) return refused(fault);
      const moved = await this.attempt.passes(() => this.moves.move(appointment, slots, target.holdId));
      if (!moved) return refused('patient_busy');
      await this.recordMove(request, appointment, first);
      return this.answer(appointment, false);
    });
    if ('taken' in outcome) {
      return {
        ok: false,
        reason: 'slot_taken',
        alternatives: await this.alternatives.near({ ...outcome.taken, slotId: outcome.taken.id }),
      };
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

  /** All slots the visit would have, in order of time; undefined when it is too long for what begins there. */
  private async slotsOf(
    target: Target,
    { visitTypeId, moreSlotIds }: MovingAppointment,
  ): Promise<string[] | undefined> {
    if (target.holdId !== null) return this.long.slotIdsOf('holds', target.holdId);
    if (visitTypeId === null && moreSlotIds.length === 0) return [target.slotId];
    return this.long.run(target.slotId, visitTypeId);
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
      {
        slotIds: [appointment.slotId, ...appointment.moreSlotIds],
        doctorId: appointment.doctorId,
        startsAt: appointment.startsAt.toISOString(),
      },
    );
  }
}

function faultOf(
  request: RescheduleRequest,
  appointment: MovingAppointment,
  slots: readonly LockedSlot[],
  target: Target,
): RefusalReason | undefined {
  const { status, startsAt, now, version } = appointment;
  const fault = faultOfChange('reschedule', status, startsAt, now);
  if (fault === 'not_booked') return fault;
  if (request.version !== undefined && request.version !== version) return 'changed';
  if (fault !== undefined || slots.some((slot) => slot.past)) return 'past_time';
  if (target.holdId !== null) {
    return slots.every((slot) => slot.heldNow && slot.holdId === target.holdId) ? undefined : 'hold_expired';
  }
  // A long visit that moves by less than its length takes some of its own slots again.
  return slots.every((slot) => slot.takeable || slot.appointmentId === appointment.id) ? undefined : 'slot_taken';
}

const refused = (reason: RefusalReason): Refusal => ({ ok: false, reason });
