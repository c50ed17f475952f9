import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@clinicall/conversation';
import { ClinicsService } from '@clinicall/identity';
import { languages } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { ClinicScope } from '@clinicall/platform';
import { PatientsService } from '@clinicall/scheduling';
import { CallConnection, carrierWords } from './call-connection';
import { TransfersRepository } from './transfers.repository';
import type { TransferRow } from './transfers.repository';
import { roomOf, TransfersService } from './transfers.service';
import { hangUpTwiml, joinTwiml, keyTwiml } from './twiml';

const ACCEPT = '1';
const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
const NAMED = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * The person's side of a warm transfer. What the caller wants is told only after the key: whatever picks the telephone up
 * before that may be a machine that writes down what it hears.
 */
@Injectable()
export class TransferBriefing {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly service: TransfersService,
    private readonly connection: CallConnection,
    private readonly conversations: ConversationsService,
    private readonly patients: PatientsService,
    private readonly clinics: ClinicsService,
    private readonly scope: ClinicScope,
  ) {}

  /** The person has answered. @param named as our own address names it. @returns TwiML. */
  async answered(named: string): Promise<string> {
    return this.within(named, async (transfer, language) => {
      if (transfer.outcome !== null) return this.tooLate(language);
      const { name } = await this.clinics.current();
      const action = this.connection.url('briefing-answer', { transfer: named });
      return keyTwiml(carrierWords(language, 'telephony:briefing', { clinic: name }), action);
    });
  }

  /** The person has pressed a key. @returns TwiML. */
  async keyed(named: string, digits: string): Promise<string> {
    return this.within(named, async (transfer, language) => {
      if (digits !== ACCEPT) {
        await this.service.declined(transfer);
        return hangUpTwiml(carrierWords(language, 'telephony:briefing_declined'));
      }
      if (!(await this.service.accepted(transfer))) return this.tooLate(language);
      return joinTwiml(await this.details(transfer, language), { name: roomOf(transfer.id) });
    });
  }

  /** How the person's own call stands. @param status Twilio's CallStatus. */
  async personStatus(named: string, status: string): Promise<void> {
    if (!OVER.has(status)) return;
    await this.within(named, async (transfer) => {
      await this.service.personLeft(transfer, status);
      return '';
    });
  }

  /** Who comes and goes in the room. @param event Twilio's StatusCallbackEvent. */
  async roomNews(named: string, event: string, callSid: string): Promise<void> {
    if (event !== 'participant-join') return;
    await this.within(named, async (transfer) => {
      if (callSid !== transfer.callSid) await this.transfers.noteJoined(transfer.id);
      return '';
    });
  }

  private async details(transfer: TransferRow, language: Language) {
    const conversation = await this.conversations.find(transfer.conversationId);
    const patientId = conversation?.patientId ?? null;
    const reason = transfer.reason ?? '';
    if (patientId === null) return carrierWords(language, 'telephony:briefing_unknown', { reason });
    const { name } = await this.patients.get(patientId);
    return carrierWords(language, 'telephony:briefing_known', { name, reason });
  }

  private tooLate(language: Language): string {
    return hangUpTwiml(carrierWords(language, 'telephony:briefing_too_late'));
  }

  private async within(
    named: string,
    work: (transfer: TransferRow, language: Language) => Promise<string>,
  ): Promise<string> {
    const [, clinicId, id] = NAMED.exec(named) ?? [];
    if (clinicId === undefined || id === undefined) return hangUpTwiml();
    return this.scope.run(clinicId, async () => {
      const transfer = await this.transfers.find(id);
      if (transfer === undefined) return hangUpTwiml();
      const { language } = await this.clinics.current();
      return work(transfer, languages.find((one) => one === language) ?? 'en');
    });
  }
}
