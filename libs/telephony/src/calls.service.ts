import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@clinicall/conversation';
import { ClinicsService, voiceOf } from '@clinicall/identity';
import type { ClinicView } from '@clinicall/identity';
import { languageOf } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { ClinicScope, Database } from '@clinicall/platform';
import { CallConnection, carrierWords, carrierLanguage } from './call-connection';
import { CallPlaces } from './call-places';
import { callerNumberOf } from './caller-number';
import { CallsRepository } from './calls.repository';
import type { EndpointSettings } from './endpointing';
import { CallControl } from './ports/call-control';
import { TransfersService } from './transfers.service';
import { hangUpTwiml } from './twiml';
import { VoicemailService } from './voicemail.service';

/** Streams a call may have: the first, and three that bring it back. */
const MOST_STREAMS = 4;
/** With those after transfers that nobody took. */
const MOST_STREAMS_AND_TRANSFERS = 10;
const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** What a status callback says of a call. */
export interface CallStatusNews {
  readonly callSid: string;
  readonly to: string;
  /** Twilio's CallStatus. */
  readonly status: string;
  /** Whole seconds; null while it lasts. */
  readonly seconds: number | null;
}

/** What a clinic's settings say of its calls. */
export interface CallManner {
  /** How much silence ends a caller's turn. */
  readonly endpointing: EndpointSettings;
  readonly voiceFor: (language: Language) => string | undefined;
}

/** The life of a call at the carrier: answered, brought back, ended. */
@Injectable()
export class CallsService {
  private leaving = false;

  constructor(
    private readonly calls: CallsRepository,
    private readonly connection: CallConnection,
    private readonly places: CallPlaces,
    private readonly transfers: TransfersService,
    private readonly voicemail: VoicemailService,
    private readonly conversations: ConversationsService,
    private readonly clinics: ClinicsService,
    private readonly control: CallControl,
    private readonly scope: ClinicScope,
    private readonly database: Database,
  ) {}

  /** From now on calls are answered by other instances, or by this one's successor. */
  sendElsewhere(): void {
    this.leaving = true;
  }

  /** A call came in. The same webhook again gets the same call, with a fresh token. @returns TwiML. */
  async answer(callSid: string, from: string, to: string): Promise<string> {
    if (this.leaving) return this.connection.elsewhere('incoming');
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return hangUpTwiml(carrierWords('en', 'telephony:unknown_number'));
    return this.scope.run(clinicId, async () => {
      const clinic = await this.clinics.current();
      const language = languageOf(clinic.language);
      const busy = hangUpTwiml(carrierWords(language, 'telephony:busy'));
      if (!this.places.take(callSid)) return busy;
      if (await this.admit(callSid, { from: callerNumberOf(from), to }, clinic))
        return this.connection.connect(callSid, language);
      this.places.left(callSid);
      return busy;
    });
  }

  /** The stream is over, for whatever reason; the call asks what next. @returns TwiML. */
  async afterStream(callSid: string, to: string): Promise<string> {
    if (this.leaving) return this.connection.elsewhere('after-stream');
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return hangUpTwiml();
    return this.scope.run(clinicId, async () => {
      await this.calls.noteUnopened(callSid);
      const call = await this.calls.find(callSid);
      if (call === undefined || call.ending !== null) return hangUpTwiml();
      // One whom nobody answered comes back by our own wish.
      if (call.resumeAs !== null && call.streams < MOST_STREAMS_AND_TRANSFERS)
        return (await this.voicemail.offer(call)) ?? this.connection.connect(callSid, 'en');
      if (call.streams < MOST_STREAMS) return this.connection.connect(callSid, 'en');
      return this.transfers.giveUp(callSid);
    });
  }

  /** How this clinic's calls are held. */
  async manner(): Promise<CallManner> {
    const clinic = await this.clinics.current();
    return { endpointing: clinic.settings.turnTaking, voiceFor: (language) => voiceOf(clinic, language) };
  }

  /** The carrier tells how a call stands; what is no news has no effect. */
  async told({ callSid, to, status, seconds }: CallStatusNews): Promise<void> {
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return;
    await this.scope.run(clinicId, async () => {
      await this.calls.noteStatus(callSid, status, seconds);
      if (!OVER.has(status)) return;
      this.places.left(callSid);
      const call = await this.calls.find(callSid);
      if (call === undefined || call.ending !== null) return;
      const ending = (await this.transfers.callerLeft(call)) ? 'transferred' : 'hung_up';
      if (await this.calls.end(callSid, ending)) await this.conversations.end(call.conversationId, ending);
    });
  }

  /** We end the call: the goodbye has been heard. */
  async hangUp(callSid: string): Promise<void> {
    await this.calls.end(callSid, 'finished');
    await this.control.hangUp(callSid);
  }

  /** The carrier's own voice, when none of ours works. The call comes back by the way of after-stream, or is over with these words. */
  async sayByCarrier(callSid: string, text: string, language: Language, isLast: boolean): Promise<void> {
    const after = isLast ? undefined : this.connection.afterStreamUrl;
    await this.control.say(callSid, { text, language: carrierLanguage(language) }, after);
    if (isLast) await this.calls.end(callSid, 'finished');
  }

  /** Notes the call, unless the clinic has as many as it wants. @returns false then. */
  private async admit(
    callSid: string,
    { from, to }: { from: string | null; to: string },
    { settings }: ClinicView,
  ): Promise<boolean> {
    const admitted = await this.database.transaction(async () => {
      await this.calls.lock(callSid);
      if ((await this.calls.find(callSid)) !== undefined) return true;
      await this.calls.lockClinic();
      if ((await this.calls.countLive()) >= settings.callsAtOnce) return false;
      const { id } = await this.conversations.open({ channel: 'voice', from, to });
      await this.calls.insert(callSid, id, this.connection.doorFor(settings.relayNumbers.includes(to)));
      return true;
    });
    if (!admitted) this.places.turnedAway('clinic');
    return admitted;
  }
}
