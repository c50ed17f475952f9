import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, InOneTransaction, readNameCursor, TakesIfMatch, writeCursor } from '@clinicall/platform';
import { AuditService, Permit } from '@clinicall/identity';
import { foldName } from '@clinicall/language';
import { PatientBody, PatientChangesBody, PatientsQuery } from './patient-bodies';
import { PatientUpdates } from './patient-updates.service';
import { PatientsService } from './patients.service';
import { PatientAnswer, PatientsAnswer } from './rest-answers';

@ApiTags('patients')
@ApiBearerAuth()
@InOneTransaction()
@Controller('patients')
export class PatientsController {
  constructor(
    private readonly patients: PatientsService,
    private readonly updates: PatientUpdates,
    private readonly audit: AuditService,
  ) {}

  @Post()
  @Permit('patients:write')
  @ApiOperation({ summary: 'Register a patient; a likely twin becomes a task for staff' })
  @ApiCreatedResponse({ type: PatientAnswer })
  async register(@Body() body: PatientBody): Promise<PatientAnswer> {
    return this.patients.register(body);
  }

  @Get()
  @Permit('patients:read')
  @ApiOperation({ summary: 'Patients by name' })
  @ApiOkResponse({ type: PatientsAnswer })
  async list(@Query() query: PatientsQuery): Promise<PatientsAnswer> {
    const { items, last } = await this.patients.list({
      nameKey: query.name === undefined ? undefined : foldName(query.name),
      phone: query.phone,
      dateOfBirth: query.dateOfBirth,
      limit: query.limit,
      after: query.cursor === undefined ? undefined : readNameCursor(query.cursor),
    });
    await this.audit.record({ action: 'patient.list', details: { count: items.length } });
    return { items, nextCursor: last === undefined ? null : writeCursor(last.nameKey, last.id) };
  }

  @Get(':id')
  @Permit('patients:read')
  @ApiOperation({ summary: 'One patient' })
  @ApiOkResponse({ type: PatientAnswer })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<PatientAnswer> {
    const patient = await this.patients.get(id);
    await this.audit.record({ action: 'patient.read', subject: { kind: 'patient', id } });
    return patient;
  }

  @Patch(':id')
  @Permit('patients:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Correct a patient’s particulars; what is absent stays' })
  @ApiOkResponse({ type: PatientAnswer })
  async update(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PatientChangesBody,
    @IfMatch() version: number | undefined,
  ): Promise<PatientAnswer> {
    return this.updates.update(id, body, version);
  }
}
