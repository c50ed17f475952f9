import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AuditService, Permit, TaskQueue } from '@clinicall/identity';
import type { QueuedTask } from '@clinicall/identity';
import { InOneTransaction } from '@clinicall/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { CALLBACK_KINDS } from './callback-kinds';

const OUTCOMES = ['reached', 'left_message', 'not_reached', 'not_needed'] as const;

export class CallbacksQuery {
  @ApiPropertyOptional({ enum: ['open', 'claimed', 'finished'], default: 'open' })
  @IsOptional()
  @IsIn(['open', 'claimed', 'finished'])
  status: 'open' | 'claimed' | 'finished' = 'open';

  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() cursor?: string;
}

export class FinishCallback {
  @ApiProperty({ enum: OUTCOMES, description: 'not_reached puts it back into the queue' })
  @IsIn(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ maxLength: 1_000 }) @IsOptional() @IsString() @Length(1, 1_000) note?: string;
}

/** Somebody who waits for a call of ours. */
export interface Callback {
  readonly id: string;
  readonly status: 'open' | 'claimed' | 'finished';
  /** E.164; null when it is withheld and was not told. */
  readonly number: string | null;
  readonly reason: string | null;
  /** In the caller's own words. */
  readonly bestTime: string | null;
  /** A message that was written down. */
  readonly message: string | null;
  /** A message that was recorded: GET /recordings/{id}/audio. */
  readonly recordingId: string | null;
  readonly patientId: string | null;
  readonly conversationId: string | null;
  readonly openedAt: string;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
  readonly finishedAt: string | null;
  /** What came of the last try, and how many there were. */
  readonly outcome: string | null;
  readonly tries: number;
}

/** The queue of those who want to be called back: oldest first. */
@ApiTags('callbacks')
@ApiBearerAuth()
@Permit('tasks')
@InOneTransaction()
@Controller('callbacks')
export class CallbacksController {
  constructor(
    private readonly queue: TaskQueue,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who wants to be called back, oldest first' })
  async list(@Query() query: CallbacksQuery): Promise<{ items: Callback[]; nextCursor: string | null }> {
    const { status, cursor, limit } = query;
    const rows = await this.queue.list({ kinds: CALLBACK_KINDS, status, cursor, limit: limit + 1 });
    const page = rows.slice(0, limit);
    await this.audit.record({ action: 'callback.list', details: { count: page.length } });
    return { items: page.map(viewOf), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  @Post(':id/claim')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a call back on; 409 when somebody else has' })
  async claim(@Param('id', ParseUUIDPipe) id: string): Promise<Callback> {
    return viewOf(await this.queue.claim(id, CALLBACK_KINDS));
  }

  @Post(':id/finish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what came of a call back' })
  async finish(@Param('id', ParseUUIDPipe) id: string, @Body() body: FinishCallback): Promise<Callback> {
    const { outcome, note } = body;
    return viewOf(await this.queue.finish(id, CALLBACK_KINDS, { outcome, note, done: outcome !== 'not_reached' }));
  }
}

function viewOf(task: QueuedTask): Callback {
  const { data } = task;
  const text = (name: string): string | null => (typeof data[name] === 'string' ? data[name] : null);
  const open = task.claimedBy === null ? 'open' : 'claimed';
  return {
    id: task.id,
    status: task.status === 'completed' ? 'finished' : open,
    number: text('callbackNumber'),
    reason: text('reason'),
    bestTime: text('bestTime'),
    message: text('message'),
    recordingId: text('recordingId'),
    patientId: task.patientId,
    conversationId: task.conversationId,
    openedAt: task.openedAt,
    claimedBy: task.claimedBy,
    claimedAt: task.claimedAt,
    finishedAt: task.resolvedAt,
    outcome: text('result'),
    tries: typeof data['tries'] === 'number' ? data['tries'] : 0,
  };
}
