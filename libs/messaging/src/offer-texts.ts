import { Injectable } from '@nestjs/common';
import { TasksService } from '@clinicall/identity';
import { addedLanguages, fold } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { Clock, OnEvent } from '@clinicall/platform';
import type { DomainEvent } from '@clinicall/platform';
import { PatientsService, SlotsService, WaitlistOffers } from '@clinicall/scheduling';
import type { OfferFacts, SentOffer } from '@clinicall/scheduling';
import { AppointmentTexts } from './appointment-texts';
import { OptOutsService } from './opt-outs.service';
import { OutboundTexts } from './outbound-texts.service';

/**
 * Words of their own, whole message: the network takes YES for its START, CANCEL and END for its STOP, and a plain yes may
 * be the answer to something else.
 */
interface OfferWord {
  readonly takes: boolean;
  readonly language: Language;
}

const WORDS: Readonly<Record<string, OfferWord>> = {
  take: { takes: true, language: 'en' },
  pass: { takes: false, language: 'en' },
  tomar: { takes: true, language: 'es' },
  tomo: { takes: true, language: 'es' },
  pasar: { takes: false, language: 'es' },
  paso: { takes: false, language: 'es' },
  ...Object.fromEntries(
    [...addedLanguages.values()].flatMap(({ tag: language, words: { texts } }): [string, OfferWord][] => [
      [texts.take, { takes: true, language }],
      [texts.pass, { takes: false, language }],
    ]),
  ),
};

/** A sentence of the catalogue, in the language that the word was said in. */
export interface OfferAnswer {
  readonly key: string;
  readonly language: Language;
}

/** A freed time is offered to who waits by text, and their word answers it. */
@Injectable()
export class OfferTexts {
  constructor(
    private readonly offers: WaitlistOffers,
    private readonly slots: SlotsService,
    private readonly patients: PatientsService,
    private readonly words: AppointmentTexts,
    private readonly outbound: OutboundTexts,
    private readonly optOuts: OptOutsService,
    private readonly tasks: TasksService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('WaitlistOffered')
  async offered({ id, data }: DomainEvent<OfferFacts>): Promise<void> {
    const { patientId, slotId, expiresAt, conversationId, waitlistEntryId } = data;
    const validSeconds = Math.floor((Date.parse(expiresAt) - this.clock.now().getTime()) / 1_000);
    const patient = await this.patients.get(patientId);
    if (patient.phone === null || validSeconds <= 0) return;
    if (await this.optOuts.has(patient.phone)) {
      // Asked for silence, and waits all the same: a person may call.
      await this.tasks.open('call_back', { reason: 'waitlist_offer', waitlistEntryId, slotId }, { patientId });
      return;
    }
    await this.outbound.queue({
      kind: 'offer',
      to: patient.phone,
      body: await this.words.compose(await this.slots.get(slotId), patient, 'offer', conversationId, expiresAt),
      validSeconds,
      onceKey: `event:${id}`,
      patientId,
      conversationId,
    });
  }

  /** @returns what answers a word about an offer; undefined: the text is about something else. */
  async answer(phone: string, body: string): Promise<OfferAnswer | undefined> {
    const word = WORDS[fold(body.trim()).replace(/[^a-z]/g, '')];
    const offer = word === undefined ? undefined : await this.offers.latestTo(phone);
    if (word === undefined || offer === undefined) return undefined;
    return { key: word.takes ? await this.take(offer) : await this.pass(offer), language: word.language };
  }

  /** A text that is read again after a crash gets the same answer, here and below. */
  private async pass({ entryId, status }: SentOffer): Promise<string> {
    const passed = (await this.offers.decline(entryId)) || status === 'declined';
    return passed ? 'offer_passed' : 'offer_over';
  }

  private async take({ entryId, status }: SentOffer): Promise<string> {
    if (status !== 'offered' && status !== 'accepted') return 'offer_over';
    const result = await this.offers.accept(entryId, { source: 'sms' });
    if (result.ok) return 'offer_taken';
    return result.reason === 'patient_busy' ? 'offer_busy' : 'offer_over';
  }
}
