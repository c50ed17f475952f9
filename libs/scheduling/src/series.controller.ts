import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Permit } from '@clinicall/identity';
import { AppError, InOneTransaction } from '@clinicall/platform';
import { CancelBody, PatientChoice, patientOf } from './appointment-bodies';
import { bookingProblem } from './booking-problems';
import { AppointmentAnswer } from './rest-answers';
import type { SeriesWish } from './series-plans';
import { SeriesService } from './series.service';
import type { Every } from './series-times';

const MOST_VISITS = 60;

class LinkedVisitBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() slotId: string;
  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) visitType?: string;
}

class EveryBody implements Every {
  @ApiProperty({ enum: ['weeks', 'months'] }) @IsIn(['weeks', 'months']) unit: 'weeks' | 'months';
  @ApiProperty({ minimum: 1, maximum: 52 }) @IsInt() @Min(1) @Max(52) interval: number;
}

/** Either `visits`, or `slotId` with `every` and `count`. */
export class SeriesBody extends PatientChoice {
  @ApiPropertyOptional({ type: [LinkedVisitBody], description: 'Linked visits, each at a slot of its own.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_VISITS)
  @ValidateNested({ each: true })
  @Type(() => LinkedVisitBody)
  visits?: LinkedVisitBody[];

  @ApiPropertyOptional({ format: 'uuid', description: 'The first of repeating visits.' })
  @IsOptional()
  @IsUUID()
  slotId?: string;

  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) visitType?: string;

  @ApiPropertyOptional({ type: EveryBody, description: 'The same wall time again, with the same doctor.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EveryBody)
  every?: EveryBody;

  @ApiPropertyOptional({ minimum: 2, maximum: MOST_VISITS, description: 'How many visits, the first included.' })
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(MOST_VISITS)
  count?: number;
}

export class SeriesAnswer {
  @ApiProperty({ format: 'uuid' }) seriesId: string;
  @ApiProperty({ type: [AppointmentAnswer] }) items: readonly AppointmentAnswer[];
}

@ApiTags('appointments')
@ApiBearerAuth()
@InOneTransaction()
@Controller('appointments/series')
export class SeriesController {
  constructor(private readonly series: SeriesService) {}

  @Post()
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Book linked or repeating visits, all or none; a 409 lists every conflict' })
  @ApiCreatedResponse({ type: SeriesAnswer })
  async book(@Body() body: SeriesBody): Promise<SeriesAnswer> {
    const result = await this.series.book({ ...patientOf(body), ...wishOf(body), reason: body.reason });
    if (result.ok) return { seriesId: result.seriesId, items: result.appointments };
    if (result.reason !== 'conflicts') throw bookingProblem({ ok: false, reason: result.reason }, 'slot', 'slotId');
    const { conflicts } = result;
    throw new AppError('conflict', 'Not every visit of the series can be; none was booked.', { conflicts });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Cancel what still lies ahead of a series' })
  @ApiOkResponse({ type: SeriesAnswer })
  async cancel(@Param('id', ParseUUIDPipe) seriesId: string, @Body() body: CancelBody): Promise<SeriesAnswer> {
    const items = await this.series.cancel(seriesId, { code: body.code, reason: body.reason });
    if (items === undefined) throw AppError.notFound('series');
    return { seriesId, items };
  }
}

function wishOf(body: SeriesBody): SeriesWish {
  const { visits, slotId, visitType, every, count } = body;
  if (visits !== undefined && slotId === undefined && every === undefined && count === undefined) return { visits };
  if (visits === undefined && slotId !== undefined && every !== undefined && count !== undefined) {
    return { slotId, visitType, every, count };
  }
  throw AppError.field('visits', 'or slotId with every and count must be given, and not both');
}
