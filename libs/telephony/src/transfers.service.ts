import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@clinicall/conversation';
import { ClinicsService, isOpenAt, OutboundLimits, TasksService } from '@clinicall/identity';
import type { ClinicView } from '@clinicall/identity';
import type { Language } from '@clinicall/language';
import { ClinicScope, Clock, Database, JobHandler, Jobs, Logger } from '@clinicall/platform';
import { CallConnection, carrierWords } from './call-connection';
import { CallsRepository } from './calls.repository';
import type { CallRow } from './calls.repository';
import { CallControl } from './ports/call-control';
import { TransfersRepository } from './transfers.repository';
import type { TransferFailure, TransferRow } from './transfers.repository';
import { RecordingsService } from './recordings.service';
import { hangUpTwiml, resumeTwiml, transferTwiml } from './twiml';

/** A try of which nothing was heard for so long after its ringing time has failed. */
const OVERDUE_MS = 45_000;
/** The caller is fetched back again after this when the first try did not get through to the carrier. */
const FETCH_AGAIN_MS = 3_000;

/** What Twilio's DialCallStatus and CallStatus mean for a caller who waits for a person. */
const FAILURES: Readonly<Record<string, TransferFailure>> = {
  busy: 'busy',
  'no-answer': 'no_answer',
  canceled: 'no_answer',
  failed: 'failed',
  completed: 'declined',
};

/**
 * Puts a caller through to the clinic's person. Whoever is not taken is taken back: the wish to be called is a task before
 * the caller is told of it, and the agent has the call again. The conversation lives until a person has the caller.
 */
@Injectable()
export class TransfersService {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly calls: CallsRepository,
    private readonly connection: CallConnection,
    private readonly conversations: ConversationsService,
    private readonly clinics: ClinicsService,
    private readonly tasks: TasksService,
    private readonly limits: OutboundLimits,
    private readonly control: CallControl,
    private readonly recordings: RecordingsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly scope: ClinicScope,
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** @returns false when there is nobody to try; the caller goes on with the agent. @throws ProviderError */
  async begin(callSid: string, language: Language, reason: string): Promise<boolean> {
    const clinic = await this.clinics.current();
    const call = await this.calls.find(callSid);
    const number = isClosed(clinic, this.clock.now()) ? '' : await this.person(clinic);
    if (number === null || call === undefined || call.ending !== null) return false;
    // Waited for by nobody: the agent's own transaction may hang on it.
    this.conversations.escalate(call.conversationId).catch((error: unknown) => {
      this.logger.warn('a transfer could not be noted in its conversation', { callId: call.id, error });
    });
    // The person has not agreed to be recorded.
    await this.recordings.stop(call).catch((error: unknown) => {
      this.logger.error('a recording could not be stopped', { callId: call.id, error });
    });
    if (isClosed(clinic, this.clock.now())) return this.closed(call, reason);
    const { how, ringSeconds } = clinic.settings.transfer;
    const id = await this.database.transaction(async () => {
      const begun = await this.transfers.begin(call, how, reason);
      if (begun === undefined) return undefined;
      const delayMs = ringSeconds * 1_000 + OVERDUE_MS;
      if (how === 'warm') await this.jobs.add('call.transfer-overdue', { transferId: begun }, { delayMs });
      return begun;
    });
    if (id === undefined) return true;
    try {
      if (how === 'warm') await this.wait(id, callSid, language);
      else {
        const after = { url: this.connection.url('after-transfer'), ringSeconds };
        await this.control.transfer(callSid, number, carrierWords(language, 'telephony:transferring'), after);
      }
    } catch (error) {
      // The caller is still with the agent, which tells them.
      await this.transfers.settle(id, 'failed');
      throw error;
    }
    if (how === 'warm') await this.ring(id, { number, from: clinic.phones[0] ?? '', ringSeconds });
    return true;
  }

  /** The caller's `<Dial>` is over. @param outcome Twilio's DialCallStatus. @returns TwiML. */
  async afterTransfer(callSid: string, to: string, outcome: string): Promise<string> {
    const clinicId = await this.clinics.byPhone(to);
    if (clinicId === undefined) return hangUpTwiml();
    return this.scope.run(clinicId, async () => {
      const call = await this.calls.find(callSid);
      if (call === undefined) return hangUpTwiml();
      if (call.ending === null) return this.afterDial(call, outcome);
      return outcome === 'completed' || outcome === 'answered' ? hangUpTwiml() : this.nobodyLeft(call);
    });
  }

  /** The person's own call is over. @param status Twilio's CallStatus. */
  async personLeft(transfer: TransferRow, status: string): Promise<void> {
    if (FAILURES[status] === undefined) return;
    await this.fail(transfer.id, transfer.outcome === 'accepted' ? 'failed' : FAILURES[status]);
  }

  /** The person does not want the call. */
  async declined(transfer: TransferRow): Promise<void> {
    await this.fail(transfer.id, 'declined');
  }

  /** @returns false when it is too late: the caller has gone, or was taken back. */
  async accepted(transfer: TransferRow): Promise<boolean> {
    return transfer.outcome === 'accepted' || this.transfers.settle(transfer.id, 'accepted');
  }

  /** The caller has hung up: the person's telephone stops ringing. @returns whether a person had the call. */
  async callerLeft(call: CallRow): Promise<boolean> {
    const transfer = await this.transfers.latest(call.id);
    if (transfer === undefined) return false;
    const waited = await this.transfers.settle(transfer.id, 'caller_left');
    if (waited && transfer.staffCallSid !== null) {
      await this.control.hangUp(transfer.staffCallSid).catch((error: unknown) => {
        this.logger.warn('the call to a person could not be ended', { transferId: transfer.id, error });
      });
    }
    // A cold one may have been talking; only the carrier knows.
    return transfer.outcome === 'accepted' || (waited && transfer.how === 'cold');
  }

  /** The stream was lost too often: a person is the last that can help. @returns TwiML. */
  async giveUp(callSid: string): Promise<string> {
    const clinic = await this.clinics.current();
    const number = await this.person(clinic);
    await this.calls.end(callSid, number === null ? 'lost' : 'transferred');
    if (number === null) return hangUpTwiml(carrierWords('en', 'telephony:line_trouble'));
    const after = { url: this.connection.url('after-transfer'), ringSeconds: clinic.settings.transfer.ringSeconds };
    return transferTwiml(carrierWords('en', 'telephony:transfer_trouble'), number, after);
  }

  @JobHandler('call.transfer-overdue')
  async overdue({ transferId }: { transferId: string }): Promise<void> {
    const transfer = await this.transfers.find(transferId);
    if (transfer?.outcome !== null) return;
    if (transfer.staffCallSid !== null) await this.control.hangUp(transfer.staffCallSid);
    await this.fail(transferId, 'no_answer');
  }

  @JobHandler('call.fetch-back')
  async fetchBack({ transferId }: { transferId: string }): Promise<void> {
    const transfer = await this.transfers.find(transferId);
    const call = transfer === undefined ? undefined : await this.calls.find(transfer.callSid);
    // Without `resumeAs` the agent has the caller already.
    if (call === undefined || call.ending !== null || call.resumeAs === null) return;
    await this.control.redirect(call.callSid, this.connection.afterStreamUrl);
  }

  private async afterDial(call: CallRow, outcome: string): Promise<string> {
    const transfer = await this.transfers.latest(call.id);
    if (transfer === undefined) return hangUpTwiml();
    if (transfer.how === 'cold' && (outcome === 'completed' || outcome === 'answered')) {
      await this.transfers.settle(transfer.id, 'accepted');
    } else if (transfer.outcome === null) await this.fail(transfer.id, FAILURES[outcome] ?? 'failed', false);
    const settled = (await this.transfers.find(transfer.id))?.outcome;
    // Asked as one that comes back: there the message is offered where the clinic has it recorded.
    if (settled !== 'accepted') return resumeTwiml(undefined, this.connection.afterStreamUrl);
    if (await this.calls.end(call.callSid, 'transferred'))
      await this.conversations.end(call.conversationId, 'transferred');
    return hangUpTwiml();
  }

  /** The caller of a line that was lost too often had been put through, and nobody answered: that is told to both sides. */
  private async nobodyLeft(call: CallRow): Promise<string> {
    const { from, language = 'en' } = (await this.conversations.find(call.conversationId)) ?? { from: null };
    await this.database.transaction(async () => {
      if (!(await this.calls.transferFailed(call.callSid))) return;
      const about = { conversationId: call.conversationId };
      await this.tasks.openCallBack({ reason: 'not_reached', callbackNumber: from, channel: 'voice' }, about);
    });
    return hangUpTwiml(carrierWords(language, 'telephony:no_person'));
  }

  private async wait(id: string, callSid: string, language: Language): Promise<void> {
    const room = {
      name: roomOf(id),
      holdUrl: this.connection.url('hold', { language }),
      statusUrl: this.connection.url('conference', this.named(id)),
      afterUrl: this.connection.url('after-transfer'),
    };
    await this.control.wait(callSid, room, carrierWords(language, 'telephony:please_hold'));
  }

  private async ring(id: string, person: { number: string; from: string; ringSeconds: number }): Promise<void> {
    try {
      const staffCallSid = await this.control.ring({
        to: person.number,
        from: person.from,
        answeredUrl: this.connection.url('briefing', this.named(id)),
        statusUrl: this.connection.url('transfer-status', this.named(id)),
        ringSeconds: person.ringSeconds,
      });
      await this.transfers.noteStaffCall(id, staffCallSid);
    } catch (error) {
      this.logger.error('the call to a person could not be placed', { transferId: id, error });
      await this.fail(id, 'failed');
    }
  }

  /** How our own addresses name a transfer; believed because the carrier signs them. */
  private named(id: string): { transfer: string } {
    return { transfer: `${this.scope.clinicId()}.${id}` };
  }

  /** Nobody took the caller: the wish to be called back is noted once, and the agent has them again. */
  private async fail(id: string, outcome: TransferFailure, fetch = true): Promise<void> {
    const transfer = await this.transfers.find(id);
    if (transfer === undefined) return;
    const { from } = (await this.conversations.find(transfer.conversationId)) ?? { from: null };
    const opened = await this.database.transaction(async () => {
      if (!(await this.transfers.settle(id, outcome))) return undefined;
      const taskId = await this.tasks.openCallBack(
        { reason: transfer.reason ?? 'asked for a person', outcome, callbackNumber: from, channel: 'voice' },
        { conversationId: transfer.conversationId },
      );
      await this.calls.resumeAs(transfer.callId, outcome);
      if (fetch) await this.jobs.add('call.fetch-back', { transferId: id }, { delayMs: FETCH_AGAIN_MS });
      return taskId;
    });
    if (opened === undefined) return;
    await this.conversations.expectCallback(transfer.conversationId, opened).catch((error: unknown) => {
      this.logger.warn('a caller cannot be asked when to call them', { transferId: id, error });
    });
    if (!fetch) return;
    await this.fetchBack({ transferId: id }).catch((error: unknown) => {
      this.logger.warn('a caller could not be fetched back yet', { transferId: id, error });
    });
  }

  /** Nobody is there at this hour: the message that the clinic has recorded is offered instead. */
  private async closed(call: CallRow, reason: string): Promise<boolean> {
    const { from } = (await this.conversations.find(call.conversationId)) ?? { from: null };
    const taskId = await this.database.transaction(async () => {
      await this.calls.resumeAs(call.id, 'closed');
      const wish = { reason, outcome: 'closed', callbackNumber: from, channel: 'voice' };
      return this.tasks.openCallBack(wish, { conversationId: call.conversationId });
    });
    await this.conversations.expectCallback(call.conversationId, taskId);
    await this.control.redirect(call.callSid, this.connection.afterStreamUrl);
    return true;
  }

  /** The number of the clinic's person; null when there is none, or no more calls go there today. */
  private async person({ transferNumber }: ClinicView): Promise<string | null> {
    if (transferNumber === null) return null;
    const refusal = await this.limits.take({ kind: 'call', to: transferNumber, segments: 0 });
    return refusal === undefined ? transferNumber : null;
  }
}

/** The conference in which a caller and a person meet. */
export function roomOf(transferId: string): string {
  return `transfer-${transferId}`;
}

function isClosed(clinic: ClinicView, now: Date): boolean {
  return clinic.settings.transfer.when === 'opening_hours' && !isOpenAt(clinic, now);
}
