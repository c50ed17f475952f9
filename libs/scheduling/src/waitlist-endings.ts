import { Injectable } from '@nestjs/common';
import { Events } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { BookingAttempt } from './booking-attempt';
import { BookingRecord } from './booking-record';
import { StandingHoldsRepository } from './standing-holds.repository';
import { WaitlistOffersRepository } from './waitlist-offers.repository';
import type { LiveOffer } from './waitlist-offers.repository';

/** How offers end. A slot given back is told of by HoldReleased, and that is what offers it to the next one. */
@Injectable()
export class WaitlistEndings {
  constructor(
    private readonly offers: WaitlistOffersRepository,
    private readonly holds: StandingHoldsRepository,
    private readonly attempt: BookingAttempt,
    private readonly record: BookingRecord,
    private readonly events: Events,
    private readonly audit: AuditService,
  ) {}

  /** Ends every offer whose time is up: nobody answered. */
  async closeLapsed(): Promise<void> {
    for (const { id } of await this.offers.lapsed()) await this.lapse(id);
  }

  /** False: it had ended, or has time left. */
  async lapse(offerId: string): Promise<boolean> {
    const known = await this.offers.liveOffer({ offerId });
    if (known?.expired !== true) return false;
    return this.attempt.run(async () => {
      await this.offers.lockEntry(known.entryId);
      return this.giveBack(known, 'lapsed');
    });
  }

  /** The slot was kept for exactly this patient, and is free now for whoever asks for them. False: it was not. */
  async handOver(slotId: string, patientId: string): Promise<boolean> {
    const offer = await this.offers.liveOfferOf(slotId, patientId);
    if (offer === undefined) return false;
    await this.offers.lockEntry(offer.entryId);
    return this.giveBack(offer, 'withdrawn');
  }

  /** Inside a transaction that has locked the entry: ends the offer, frees the slot, lets the entry wait on. */
  async giveBack(offer: LiveOffer, outcome: 'declined' | 'lapsed' | 'withdrawn'): Promise<boolean> {
    if (!(await this.offers.end(offer.id, outcome))) return false;
    await this.offers.waitOn(offer.entryId, outcome === 'lapsed');
    const released = await this.holds.release(offer.holdId, null);
    if (released?.freed === true) {
      const { holdId, slotId } = offer;
      await this.record.released({ holdId, slotId, conversationId: null });
    }
    await this.told(offer, outcome);
    return true;
  }

  /** Inside a transaction that has locked the entry and booked the visit. */
  async accepted(offer: LiveOffer, appointmentId: string): Promise<void> {
    await this.offers.end(offer.id, 'accepted');
    await this.offers.close(offer.entryId, 'booked', appointmentId);
    await this.told(offer, 'accepted');
  }

  private async told(offer: LiveOffer, outcome: string): Promise<void> {
    const { id: offerId, entryId: waitlistEntryId, patientId, slotId } = offer;
    await this.events.emit('WaitlistOfferEnded', { offerId, waitlistEntryId, patientId, slotId, outcome });
    await this.audit.record({
      action: `waitlist.${outcome}`,
      subject: { kind: 'waitlist_entry', id: waitlistEntryId },
      details: { offerId, slotId },
    });
  }
}
