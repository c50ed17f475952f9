import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConversationModule } from '@clinicall/conversation';
import { IdentityModule, PersonalData } from '@clinicall/identity';
import { Environment, Health, Logger } from '@clinicall/platform';
import { SchedulingModule } from '@clinicall/scheduling';
import { OpenaiRealtimeSpeechToText } from './adapters/openai-realtime-speech-to-text';
import { OpenaiSpeechToText } from './adapters/openai-speech-to-text';
import { OpenaiTextToSpeech } from './adapters/openai-text-to-speech';
import { isRealtimeModel, speechProviders, warnOfSpeech } from './adapters/speech-providers';
import { TwilioAccount } from './adapters/twilio-account';
import { TwilioCallControl } from './adapters/twilio-call-control';
import { TwilioCallRecorder } from './adapters/twilio-call-recorder';
import { SileroVoiceActivity } from './audio/silero-voice-activity';
import { VoiceActivity } from './audio/voice-activity';
import { CallConnection } from './call-connection';
import { CallDrain } from './call-drain';
import { CallMetrics } from './call-metrics';
import { CallPlaces } from './call-places';
import { CallSessions } from './call-sessions';
import { CallTimelinesRepository } from './call-timelines.repository';
import { CallTimelines } from './call-timelines.service';
import { CallsController } from './calls.controller';
import { CallbacksController } from './callbacks.controller';
import { CallsRepository } from './calls.repository';
import { CallsService } from './calls.service';
import { Call } from './entities/call.entity';
import { CallTimelineRow } from './entities/call-timeline.entity';
import { CallRecording } from './entities/call-recording.entity';
import { CallTransfer } from './entities/call-transfer.entity';
import { FailoverSpeechToText, FailoverTextToSpeech } from './failover-speech';
import { MediaStreamGateway } from './media-stream.gateway';
import { CallControl } from './ports/call-control';
import { CallRecorder } from './ports/call-recorder';
import { PendingSockets } from './pending-sockets';
import { SpeechToText } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';
import { telephonyData, telephonyPurges } from './telephony-data';
import { speechHealth } from './speech-health';
import { SpeechController } from './speech.controller';
import { SpeechService } from './speech.service';
import { RecordingsController } from './recordings.controller';
import { RecordingsRepository } from './recordings.repository';
import { RecordingsService } from './recordings.service';
import { RelayGateway } from './relay.gateway';
import { Talks } from './talks';
import { CallsThread } from './thread/calls-thread';
import { TransferBriefing } from './transfer-briefing';
import { HoldMusicController, TransferWebhookController } from './transfer-webhook.controller';
import { TransfersRepository } from './transfers.repository';
import { TransfersService } from './transfers.service';
import { UnheardReply } from './entities/unheard-reply.entity';
import { UnheardRepliesRepository } from './unheard-replies.repository';
import { UnheardReplies } from './unheard-replies.service';
import { VoicemailService } from './voicemail.service';
import { VoicemailWebhookController } from './voicemail-webhook.controller';
import { VoiceWebhookController } from './voice-webhook.controller';

export const telephonyEntities = [Call, CallRecording, CallTimelineRow, CallTransfer, UnheardReply];

@Module({
  imports: [TypeOrmModule.forFeature(telephonyEntities), IdentityModule, SchedulingModule, ConversationModule],
  controllers: [
    CallsController,
    VoiceWebhookController,
    TransferWebhookController,
    HoldMusicController,
    VoicemailWebhookController,
    CallbacksController,
    RecordingsController,
    SpeechController,
  ],
  providers: [
    CallConnection,
    CallDrain,
    CallMetrics,
    CallPlaces,
    CallSessions,
    CallTimelines,
    CallTimelinesRepository,
    CallsRepository,
    CallsService,
    CallsThread,
    MediaStreamGateway,
    PendingSockets,
    RecordingsRepository,
    RecordingsService,
    RelayGateway,
    SpeechService,
    Talks,
    TransferBriefing,
    TransfersRepository,
    TransfersService,
    TwilioAccount,
    UnheardReplies,
    UnheardRepliesRepository,
    VoicemailService,
    { provide: CallRecorder, useClass: TwilioCallRecorder },
    { provide: CallControl, useClass: TwilioCallControl },
    { provide: VoiceActivity, useClass: SileroVoiceActivity },
    {
      provide: SpeechToText,
      inject: [Environment, Logger, Health],
      useFactory: (environment: Environment, logger: Logger, health: Health) => {
        warnOfSpeech('stt', environment, logger);
        const providers = speechProviders('stt', environment);
        health.add('speech-to-text', speechHealth('speech-to-text', providers));
        return new FailoverSpeechToText(
          providers.map((one) =>
            isRealtimeModel(one.model) ? new OpenaiRealtimeSpeechToText(one) : new OpenaiSpeechToText(one),
          ),
          logger,
        );
      },
    },
    {
      provide: TextToSpeech,
      inject: [Environment, Logger, Health],
      useFactory: (environment: Environment, logger: Logger, health: Health) => {
        warnOfSpeech('tts', environment, logger);
        const providers = speechProviders('tts', environment);
        health.add('text-to-speech', speechHealth('text-to-speech', providers));
        return new FailoverTextToSpeech(
          providers.map((one) => new OpenaiTextToSpeech(one)),
          logger,
        );
      },
    },
  ],
  exports: [PendingSockets, SpeechToText, TextToSpeech],
})
export class TelephonyModule {
  constructor(personal: PersonalData) {
    personal.add(telephonyData, telephonyPurges);
  }
}
