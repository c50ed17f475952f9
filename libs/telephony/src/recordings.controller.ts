import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AuditService, Permit } from '@clinicall/identity';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { RecordingView } from './recordings.repository';
import { RecordingsService } from './recordings.service';

export class RecordingsQuery {
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() cursor?: string;
}

/** Recorded calls and messages. The sound stays at the carrier and passes through here under audit. */
@ApiTags('recordings')
@ApiBearerAuth()
@Permit('conversations:read')
@Controller('recordings')
export class RecordingsController {
  constructor(
    private readonly recordings: RecordingsService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Recorded calls and messages, newest first' })
  async list(@Query() query: RecordingsQuery): Promise<{ items: RecordingView[]; nextCursor: string | null }> {
    const rows = await this.recordings.list(query.limit + 1, query.cursor);
    const page = rows.slice(0, query.limit);
    await this.audit.record({ action: 'recording.list', details: { count: page.length } });
    return { items: page, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }

  @Get(':id/audio')
  @ApiOperation({ summary: 'The sound of a recording, WAV; of a call the caller is left, the clinic right' })
  @ApiOkResponse({ content: { 'audio/wav': { schema: { type: 'string', format: 'binary' } } } })
  async audio(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const sound = await this.recordings.sound(id);
    await this.audit.record({ action: 'recording.read', subject: { kind: 'recording', id } });
    return new StreamableFile(sound, { type: 'audio/wav' });
  }
}
