import { Injectable } from '@nestjs/common';
import { JobHandler, Jobs, OnEvent } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import { TasksService } from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import { ORPHANED, SlotMaking } from './slot-making';

/** What of a clinic says where its slots lie. */
const SLOTS_FOLLOW = new Set(['timezone', 'settings.bookingHorizonDays', 'settings.holidays']);

/** What follows for slots, and for the tasks about them, from what happens elsewhere. */
@Injectable()
export class SlotWatch {
  constructor(
    private readonly making: SlotMaking,
    private readonly tasks: TasksService,
    private readonly zone: ClinicZone,
    private readonly jobs: Jobs,
  ) {}

  @OnEvent('ClinicChanged')
  async clinicChanged({ data }: DomainEvent<{ fields: readonly string[] }>): Promise<void> {
    if (data.fields.some((field) => SLOTS_FOLLOW.has(field))) {
      await this.jobs.add('scheduling-make-clinic', {}, { jobKey: 'scheduling-make-clinic' });
    }
  }

  @JobHandler('scheduling-make-clinic')
  async make(): Promise<void> {
    // What this instance remembers of the clinic may be from before the change.
    this.zone.forget();
    await this.making.topUp();
  }

  /** Somebody has a place again, or needs none: nobody has to look for one. */
  @OnEvent('AppointmentCancelled')
  @OnEvent('AppointmentRescheduled')
  async placed({ data, occurredAt }: DomainEvent<{ appointmentId: string }>): Promise<void> {
    // One that was opened since is of the visit's new time.
    await this.tasks.resolveAbout(ORPHANED, data.appointmentId, new Date(occurredAt));
  }
}
