import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ClinicScope, Clock, CronJob, Database, Environment, Logger } from '@clinicall/platform';
import { ClinicZone } from './clinic-zone';
import { SchedulesRepository } from './schedules.repository';
import { wantedSlots } from './session-slots';
import { addDays, dayOf } from './wall-time';

/** Keeps slots made ahead to each clinic's booking horizon: at start, and by the clock. */
@Injectable()
export class SlotMaking implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly environment: Environment,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.hasRole('jobs')) this.running = this.topUpEverywhere();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Makes what the scope's clinic lacks up to its horizon. Running it again makes nothing. @returns slots made. */
  async topUp(): Promise<number> {
    const { timezone, settings } = await this.zone.clinic();
    const today = dayOf(this.clock.now(), timezone);
    const last = addDays(today, settings.bookingHorizonDays);
    const [sessions, exceptions] = [
      await this.schedules.sessions(today, last),
      await this.schedules.exceptions(today, last),
    ];
    return this.schedules.makeSlots(wantedSlots(sessions, exceptions, today, last, timezone));
  }

  @CronJob('scheduling-top-up', '5 */6 * * *')
  async topUpEverywhere(): Promise<void> {
    const clinics = await this.database.directory<{ clinic_id: string }>(
      'SELECT DISTINCT clinic_id FROM directory.phone_routes',
    );
    for (const { clinic_id: clinicId } of clinics) {
      if (this.stopped) return;
      try {
        await this.scope.run(clinicId, () => this.topUp());
      } catch (error) {
        this.logger.error('slots could not be made for a clinic', { clinicId, error });
      }
    }
  }
}
