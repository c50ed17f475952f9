import { Injectable } from '@nestjs/common';
import { AppError, Clock } from '@clinicall/platform';
import type { SlotView } from './booking-results';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import type { SlotStatus } from './entities/slot.entity';
import { readCursor, writeCursor } from './page-cursor';
import { RosterNames } from './roster-names';
import { SlotsRepository } from './slots.repository';
import type { SlotFilter, SlotRow } from './slots.repository';

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
const USUAL_SLOTS = 20;

/** The search for times: earliest first, one statement. */
@Injectable()
export class SlotsService {
  constructor(
    private readonly slots: SlotsRepository,
    private readonly doctors: DoctorsService,
    private readonly roster: RosterNames,
    private readonly zone: ClinicZone,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `validation_failed` naming an unknown doctor, specialty or visit type, or a bad cursor. */
  async find(search: SlotSearch): Promise<SlotPage> {
    const specialtyIds = await this.roster.specialtyIds(search.specialty);
    if (search.specialty !== undefined && specialtyIds.length === 0) {
      throw AppError.field('specialty', 'is not a specialty of this clinic');
    }
    const limit = Math.min(search.limit ?? USUAL_SLOTS, MOST_SLOTS);
    const rows = await this.slots.find({ ...(await this.filterOf(search)), specialtyIds, limit: limit + 1 });
    if (rows.length === 0) await this.refuseUnknownDoctor(search.doctorId);
    const items = await this.views(rows.slice(0, limit));
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? writeCursor(last.startsAt, last.id) : null };
  }

  /** @throws AppError `not_found`. */
  async get(slotId: string): Promise<SlotView> {
    const row = await this.slots.get(slotId);
    const [view] = row === undefined ? [] : await this.views([row]);
    if (view === undefined) throw AppError.notFound('slot');
    return view;
  }

  /** Up to three free times nearest to one that is gone: with the same doctor, or else in the same specialty. */
  async alternatives(wanted: {
    doctorId: string;
    specialtyId: string;
    startsAt: Date;
    /** The doctor's own, when they were read with the refusal. */
    nearest?: readonly SlotRow[];
  }): Promise<SlotView[]> {
    const own = wanted.nearest ?? (await this.slots.nearest({ doctorId: wanted.doctorId }, wanted.startsAt, 3));
    if (own.length > 0) return this.views(own);
    return this.views(await this.slots.nearest({ specialtyId: wanted.specialtyId }, wanted.startsAt, 3));
  }

  private async filterOf(search: SlotSearch): Promise<Omit<SlotFilter, 'specialtyIds' | 'limit'>> {
    const { timezone, settings } = await this.zone.clinic();
    const { doctorId, dailyFrom, dailyTo, excludeSlotIds, status = 'free' } = search;
    const now = this.clock.now();
    const soonest = new Date(now.getTime() + settings.minimumNoticeMinutes * 60_000);
    const asked = search.from === undefined ? now : new Date(search.from);
    const from = status === 'free' && asked < soonest ? soonest : asked;
    const horizon = new Date(from.getTime() + settings.bookingHorizonDays * DAY_MS);
    const to = search.to === undefined ? horizon : new Date(search.to);
    const visitTypeId = (await this.doctors.visitTypeId(search.visitType)) ?? undefined;
    const after = search.cursor === undefined ? undefined : readCursor(search.cursor);
    return { doctorId, visitTypeId, status, from, to, dailyFrom, dailyTo, timezone, excludeSlotIds, after };
  }

  private async views(rows: readonly SlotRow[]): Promise<SlotView[]> {
    const names = await this.roster.names(rows.map((row) => row.doctorId));
    const format = await this.zone.formatter();
    return rows.map((row) => ({
      id: row.id,
      status: row.status,
      startsAt: format(row.startsAt),
      endsAt: format(row.endsAt),
      doctor: { id: row.doctorId, name: names.doctors.get(row.doctorId) ?? '' },
      specialty: names.specialties.get(row.specialtyId) ?? '',
    }));
  }

  /** Nothing found is an answer; nothing found because there is no such doctor is a mistake to name. */
  private async refuseUnknownDoctor(doctorId: string | undefined): Promise<void> {
    if (doctorId === undefined || (await this.roster.names([doctorId])).doctors.has(doctorId)) return;
    throw AppError.field('doctorId', 'is not a doctor of this clinic');
  }
}
