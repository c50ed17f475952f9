import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { InOneTransaction } from '@clinicall/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { AuditService } from './audit.service';
import { Permit } from './principal';
import { TasksService } from './tasks.service';
import type { TaskView } from './tasks.service';

export class TasksQuery {
  @ApiPropertyOptional({ enum: ['requested', 'completed'] })
  @IsOptional()
  @IsIn(['requested', 'completed'])
  status?: string;

  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional() @IsOptional() @IsUUID() cursor?: string;
}

@ApiTags('tasks')
@ApiBearerAuth()
@Permit('tasks')
@InOneTransaction()
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What a person must do, newest first' })
  async list(@Query() query: TasksQuery): Promise<{ items: TaskView[]; nextCursor: string | null }> {
    const items = await this.tasks.list({ status: query.status, cursor: query.cursor, limit: query.limit + 1 });
    const page = items.slice(0, query.limit);
    await this.audit.record({ action: 'task.list', details: { count: page.length } });
    return { items: page, nextCursor: items.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark a task as done' })
  async resolve(@Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.tasks.resolve(id);
  }
}
