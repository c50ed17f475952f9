import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@clinicall/conversation';
import { ClinicsService, speaks } from '@clinicall/identity';
import type { ClinicView } from '@clinicall/identity';
import { languageOf, phrase, sayDay, sayTime } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { Clock, Jobs, OnEvent } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import { AppointmentsService, PatientsService } from '@clinicall/scheduling';
import type { AppointmentFacts, AppointmentView, PatientView } from '@clinicall/scheduling';
import { OutboundTexts } from './outbound-texts.service';
import { reminderTime } from './quiet-hours';

const DAY_MS = 86_400_000;

/** What a patient is told of a visit, whoever made, moved or cancelled it; no more than they need to come. */
@Injectable()
export class AppointmentTexts {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly patients: PatientsService,
    private readonly clinics: ClinicsService,
    private readonly conversations: ConversationsService,
    private readonly outbound: OutboundTexts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @OnEvent('AppointmentBooked')
  async booked(event: DomainEvent<AppointmentFacts>): Promise<void> {
    await this.confirm(event, 'booked');
  }

  @OnEvent('AppointmentRescheduled')
  async moved(event: DomainEvent<AppointmentFacts>): Promise<void> {
    await this.confirm(event, 'moved');
  }

  @OnEvent('AppointmentCancelled')
  async cancelled(event: DomainEvent<AppointmentFacts>): Promise<void> {
    await this.jobs.cancel(reminderKey(event.data.appointmentId));
    const appointment = await this.appointments.find(event.data.appointmentId);
    if (appointment?.status === 'cancelled') await this.tell(event, appointment, 'cancelled');
  }

  /** @returns the text of one visit in the patient's language, dated in full: it is read on another day than it is sent. */
  async compose(
    visit: { readonly startsAt: string; readonly doctor: { readonly name: string } },
    patient: PatientView,
    what: string,
    conversationId: string | null = null,
    until?: string,
  ): Promise<string> {
    const clinic = await this.clinics.current();
    const spoken = conversationId === null ? undefined : (await this.conversations.find(conversationId))?.language;
    const language = languageFor(clinic, patient.language ?? spoken);
    const { timezone, country } = clinic;
    const before = new Date(Date.parse(visit.startsAt) - 3 * DAY_MS).toISOString();
    const speech = { now: before, timezone, country, language };
    return phrase(language, `messaging:${what}`, {
      clinic: clinic.name,
      doctor: visit.doctor.name,
      day: sayDay(visit.startsAt, speech),
      time: sayTime(visit.startsAt, speech),
      ...(until === undefined ? {} : { until: sayTime(until, speech) }),
    });
  }

  /** A visit that was moved or cancelled again meanwhile is told of by its own event. */
  private async confirm(event: DomainEvent<AppointmentFacts>, what: 'booked' | 'moved'): Promise<void> {
    const appointment = await this.appointments.find(event.data.appointmentId);
    if (appointment?.status !== 'booked') return;
    if (Date.parse(appointment.startsAt) !== Date.parse(event.data.startsAt)) return;
    // Visits that come with a clinic's own data were confirmed to their patients when they were made.
    if (event.data.source !== 'import') await this.tell(event, appointment, what);
    await this.remind(appointment);
  }

  private async tell(event: DomainEvent<AppointmentFacts>, appointment: AppointmentView, what: string): Promise<void> {
    const patient = await this.patients.get(appointment.patient.id);
    if (patient.phone === null || !patient.contactConsent) return;
    if (Date.parse(appointment.startsAt) <= this.clock.now().getTime()) return;
    await this.outbound.queue({
      kind: 'confirmation',
      to: patient.phone,
      body: await this.compose(appointment, patient, what, event.data.conversationId),
      onceKey: `event:${event.id}`,
      patientId: patient.id,
      appointmentId: appointment.id,
      conversationId: event.data.conversationId,
    });
  }

  /** One reminder a visit: moving it replaces the job by its key. */
  private async remind(appointment: AppointmentView): Promise<void> {
    const { timezone, settings } = await this.clinics.current();
    const startsAt = new Date(appointment.startsAt);
    const runAt = reminderTime(startsAt, settings.reminderHours, this.clock.now(), timezone);
    const jobKey = reminderKey(appointment.id);
    if (runAt === undefined) await this.jobs.cancel(jobKey);
    else {
      const payload = { appointmentId: appointment.id, startsAt: startsAt.toISOString() };
      await this.jobs.add('reminders.send', payload, { runAt, jobKey });
    }
  }
}

export function reminderKey(appointmentId: string): string {
  return `reminder:${appointmentId}`;
}

/** The wished language where the clinic speaks it; the clinic's own otherwise. */
export function languageFor(clinic: ClinicView, wished?: string | null): Language {
  return languageOf(typeof wished === 'string' && speaks(clinic, wished) ? wished : clinic.language);
}
