import { Injectable } from '@nestjs/common';
import { Agent, ConversationsService } from '@clinicall/conversation';
import { ClinicsService } from '@clinicall/identity';
import { PatientsService } from '@clinicall/scheduling';
import { ClinicScope } from '@clinicall/platform';
import { AgentTalk } from './agent-talk';
import type { CallRow } from './calls.repository';
import { ConsentTalk } from './consent-talk';
import { RecordingsService } from './recordings.service';
import type { ReplyKeeper } from './reply-keeper';
import type { Talk } from './talk';

/** A family shares a number; a company's switchboard tells nothing of who calls. */
const MOST_NAMES = 8;

/** Opens a call's conversation, by whichever door it comes in. */
@Injectable()
export class Talks {
  constructor(
    private readonly agent: Agent,
    private readonly conversations: ConversationsService,
    private readonly recordings: RecordingsService,
    private readonly clinics: ClinicsService,
    private readonly patients: PatientsService,
    private readonly scope: ClinicScope,
  ) {}

  /** In the call's clinic. @throws AppError `not_found` when the conversation is gone. */
  async open(call: CallRow, replies: ReplyKeeper): Promise<Talk> {
    const clinicId = this.scope.clinicId();
    const { settings } = await this.clinics.current();
    const offersMessage = settings.voicemail === 'written';
    const talk = await AgentTalk.open(this.agent, this.conversations, this.scope, call, {
      offersMessage,
      alarms: settings.emergencyWords,
      replies,
      namesOf: async (phone) => (await this.patients.list({ phone, limit: MOST_NAMES })).items.map(({ name }) => name),
    });
    if (settings.recording !== 'announced' || call.streams > 1) return talk;
    return new ConsentTalk(talk, () => this.scope.run(clinicId, () => this.recordings.callAgreed(call)));
  }
}
