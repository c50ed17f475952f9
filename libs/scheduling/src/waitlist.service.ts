import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, Database, Events, requireVersion, writeCursor } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import type { BookingSource, SlotView } from './booking-results';
import { ClinicZone } from './clinic-zone';
import { DoctorsService } from './doctors.service';
import type { OfferStatus, WaitlistStatus } from './entities/waitlist-entry.entity';
import { PatientsRepository } from './patients.repository';
import { SlotsService } from './slots.service';
import { WaitlistEndings } from './waitlist-endings';
import { WaitlistOffersRepository } from './waitlist-offers.repository';
import { WaitlistRepository } from './waitlist.repository';
import type { EntryFilter, EntryRow, EntryWish, OfferRow } from './waitlist.repository';

export interface WaitlistWish {
  readonly patientId: string;
  /** Name of a specialty; the doctor's own when only a doctor is wished for. */
  readonly specialty?: string | null;
  readonly doctorId?: string | null;
  /** Name or id. */
  readonly visitType?: string | null;
  /** The wished window; open on a side that is absent. */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** Part of the day in the clinic's wall time, HH:mm. */
  readonly dailyFrom?: string | null;
  readonly dailyTo?: string | null;
  /** ISO 8601 weekdays that suit, 1 is Monday; any when absent. */
  readonly weekdays?: readonly number[] | null;
  /** A visit of the patient's that an earlier time is wished for: taking an offer moves it. */
  readonly movesAppointmentId?: string | null;
  /** May be texted when a time is free; true when absent. Without it nothing is offered by itself. */
  readonly contactConsent?: boolean;
  /** Higher goes first; 0 when absent. */
  readonly priority?: number;
  readonly source: BookingSource;
  readonly conversationId?: string | null;
}

export interface OfferView {
  readonly id: string;
  readonly slotId: string;
  readonly startsAt: string;
  readonly status: OfferStatus;
  readonly offeredAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
}

export interface EntryView {
  readonly id: string;
  readonly patient: { readonly id: string; readonly name: string };
  readonly doctor: { readonly id: string; readonly name: string } | null;
  readonly specialty: string | null;
  readonly visitType: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly dailyFrom: string | null;
  readonly dailyTo: string | null;
  readonly weekdays: readonly number[] | null;
  readonly status: WaitlistStatus;
  readonly contactConsent: boolean;
  readonly priority: number;
  /** Offers that ended without an answer, since the last one that was answered. */
  readonly missedOffers: number;
  readonly appointmentId: string | null;
  readonly movesAppointmentId: string | null;
  readonly version: number;
  readonly createdAt: string;
}

export interface EntryPage {
  readonly items: readonly EntryView[];
  readonly nextCursor: string | null;
}

/** Who waits for a time that is not free now. */
@Injectable()
export class WaitlistService {
  constructor(
    private readonly database: Database,
    private readonly waitlist: WaitlistRepository,
    private readonly offers: WaitlistOffersRepository,
    private readonly endings: WaitlistEndings,
    private readonly patients: PatientsRepository,
    private readonly slots: SlotsService,
    private readonly doctors: DoctorsService,
    private readonly zone: ClinicZone,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /**
   * The same wish again is the same entry.
   * @returns the entry's id. @throws AppError `validation_failed` naming `doctor`, `specialty`, `visitType`, `to`, `dailyTo`,
   * `movesAppointmentId` or `patientId`.
   */
  async join(wish: WaitlistWish): Promise<string> {
    refuseEmptyWindows(wish);
    const entry: EntryWish = {
      patientId: wish.patientId,
      specialtyId: await this.specialtyId(wish),
      doctorId: wish.doctorId ?? null,
      visitTypeId: await this.doctors.visitTypeId(wish.visitType),
      from: wish.from ?? null,
      to: wish.to ?? null,
      dailyFrom: wish.dailyFrom ?? null,
      dailyTo: wish.dailyTo ?? null,
      weekdays: wish.weekdays ?? null,
      movesAppointmentId: wish.movesAppointmentId ?? null,
    };
    return this.database.transaction(async () => {
      // The patient's row stands for the patient's list: the same wish twice at once is one entry.
      if ((await this.patients.lock([wish.patientId])).length === 0) {
        throw AppError.field('patientId', 'is not a patient of this clinic');
      }
      const { movesAppointmentId } = entry;
      if (movesAppointmentId !== null && !(await this.waitlist.hasAhead(wish.patientId, movesAppointmentId))) {
        throw AppError.field('movesAppointmentId', 'is not a booked visit of this patient');
      }
      const same = await this.waitlist.same(entry);
      if (same !== undefined) return same;
      const id = randomUUID();
      await this.waitlist.insert(id, entry, {
        contactConsent: wish.contactConsent ?? true,
        priority: wish.priority ?? 0,
        source: wish.source,
        conversationId: wish.conversationId ?? null,
      });
      await this.events.emit('WaitlistJoined', { waitlistEntryId: id, patientId: wish.patientId });
      await this.audit.record({ action: 'waitlist.join', subject: { kind: 'waitlist_entry', id } });
      return id;
    });
  }

  /** The times that are kept for a patient now, to be taken by whoever speaks for them. */
  async offeredTo(patientId: string): Promise<SlotView[]> {
    const slotIds = await this.offers.slotsOfferedTo(patientId);
    return Promise.all(slotIds.map((slotId) => this.slots.get(slotId)));
  }

  /** @throws AppError `not_found`. */
  async get(id: string): Promise<EntryView & { readonly offers: readonly OfferView[] }> {
    const [row] = await this.waitlist.list({ id, limit: 1 });
    if (row === undefined) throw AppError.notFound('waitlist entry');
    const format = await this.zone.formatter();
    const offers = (await this.waitlist.offersTo(id)).map((offer) => offerView(offer, format));
    return { ...entryView(row, format), offers };
  }

  /** Who waits longest stands first. @throws AppError `validation_failed` naming `specialty`. */
  async list(filter: Omit<EntryFilter, 'id' | 'specialtyId'> & { readonly specialty?: string }): Promise<EntryPage> {
    const { specialty, limit } = filter;
    const specialtyId = specialty === undefined ? undefined : await this.specialtyNamed(specialty);
    const rows = await this.waitlist.list({ ...filter, specialtyId, limit: limit + 1 });
    const format = await this.zone.formatter();
    const items = rows.slice(0, limit).map((row) => entryView(row, format));
    const last = rows[limit - 1];
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? writeCursor(last.createdAt.toISOString(), last.id) : null };
  }

  /**
   * Takes an entry off the list; a time that was being offered goes to the next. Again is no mistake.
   * @throws AppError `not_found`; `precondition_failed` when it is not at the version asked for.
   */
  async withdraw(id: string, version?: number): Promise<void> {
    await this.database.transaction(async () => {
      const entry = await this.offers.lockEntry(id);
      if (entry === undefined) throw AppError.notFound('waitlist entry');
      requireVersion(version, entry.version);
      if (entry.status !== 'waiting' && entry.status !== 'offered') return;
      const offer = await this.offers.liveOffer({ entryId: id });
      if (offer !== undefined) await this.endings.giveBack(offer, 'withdrawn');
      await this.offers.close(id, 'cancelled', null);
      await this.events.emit('WaitlistLeft', { waitlistEntryId: id, patientId: entry.patientId });
      await this.audit.record({ action: 'waitlist.withdraw', subject: { kind: 'waitlist_entry', id } });
    });
  }

  private async specialtyId(wish: WaitlistWish): Promise<string | null> {
    const doctor = wish.doctorId ?? undefined;
    const known = doctor === undefined ? undefined : (await this.doctors.list()).find((one) => one.id === doctor);
    if (doctor !== undefined && known === undefined) throw AppError.field('doctor', 'is not a doctor of this clinic');
    return this.specialtyNamed(wish.specialty ?? known?.specialty);
  }

  private async specialtyNamed(specialty: string | undefined): Promise<string> {
    const name = specialty?.toLowerCase();
    const found = (await this.doctors.specialties()).find((one) => one.name.toLowerCase() === name);
    if (found === undefined) throw AppError.field('specialty', 'is not a specialty of this clinic');
    return found.id;
  }
}

function refuseEmptyWindows({ from, to, dailyFrom, dailyTo }: WaitlistWish): void {
  if (from !== null && from !== undefined && to !== null && to !== undefined && to <= from) {
    throw AppError.field('to', 'must lie after from');
  }
  if (
    dailyFrom !== null &&
    dailyFrom !== undefined &&
    dailyTo !== null &&
    dailyTo !== undefined &&
    dailyTo <= dailyFrom
  ) {
    throw AppError.field('dailyTo', 'must lie after dailyFrom');
  }
}

type Format = (instant: Date) => string;

function entryView(row: EntryRow, format: Format): EntryView {
  const { patientId, patientName, doctorId, doctorName, from, to, createdAt, ...rest } = row;
  return {
    ...rest,
    patient: { id: patientId, name: patientName },
    doctor: doctorId === null ? null : { id: doctorId, name: doctorName ?? '' },
    from: from === null ? null : format(from),
    to: to === null ? null : format(to),
    createdAt: format(createdAt),
  };
}

function offerView(row: OfferRow, format: Format): OfferView {
  const { id, slotId, status } = row;
  const endedAt = row.endedAt === null ? null : format(row.endedAt);
  const [startsAt, offeredAt, expiresAt] = [row.startsAt, row.offeredAt, row.expiresAt].map(format);
  return {
    id,
    slotId,
    status,
    startsAt: startsAt ?? '',
    offeredAt: offeredAt ?? '',
    expiresAt: expiresAt ?? '',
    endedAt,
  };
}
