import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ClinicScope, Clock, CronJob, Database, Environment, JobHandler, Jobs, Logger } from '@clinicall/platform';
import { TasksService } from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import type { Closing } from './session-rules';
import { SchedulesRepository } from './schedules.repository';
import { isCovered, wantedSlots } from './session-slots';
import type { WantedSlot } from './session-slots';
import { slotDifference } from './slot-difference';
import type { SlotDifference } from './slot-difference';
import { SlotRowsRepository } from './slot-rows.repository';
import type { Withdrawal } from './slot-rows.repository';
import { addDays, dayOf, startOfDay } from './wall-time';

/** What a making wrote. */
export interface SlotsMade {
  readonly made: number;
  readonly changed: number;
  readonly removed: number;
  /** Booked slots that lost their rule with this making: each appointment became a task. */
  readonly orphaned: number;
  /** Times asked for that something else stands on. */
  readonly refused: readonly WantedSlot[];
}

/** Days of which slots are made, YYYY-MM-DD, both included; the whole horizon when absent. */
interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** Doctors a transaction: a few thousand slots, so that none lasts longer than a moment. */
const DOCTORS_AT_ONCE = 10;
/** The task that tells of a visit whose time lost its rule. */
export const ORPHANED = 'orphaned_booking';
const NOTHING: SlotsMade = { made: 0, changed: 0, removed: 0, orphaned: 0, refused: [] };
/** Lets a hold that ends at the same moment be over. */
const AFTER_HOLD_MS = 1_000;

/** Keeps slots as the rules ask, up to each clinic's booking horizon: by the clock, and when a rule changes. */
@Injectable()
export class SlotMaking implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly rows: SlotRowsRepository,
    private readonly tasks: TasksService,
    private readonly jobs: Jobs,
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

  /** Writes what the scope's clinic lacks or has too much up to its horizon. Running it again writes nothing. @returns slots made. */
  async topUp(): Promise<number> {
    return (await this.remake(await this.schedules.doctorIds())).made;
  }

  /**
   * Brings the slots of these doctors to what the rules ask for; only the difference is written. Joins an open
   * transaction, else each few doctors have one of their own.
   */
  async remake(doctorIds: readonly string[], days: Days = {}): Promise<SlotsMade> {
    let all = NOTHING;
    const sorted = [...doctorIds].sort();
    for (let first = 0; first < sorted.length && !this.stopped; first += DOCTORS_AT_ONCE) {
      const some = sorted.slice(first, first + DOCTORS_AT_ONCE);
      all = sum(all, await this.database.transaction(() => this.remakeSome(some, days)));
    }
    return all;
  }

  /** After a hold on a slot without a rule has ended. */
  @JobHandler('scheduling-remake')
  async remakeDoctor({ doctorId }: { doctorId: string }): Promise<void> {
    await this.remake([doctorId]);
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

  private async remakeSome(doctorIds: readonly string[], days: Days): Promise<SlotsMade> {
    const { timezone, settings } = await this.zone.clinic();
    const now = this.clock.now();
    const today = dayOf(now, timezone);
    const horizon = addDays(today, settings.bookingHorizonDays);
    const first = days.from !== undefined && days.from > today ? days.from : today;
    const last = days.to !== undefined && days.to < horizon ? days.to : horizon;
    if (first > last) return NOTHING;
    const left = await this.rows.lockDoctors(doctorIds);
    const sessions = await this.schedules.sessions(doctorIds, first, last);
    const exceptions = [
      ...(await this.schedules.exceptions(doctorIds, first, last)),
      ...settings.holidays.map(holiday),
    ];
    const begins = startOfDay(first, timezone);
    const from = begins > now ? begins : now;
    const present = await this.rows.present(doctorIds, from, startOfDay(addDays(last, 1), timezone));
    const wanted = wantedSlots(sessions, exceptions, first, last, timezone).filter((slot) => slot.startsAt >= from);
    const covered = (slot: Parameters<typeof isCovered>[0]): boolean => isCovered(slot, sessions, exceptions, timezone);
    return this.write(slotDifference(wanted, present, covered, left), doctorIds);
  }

  /** What goes, goes first: what comes may stand in its place. */
  private async write(difference: SlotDifference, doctorIds: readonly string[]): Promise<SlotsMade> {
    const { make, change, withdraw, restore } = difference;
    const gone: Withdrawal = withdraw.length === 0 ? NOBODY : await this.rows.withdraw(withdraw);
    await this.tellStaff(gone);
    if (gone.heldUntil !== null) await this.comeBack(doctorIds, gone.heldUntil);
    if (restore.length > 0) for (const task of await this.rows.restore(restore)) await this.tasks.resolve(task);
    if (change.length > 0) await this.rows.change(change);
    const made = make.length === 0 ? 0 : await this.rows.make(make);
    return {
      made,
      changed: change.length,
      removed: gone.removed,
      orphaned: gone.orphaned.length,
      refused: made === make.length ? [] : make,
    };
  }

  /** One task an appointment, however many slots it fills. */
  private async tellStaff({ orphaned }: Withdrawal): Promise<void> {
    const visits = new Map(orphaned.map((slot) => [slot.appointmentId, slot]));
    for (const { appointmentId, patientId } of visits.values()) {
      const slots = orphaned.filter((slot) => slot.appointmentId === appointmentId).map((slot) => slot.id);
      const task = await this.tasks.open(ORPHANED, { appointmentId, slotId: slots[0] }, { patientId });
      await this.rows.noteTask(slots, task);
    }
  }

  private async comeBack(doctorIds: readonly string[], heldUntil: Date): Promise<void> {
    const runAt = new Date(heldUntil.getTime() + AFTER_HOLD_MS);
    for (const doctorId of doctorIds) {
      await this.jobs.add('scheduling-remake', { doctorId }, { runAt, jobKey: `remake-${doctorId}` });
    }
  }
}

const NOBODY: Withdrawal = { removed: 0, orphaned: [], heldUntil: null };

function sum(one: SlotsMade, other: SlotsMade): SlotsMade {
  return {
    made: one.made + other.made,
    changed: one.changed + other.changed,
    removed: one.removed + other.removed,
    orphaned: one.orphaned + other.orphaned,
    refused: [...one.refused, ...other.refused],
  };
}

/** A day of the clinic's settings. */
function holiday({ on }: { readonly on: string }): Closing {
  return { id: '', kind: 'holiday', doctorId: null, startsOn: on, endsOn: on, fromTime: null, toTime: null };
}
