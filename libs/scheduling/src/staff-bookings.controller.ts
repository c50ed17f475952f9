import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { Permit } from '@clinicall/identity';
import { AppError, InOneTransaction } from '@clinicall/platform';
import { BookBody, patientOf } from './appointment-bodies';
import { bookingProblem } from './booking-problems';
import { BookingsService } from './bookings.service';
import { AppointmentAnswer } from './rest-answers';
import { SlotBlocksService } from './slot-blocks.service';
import type { BlockResult } from './slot-blocks.service';

const MOST_SLOTS = 500;

export class OverbookBody extends BookBody {
  @ApiProperty({ minLength: 3, maxLength: 500, description: 'Why it stands beside another visit; audited.' })
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  overbookReason: string;
}

export class UnblockBody {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_SLOTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SLOTS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  slotIds: string[];
}

export class BlockBody extends UnblockBody {
  @ApiPropertyOptional({ maxLength: 500 }) @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

export class ChangedSlotsAnswer {
  @ApiProperty({ type: [String], format: 'uuid', description: 'What changed.' }) slotIds: readonly string[];
}

/** What only staff does to times: overbook, block, put back. */
@ApiTags('slots')
@ApiBearerAuth()
@InOneTransaction()
@Controller()
export class StaffBookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly blocks: SlotBlocksService,
  ) {}

  @Post('appointments/overbook')
  @Permit('appointments:overbook')
  @ApiOperation({ summary: 'Put a visit beside another one on purpose, with the reason' })
  @ApiCreatedResponse({ type: AppointmentAnswer })
  async overbook(@Body() body: OverbookBody): Promise<AppointmentAnswer> {
    const { slotId, visitType, reason, overbookReason } = body;
    const result = await this.bookings.overbook({ ...patientOf(body), slotId, visitType, reason, overbookReason });
    if (!result.ok) throw bookingProblem(result, 'slot', 'slotId');
    return result.appointment;
  }

  @Post('slots/block')
  @HttpCode(200)
  @Permit('schedule:write')
  @ApiOperation({ summary: 'Take free times off the market, all or none; a 409 lists those that somebody has' })
  @ApiOkResponse({ type: ChangedSlotsAnswer })
  async block(@Body() body: BlockBody): Promise<ChangedSlotsAnswer> {
    return answer(await this.blocks.block(body.slotIds, body.reason ?? null));
  }

  @Post('slots/unblock')
  @HttpCode(200)
  @Permit('schedule:write')
  @ApiOperation({ summary: 'Put blocked times back' })
  @ApiOkResponse({ type: ChangedSlotsAnswer })
  async unblock(@Body() body: UnblockBody): Promise<ChangedSlotsAnswer> {
    return answer(await this.blocks.unblock(body.slotIds));
  }
}

function answer(result: BlockResult): ChangedSlotsAnswer {
  if (result.ok) return { slotIds: result.slotIds };
  throw new AppError('conflict', 'Not every time can be blocked; none was.', { conflicts: result.conflicts });
}
