import { Injectable } from '@nestjs/common';
import { Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { Alternatives } from './alternatives';
import { APPOINTMENT_LIFE } from './booking-life';
import type { AppointmentChange } from './booking-life';
import type { CancelCode } from './cancel-codes';

/** What every event of an appointment tells: enough for the words of a confirmation and the time of a reminder. */
export interface AppointmentFacts {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly doctorId: string;
  readonly slotId: string;
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly source: string;
  readonly conversationId: string | null;
}

/** Writes the event and the audit row beside a change, in the change's own transaction, and has what it outdates forgotten. */
@Injectable()
export class BookingRecord {
  constructor(
    private readonly events: Events,
    private readonly audit: AuditService,
    private readonly alternatives: Alternatives,
  ) {}

  async held(hold: {
    holdId: string;
    slotId: string;
    expiresAt: string;
    conversationId: string | null;
    /** Set when a freed time is held for somebody who waits. */
    waitlistEntryId?: string;
  }): Promise<void> {
    this.alternatives.forget();
    await Promise.all([
      this.events.emit('SlotHeld', hold),
      this.audit.record({
        action: 'slot.hold',
        subject: { kind: 'slot', id: hold.slotId },
        details: { holdId: hold.holdId },
      }),
    ]);
  }

  async released(hold: { holdId: string; slotId: string; conversationId: string | null }): Promise<void> {
    this.alternatives.forget();
    await this.events.emit('HoldReleased', hold);
    await this.audit.record({
      action: 'slot.release',
      subject: { kind: 'slot', id: hold.slotId },
      details: { holdId: hold.holdId },
    });
  }

  async booked(
    facts: AppointmentFacts,
    how: { readonly holdId: string | null; readonly overbooked?: boolean; readonly seriesId?: string },
  ): Promise<void> {
    const { holdId, overbooked = false, seriesId = null } = how;
    this.alternatives.forget();
    await Promise.all([
      this.events.emit('AppointmentBooked', { ...facts, holdId, overbooked, seriesId }),
      this.write(overbooked ? 'overbook' : 'book', facts, { slotId: facts.slotId }),
    ]);
  }

  async rescheduled(
    facts: AppointmentFacts,
    previous: { slotIds: readonly string[]; doctorId: string; startsAt: string },
  ): Promise<void> {
    this.alternatives.forget();
    await this.events.emit('AppointmentRescheduled', {
      ...facts,
      previousSlotId: previous.slotIds[0],
      previousSlotIds: previous.slotIds,
      previousDoctorId: previous.doctorId,
      previousStartsAt: previous.startsAt,
    });
    await this.write('reschedule', facts, { slotId: facts.slotId, previousSlotId: previous.slotIds[0] ?? '' });
  }

  async cancelled(
    facts: AppointmentFacts,
    why: { readonly code: CancelCode | null; readonly late: boolean },
  ): Promise<void> {
    this.alternatives.forget();
    await this.events.emit('AppointmentCancelled', { ...facts, ...why });
    await this.write('cancel', facts, { slotId: facts.slotId, code: why.code, late: why.late });
  }

  /** Arrived, fulfilled, no-show. */
  async changed(
    change: Exclude<AppointmentChange, 'reschedule' | 'cancel' | 'leave'>,
    facts: AppointmentFacts,
  ): Promise<void> {
    await this.events.emit(APPOINTMENT_LIFE[change].event, { ...facts });
    await this.write(change, facts, { slotId: facts.slotId });
  }

  async extended(hold: {
    holdId: string;
    slotId: string;
    expiresAt: string;
    conversationId: string | null;
  }): Promise<void> {
    await this.events.emit('HoldExtended', hold);
    await this.audit.record({
      action: 'slot.extend',
      subject: { kind: 'slot', id: hold.slotId },
      details: { holdId: hold.holdId },
    });
  }

  private async write(verb: string, facts: AppointmentFacts, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({
      action: `appointment.${verb}`,
      subject: { kind: 'appointment', id: facts.appointmentId },
      details: { ...details, patientId: facts.patientId },
    });
  }
}
