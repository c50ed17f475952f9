import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { FRAME_MS } from '@clinicall/audio';
import { TasksService } from '@clinicall/identity';
import { ClinicScope, Logger, Tracing } from '@clinicall/platform';
import { DoctorsService } from '@clinicall/scheduling';
import type { MediaLine } from './audio/playout';
import { VoiceActivity } from './audio/voice-activity';
import { CallSession } from './call-session';
import { CallTimelines } from './call-timelines.service';
import { CallWatch } from './call-watch';
import type { CallEquipment } from './call-equipment';
import { CallMetrics } from './call-metrics';
import { CallsRepository, clinicOfToken } from './calls.repository';
import type { CallRow } from './calls.repository';
import { CallPlaces } from './call-places';
import { CallsService } from './calls.service';
import type { CallManner } from './calls.service';
import { SpeechToText } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';
import type { Talk } from './talk';
import { Talks } from './talks';
import { TransfersService } from './transfers.service';

/** A call's way out, which can also be shut. */
export interface CallLine extends MediaLine {
  close(): void;
  /** Bytes that wait to be sent. */
  buffered(): number;
}

interface LiveCall {
  readonly clinicId: string;
  readonly call: CallRow;
  readonly talk: Talk;
  readonly line: CallLine;
}

/** How often a call that is to be handed over is looked at for a moment of quiet. */
const LOOK_MS = 50;

/** The calls this instance carries: opens them against their token, beats their time, closes them. */
@Injectable()
export class CallSessions implements OnApplicationShutdown {
  private readonly live = new Map<CallSession, LiveCall>();
  private metronome: NodeJS.Timeout | undefined;

  constructor(
    private readonly calls: CallsRepository,
    private readonly service: CallsService,
    private readonly transfers: TransfersService,
    private readonly places: CallPlaces,
    private readonly talks: Talks,
    private readonly doctors: DoctorsService,
    private readonly tasks: TasksService,
    private readonly recogniser: SpeechToText,
    private readonly synthesiser: TextToSpeech,
    private readonly voiceActivity: VoiceActivity,
    private readonly metrics: CallMetrics,
    private readonly timelines: CallTimelines,
    private readonly tracing: Tracing,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {
    metrics.watchBuffers(() => Math.max(0, ...[...this.live.values()].map(({ line }) => line.buffered())));
  }

  /** @returns undefined when the token is not this call's, or has been used. */
  async open(callSid: string, token: string, line: CallLine): Promise<CallSession | undefined> {
    const clinicId = clinicOfToken(token);
    if (clinicId === undefined) return undefined;
    const call = await this.scope.run(clinicId, () => this.calls.redeemToken(callSid, token));
    if (call === undefined) return undefined;
    const manner = await this.scope.run(clinicId, () => this.service.manner());
    const talk = await this.scope.run(clinicId, () => this.talks.open(call));
    const equipment = await this.scope.run(clinicId, () => this.equipment(clinicId, call, talk, line, manner));
    const session = new CallSession(talk, line, equipment);
    this.live.set(session, { clinicId, call, talk, line });
    this.places.opened(callSid);
    this.metronome ??= setInterval(() => this.beat(), FRAME_MS);
    return session;
  }

  /** Calls that this instance carries now. */
  get count(): number {
    return this.live.size;
  }

  /** The socket is gone. The call itself may come back by after-stream. */
  close(session: CallSession): void {
    const live = this.live.get(session);
    if (live === undefined) return;
    this.live.delete(session);
    this.places.left(live.call.callSid);
    session.close();
    if (this.live.size > 0) return;
    clearInterval(this.metronome);
    this.metronome = undefined;
  }

  /**
   * Gives every call to whichever instance answers its after-stream: at its next moment of quiet, or when patience ends.
   * Resolves when none is left and what they were writing is written.
   */
  async handOver(patienceMs: number): Promise<void> {
    const sessions = [...this.live.keys()];
    for (const until = performance.now() + patienceMs; this.live.size > 0 && performance.now() < until;) {
      for (const [session, { line }] of this.live) if (session.isQuiet) line.close();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    for (const { line } of this.live.values()) line.close();
    await Promise.all(sessions.map((session) => session.settled()));
    await this.timelines.settled();
  }

  onApplicationShutdown(): void {
    for (const session of [...this.live.keys()]) this.close(session);
  }

  private beat(): void {
    for (const [session, { call }] of this.live) {
      try {
        session.tick();
      } catch (error) {
        this.logger.error('a call failed and is closed', { callId: call.id, error });
        this.close(session);
      }
    }
  }

  private async equipment(
    clinicId: string,
    call: CallRow,
    talk: Talk,
    line: CallLine,
    { endpointing, voiceFor }: CallManner,
  ): Promise<CallEquipment> {
    const inClinic = <T>(work: () => Promise<T>) => this.scope.run(clinicId, work);
    const doctors = await this.doctors.list({});
    return {
      recogniser: this.recogniser,
      synthesiser: this.synthesiser,
      detector: this.voiceActivity.open(),
      hints: [...new Set(doctors.flatMap((doctor) => [`Dr. ${doctor.name}`, doctor.specialty]))],
      endpointing,
      voiceFor,
      watch: this.watch(clinicId, call, talk),
      hangUp: () =>
        inClinic(async () => {
          await talk.end('finished');
          // The call counts as over already: one whose carrier cannot be told ends by what follows its stream.
          await this.service.hangUp(call.callSid).catch((error: unknown) => {
            this.logger.error('a call could not be hung up', { callId: call.id, error });
            line.close();
          });
        }),
      transfer: (reason) =>
        inClinic(async () => {
          const reached = await this.transfers.begin(call.callSid, talk.language, reason).catch((error: unknown) => {
            this.logger.error('a call could not be transferred', { callId: call.id, error });
            return false;
          });
          // A person may not take the call: the conversation goes on until one has.
          if (!reached)
            await this.tasks.open('call_back', { reason: 'not_reached' }, { conversationId: call.conversationId });
          return reached;
        }),
      sayByCarrier: (words) => inClinic(() => this.service.sayByCarrier(call.callSid, words, talk.language)),
      log: (event, attributes) =>
        this.logger.warn(event, {
          callId: call.id,
          ...attributes,
        }),
      now: () => performance.now(),
    };
  }

  private watch(clinicId: string, call: CallRow, talk: Talk): CallWatch {
    const about = {
      'clinicall.clinic.id': clinicId,
      'clinicall.call.id': call.id,
      'clinicall.channel': 'voice',
      'gen_ai.conversation.id': call.conversationId,
    };
    return new CallWatch({
      metrics: this.metrics,
      now: () => performance.now(),
      trace: (startedAt) => this.tracing.begin({ ...about, 'clinicall.language': talk.language }, startedAt),
      keep: this.timelines.keeper(clinicId, call),
    });
  }
}
