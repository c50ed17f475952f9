import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@clinicall/conversation';
import { TaskQueue, TasksService } from '@clinicall/identity';
import { AppError, ClinicScope, CronJob, Database, JobHandler, Jobs, Logger } from '@clinicall/platform';
import { CallConnection } from './call-connection';
import { CALLBACK_KINDS } from './callback-kinds';
import type { CallRow } from './calls.repository';
import { CallRecorder } from './ports/call-recorder';
import { RecordingsRepository } from './recordings.repository';
import type { RecordingView } from './recordings.repository';

/** At most so many are asked of the carrier in one job. */
const BATCH = 100;
const SOUND_MS = 20_000;

/** What the carrier records, only after the caller's yes, and lets go again when its time is over. */
@Injectable()
export class RecordingsService {
  constructor(
    private readonly recordings: RecordingsRepository,
    private readonly conversations: ConversationsService,
    private readonly recorder: CallRecorder,
    private readonly connection: CallConnection,
    private readonly tasks: TasksService,
    private readonly queue: TaskQueue,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  /** The caller has said yes: the consent is written first, then the carrier records. One that fails is logged; the call goes on. */
  async callAgreed(call: CallRow): Promise<void> {
    const id = await this.recordings.consent(call, 'call');
    if (id === undefined) return;
    try {
      await this.recordings.note(id, 'running', await this.recorder.start(call.callSid, this.statusUrl(id)));
    } catch (error) {
      this.logger.error('a call could not be recorded', { callId: call.id, error });
      await this.recordings.note(id, 'failed');
    }
  }

  /** Whoever the caller is put through to has not agreed. */
  async stop(call: CallRow): Promise<void> {
    const running = await this.recordings.running(call.id);
    if (running?.recordingSid === undefined || running.recordingSid === null) return;
    await this.recorder.stop(call.callSid, running.recordingSid);
  }

  /** By pressing the key the caller agreed to have their message recorded. @returns how the carrier names it to us. */
  async messageAgreed(call: CallRow): Promise<string> {
    return `${this.scope.clinicId()}.${(await this.recordings.consent(call, 'voicemail')) ?? ''}`;
  }

  /**
   * The carrier's news of a recording, by whichever of its webhooks comes first; told again it is no news. A message goes to
   * the call back that is open, or opens one.
   * @param named as our own address names it. @param status Twilio's RecordingStatus.
   */
  async told(named: string, recordingSid: string, status: string, seconds: number): Promise<void> {
    const [clinicId = '', id = ''] = named.split('.');
    if (!isId(clinicId) || !isId(id) || (status !== 'completed' && status !== 'absent')) return;
    await this.scope.run(clinicId, async () => {
      const isKept = status === 'completed';
      const known = await this.recordings.find(id);
      if (known === undefined) return;
      const { from } = (await this.conversations.find(known.conversationId)) ?? { from: null };
      await this.database.transaction(async () => {
        const recording = await this.recordings.lock(id);
        if (recording === undefined || recording.status === 'kept') return;
        await this.recordings.done(id, recordingSid, seconds, isKept);
        if (recording.kind === 'voicemail' && isKept && seconds > 0) await this.giveToTask(recording, seconds, from);
      });
    });
  }

  statusUrl(id: string): string {
    return this.connection.url('recording', { recording: `${this.scope.clinicId()}.${id}` });
  }

  async list(limit: number, cursor?: string): Promise<RecordingView[]> {
    return this.recordings.list(limit, cursor);
  }

  /** WAV. @throws AppError `not_found`, also for one that the carrier has no more. */
  async sound(id: string): Promise<Buffer> {
    const recording = await this.recordings.find(id);
    if (recording?.status !== 'kept' || recording.recordingSid === null) throw AppError.notFound('recording');
    const sound = await this.recorder.sound(recording.recordingSid, AbortSignal.timeout(SOUND_MS));
    if (sound === undefined) throw AppError.notFound('recording');
    return sound;
  }

  @CronJob('recordings', '*/10 * * * *')
  async everywhere(): Promise<void> {
    const clinics = await this.database.directory<{ clinic_id: string }>(
      'SELECT DISTINCT clinic_id FROM directory.phone_routes',
      [],
    );
    for (const { clinic_id: clinicId } of clinics) {
      await this.scope.run(clinicId, () => this.jobs.add('recordings.let-go', {}, { jobKey: 'recordings' }));
    }
  }

  /** The carrier forgets first; only then does the row go that knows of it. */
  @JobHandler('recordings.let-go')
  async letGo(): Promise<void> {
    const due = await this.recordings.due(BATCH);
    for (const { id, recordingSid } of due) {
      if (recordingSid !== null) await this.recorder.remove(recordingSid);
      await this.recordings.remove(id);
    }
    if (due.length === BATCH) await this.jobs.add('recordings.let-go', {}, { jobKey: 'recordings' });
  }

  private async giveToTask({ id, conversationId }: RecordingView, seconds: number, from: string | null): Promise<void> {
    const open = await this.queue.openOf(conversationId, CALLBACK_KINDS);
    const wish = { reason: 'left a message', callbackNumber: from, channel: 'voice' };
    const taskId = open ?? (await this.tasks.openCallBack(wish, { conversationId }));
    await this.tasks.addData(taskId, { recordingId: id, recordingSeconds: seconds });
    await this.recordings.linkTask(id, taskId);
  }
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
