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
import type { CallDoor, CallRow } from './calls.repository';
import { CallPlaces } from './call-places';
import { CallsService } from './calls.service';
import type { CallManner } from './calls.service';
import { SpeechToText } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';
import { RelaySession } from './relay-session';
import type { RelayLine } from './relay-session';
import type { Talk } from './talk';
import { Talks } from './talks';
import { TransfersService } from './transfers.service';
import { UnheardReplies } from './unheard-replies.service';

/** A call's way out, which can also be shut. */
export interface CallLine extends MediaLine {
  close(): void;
  /** Bytes that wait to be sent. */
  buffered(): number;
}

/** The same for a call whose voice is the carrier's. */
export interface RelayCallLine extends RelayLine {
  buffered(): number;
}

/** What every call is, whichever door it came in by. */
export type LiveSession = Pick<CallSession, 'tick' | 'close' | 'isQuiet' | 'settled'>;

interface LiveCall {
  readonly clinicId: string;
  readonly call: CallRow;
  readonly line: Pick<CallLine, 'close' | 'buffered'>;
}

/** How often a call that is to be handed over is looked at for a moment of quiet. */
const LOOK_MS = 50;

/** The calls this instance carries: opens them against their token, beats their time, closes them. */
@Injectable()
export class CallSessions implements OnApplicationShutdown {
  private readonly live = new Map<LiveSession, LiveCall>();
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
    private readonly unheard: UnheardReplies,
    private readonly tracing: Tracing,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {
    metrics.watchBuffers(() => Math.max(0, ...[...this.live.values()].map(({ line }) => line.buffered())));
  }

  /** @returns undefined when the token is not this call's, or has been used. */
  async open(callSid: string, token: string, line: CallLine): Promise<CallSession | undefined> {
    return this.admit(callSid, token, line, async (call, clinicId) => {
      const replies = this.unheard.keeper(clinicId, call);
      const talk = await this.talks.open(call, replies);
      const manner = await this.service.manner();
      return new CallSession(talk, line, { ...(await this.equipment(clinicId, call, talk, line, manner)), replies });
    });
  }

  /** The same by the other door: the carrier hears and speaks. */
  async openRelay(callSid: string, token: string, line: RelayCallLine): Promise<RelaySession | undefined> {
    return this.admit(callSid, token, line, async (call, clinicId) => {
      const replies = this.unheard.keeper(clinicId, call);
      const talk = await this.talks.open(call, replies);
      const watch = this.watch(clinicId, call, talk, 'relay');
      return new RelaySession(talk, line, { ...this.acts(clinicId, call, talk, line), watch, replies });
    });
  }

  /** Calls that this instance carries now. */
  get count(): number {
    return this.live.size;
  }

  /** The socket is gone. The call itself may come back by after-stream. */
  close(closed: object): void {
    const session = closed as LiveSession;
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
    await Promise.all([this.timelines.settled(), this.unheard.settled()]);
  }

  onApplicationShutdown(): void {
    for (const session of [...this.live.keys()]) this.close(session);
  }

  private async admit<Session extends LiveSession>(
    callSid: string,
    token: string,
    line: Pick<CallLine, 'close' | 'buffered'>,
    begin: (call: CallRow, clinicId: string) => Promise<Session>,
  ): Promise<Session | undefined> {
    const clinicId = clinicOfToken(token);
    if (clinicId === undefined) return undefined;
    return this.scope.run(clinicId, async () => {
      const call = await this.calls.redeemToken(callSid, token);
      if (call === undefined) return undefined;
      const session = await begin(call, clinicId);
      this.live.set(session, { clinicId, call, line });
      this.places.opened(callSid);
      this.metronome ??= setInterval(() => this.beat(), FRAME_MS);
      return session;
    });
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
    const doctors = await this.doctors.list({});
    return {
      ...this.acts(clinicId, call, talk, line),
      recogniser: this.recogniser,
      synthesiser: this.synthesiser,
      detector: this.voiceActivity.open(),
      hints: [...new Set(doctors.flatMap((doctor) => [`Dr. ${doctor.name}`, doctor.specialty]))],
      endpointing,
      voiceFor,
      watch: this.watch(clinicId, call, talk, 'stream'),
      sayByCarrier: (words, isLast) =>
        this.scope.run(clinicId, async () => {
          if (isLast) await talk.end('finished');
          await this.service.sayByCarrier(call.callSid, words, talk.language, isLast);
        }),
      leave: () => line.close(),
    };
  }

  /** What a call can have done to itself, by either door. */
  private acts(
    clinicId: string,
    call: CallRow,
    talk: Talk,
    line: { close(): void },
  ): Pick<CallEquipment, 'hangUp' | 'transfer' | 'log' | 'now'> {
    const inClinic = <T>(work: () => Promise<T>) => this.scope.run(clinicId, work);
    return {
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
            await this.tasks.openCallBack({ reason: 'not_reached' }, { conversationId: call.conversationId });
          return reached;
        }),
      log: (event, attributes) =>
        this.logger.warn(event, {
          callId: call.id,
          ...attributes,
        }),
      now: () => performance.now(),
    };
  }

  private watch(clinicId: string, call: CallRow, talk: Talk, door: CallDoor): CallWatch {
    const about = {
      'clinicall.clinic.id': clinicId,
      'clinicall.call.id': call.id,
      'clinicall.channel': 'voice',
      'gen_ai.conversation.id': call.conversationId,
    };
    return new CallWatch({
      door,
      metrics: this.metrics,
      now: () => performance.now(),
      trace: (startedAt) => this.tracing.begin({ ...about, 'clinicall.language': talk.language }, startedAt),
      keep: this.timelines.keeper(clinicId, call),
    });
  }
}
