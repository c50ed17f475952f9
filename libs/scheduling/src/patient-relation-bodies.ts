import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { PROXY_RELATIONS } from './entities/patient.entity';
import type { ProxyRelation } from './entities/patient.entity';
import type { Evidence } from './patient-match';
import { IsBirthDate, IsPersonName, IsPhone } from './request-fields';
import { PatientAnswer } from './rest-answers';

export class MatchBody {
  @ApiProperty({ example: 'Peter Lange' }) @IsPersonName() name: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsBirthDate() dateOfBirth?: string;
  @ApiPropertyOptional({ example: '+12025550123' }) @IsOptional() @IsPhone() phone?: string;
}

export class EvidenceAnswer implements Evidence {
  @ApiProperty({ enum: ['same', 'near', 'other'] }) name: Evidence['name'];
  @ApiProperty({ enum: ['same', 'slip', 'other', 'not_said'] }) dateOfBirth: Evidence['dateOfBirth'];
  @ApiProperty({ enum: ['same', 'other', 'not_said'] }) phone: Evidence['phone'];
}

export class CandidateAnswer {
  @ApiProperty({ type: PatientAnswer }) patient: PatientAnswer;
  @ApiProperty({ type: EvidenceAnswer }) evidence: EvidenceAnswer;
}

export class MatchAnswer {
  @ApiProperty({ enum: ['one', 'several', 'unsure', 'none'], description: 'Only `one` may be acted on; else ask.' })
  verdict: 'one' | 'several' | 'unsure' | 'none';
  @ApiProperty({ type: [CandidateAnswer], description: 'The surest first.' }) candidates: readonly CandidateAnswer[];
}

export class MergeBody {
  @ApiProperty({ format: 'uuid', description: 'The record that stands.' }) @IsUUID() intoId: string;
}

export class MergeAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid', description: 'The record that was given up.' }) sourceId: string;
  @ApiProperty({ format: 'uuid' }) targetId: string;
  @ApiProperty() movedAppointments: number;
  @ApiProperty({ format: 'date-time' }) mergedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) undoneAt: string | null;
}

export class MergesAnswer {
  @ApiProperty({ type: [MergeAnswer] }) items: readonly MergeAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ProxyBody {
  @ApiProperty({ example: 'Maria Lang' }) @IsPersonName() name: string;
  @ApiProperty({ enum: PROXY_RELATIONS, description: 'Who they are to the patient.' })
  @IsIn(PROXY_RELATIONS)
  relation: ProxyRelation;
  @ApiPropertyOptional({ example: '+12025550123' }) @IsOptional() @IsPhone() phone?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() proxyPatientId?: string;

  @ApiPropertyOptional({ default: false, description: 'May book, move and cancel; else may be told, no more.' })
  @IsOptional()
  @IsBoolean()
  mayAct?: boolean;

  @ApiPropertyOptional({ format: 'date', description: 'Last day it holds.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a day written YYYY-MM-DD' })
  @IsISO8601({ strict: true }, { message: 'is not a day of the calendar' })
  validUntil?: string;
}

export class ProxyAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: PROXY_RELATIONS }) relation: ProxyRelation;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) proxyPatientId: string | null;
  @ApiProperty() mayAct: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true }) validUntil: string | null;
}

export class ProxiesAnswer {
  @ApiProperty({ type: [ProxyAnswer] }) items: readonly ProxyAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
