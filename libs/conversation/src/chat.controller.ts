import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { judgedLanguages, languages } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { ClinicsService, Permit, speaks } from '@clinicall/identity';
import { AppError } from '@clinicall/platform';
import { Agent } from './agent.service';
import { ConversationsService } from './conversations.service';

export class ChatMessageRequest {
  @ApiProperty({ maxLength: 20_000 }) @IsString() @MaxLength(20_000) message: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() conversationId?: string;

  @ApiPropertyOptional({ description: 'E.164; a hint of who it is, like caller ID' })
  @IsOptional()
  @Matches(/^\+[1-9]\d{6,14}$/, { message: 'from must be an E.164 phone number such as +12025550123' })
  from?: string;

  @ApiPropertyOptional({ enum: languages }) @IsOptional() @IsIn(languages) language?: Language;
}

export class ChatReply {
  @ApiProperty({ format: 'uuid' }) conversationId: string;
  @ApiProperty() reply: string;
  @ApiProperty({ description: 'The assistant has said goodbye' }) ended: boolean;
  @ApiProperty({ description: 'A person is to take over' }) escalated: boolean;
}

@ApiTags('chat')
@ApiBearerAuth()
@Permit('chat')
@Controller('chat')
export class ChatController {
  constructor(
    private readonly agent: Agent,
    private readonly conversations: ConversationsService,
    private readonly clinics: ClinicsService,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Talk with the receptionist in writing' })
  @ApiOkResponse({ type: ChatReply })
  async chat(@Body() request: ChatMessageRequest): Promise<ChatReply> {
    if (request.language !== undefined) await this.checkSpoken(request.language);
    const conversationId = await this.conversationOf(request);
    const words: string[] = [];
    for await (const output of this.agent.reply(
      { conversationId, text: request.message },
      new AbortController().signal,
    )) {
      if (output.type === 'say' && output.kind !== 'filler') words.push(output.text);
    }
    const { status, escalated } = await this.conversations.resume(conversationId);
    return { conversationId, reply: words.join(' '), ended: status === 'ended', escalated };
  }

  /** One whose words code can judge is answered in the clinic's own where the clinic does not speak it; another is a mistake. */
  private async checkSpoken(language: Language): Promise<void> {
    const isJudged = judgedLanguages.some((one) => one === language);
    if (isJudged || speaks(await this.clinics.current(), language)) return;
    throw AppError.field('language', 'must be one that this clinic speaks (its setting `languages`)');
  }

  /** A message to a conversation that has ended begins the next one. */
  private async conversationOf({ conversationId, from, language }: ChatMessageRequest): Promise<string> {
    if (conversationId === undefined) return (await this.conversations.open({ channel: 'chat', from, language })).id;
    const known = await this.conversations.resume(conversationId);
    if (known.status === 'open') return conversationId;
    const { id } = await this.conversations.open({ channel: 'chat', from: known.from, language: known.language });
    return id;
  }
}
