import { Injectable } from '@nestjs/common';
import { AppError, Clock } from '@clinicall/platform';
import type { SlotView } from './booking-results';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import type { SlotStatus } from './entities/slot.entity';
import { readCursor, writeCursor } from './page-cursor';
import { SlotsRepository } from './slots.repository';

export interface SlotSearch {
  readonly doctorId?: string;
  /** Name or id of a specialty. */
  readonly specialty?: string;
  /** Name or id of a visit type. */
  readonly visitType?: string;
  /** Instants; now, and the clinic's booking horizon after it, when absent. `to` is exclusive. */
  readonly from?: Date | string;
  readonly to?: Date | string;
  /** Part of the day in the clinic's wall time, HH:mm; `dailyTo` is exclusive. */
  readonly dailyFrom?: string;
  readonly dailyTo?: string;
  /** `free` when absent; a slot whose hold has ended counts as free. */
  readonly status?: SlotStatus;
  readonly excludeSlotIds?: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
}

export interface SlotPage {
  readonly items: readonly SlotView[];
  readonly nextCursor: string | null;
}

const DAY_MS = 86_400_000;
const MOST_SLOTS = 200;

/** The search for times: earliest first, one statement. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly slots: SlotsRepository,
    private readonly doctors: DoctorsService,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `validation_failed` naming an unknown doctor, specialty or visit type, or a bad cursor. */
  async find(search: SlotSearch): Promise<SlotPage> {
    const { timezone, settings } = await this.zone.clinic();
    const format = await this.zone.formatter();
    const status = search.status ?? 'free';
    const now = this.clock.now();
    const soonest = new Date(now.getTime() + settings.minimumNoticeMinutes * 60_000);
    const asked = search.from === undefined ? now : new Date(search.from);
    const from = status === 'free' && asked < soonest ? soonest : asked;
    const to =
      search.to === undefined ? new Date(from.getTime() + settings.bookingHorizonDays * DAY_MS) : new Date(search.to);
    const limit = Math.min(search.limit ?? 20, MOST_SLOTS);
    const visitTypeId = (await this.doctors.visitTypeId(search.visitType)) ?? undefined;
    const { doctorId, specialty, dailyFrom, dailyTo, excludeSlotIds } = search;
    const after = search.cursor === undefined ? undefined : readCursor(search.cursor);
    const rows = await this.slots.find(
      {
        doctorId,
        specialty,
        visitTypeId,
        status,
        from,
        to,
        dailyFrom,
        dailyTo,
        timezone,
        excludeSlotIds,
        after,
        limit: limit + 1,
      },
      format,
    );
    if (rows.length === 0) await this.refuseUnknown(search);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? writeCursor(last.startsAt, last.id) : null };
  }

  /** @throws AppError `not_found`. */
  async get(slotId: string): Promise<SlotView> {
    const slot = await this.slots.get(slotId, await this.zone.formatter());
    if (slot === undefined) throw AppError.notFound('slot');
    return slot;
  }

  /** Up to three free times nearest to one that is gone: with the same doctor, or else in the same specialty. */
  async alternatives(wanted: { doctorId: string; specialtyId: string; startsAt: Date }): Promise<SlotView[]> {
    const format = await this.zone.formatter();
    const own = await this.slots.nearest({ doctorId: wanted.doctorId }, wanted.startsAt, 3, format);
    if (own.length > 0) return own;
    return this.slots.nearest({ specialtyId: wanted.specialtyId }, wanted.startsAt, 3, format);
  }

  /** Nothing found is an answer; nothing found because the name is unknown is a mistake to name. */
  private async refuseUnknown(search: SlotSearch): Promise<void> {
    const { doctorId, specialty } = search;
    if (doctorId !== undefined && !(await this.doctors.list()).some((doctor) => doctor.id === doctorId)) {
      throw AppError.field('doctorId', 'is not a doctor of this clinic');
    }
    if (specialty === undefined) return;
    const known = await this.doctors.specialties();
    const wanted = specialty.toLowerCase();
    if (!known.some((one) => one.id === wanted || one.name.toLowerCase() === wanted)) {
      throw AppError.field('specialty', 'is not a specialty of this clinic');
    }
  }
}
