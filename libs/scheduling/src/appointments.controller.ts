import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditService, Permit } from '@clinicall/identity';
import { AppError, Clock, IfMatch, InOneTransaction, readCursor, TakesIfMatch } from '@clinicall/platform';
import {
  AppointmentsQuery,
  BookBody,
  CancelBody,
  ConfirmBody,
  OutcomesQuery,
  patientOf,
  RescheduleBody,
} from './appointment-bodies';
import { AppointmentsService } from './appointments.service';
import { bookingProblem } from './booking-problems';
import type { BookingResult, RescheduleResult } from './booking-results';
import { BookingsService } from './bookings.service';
import type { RescheduleRequest } from './moves.service';
import { AppointmentAnswer, AppointmentsAnswer } from './rest-answers';

@ApiTags('appointments')
@ApiBearerAuth()
@InOneTransaction()
@Controller('appointments')
export class AppointmentsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly appointments: AppointmentsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Permit('appointments:read')
  @ApiOperation({ summary: 'Appointments, earliest first' })
  @ApiOkResponse({ type: AppointmentsAnswer })
  async list(@Query() query: AppointmentsQuery): Promise<AppointmentsAnswer> {
    const { doctorId, patientId, patientPhone, seriesId, lateCancel, limit } = query;
    const page = await this.appointments.list({
      doctorId,
      patientId,
      patientPhone,
      seriesId,
      late: lateCancel === undefined ? undefined : lateCancel === 'true',
      limit,
      from: query.from === undefined ? undefined : new Date(query.from),
      to: query.to === undefined ? undefined : new Date(query.to),
      statuses: query.status === undefined ? undefined : [query.status],
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
    });
    await this.audit.record({ action: 'appointment.list', details: { count: page.items.length } });
    return page;
  }

  @Get('without-outcome')
  @Permit('appointments:read')
  @ApiOperation({
    summary: 'Past visits that nobody has said the outcome of, oldest first: arrived, fulfilled or no-show',
  })
  @ApiOkResponse({ type: AppointmentsAnswer })
  async withoutOutcome(@Query() query: OutcomesQuery): Promise<AppointmentsAnswer> {
    const page = await this.appointments.withoutOutcome(
      {
        doctorId: query.doctorId,
        limit: query.limit,
        from: query.from === undefined ? undefined : new Date(query.from),
        after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      },
      this.clock.now(),
    );
    await this.audit.record({ action: 'appointment.list', details: { count: page.items.length } });
    return page;
  }

  @Get(':id')
  @Permit('appointments:read')
  @ApiOperation({ summary: 'One appointment' })
  @ApiOkResponse({ type: AppointmentAnswer })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<AppointmentAnswer> {
    const appointment = await this.appointments.get(id);
    await this.audit.record({ action: 'appointment.read', subject: { kind: 'appointment', id } });
    return appointment;
  }

  @Post('confirm')
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Make the appointment a hold was made for' })
  @ApiCreatedResponse({ type: AppointmentAnswer })
  async confirm(@Body() body: ConfirmBody): Promise<AppointmentAnswer> {
    const { holdId, holdToken, reason } = body;
    const owner = { kind: 'token', token: holdToken } as const;
    return answer(await this.bookings.confirm({ ...patientOf(body), holdId, owner, reason }), 'hold', 'holdId');
  }

  @Post()
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Book a free slot' })
  @ApiCreatedResponse({ type: AppointmentAnswer })
  async book(@Body() body: BookBody): Promise<AppointmentAnswer> {
    const { slotId, visitType, reason } = body;
    return answer(await this.bookings.book({ ...patientOf(body), slotId, visitType, reason }), 'slot', 'slotId');
  }

  @Post(':id/reschedule')
  @HttpCode(200)
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Move an appointment; if the new time is gone the old one stands' })
  @ApiOkResponse({ type: AppointmentAnswer })
  @TakesIfMatch()
  async reschedule(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RescheduleBody,
    @IfMatch() version: number | undefined,
  ): Promise<AppointmentAnswer> {
    const move = { ...moveOf(id, body), version };
    return answer(await this.bookings.reschedule(move), 'appointment or slot', 'slotId');
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Permit('appointments:write')
  @ApiOperation({ summary: 'Cancel an appointment and free its time' })
  @ApiOkResponse({ type: AppointmentAnswer })
  @TakesIfMatch()
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelBody,
    @IfMatch() version: number | undefined,
  ): Promise<AppointmentAnswer> {
    const { code, reason } = body;
    return answer(await this.bookings.cancel({ appointmentId: id, code, reason, version }), 'appointment', 'id');
  }

  @Post(':id/arrive')
  @HttpCode(200)
  @Permit('appointments:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'The patient is here, also one who was taken for a no-show' })
  @ApiOkResponse({ type: AppointmentAnswer })
  async arrive(
    @Param('id', ParseUUIDPipe) appointmentId: string,
    @IfMatch() version: number | undefined,
  ): Promise<AppointmentAnswer> {
    return answer(await this.bookings.arrive({ appointmentId, version }), 'appointment', 'id');
  }

  @Post(':id/fulfil')
  @HttpCode(200)
  @Permit('appointments:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'The visit took place' })
  @ApiOkResponse({ type: AppointmentAnswer })
  async fulfil(
    @Param('id', ParseUUIDPipe) appointmentId: string,
    @IfMatch() version: number | undefined,
  ): Promise<AppointmentAnswer> {
    return answer(await this.bookings.fulfil({ appointmentId, version }), 'appointment', 'id');
  }

  @Post(':id/no-show')
  @HttpCode(200)
  @Permit('appointments:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'The patient did not come; nothing ever says so by itself' })
  @ApiOkResponse({ type: AppointmentAnswer })
  async noShow(
    @Param('id', ParseUUIDPipe) appointmentId: string,
    @IfMatch() version: number | undefined,
  ): Promise<AppointmentAnswer> {
    return answer(await this.bookings.noShow({ appointmentId, version }), 'appointment', 'id');
  }
}

function answer(result: BookingResult | RescheduleResult, subject: string, field: string): AppointmentAnswer {
  if (!result.ok) throw bookingProblem(result, subject, field);
  return result.appointment;
}

function moveOf(appointmentId: string, body: RescheduleBody): RescheduleRequest {
  const slotId = body.slotId ?? undefined;
  const holdId = body.holdId ?? undefined;
  const holdToken = body.holdToken ?? undefined;
  if (slotId !== undefined && holdId === undefined && holdToken === undefined) return { appointmentId, slotId };
  if (slotId === undefined && holdId !== undefined && holdToken !== undefined) {
    return { appointmentId, holdId, owner: { kind: 'token', token: holdToken } };
  }
  throw AppError.field('slotId', 'or holdId with holdToken must be given, and not both');
}
