import { Injectable } from '@nestjs/common';
import { CallerTexts, ConversationsService } from '@clinicall/conversation';
import type { CallerText } from '@clinicall/conversation';
import { ClinicsService, OutboundLimits } from '@clinicall/identity';
import { phrase } from '@clinicall/language';
import { PatientsService } from '@clinicall/scheduling';
import { OptOutsService } from './opt-outs.service';
import { OutboundTexts } from './outbound-texts.service';

/** Patients with one telephone: a family. */
const MOST_ON_A_NUMBER = 50;

/** Tells a caller by text what their line did not carry. It may hold what they did and asked: it goes to their own number or nowhere. */
@Injectable()
export class UnheardTexts extends CallerTexts {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly patients: PatientsService,
    private readonly clinics: ClinicsService,
    private readonly limits: OutboundLimits,
    private readonly optOuts: OptOutsService,
    private readonly outbound: OutboundTexts,
  ) {
    super();
  }

  async tell({ conversationId, words, onceKey }: CallerText): Promise<boolean> {
    const conversation = await this.conversations.find(conversationId);
    if (conversation === undefined || conversation.from === null) return false;
    const { from: number, to, patientId, language } = conversation;
    if (!(await this.mayText(number, patientId))) return false;
    const { name } = await this.clinics.current();
    await this.outbound.queue({
      kind: 'unheard',
      to: number,
      ...(to === null ? {} : { from: to }),
      body: phrase(language, 'messaging:unheard', { clinic: name, words }),
      onceKey,
      patientId,
      conversationId,
    });
    return true;
  }

  /** Who has proved who they are by a code may call from a telephone that is not theirs. */
  private async mayText(number: string, patientId: string | null): Promise<boolean> {
    if (!(await this.limits.mayText(number)) || (await this.optOuts.has(number))) return false;
    if (patientId === null) {
      const { items } = await this.patients.list({ phone: number, limit: MOST_ON_A_NUMBER });
      return items.every(({ contactConsent }) => contactConsent);
    }
    const { phones, contactConsent } = await this.patients.get(patientId);
    return contactConsent && phones.includes(number);
  }
}
