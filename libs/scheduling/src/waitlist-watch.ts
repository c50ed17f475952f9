import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, Jobs, OnEvent } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import { askingTime } from './asking-hours';
import { BookingAttempt } from './booking-attempt';
import { ClinicZone } from './clinic-zone';
import { LongVisitsRepository } from './long-visits.repository';
import { WaitlistEndings } from './waitlist-endings';
import { WaitlistOffersRepository } from './waitlist-offers.repository';
import { WaitlistOffers } from './waitlist-offers.service';
import { WaitlistRepository } from './waitlist.repository';

/** Sees times become free, however they do, and has them offered: a cancelled or moved visit, a lifted block, an ended hold. */
@Injectable()
export class WaitlistWatch {
  constructor(
    private readonly waitlist: WaitlistRepository,
    private readonly offers: WaitlistOffers,
    private readonly offersRepository: WaitlistOffersRepository,
    private readonly endings: WaitlistEndings,
    private readonly long: LongVisitsRepository,
    private readonly attempt: BookingAttempt,
    private readonly zone: ClinicZone,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @OnEvent('AppointmentCancelled')
  async cancelled({ data }: DomainEvent<{ appointmentId: string }>): Promise<void> {
    for (const entryId of await this.offersRepository.moving(data.appointmentId)) {
      await this.endEntry(entryId, 'cancelled', null);
    }
    await this.freed(await this.long.slotIdsOf('appointments', data.appointmentId));
  }

  @OnEvent('AppointmentRescheduled')
  async moved({ data }: DomainEvent<{ previousSlotIds?: string[]; previousSlotId: string }>): Promise<void> {
    await this.freed(data.previousSlotIds ?? [data.previousSlotId]);
  }

  @OnEvent('SlotsUnblocked')
  async unblocked({ data }: DomainEvent<{ slotIds: string[] }>): Promise<void> {
    await this.freed(data.slotIds);
  }

  @OnEvent('HoldReleased')
  async released({ data }: DomainEvent<{ holdId: string }>): Promise<void> {
    await this.freed(await this.long.slotIdsOf('holds', data.holdId));
  }

  /** A hold that simply ends is told of by nobody: its slot is looked at then. */
  @OnEvent('SlotHeld')
  async held({ data }: DomainEvent<{ holdId: string; expiresAt: string; waitlistEntryId?: string }>): Promise<void> {
    if (data.waitlistEntryId !== undefined) return;
    const slotIds = await this.waitlist.wanted(await this.long.slotIdsOf('holds', data.holdId));
    const runAt = new Date(Date.parse(data.expiresAt) + 1_000);
    for (const slotId of slotIds) {
      await this.jobs.add('waitlist.offer', { slotId }, { runAt, jobKey: `waitlist-hold:${slotId}` });
    }
  }

  /** Whoever got what they waited for, on whatever way, waits no more. */
  @OnEvent('AppointmentBooked')
  async booked({ data }: DomainEvent<{ appointmentId: string }>): Promise<void> {
    const ids = await this.offersRepository.fulfilledBy(data.appointmentId, await this.zone.timezone());
    for (const entryId of ids) await this.endEntry(entryId, 'booked', data.appointmentId);
  }

  /** Nobody is asked at night: the time stays free for whoever books it, and is offered in the morning if it is free then. */
  @JobHandler('waitlist.offer')
  async offerFreed({ slotId }: { slotId: string }): Promise<void> {
    const now = this.clock.now();
    const runAt = askingTime(now, await this.zone.timezone());
    if (runAt.getTime() > now.getTime()) {
      await this.jobs.add('waitlist.offer', { slotId }, { runAt, jobKey: `waitlist-morning:${slotId}` });
      return;
    }
    await this.offers.offer(slotId);
  }

  @JobHandler('waitlist.lapse')
  async lapse({ offerId }: { offerId: string }): Promise<void> {
    await this.endings.lapse(offerId);
  }

  private async endEntry(entryId: string, status: 'booked' | 'cancelled', appointmentId: string | null): Promise<void> {
    await this.attempt.run(async () => {
      await this.offersRepository.lockEntry(entryId);
      const offer = await this.offersRepository.liveOffer({ entryId });
      if (offer !== undefined) await this.endings.giveBack(offer, 'withdrawn');
      await this.offersRepository.close(entryId, status, appointmentId);
    });
  }

  private async freed(slotIds: readonly string[]): Promise<void> {
    if (slotIds.length === 0) return;
    for (const slotId of await this.waitlist.wanted(slotIds)) {
      await this.jobs.add('waitlist.offer', { slotId }, { jobKey: `waitlist:${slotId}` });
    }
  }
}
