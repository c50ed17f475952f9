import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AuditService, Permit } from '@clinicall/identity';
import { InOneTransaction } from '@clinicall/platform';
import {
  MatchAnswer,
  MatchBody,
  MergeAnswer,
  MergeBody,
  MergesAnswer,
  ProxiesAnswer,
  ProxyAnswer,
  ProxyBody,
} from './patient-relation-bodies';
import { PatientMergesService } from './patient-merges.service';
import { PatientsService } from './patients.service';
import { ProxiesService } from './proxies.service';

/** Who is who: matching, merging, and who speaks for whom. */
@ApiTags('patients')
@ApiBearerAuth()
@InOneTransaction()
@Controller('patients')
export class PatientRelationsController {
  constructor(
    private readonly patients: PatientsService,
    private readonly proxies: ProxiesService,
    private readonly merges: PatientMergesService,
    private readonly audit: AuditService,
  ) {}

  @Post('match')
  @HttpCode(200)
  @Permit('patients:read')
  @ApiOperation({ summary: 'Who is meant by imperfect particulars; a tie is never guessed' })
  @ApiOkResponse({ type: MatchAnswer })
  async match(@Body() body: MatchBody): Promise<MatchAnswer> {
    const found = await this.patients.match(body);
    await this.audit.record({
      action: 'patient.match',
      outcome: found.verdict === 'one' ? 'done' : 'refused',
      details: { verdict: found.verdict, count: found.candidates.length },
    });
    return found;
  }

  @Post('merges/:mergeId/undo')
  @HttpCode(200)
  @Permit('patients:write')
  @ApiOperation({ summary: 'Take a merge back: what changed hands goes back, what came after it stays' })
  @ApiOkResponse({ type: MergeAnswer })
  async undo(@Param('mergeId', ParseUUIDPipe) mergeId: string): Promise<MergeAnswer> {
    return this.merges.undo(mergeId);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Permit('patients:write')
  @ApiOperation({ summary: 'Give this record up for another one of the same person' })
  @ApiOkResponse({ type: MergeAnswer })
  async merge(@Param('id', ParseUUIDPipe) sourceId: string, @Body() body: MergeBody): Promise<MergeAnswer> {
    return this.merges.merge(sourceId, body.intoId);
  }

  @Get(':id/merges')
  @Permit('patients:read')
  @ApiOperation({ summary: 'The merges of a patient, newest first' })
  @ApiOkResponse({ type: MergesAnswer })
  async mergesOf(@Param('id', ParseUUIDPipe) id: string): Promise<MergesAnswer> {
    const items = await this.merges.listOf(id);
    await this.audit.record({ action: 'patient.read', subject: { kind: 'patient', id }, details: { part: 'merges' } });
    return { items, nextCursor: null };
  }

  @Get(':id/proxies')
  @Permit('patients:read')
  @ApiOperation({ summary: 'Who may speak for a patient' })
  @ApiOkResponse({ type: ProxiesAnswer })
  async list(@Param('id', ParseUUIDPipe) id: string): Promise<ProxiesAnswer> {
    const items = await this.proxies.list(id);
    await this.audit.record({ action: 'patient.read', subject: { kind: 'patient', id }, details: { part: 'proxies' } });
    return { items, nextCursor: null };
  }

  @Post(':id/proxies')
  @Permit('patients:write')
  @ApiOperation({ summary: 'Name a guardian or proxy' })
  @ApiCreatedResponse({ type: ProxyAnswer })
  async add(@Param('id', ParseUUIDPipe) id: string, @Body() body: ProxyBody): Promise<ProxyAnswer> {
    return this.proxies.add(id, body);
  }

  @Delete(':id/proxies/:proxyId')
  @HttpCode(204)
  @Permit('patients:write')
  @ApiOperation({ summary: 'Take a proxy’s word away' })
  @ApiNoContentResponse()
  async remove(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('proxyId', ParseUUIDPipe) proxyId: string,
  ): Promise<void> {
    await this.proxies.remove(id, proxyId);
  }
}
