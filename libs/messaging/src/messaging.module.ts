import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallerTexts, CodeSender, ConversationModule } from '@clinicall/conversation';
import { IdentityModule, PersonalData } from '@clinicall/identity';
import { SchedulingModule } from '@clinicall/scheduling';
import { TwilioSmsSender } from './adapters/twilio-sms-sender';
import { AppointmentTexts } from './appointment-texts';
import { CarrierHealth } from './carrier-health';
import { EmergencyTexts } from './emergency-texts';
import { InboundTextsRepository } from './inbound-texts.repository';
import { InboundTexts } from './inbound-texts.service';
import { messagingData, messagingPurges } from './messaging-data';
import { messagingEntities } from './messaging-entities';
import { OfferTexts } from './offer-texts';
import { OptOutsService } from './opt-outs.service';
import { OutboundTextsRepository } from './outbound-texts.repository';
import { OutboundTexts } from './outbound-texts.service';
import { SmsSender } from './ports/sms-sender';
import { ReceiptsService } from './receipts.service';
import { Reminders } from './reminders';
import { RepliesService } from './replies.service';
import { SmsWebhookController } from './sms-webhook.controller';
import { TextCodeSender } from './text-code-sender';
import { TextDelivery } from './text-delivery';
import { TextTalk } from './text-talk';
import { TextsController } from './texts.controller';
import { TextsRepository } from './texts.repository';
import { ThreadAnswers } from './thread-answers';
import { ThreadsRepository } from './threads.repository';
import { UnheardTexts } from './unheard-texts';

/** Global for one reason: conversation, a floor below, and telephony beside it ask for CodeSender and CallerTexts by the port and must not know this room. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(messagingEntities), IdentityModule, SchedulingModule, ConversationModule],
  controllers: [SmsWebhookController, TextsController],
  providers: [
    AppointmentTexts,
    CarrierHealth,
    EmergencyTexts,
    InboundTexts,
    InboundTextsRepository,
    OfferTexts,
    OptOutsService,
    OutboundTexts,
    OutboundTextsRepository,
    ReceiptsService,
    Reminders,
    RepliesService,
    TextCodeSender,
    TextDelivery,
    TextTalk,
    TextsRepository,
    ThreadAnswers,
    ThreadsRepository,
    UnheardTexts,
    { provide: SmsSender, useClass: TwilioSmsSender },
    { provide: CodeSender, useExisting: TextCodeSender },
    { provide: CallerTexts, useExisting: UnheardTexts },
  ],
  exports: [CallerTexts, CodeSender, OutboundTexts],
})
export class MessagingModule {
  constructor(personal: PersonalData) {
    personal.add(messagingData, messagingPurges);
  }
}
