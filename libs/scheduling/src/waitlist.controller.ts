import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AuditService, Permit } from '@clinicall/identity';
import { IfMatch, InOneTransaction, readCursor, TakesIfMatch } from '@clinicall/platform';
import { bookingProblem } from './booking-problems';
import { AppointmentAnswer } from './rest-answers';
import { JoinWaitlistBody, WaitlistAnswer, WaitlistDetailAnswer, WaitlistQuery } from './waitlist-bodies';
import { WaitlistOffers } from './waitlist-offers.service';
import { WaitlistService } from './waitlist.service';

@ApiTags('waitlist')
@ApiBearerAuth()
@InOneTransaction()
@Controller('waitlist')
export class WaitlistController {
  constructor(
    private readonly waitlist: WaitlistService,
    private readonly offers: WaitlistOffers,
    private readonly audit: AuditService,
  ) {}

  @Post()
  @Permit('waitlist:write')
  @ApiOperation({ summary: 'Put a patient on the waitlist; the same wish again is the same entry' })
  @ApiCreatedResponse({ type: WaitlistDetailAnswer })
  async join(@Body() body: JoinWaitlistBody): Promise<WaitlistDetailAnswer> {
    const { from, to, ...wish } = body;
    const id = await this.waitlist.join({
      ...wish,
      from: from === undefined ? null : new Date(from),
      to: to === undefined ? null : new Date(to),
      source: 'api',
    });
    return this.waitlist.get(id);
  }

  @Get()
  @Permit('waitlist:read')
  @ApiOperation({ summary: 'Who waits, longest first' })
  @ApiOkResponse({ type: WaitlistAnswer })
  async list(@Query() query: WaitlistQuery): Promise<WaitlistAnswer> {
    const { patientId, doctorId, specialty, status, limit, cursor } = query;
    const page = await this.waitlist.list({
      patientId,
      doctorId,
      specialty,
      limit,
      statuses: status === undefined ? undefined : [status],
      after: cursor === undefined ? undefined : readCursor(cursor),
    });
    await this.audit.record({ action: 'waitlist.list', details: { count: page.items.length } });
    return page;
  }

  @Get(':id')
  @Permit('waitlist:read')
  @ApiOperation({ summary: 'One entry, with all it was offered' })
  @ApiOkResponse({ type: WaitlistDetailAnswer })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<WaitlistDetailAnswer> {
    const entry = await this.waitlist.get(id);
    await this.audit.record({ action: 'waitlist.read', subject: { kind: 'waitlist_entry', id } });
    return entry;
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('waitlist:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Take an entry off the list; a time on offer goes to the next' })
  @ApiNoContentResponse()
  async withdraw(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number | undefined): Promise<void> {
    await this.waitlist.withdraw(id, version);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Permit('waitlist:write')
  @ApiOperation({ summary: 'Book the time that is on offer' })
  @ApiOkResponse({ type: AppointmentAnswer })
  async accept(@Param('id', ParseUUIDPipe) id: string): Promise<AppointmentAnswer> {
    const result = await this.offers.accept(id);
    if (!result.ok) throw bookingProblem(result, 'waitlist entry', 'id');
    return result.appointment;
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Permit('waitlist:write')
  @ApiOperation({ summary: 'Let the time on offer go to the next; the entry waits on' })
  @ApiOkResponse({ type: WaitlistDetailAnswer })
  async decline(@Param('id', ParseUUIDPipe) id: string): Promise<WaitlistDetailAnswer> {
    await this.offers.decline(id);
    return this.waitlist.get(id);
  }
}
