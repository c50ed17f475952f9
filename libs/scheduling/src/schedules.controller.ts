import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Permit } from '@clinicall/identity';
import { IfMatch, InOneTransaction, readNameCursor, TakesIfMatch } from '@clinicall/platform';
import { RulesService } from './rules.service';
import {
  ExceptionAnswer,
  ExceptionBody,
  ExceptionPatch,
  ExceptionsAnswer,
  ExceptionsQuery,
  ScheduleAnswer,
  ScheduleBody,
  SchedulePatch,
  SchedulesAnswer,
  SchedulesQuery,
} from './schedule-bodies';

@ApiTags('schedules')
@ApiBearerAuth()
@InOneTransaction()
@Controller('schedules')
export class SchedulesController {
  constructor(private readonly rules: RulesService) {}

  @Get()
  @Permit('schedule:read')
  @ApiOperation({ summary: 'Weekly sessions, in the clinic’s wall time' })
  @ApiOkResponse({ type: SchedulesAnswer })
  async list(@Query() { doctorId, limit, cursor }: SchedulesQuery): Promise<SchedulesAnswer> {
    return this.rules.list('schedules', { doctorId, limit, after: cursor ? readNameCursor(cursor) : undefined });
  }

  @Get(':id')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'One weekly session' })
  @ApiOkResponse({ type: ScheduleAnswer })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ScheduleAnswer> {
    return this.rules.get('schedules', id);
  }

  @Post()
  @Permit('schedule:write')
  @ApiOperation({ summary: 'A new weekly session; its slots are there when this answers' })
  @ApiCreatedResponse({ type: ScheduleAnswer })
  async create(@Body() body: ScheduleBody): Promise<ScheduleAnswer> {
    return this.rules.create('schedules', body);
  }

  @Patch(':id')
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change a session; only what differs in its slots is written, a booked one becomes a task' })
  @ApiOkResponse({ type: ScheduleAnswer })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SchedulePatch,
    @IfMatch() version: number | undefined,
  ): Promise<ScheduleAnswer> {
    return this.rules.change('schedules', id, body, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'End a session: free slots go, booked ones become tasks' })
  @ApiNoContentResponse()
  async remove(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number | undefined): Promise<void> {
    await this.rules.remove('schedules', id, version);
  }
}

@ApiTags('schedules')
@ApiBearerAuth()
@InOneTransaction()
@Controller('schedule-exceptions')
export class ScheduleExceptionsController {
  constructor(private readonly rules: RulesService) {}

  @Get()
  @Permit('schedule:read')
  @ApiOperation({ summary: 'Days that differ: holidays, leave, overrides, extra sessions' })
  @ApiOkResponse({ type: ExceptionsAnswer })
  async list(@Query() { doctorId, from, to, limit, cursor }: ExceptionsQuery): Promise<ExceptionsAnswer> {
    const after = cursor ? readNameCursor(cursor) : undefined;
    return this.rules.list('schedule_exceptions', { doctorId, from, to, limit, after });
  }

  @Get(':id')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'One exception' })
  @ApiOkResponse({ type: ExceptionAnswer })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ExceptionAnswer> {
    return this.rules.get('schedule_exceptions', id);
  }

  @Post()
  @Permit('schedule:write')
  @ApiOperation({ summary: 'A new exception; slots are made and withdrawn before this answers' })
  @ApiCreatedResponse({ type: ExceptionAnswer })
  async create(@Body() body: ExceptionBody): Promise<ExceptionAnswer> {
    return this.rules.create('schedule_exceptions', body);
  }

  @Patch(':id')
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change an exception' })
  @ApiOkResponse({ type: ExceptionAnswer })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ExceptionPatch,
    @IfMatch() version: number | undefined,
  ): Promise<ExceptionAnswer> {
    return this.rules.change('schedule_exceptions', id, body, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Take an exception back: the usual sessions hold again' })
  @ApiNoContentResponse()
  async remove(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number | undefined): Promise<void> {
    await this.rules.remove('schedule_exceptions', id, version);
  }
}
