import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@clinicall/conversation';
import { ClinicsService, OutboundLimits, TasksService } from '@clinicall/identity';
import { phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { ClinicScope, Database, Environment } from '@clinicall/platform';
import { CallsRepository } from './calls.repository';
import type { EndpointSettings } from './endpointing';
import { CallControl } from './ports/call-control';
import { connectTwiml, hangUpTwiml, laterTwiml, transferTwiml } from './twiml';

/** Streams a call may have: the first, and three that bring it back. */
const MOST_STREAMS = 4;

/** What Twilio's <Say> calls our languages. */
export const SAY_LANGUAGE: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-MX' };

/** The life of a call at the carrier: answered, brought back, transferred, ended. */
@Injectable()
export class CallsService {
  private leaving = false;

  constructor(
    private readonly calls: CallsRepository,
    private readonly conversations: ConversationsService,
    private readonly clinics: ClinicsService,
    private readonly tasks: TasksService,
    private readonly limits: OutboundLimits,
    private readonly control: CallControl,
    private readonly scope: ClinicScope,
    private readonly database: Database,
    private readonly environment: Environment,
  ) {}

  /** From now on calls are answered by other instances, or by this one's successor. */
  sendElsewhere(): void {
    this.leaving = true;
  }

  /** A call came in. The same webhook again gets the same call, with a fresh token. @returns TwiML. */
  async answer(callSid: string, from: string, to: string): Promise<string> {
    if (this.leaving) return this.elsewhere('incoming');
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return hangUpTwiml(this.words('en', 'telephony:unknown_number'));
    return this.scope.run(clinicId, async () => {
      await this.database.transaction(async () => {
        await this.calls.lock(callSid);
        if ((await this.calls.find(callSid)) !== undefined) return;
        const { id } = await this.conversations.open({ channel: 'voice', from, to });
        await this.calls.insert(callSid, id);
      });
      return this.connect(callSid, 'en');
    });
  }

  /** The stream is over, for whatever reason; the call asks what next. @returns TwiML. */
  async afterStream(callSid: string, to: string): Promise<string> {
    if (this.leaving) return this.elsewhere('after-stream');
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return hangUpTwiml();
    return this.scope.run(clinicId, async () => {
      const call = await this.calls.find(callSid);
      if (call === undefined || call.ending !== null) return hangUpTwiml();
      if (call.streams < MOST_STREAMS) return this.connect(callSid, 'en');
      const transferNumber = await this.person();
      await this.calls.end(callSid, transferNumber === null ? 'lost' : 'transferred');
      return transferNumber === null
        ? hangUpTwiml(this.words('en', 'telephony:line_trouble'))
        : transferTwiml(
            this.words('en', 'telephony:transfer_trouble'),
            transferNumber,
            this.voiceUrl('after-transfer'),
          );
    });
  }

  /** How much silence ends a caller's turn at this clinic. */
  async turnTaking(): Promise<EndpointSettings> {
    return (await this.clinics.current()).settings.turnTaking;
  }

  /** The carrier says that the call is over. */
  async ended(callSid: string, to: string): Promise<void> {
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return;
    await this.scope.run(clinicId, async () => {
      const call = await this.calls.find(callSid);
      if (call !== undefined && (await this.calls.end(callSid, 'hung_up')))
        await this.conversations.end(call.conversationId, 'hung_up');
    });
  }

  /** We end the call: the goodbye has been heard. */
  async hangUp(callSid: string): Promise<void> {
    await this.calls.end(callSid, 'finished');
    await this.control.hangUp(callSid);
  }

  /** Connects the caller with the clinic's person; without one the caller is told, and goes on with the assistant. */
  async transfer(callSid: string, language: Language): Promise<boolean> {
    const transferNumber = await this.person();
    if (transferNumber === null) return false;
    const words = this.words(language, 'telephony:transferring');
    await this.control.transfer(callSid, transferNumber, words, this.voiceUrl('after-transfer'));
    await this.calls.end(callSid, 'transferred');
    return true;
  }

  /**
   * The transfer is over. A caller whom nobody answered is told so, and a task to call back is open before it is said.
   * @param outcome Twilio's DialCallStatus.
   * @returns TwiML.
   */
  async afterTransfer(callSid: string, to: string, outcome: string): Promise<string> {
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined || outcome === 'completed' || outcome === 'answered') return hangUpTwiml();
    return this.scope.run(clinicId, async () => {
      const call = await this.calls.find(callSid);
      if (call === undefined) return hangUpTwiml();
      const { from, language = 'en' } = (await this.conversations.find(call.conversationId)) ?? { from: null };
      await this.database.transaction(async () => {
        if (!(await this.calls.transferFailed(callSid))) return;
        const about = { conversationId: call.conversationId };
        await this.tasks.open('call_back', { reason: 'not_reached', callbackNumber: from, channel: 'voice' }, about);
      });
      return hangUpTwiml(this.words(language, 'telephony:no_person'));
    });
  }

  /** The carrier's own voice, when none of ours works; the call comes back by the way of after-stream. */
  async sayByCarrier(callSid: string, text: string, language: Language): Promise<void> {
    await this.control.say(callSid, { text, language: SAY_LANGUAGE[language] }, this.afterStreamUrl);
  }

  /** The number of the clinic's person; null when there is none, or no more calls go there today. */
  private async person(): Promise<string | null> {
    const { transferNumber } = await this.clinics.current();
    if (transferNumber === null) return null;
    const refusal = await this.limits.take({ kind: 'call', to: transferNumber, segments: 0 });
    return refusal === undefined ? transferNumber : null;
  }

  private async connect(callSid: string, language: Language): Promise<string> {
    const token = await this.calls.issueToken(callSid);
    const url = `${this.environment.publicUrl.replace(/^http/, 'ws')}/media-stream`;
    const pauseSeconds = this.environment.values.RESUME_PAUSE_SECONDS;
    return connectTwiml(
      { url, token },
      { words: this.words(language, 'telephony:one_moment'), pauseSeconds, url: this.afterStreamUrl },
    );
  }

  private elsewhere(route: 'incoming' | 'after-stream'): string {
    const pauseSeconds = Math.max(1, this.environment.values.RESUME_PAUSE_SECONDS);
    return laterTwiml(pauseSeconds, this.voiceUrl(route));
  }

  private get afterStreamUrl(): string {
    return this.voiceUrl('after-stream');
  }

  private voiceUrl(route: string): string {
    return `${this.environment.publicUrl}/api/v1/voice/${route}`;
  }

  private words(language: Language, key: string): { text: string; language: string } {
    return { text: phrase(language, key), language: SAY_LANGUAGE[language] };
  }
}
