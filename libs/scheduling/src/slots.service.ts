import { Injectable } from '@nestjs/common';
import { AppError, Clock, readCursor, writeCursor } from '@clinicall/platform';
import { callerKey } from './asker';
import type { Asker } from './asker';
import type { SlotView } from './booking-results';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import type { SlotStatus } from './entities/slot.entity';
import { dayFault } from './request-fields';
import { RosterNames } from './roster-names';
import { SlotsRepository } from './slots.repository';
import type { SlotRow } from './slots.repository';
import type { SlotFilter } from './slot-search';
import { addDays, dayOf, startOfDay } from './wall-time';

export interface SlotSearch {
  readonly doctorId?: string;
  /** Name or id of a specialty. */
  readonly specialty?: string;
  /** Name or id of a visit type. A visit longer than a slot is offered where enough consecutive slots are free. */
  readonly visitType?: string;
  /** BCP 47, spoken by the doctor. */
  readonly language?: string;
  readonly locationId?: string;
  /** Instants; now, and the clinic's booking horizon after it, when absent. `to` is exclusive. */
  readonly from?: Date | string;
  readonly to?: Date | string;
  /** Part of the day in the clinic's wall time: HH:mm, `dailyTo` exclusive; or by its name. */
  readonly dailyFrom?: string;
  readonly dailyTo?: string;
  readonly partOfDay?: PartOfDay;
  /** ISO weekdays, days YYYY-MM-DD, of the clinic's calendar. */
  readonly weekdays?: readonly number[];
  readonly days?: readonly string[];
  /** `free` when absent; a slot whose hold has ended counts as free. */
  readonly status?: SlotStatus;
  /** Refused already. */
  readonly excludeSlotIds?: readonly string[];
  /** Whom the search is for: what their own hold keeps is free to them, and to nobody else. Not with `onePerTime`. */
  readonly keptFor?: Asker;
  /** Each time once, with the doctor whose turn it is by the clinic's `doctorChoice`. */
  readonly onePerTime?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Why a search for free times found none: what a person would say. */
export type NoSlotsReason = 'past' | 'outside_horizon' | 'closed' | 'fully_booked' | 'not_offered' | 'no_gap';

/** A slot that somebody wanted and did not get. */
export interface GoneTime {
  readonly slotId: string;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly startsAt: Date;
}

export interface SlotPage {
  readonly items: readonly SlotView[];
  readonly nextCursor: string | null;
  /** Only with a first page that is empty. */
  readonly reason?: NoSlotsReason;
}

export const PARTS_OF_DAY = {
  morning: { dailyTo: '12:00' },
  afternoon: { dailyFrom: '12:00', dailyTo: '17:00' },
  evening: { dailyFrom: '17:00' },
  after_work: { dailyFrom: '17:00' },
} as const satisfies Record<string, { dailyFrom?: string; dailyTo?: string }>;
export type PartOfDay = keyof typeof PARTS_OF_DAY;

const DAY_MS = 86_400_000;
const MOST_SLOTS = 200;
const USUAL_SLOTS = 20;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

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
    const limit = Math.min(search.limit ?? USUAL_SLOTS, MOST_SLOTS);
    const filter = { ...(await this.filterOf(search)), limit: limit + 1 };
    const inTurn = search.onePerTime === true && search.doctorId === undefined && filter.status === 'free';
    const rows = inTurn
      ? await this.slots.findInTurn(filter, (await this.zone.clinic()).settings.doctorChoice)
      : await this.slots.find(filter);
    if (rows.length === 0) return this.nothing(filter);
    const items = await this.views(rows.slice(0, limit));
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? writeCursor(last.startsAt, inTurn ? LAST_ID : last.id) : null };
  }

  /** @throws AppError `not_found`. */
  async get(slotId: string): Promise<SlotView> {
    const row = await this.slots.get(slotId);
    const [view] = row === undefined ? [] : await this.views([row]);
    if (view === undefined) throw AppError.notFound('slot');
    return view;
  }

  /** Up to three free times nearest to one that is gone: with the same doctor, or else in the same specialty. */
  async nearestTo({ doctorId, specialtyId, startsAt }: GoneTime): Promise<SlotView[]> {
    const own = await this.slots.nearest({ doctorId }, startsAt, 3);
    return this.views(own.length > 0 ? own : await this.slots.nearest({ specialtyId }, startsAt, 3));
  }

  private async filterOf(search: SlotSearch): Promise<Omit<SlotFilter, 'limit'>> {
    const wrongDay = search.days?.map(dayFault).find((fault) => fault !== undefined);
    if (wrongDay !== undefined) throw AppError.field('days', wrongDay);
    const { timezone, settings } = await this.zone.clinic();
    const { doctorId, locationId, weekdays, days, excludeSlotIds, status = 'free' } = search;
    const keptFor = search.keptFor && { ...search.keptFor, caller: callerKey(search.keptFor) };
    const now = this.clock.now();
    const soonest = new Date(now.getTime() + settings.minimumNoticeMinutes * 60_000);
    const asked = search.from === undefined ? now : new Date(search.from);
    const from = status === 'free' && asked < soonest ? soonest : asked;
    const ahead = new Date(from.getTime() + settings.bookingHorizonDays * DAY_MS);
    const horizon = startOfDay(addDays(dayOf(now, timezone), settings.bookingHorizonDays + 1), timezone);
    const to = search.to === undefined ? ahead : new Date(search.to);
    const visitTypeId = (await this.doctors.visitTypeId(search.visitType)) ?? undefined;
    const doctorIds = search.language === undefined ? undefined : await this.roster.speakers(search.language);
    const specialtyIds = await this.specialtyIds(search.specialty);
    const after = search.cursor === undefined ? undefined : readCursor(search.cursor);
    const { dailyFrom, dailyTo } = search.partOfDay === undefined ? search : partOf(search, search.partOfDay);
    const who = { doctorId, doctorIds, specialtyIds, visitTypeId, locationId };
    const times = { from, to, horizon, dailyFrom, dailyTo, weekdays, days, timezone, after };
    return { ...who, ...times, status, excludeSlotIds, keptFor };
  }

  private async specialtyIds(specialty: string | undefined): Promise<string[]> {
    const ids = await this.roster.specialtyIds(specialty);
    if (specialty === undefined || ids.length > 0) return ids;
    throw AppError.field('specialty', 'is not a specialty of this clinic');
  }

  /** An empty page says why, unless it follows another one. */
  private async nothing(filter: SlotFilter): Promise<SlotPage> {
    await this.refuseUnknownDoctor(filter.doctorId);
    const none = { items: [], nextCursor: null };
    if (filter.status !== 'free' || filter.after !== undefined) return none;
    return { ...none, reason: await this.reasonOf(filter) };
  }

  private async reasonOf(filter: SlotFilter): Promise<NoSlotsReason> {
    const { from, to, horizon } = filter;
    if (to <= this.clock.now() || to <= from) return 'past';
    const { any, open, allowed } = await this.slots.remains(filter);
    if (!any) return horizon !== undefined && from >= horizon ? 'outside_horizon' : 'closed';
    if (!open) return 'fully_booked';
    if (horizon !== undefined && from >= horizon) return 'outside_horizon';
    return allowed ? (filter.visitTypeId === undefined ? 'fully_booked' : 'no_gap') : 'not_offered';
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

function partOf(search: SlotSearch, part: PartOfDay): { dailyFrom?: string; dailyTo?: string } {
  if (search.dailyFrom === undefined && search.dailyTo === undefined) return PARTS_OF_DAY[part];
  throw AppError.field('partOfDay', 'does not go with dailyFrom or dailyTo');
}
