import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Events, Jobs } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { AppointmentsService } from './appointments.service';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import type { BookingResult, BookingSource, Refusal } from './booking-results';
import { BookingsService } from './bookings.service';
import { ClinicZone } from './clinic-zone';
import { HoldTokens } from './hold-tokens';
import { LongVisits } from './long-visits';
import { WaitlistEndings } from './waitlist-endings';
import { WaitlistOffersRepository } from './waitlist-offers.repository';
import type { BestEntry, LiveOffer, SentOffer } from './waitlist-offers.repository';

/** What WaitlistOffered tells: enough for the words of the text. */
export interface OfferFacts {
  readonly offerId: string;
  readonly waitlistEntryId: string;
  readonly patientId: string;
  readonly slotId: string;
  readonly doctorId: string;
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly expiresAt: string;
  readonly conversationId: string | null;
}

type Outcome = { readonly ok: true; readonly offer: OfferFacts } | { readonly ok: false; readonly raced: boolean };

const MOST_TURNS = 5;

/** Freed times go to those who wait: held for one, asked, and on to the next. */
@Injectable()
export class WaitlistOffers {
  constructor(
    private readonly offers: WaitlistOffersRepository,
    private readonly endings: WaitlistEndings,
    private readonly bookings: BookingsService,
    private readonly appointments: AppointmentsService,
    private readonly long: LongVisits,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly tokens: HoldTokens,
    private readonly zone: ClinicZone,
    private readonly events: Events,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** Holds a free slot for the best entry and tells of it. Undefined: nobody fits, or the slot is gone. */
  async offer(slotId: string): Promise<OfferFacts | undefined> {
    await this.endings.closeLapsed();
    for (let turn = 1; turn <= MOST_TURNS; turn++) {
      const outcome = await this.attempt.run(() => this.attempt.undoable(() => this.once(slotId)));
      if (outcome.ok) return outcome.offer;
      if (!outcome.raced) return undefined;
    }
    return undefined;
  }

  /** The offered time is booked. `hold_expired`: the offer is over. Saying yes again gives the same visit. */
  async accept(
    entryId: string,
    by: { source?: BookingSource; conversationId?: string | null } = {},
  ): Promise<BookingResult> {
    return this.attempt.run(async (): Promise<BookingResult> => {
      const entry = await this.offers.lockEntry(entryId);
      if (entry === undefined) return refused('not_found');
      if (entry.status === 'booked' && entry.appointmentId !== null) {
        return { ok: true, appointment: await this.appointments.get(entry.appointmentId), repeated: true };
      }
      const offer = await this.offers.liveOffer({ entryId });
      if (offer === undefined) return refused('hold_expired');
      const result = await this.take(offer, by);
      if (result.ok) await this.endings.accepted(offer, result.appointment.id);
      return result;
    });
  }

  /** The entry waits on for another time; this one goes to the next. False: there was no live offer. */
  async decline(entryId: string): Promise<boolean> {
    return this.attempt.run(async () => {
      await this.offers.lockEntry(entryId);
      const offer = await this.offers.liveOffer({ entryId });
      return offer !== undefined && this.endings.giveBack(offer, 'declined');
    });
  }

  /** The latest offer that a number was sent, live or over. */
  async latestTo(phone: string): Promise<SentOffer | undefined> {
    return this.offers.latestTo(phone);
  }

  /** A new visit, or the one that was to be moved, moved. */
  private async take(
    offer: LiveOffer,
    by: { source?: BookingSource; conversationId?: string | null },
  ): Promise<BookingResult> {
    const { holdId, patientId, movesAppointmentId: appointmentId } = offer;
    const owner = { kind: 'token', token: this.tokens.tokenOf(holdId) } as const;
    if (appointmentId === null) return this.bookings.confirm({ holdId, owner, patientId, ...by });
    return this.bookings.reschedule({ appointmentId, holdId, owner, ...by });
  }

  private async once(slotId: string): Promise<Outcome> {
    const { timezone, settings } = await this.zone.clinic();
    const { minimumNoticeMinutes: noticeMinutes, waitlistOfferMinutes: minutes } = settings;
    const entry = await this.offers.best(slotId, timezone, noticeMinutes + minutes);
    if (entry === undefined) return { ok: false, raced: false };
    const holdId = randomUUID();
    const { patientId, visitTypeId } = entry;
    const hold = { id: holdId, slotId, conversationId: null, patientId, visitTypeId, noticeMinutes };
    const taking = await this.long.hold({ ...hold, ownerKind: 'waitlist' }, minutes);
    if (taking?.expiresAt === undefined) return { ok: false, raced: taking?.verdict === 'patient_busy' };
    const { doctorId, startsAt, expiresAt } = taking;
    const id = randomUUID();
    const kept = { id, entryId: entry.id, slotId, holdId, phone: entry.phone, expiresAt };
    if (!(await this.offers.insert(kept))) return { ok: false, raced: true };
    const facts = this.factsOf(id, entry, { slotId, doctorId, startsAt, expiresAt });
    await this.told(facts, holdId);
    return { ok: true, offer: facts };
  }

  private async told(facts: OfferFacts, holdId: string): Promise<void> {
    const { offerId, waitlistEntryId, slotId, expiresAt } = facts;
    await this.record.held({ holdId, slotId, expiresAt, conversationId: null, waitlistEntryId });
    await this.events.emit('WaitlistOffered', { ...facts });
    await this.audit.record({
      action: 'waitlist.offer',
      subject: { kind: 'waitlist_entry', id: waitlistEntryId },
      details: { offerId, slotId },
    });
    const runAt = new Date(Date.parse(expiresAt) + 1_000);
    await this.jobs.add('waitlist.lapse', { offerId }, { runAt, jobKey: `waitlist-offer:${offerId}` });
  }

  private factsOf(
    offerId: string,
    entry: BestEntry,
    time: { slotId: string; doctorId: string; startsAt: Date; expiresAt: Date },
  ): OfferFacts {
    return {
      offerId,
      waitlistEntryId: entry.id,
      patientId: entry.patientId,
      slotId: time.slotId,
      doctorId: time.doctorId,
      startsAt: time.startsAt.toISOString(),
      expiresAt: time.expiresAt.toISOString(),
      conversationId: entry.conversationId,
    };
  }
}

const refused = (reason: Refusal['reason']): Refusal => ({ ok: false, reason });
