import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '@clinicall/identity';
import { IfMatch, InOneTransaction, TakesIfMatch } from '@clinicall/platform';
import {
  DoctorBody,
  DoctorDetailAnswer,
  DoctorPatch,
  VisitTypeBody,
  VisitTypeDetailAnswer,
  VisitTypePatch,
} from './roster-bodies';
import { RosterService } from './roster.service';

/** Doctors and visit types one by one; their lists are in doctors.controller.ts. */
@ApiTags('doctors')
@ApiBearerAuth()
@InOneTransaction()
@Controller()
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get('doctors/:id')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'One doctor, also one who has left' })
  @ApiOkResponse({ type: DoctorDetailAnswer })
  async doctor(@Param('id', ParseUUIDPipe) id: string): Promise<DoctorDetailAnswer> {
    return this.roster.doctor(id);
  }

  @Post('doctors')
  @Permit('schedule:write')
  @ApiOperation({ summary: 'A new doctor' })
  @ApiCreatedResponse({ type: DoctorDetailAnswer })
  async addDoctor(@Body() body: DoctorBody): Promise<DoctorDetailAnswer> {
    return this.roster.addDoctor(body);
  }

  @Patch('doctors/:id')
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change a doctor; active: false ends all sessions' })
  @ApiOkResponse({ type: DoctorDetailAnswer })
  async changeDoctor(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DoctorPatch,
    @IfMatch() version: number | undefined,
  ): Promise<DoctorDetailAnswer> {
    return this.roster.changeDoctor(id, body, version);
  }

  @Get('visit-types/:id')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'One kind of visit' })
  @ApiOkResponse({ type: VisitTypeDetailAnswer })
  async visitType(@Param('id', ParseUUIDPipe) id: string): Promise<VisitTypeDetailAnswer> {
    return this.roster.visitType(id);
  }

  @Post('visit-types')
  @Permit('schedule:write')
  @ApiOperation({ summary: 'A new kind of visit' })
  @ApiCreatedResponse({ type: VisitTypeDetailAnswer })
  async addVisitType(@Body() body: VisitTypeBody): Promise<VisitTypeDetailAnswer> {
    return this.roster.addVisitType(body);
  }

  @Patch('visit-types/:id')
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change a kind of visit; active: false offers it no more' })
  @ApiOkResponse({ type: VisitTypeDetailAnswer })
  async changeVisitType(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VisitTypePatch,
    @IfMatch() version: number | undefined,
  ): Promise<VisitTypeDetailAnswer> {
    return this.roster.changeVisitType(id, body, version);
  }
}
