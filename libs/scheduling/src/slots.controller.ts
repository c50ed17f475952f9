import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Permit } from '@clinicall/identity';
import { AppError, InOneTransaction } from '@clinicall/platform';
import { bookingProblem } from './booking-problems';
import { BookingsService } from './bookings.service';
import type { SlotStatus } from './entities/slot.entity';
import { IsInstant, PageQuery, Separated } from './request-fields';
import { ExtendedHoldAnswer, HoldAnswer, SlotsAnswer } from './rest-answers';
import { PARTS_OF_DAY, SlotsService } from './slots.service';
import type { PartOfDay } from './slots.service';

const STATUSES: readonly SlotStatus[] = ['free', 'held', 'booked', 'blocked'];
const PARTS = Object.keys(PARTS_OF_DAY) as PartOfDay[];
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export class SlotsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() doctorId?: string;
  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) specialty?: string;
  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) visitType?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Now when absent.' })
  @IsOptional()
  @IsInstant()
  from?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Exclusive.' }) @IsOptional() @IsInstant() to?: string;

  @ApiPropertyOptional({ example: '13:00', description: 'Earliest wall time of the day.' })
  @IsOptional()
  @Matches(CLOCK, { message: 'must be a wall time written HH:mm' })
  dailyFrom?: string;

  @ApiPropertyOptional({ example: '17:00', description: 'Latest wall time of the day, exclusive.' })
  @IsOptional()
  @Matches(CLOCK, { message: 'must be a wall time written HH:mm' })
  dailyTo?: string;

  @ApiPropertyOptional({ enum: PARTS, description: 'In place of dailyFrom and dailyTo.' })
  @IsOptional()
  @IsIn(PARTS)
  partOfDay?: PartOfDay;

  @ApiPropertyOptional({
    type: [Number],
    example: '1,3',
    description: 'ISO weekdays, with commas between; 1 is Monday.',
  })
  @IsOptional()
  @Separated(Number)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays?: number[];

  @ApiPropertyOptional({
    type: [String],
    example: '2027-05-04,2027-05-06',
    description: 'Days of the clinic’s calendar.',
  })
  @IsOptional()
  @Separated(String)
  @ArrayMaxSize(62)
  @IsString({ each: true })
  days?: string[];

  @ApiPropertyOptional({ example: 'es', description: 'Spoken by the doctor.' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() locationId?: string;

  @ApiPropertyOptional({ type: [String], description: 'Slots refused already, with commas between.' })
  @IsOptional()
  @Separated(String)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  excludeSlotIds?: string[];

  @ApiPropertyOptional({
    description: 'Each time once, with the doctor whose turn it is by the clinic’s doctorChoice.',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  onePerTime?: boolean;

  @ApiPropertyOptional({ enum: STATUSES, default: 'free' }) @IsOptional() @IsIn(STATUSES) status?: SlotStatus;
}

export class HoldBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() slotId: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() patientId?: string;
  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) visitType?: string;
}

@ApiTags('slots')
@ApiBearerAuth()
@InOneTransaction()
@Controller()
export class SlotsController {
  constructor(
    private readonly slots: SlotsService,
    private readonly bookings: BookingsService,
  ) {}

  @Get('slots')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'Times, earliest first; a slot whose hold has ended is free' })
  @ApiOkResponse({ type: SlotsAnswer })
  async find(@Query() query: SlotsQuery): Promise<SlotsAnswer> {
    return this.slots.find(query);
  }

  @Post('slots/hold')
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Keep a free slot for ten minutes' })
  @ApiCreatedResponse({ type: HoldAnswer })
  async hold(@Body() body: HoldBody): Promise<HoldAnswer> {
    const { slotId: wanted, patientId, visitType } = body;
    const result = await this.bookings.hold({ slotId: wanted, patientId, visitType, owner: { kind: 'token' } });
    if (!result.ok) throw bookingProblem(result, 'slot', 'slotId');
    const { id, slotId, startsAt, endsAt, expiresAt } = result.hold;
    return { id, slotId, startsAt, endsAt, expiresAt, holdToken: result.holdToken ?? '' };
  }

  @Post('holds/:id/extend')
  @HttpCode(200)
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Ten minutes more for a hold that still stands, once' })
  @ApiHeader({ name: 'X-Hold-Token', required: true })
  @ApiOkResponse({ type: ExtendedHoldAnswer })
  async extend(
    @Param('id', ParseUUIDPipe) holdId: string,
    @Headers('x-hold-token') token: string | undefined,
  ): Promise<ExtendedHoldAnswer> {
    if (token === undefined) throw AppError.field('X-Hold-Token', 'is missing');
    const result = await this.bookings.extend(holdId, { kind: 'token', token });
    if (!result.ok) throw bookingProblem(result, 'hold', 'id');
    const { id, slotId, startsAt, endsAt, expiresAt } = result.hold;
    return { id, slotId, startsAt, endsAt, expiresAt };
  }

  @Delete('holds/:id')
  @HttpCode(204)
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Give a kept slot back' })
  @ApiHeader({ name: 'X-Hold-Token', required: true })
  @ApiNoContentResponse()
  async release(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('x-hold-token') token: string | undefined,
  ): Promise<void> {
    if (token === undefined) throw AppError.field('X-Hold-Token', 'is missing');
    const result = await this.bookings.release(id, { kind: 'token', token });
    if (!result.ok) throw bookingProblem(result, 'hold', 'id');
  }
}
