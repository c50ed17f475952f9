import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InOneTransaction } from '@clinicall/platform';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { AuditService } from './audit.service';
import { ClinicsService } from './clinics.service';
import { KEPT_DAYS } from './data-kinds';
import type { DataKind } from './data-kinds';
import { LegalHolds } from './legal-holds.service';
import type { LegalHoldView } from './legal-holds.service';
import { PatientData } from './patient-data.service';
import type { Erasure, PatientExport } from './patient-data.service';
import { PersonalData } from './personal-data';
import { Permit } from './principal';

export class LegalHoldBody {
  @ApiProperty({ example: 'Case 2027-114' }) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

interface KindView {
  readonly kind: DataKind;
  readonly days: number;
  readonly tables: readonly string[];
}

/** What patients may ask of the clinic about their data, and what the clinic owes them (docs/privacy.md). */
@ApiTags('privacy')
@ApiBearerAuth()
@Controller('privacy')
export class PrivacyController {
  constructor(
    private readonly patients: PatientData,
    private readonly holds: LegalHolds,
    private readonly clinics: ClinicsService,
    private readonly personal: PersonalData,
    private readonly audit: AuditService,
  ) {}

  @Get('retention')
  @Permit('privacy:read')
  @ApiOperation({ summary: 'How many days each kind of data is kept after it is over; set in the clinic’s settings' })
  async retention(): Promise<{ items: KindView[]; nextCursor: null }> {
    const { retention } = (await this.clinics.current()).settings;
    const tables = this.personal.tables();
    const items = (Object.keys(KEPT_DAYS) as DataKind[]).map((kind) => ({
      kind,
      days: retention[kind],
      tables: tables.filter((table) => table.purgedBy === kind).map((table) => table.table),
    }));
    return { items, nextCursor: null };
  }

  @Get('patients/:id/export')
  @Permit('privacy:read')
  @ApiOperation({ summary: 'Everything held of a patient, as JSON' })
  async export(@Param('id', ParseUUIDPipe) id: string): Promise<PatientExport> {
    return this.patients.export(id);
  }

  @Post('patients/:id/erasure')
  @InOneTransaction()
  @HttpCode(200)
  @Permit('privacy:write')
  @ApiOperation({ summary: 'Erase a patient; what history needs is pseudonymised, and the answer says what stays' })
  async erase(@Param('id', ParseUUIDPipe) id: string): Promise<Erasure> {
    return this.patients.erase(id);
  }

  @Get('legal-holds')
  @Permit('privacy:read')
  @ApiOperation({ summary: 'Patients of whom nothing may be let go' })
  async list(): Promise<{ items: LegalHoldView[]; nextCursor: null }> {
    const items = await this.holds.list();
    await this.audit.record({ action: 'legal_hold.list', details: { count: items.length } });
    return { items, nextCursor: null };
  }

  @Put('patients/:id/legal-hold')
  @Permit('privacy:write')
  @ApiOperation({ summary: 'Keep everything of this patient until the hold is lifted' })
  async place(@Param('id', ParseUUIDPipe) id: string, @Body() body: LegalHoldBody): Promise<LegalHoldView> {
    await this.patients.about(id);
    return this.holds.place(id, body.reason);
  }

  @Delete('patients/:id/legal-hold')
  @HttpCode(204)
  @Permit('privacy:write')
  @ApiOperation({ summary: 'Lift a legal hold' })
  async lift(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.holds.lift(id);
  }
}
