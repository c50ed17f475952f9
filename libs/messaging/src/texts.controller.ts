import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AuditService, Permit } from '@clinicall/identity';
import { readExactCursor, writeCursor } from '@clinicall/platform';
import { PatientsService } from '@clinicall/scheduling';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { OptOutsService } from './opt-outs.service';
import { TextsRepository } from './texts.repository';
import type { TextView } from './texts.repository';

export class TextsQuery {
  @ApiPropertyOptional({ description: 'The patient’s number, E.164.', example: '+12025550123' })
  @IsOptional()
  @Matches(/^\+[1-9]\d{6,14}$/, { message: 'number must be a phone number such as +12025550123' })
  number?: string;

  @ApiPropertyOptional() @IsOptional() @IsUUID() conversationId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of this patient, and of the records merged into it' })
  @IsOptional()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class OptOutQuery {
  @ApiProperty({ description: 'The patient’s number, E.164.', example: '+12025550123' })
  @Matches(/^\+[1-9]\d{6,14}$/, { message: 'number must be a phone number such as +12025550123' })
  number: string;
}

@ApiTags('texts')
@ApiBearerAuth()
@Permit('conversations:read')
@Controller('texts')
export class TextsController {
  constructor(
    private readonly texts: TextsRepository,
    private readonly optOuts: OptOutsService,
    private readonly patients: PatientsService,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Texts in and out, newest first; what was sent and what became of it' })
  async list(@Query() query: TextsQuery): Promise<{ items: TextView[]; nextCursor: string | null }> {
    const { number, conversationId, patientId, limit } = query;
    const before = query.cursor === undefined ? undefined : readExactCursor(query.cursor);
    const patientIds = patientId === undefined ? undefined : await this.patients.idsOf(patientId);
    const found = await this.texts.list({ number, conversationId, patientIds, before, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    await this.audit.record({ action: 'texts.read', details: { count: items.length } });
    return { items, nextCursor: last === undefined ? null : writeCursor(last.at, last.id) };
  }

  @Get('opt-out')
  @ApiOperation({ summary: 'Whether a number wants no texts from this clinic' })
  async optOut(@Query() { number }: OptOutQuery): Promise<{ number: string; optedOut: boolean }> {
    return { number, optedOut: await this.optOuts.has(number) };
  }
}
