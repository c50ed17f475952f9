import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Permit } from '@clinicall/identity';
import { AppError, Clock, Environment, InOneTransaction, TestClock } from '@clinicall/platform';
import { IsInt, IsISO8601, IsOptional, Matches } from 'class-validator';

export class TestClockBody {
  @ApiPropertyOptional({ example: '2027-05-03T09:00:00-04:00' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/(Z|[+-]\d{2}:\d{2})$/, { message: 'at must be an instant with an offset' })
  at?: string;

  @ApiPropertyOptional({ description: 'Milliseconds to add to the clinic’s present time.' })
  @IsOptional()
  @IsInt()
  advanceMs?: number;
}

/** Moves the token's clinic in time; exists only under CLINICALL_TEST_CLOCK=1. */
@ApiTags('test')
@ApiBearerAuth()
@Permit('clock')
@Controller('test')
export class TestClockController {
  constructor(
    private readonly testClock: TestClock,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  @Post('clock')
  @InOneTransaction()
  @HttpCode(200)
  @ApiOperation({ summary: 'Set or advance the clinic’s time (tests only)' })
  async set(@Body() body: TestClockBody): Promise<{ now: string }> {
    if (!this.environment.values.CLINICALL_TEST_CLOCK) throw AppError.notFound('address');
    if ((body.at === undefined) === (body.advanceMs === undefined)) {
      throw AppError.field(body.at === undefined ? 'at' : 'advanceMs', 'or the other one must be given, not both');
    }
    const target = body.at === undefined ? this.clock.now().getTime() + (body.advanceMs ?? 0) : Date.parse(body.at);
    await this.testClock.set(target - Date.now());
    return { now: new Date(target).toISOString() };
  }
}
