import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { AuditService, Permit } from '@clinicall/identity';
import { CallTimelines } from './call-timelines.service';
import type { CallTimelineView } from './call-timelines.service';
import type { CallView } from './call-timelines.repository';

export class CallsQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() conversationId?: string;
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() cursor?: string;
}

/** Calls, and what happened in them over time; the words stand in the conversation. */
@ApiTags('calls')
@ApiBearerAuth()
@Permit('conversations:read')
@Controller('calls')
export class CallsController {
  constructor(
    private readonly timelines: CallTimelines,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Calls, newest first' })
  async list(@Query() query: CallsQuery): Promise<{ items: CallView[]; nextCursor: string | null }> {
    const { limit, conversationId, cursor } = query;
    const rows = await this.timelines.list(limit + 1, conversationId, cursor);
    const page = rows.slice(0, limit);
    await this.audit.record({ action: 'call.list', details: { count: page.length } });
    return { items: page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  @Get(':id/timeline')
  @ApiOperation({
    summary: 'Who spoke when, decisions, interruptions, silences, providers',
    description:
      'Per media stream, in milliseconds since its start. Kinds: caller, agent, gap (with `until`), endpoint, words, model, tool, guard, voice, first_audio, barge_in, false_interruption, backchannel, cutoff, filler, key, no_input, not_understood, failure, end.',
  })
  async timeline(@Param('id', ParseUUIDPipe) id: string): Promise<CallTimelineView> {
    const view = await this.timelines.read(id);
    await this.audit.record({ action: 'call.timeline', subject: { kind: 'call', id } });
    return view;
  }
}
