import { ApiPropertyOptional } from '@nestjs/swagger';
import { AppError, readExactCursor } from '@clinicall/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import type { AuditFilter } from './audit.repository';

const ACTORS = ['staff', 'api_key', 'patient', 'agent', 'system'];
const OUTCOMES = ['done', 'refused', 'failed'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** What an auditor may ask for; all conditions hold together. */
export class AuditExportQuery {
  @ApiPropertyOptional({ enum: ACTORS }) @IsOptional() @IsIn(ACTORS) actorKind?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) actorId?: string;

  @ApiPropertyOptional({ example: 'patient', description: 'An action, or its first word.' })
  @IsOptional()
  @Matches(/^[a-z_]+(\.[a-z_]+)?$/, { message: 'action must be like patient or patient.read' })
  action?: string;

  @ApiPropertyOptional({ example: 'appointment' }) @IsOptional() @Matches(/^[a-z_]{1,60}$/) subjectKind?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) subjectId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() patientId?: string;
  @ApiPropertyOptional({ enum: OUTCOMES }) @IsOptional() @IsIn(OUTCOMES) outcome?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @Matches(INSTANT, { message: 'from must be an instant with an offset' })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @Matches(INSTANT, { message: 'to must be an instant with an offset' })
  to?: string;
}

export class AuditQuery extends AuditExportQuery {
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

/** @throws AppError `validation_failed` for a time that is none, or a cursor that we did not give. */
export function auditFilter(query: AuditExportQuery & { cursor?: string }, limit: number): AuditFilter {
  const { cursor, from, to, ...rest } = query;
  for (const [field, value] of Object.entries({ from, to })) {
    if (value !== undefined && Number.isNaN(Date.parse(value))) throw AppError.field(field, 'is no time that exists');
  }
  return { ...rest, from, to, before: cursor === undefined ? undefined : readExactCursor(cursor), limit };
}
