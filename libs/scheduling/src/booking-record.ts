import { Injectable } from '@nestjs/common';
import { Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';

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

/** Writes the event and the audit row beside a change, in the change's own transaction. */
@Injectable()
export class BookingRecord {
  constructor(
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  async held(hold: {
    holdId: string;
    slotId: string;
    expiresAt: string;
    conversationId: string | null;
  }): Promise<void> {
    await this.events.emit('SlotHeld', hold);
    await this.audit.record({
      action: 'slot.hold',
      subject: { kind: 'slot', id: hold.slotId },
      details: { holdId: hold.holdId },
    });
  }

  async released(hold: { holdId: string; slotId: string; conversationId: string | null }): Promise<void> {
    await this.events.emit('HoldReleased', hold);
    await this.audit.record({
      action: 'slot.release',
      subject: { kind: 'slot', id: hold.slotId },
      details: { holdId: hold.holdId },
    });
  }

  async booked(facts: AppointmentFacts, holdId: string | null): Promise<void> {
    await this.events.emit('AppointmentBooked', { ...facts, holdId });
    await this.write('book', facts, { slotId: facts.slotId });
  }

  async rescheduled(
    facts: AppointmentFacts,
    previous: { slotId: string; doctorId: string; startsAt: string },
  ): Promise<void> {
    await this.events.emit('AppointmentRescheduled', {
      ...facts,
      previousSlotId: previous.slotId,
      previousDoctorId: previous.doctorId,
      previousStartsAt: previous.startsAt,
    });
    await this.write('reschedule', facts, { slotId: facts.slotId, previousSlotId: previous.slotId });
  }

  async cancelled(facts: AppointmentFacts): Promise<void> {
    await this.events.emit('AppointmentCancelled', { ...facts });
    await this.write('cancel', facts, { slotId: facts.slotId });
  }

  private async write(verb: string, facts: AppointmentFacts, details: Record<string, string>): Promise<void> {
    await this.audit.record({
      action: `appointment.${verb}`,
      subject: { kind: 'appointment', id: facts.appointmentId },
      details: { ...details, patientId: facts.patientId },
    });
  }
}
