import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule, PersonalData } from '@clinicall/identity';
import { Environment, Health, Logger } from '@clinicall/platform';
import { SchedulingModule } from '@clinicall/scheduling';
import { Agent } from './agent.service';
import { AgentMetrics } from './agent-metrics';
import { BeforeModel } from './before-model';
import { CallbackDetails } from './callback-details';
import { ChatController } from './chat.controller';
import { chatHealth, chatModelChain } from './chat-models';
import { ClinicFactsReader } from './clinic-facts';
import { conversationData, conversationPurges, CONVERSATIONS_OF } from './conversation-data';
import { conversationEntities } from './conversation-entities';
import { ConversationsController } from './conversations.controller';
import { ConversationsRepository } from './conversations.repository';
import { ConversationsService } from './conversations.service';
import { ModelPrices } from './model-prices';
import { OneTimeCodes } from './one-time-codes';
import { ChatModel } from './ports/chat-model';
import { ReviewsRepository } from './reviews.repository';
import { SupervisionService } from './supervision.service';
import { TokenBudget } from './token-budget';
import { ToolRunner } from './tool-runner';
import { TurnCloser } from './turn-closer';
import { TurnLogRepository } from './turn-log.repository';
import { TurnOpener } from './turn-opener';
import { TurnStarter } from './turn-starter';
import { TurnOrder } from './turn-order';

/** The agent. A room above binds CodeSender. */
@Module({
  imports: [IdentityModule, SchedulingModule, TypeOrmModule.forFeature(conversationEntities)],
  controllers: [ChatController, ConversationsController],
  providers: [
    {
      provide: ChatModel,
      inject: [Environment, Logger, Health],
      useFactory: (environment: Environment, logger: Logger, health: Health): ChatModel => {
        const chain = chatModelChain(environment.values, environment.localAiUrl, logger);
        health.add('chat', chatHealth(chain));
        return chain;
      },
    },
    { provide: ModelPrices, inject: [Environment], useFactory: ({ values }: Environment) => new ModelPrices(values) },
    Agent,
    AgentMetrics,
    BeforeModel,
    CallbackDetails,
    ClinicFactsReader,
    ConversationsRepository,
    ConversationsService,
    OneTimeCodes,
    ReviewsRepository,
    SupervisionService,
    TokenBudget,
    ToolRunner,
    TurnCloser,
    TurnLogRepository,
    TurnOpener,
    TurnStarter,
    TurnOrder,
  ],
  exports: [Agent, ConversationsService],
})
export class ConversationModule {
  constructor(personal: PersonalData) {
    personal.add(conversationData, conversationPurges);
    personal.setConversations(CONVERSATIONS_OF);
  }
}
