import { Injectable } from '@nestjs/common';
import { BookingsRepository } from './bookings.repository';
import type { NewAppointment, NewHold, Taking } from './bookings.repository';
import { LongVisitsRepository } from './long-visits.repository';
import { MovesRepository } from './moves.repository';
import type { LockedSlot } from './moves.repository';
import { PatientsRepository } from './patients.repository';

/**
 * Visits that need several slots in a row, all or none. The order of locks is everybody's: patient, appointment, slots by
 * id. Answers as the one-slot statements of BookingsRepository do, so that their callers need not care.
 */
@Injectable()
export class LongVisits {
  constructor(
    private readonly long: LongVisitsRepository,
    private readonly moves: MovesRepository,
    private readonly bookings: BookingsRepository,
    private readonly patients: PatientsRepository,
  ) {}

  async hold(hold: NewHold, minutes?: number): Promise<Taking | undefined> {
    const ids = await this.long.run(hold.slotId, hold.visitTypeId);
    const slots = await this.lock(ids ?? [hold.slotId], hold.noticeMinutes);
    const fault = ids === undefined ? 'slot_taken' : faultOfFree(slots);
    if (fault !== undefined) return takingOf(slots, fault);
    const taking = takingOf(slots, 'ok');
    if (taking === undefined) return undefined;
    const { startsAt, endsAt } = taking;
    if (hold.patientId !== null && (await this.bookings.patientIsBusy(hold.patientId, startsAt, endsAt))) {
      return { ...taking, verdict: 'patient_busy' };
    }
    return { ...taking, expiresAt: await this.long.keep(hold, slots, minutes) };
  }

  /** The hold's owner was judged by the statement that found it long. */
  async confirm(holdId: string, booking: NewAppointment): Promise<Taking | undefined> {
    const known = await this.patients.keepFromMerging(booking.patientId);
    const slots = await this.lock(await this.long.slotIdsOf('holds', holdId), 0);
    const kept = slots.every((slot) => slot.heldNow && slot.holdId === holdId);
    if (!kept) return takingOf(slots, 'hold_expired');
    return this.write(slots, known, booking, holdId);
  }

  async book(slotId: string, booking: NewAppointment, noticeMinutes: number): Promise<Taking | undefined> {
    const known = await this.patients.keepFromMerging(booking.patientId);
    const ids = await this.long.run(slotId, booking.visitTypeId);
    const slots = await this.lock(ids ?? [slotId], noticeMinutes);
    const fault = ids === undefined ? 'slot_taken' : faultOfFree(slots);
    if (fault !== undefined) return takingOf(slots, fault);
    return this.write(slots, known, booking, null);
  }

  private async write(
    slots: readonly LockedSlot[],
    patientKnown: boolean,
    booking: NewAppointment,
    ownHoldId: string | null,
  ): Promise<Taking | undefined> {
    const taking = takingOf(slots, slots[0]?.past === true ? 'past_time' : patientKnown ? 'ok' : 'patient_not_found');
    if (taking?.verdict !== 'ok') return taking;
    const booked = await this.long.book(booking, slots, { ownHoldId });
    return { ...taking, appointmentId: booked ? booking.id : null };
  }

  private async lock(ids: readonly string[], noticeMinutes: number): Promise<LockedSlot[]> {
    const locked = await this.moves.lockSlots(ids, noticeMinutes);
    return ids.map((id) => locked.get(id)).filter((slot) => slot !== undefined);
  }
}

/** Why locked slots cannot be taken, if they cannot. */
export function faultOfFree(slots: readonly LockedSlot[]): 'past_time' | 'slot_taken' | undefined {
  if (slots.some((slot) => slot.past)) return 'past_time';
  return slots.every((slot) => slot.takeable) ? undefined : 'slot_taken';
}

function takingOf(slots: readonly LockedSlot[], verdict: string): Taking | undefined {
  const [first] = slots;
  const last = slots.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { id: slotId, doctorId, specialtyId, startsAt } = first;
  return { verdict, slotId, doctorId, specialtyId, startsAt, endsAt: last.endsAt };
}
