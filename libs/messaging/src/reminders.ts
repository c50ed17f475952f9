import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@clinicall/identity';
import { Clock, JobHandler, Jobs } from '@clinicall/platform';
import { AppointmentsService, PatientsService } from '@clinicall/scheduling';
import { AppointmentTexts, reminderKey } from './appointment-texts';
import { OutboundTexts } from './outbound-texts.service';
import { afterQuiet, isQuiet } from './quiet-hours';

interface ReminderJob {
  readonly appointmentId: string;
  /** The time that the reminder was made for. */
  readonly startsAt: string;
}

/** Sends a reminder when its time has come, if the visit still stands then as it stood. */
@Injectable()
export class Reminders {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly patients: PatientsService,
    private readonly clinics: ClinicsService,
    private readonly words: AppointmentTexts,
    private readonly outbound: OutboundTexts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @JobHandler('reminders.send')
  async send({ appointmentId, startsAt }: ReminderJob): Promise<void> {
    const appointment = await this.appointments.find(appointmentId);
    const now = this.clock.now();
    if (appointment?.status !== 'booked' || Date.parse(appointment.startsAt) !== Date.parse(startsAt)) return;
    if (Date.parse(startsAt) <= now.getTime()) return;
    const { timezone } = await this.clinics.current();
    if (isQuiet(now, timezone)) {
      // We were down at the right time: the morning will do, if it is not too late then.
      const runAt = afterQuiet(now, timezone);
      await this.jobs.add('reminders.send', { appointmentId, startsAt }, { runAt, jobKey: reminderKey(appointmentId) });
      return;
    }
    const patient = await this.patients.get(appointment.patient.id);
    if (patient.phone === null || !patient.contactConsent) return;
    await this.outbound.queue({
      kind: 'reminder',
      to: patient.phone,
      body: await this.words.compose(appointment, patient, 'reminder'),
      onceKey: `reminder:${appointmentId}:${startsAt}`,
      patientId: patient.id,
      appointmentId,
    });
  }
}
