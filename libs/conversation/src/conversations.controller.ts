import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { AuditService, Permit } from '@clinicall/identity';
import { ConversationsService } from './conversations.service';
import type { ConversationRecord, ConversationView } from './conversations.service';

export class ConversationsQuery {
  @ApiPropertyOptional({ enum: ['voice', 'sms', 'chat'] })
  @IsOptional()
  @IsIn(['voice', 'sms', 'chat'])
  channel?: string;
  @ApiPropertyOptional({ enum: ['open', 'ended'] }) @IsOptional() @IsIn(['open', 'ended']) status?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  escalated?: boolean;

  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() cursor?: string;
}

/** The supervision log: what was said, which tools ran with what result, and what the guards withheld. */
@ApiTags('conversations')
@ApiBearerAuth()
@Permit('conversations:read')
@Controller('conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Conversations, newest first' })
  async list(@Query() query: ConversationsQuery): Promise<{ items: ConversationView[]; nextCursor: string | null }> {
    const { channel, status, escalated, cursor, limit } = query;
    const rows = await this.conversations.list({ channel, status, escalated, cursor, limit: limit + 1 });
    const page = rows.slice(0, limit);
    await this.audit.record({ action: 'conversation.list', details: { count: page.length } });
    return { items: page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** Patients' words are read here, so reading leaves an audit row. */
  @Get(':id')
  @ApiOperation({ summary: 'One conversation with its turns, tool calls and guard actions' })
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<ConversationRecord> {
    const record = await this.conversations.read(id);
    await this.audit.record({ action: 'conversation.read', subject: { kind: 'conversation', id } });
    return record;
  }
}
