import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@clinicall/identity';
import { ConversationsService } from '@clinicall/conversation';
import type { Language } from '@clinicall/language';
import { ClinicScope } from '@clinicall/platform';
import { CallConnection, carrierWords } from './call-connection';
import { CallsRepository } from './calls.repository';
import type { CallRow } from './calls.repository';
import { RecordingsService } from './recordings.service';
import { keyTwiml, recordTwiml, resumeTwiml } from './twiml';

const AGREES = '1';
/** Longest message, seconds. */
const LONGEST = 180;

/** The recorded message of a caller whom nobody could take: a key is the consent, then a tone, then their words. */
@Injectable()
export class VoicemailService {
  constructor(
    private readonly recordings: RecordingsService,
    private readonly calls: CallsRepository,
    private readonly connection: CallConnection,
    private readonly conversations: ConversationsService,
    private readonly clinics: ClinicsService,
    private readonly scope: ClinicScope,
  ) {}

  /** @returns TwiML that offers it and goes on to the agent; undefined where the clinic does not want it. */
  async offer(call: CallRow): Promise<string | undefined> {
    const { settings } = await this.clinics.current();
    if (settings.voicemail !== 'recorded' || !isFailure(call.resumeAs)) return undefined;
    const language = await this.languageOf(call);
    const told = carrierWords(language, `telephony:back_${call.resumeAs}`);
    const offered = carrierWords(language, 'telephony:voicemail_offer');
    // What happened has been told by then; the agent asks the rest.
    await this.calls.resumeAs(call.id, 'told');
    const onward = await this.connection.connect(call.callSid, language);
    const words = { ...told, text: `${told.text} ${offered.text}` };
    return keyTwiml(words, this.connection.url('voicemail'), bodyOf(onward), 1);
  }

  /** A key was pressed at the offer. @returns TwiML. */
  async chosen(callSid: string, to: string, digits: string): Promise<string> {
    return this.within(callSid, to, async (call, language) => {
      if (digits !== AGREES) return this.connection.connect(call.callSid, language);
      const recording = await this.recordings.messageAgreed(call);
      await this.calls.resumeAs(call.id, 'no_message');
      return recordTwiml(carrierWords(language, 'telephony:voicemail_speak'), {
        doneUrl: this.connection.url('voicemail-done', { recording }),
        statusUrl: this.connection.url('recording', { recording }),
        otherwiseUrl: this.connection.afterStreamUrl,
        longestSeconds: LONGEST,
      });
    });
  }

  /** The message is there. @returns TwiML. */
  async left(callSid: string, to: string, named: string, recordingSid: string, seconds: number): Promise<string> {
    return this.within(callSid, to, async (call, language) => {
      await this.recordings.told(named, recordingSid, 'completed', seconds);
      await this.calls.resumeAs(call.id, 'left_message');
      return this.connection.connect(call.callSid, language);
    });
  }

  private async within(
    callSid: string,
    to: string,
    work: (call: CallRow, language: Language) => Promise<string>,
  ): Promise<string> {
    const clinicId = await this.clinics.byPhone(to);
    const onward = resumeTwiml(undefined, this.connection.afterStreamUrl);
    if (clinicId === undefined) return onward;
    return this.scope.run(clinicId, async () => {
      const call = await this.calls.find(callSid);
      return call?.ending === null ? work(call, await this.languageOf(call)) : onward;
    });
  }

  private async languageOf(call: CallRow): Promise<Language> {
    return (await this.conversations.find(call.conversationId))?.language ?? 'en';
  }
}

function isFailure(resumeAs: string | null): boolean {
  return resumeAs !== null && ['declined', 'no_answer', 'busy', 'failed', 'closed'].includes(resumeAs);
}

/** The verbs of a document, to stand behind others. */
function bodyOf(document: string): string {
  return /<Response>(.*)<\/Response>/s.exec(document)?.[1] ?? '';
}
