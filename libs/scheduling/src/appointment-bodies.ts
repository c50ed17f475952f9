import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { AppError } from '@clinicall/platform';
import type { BookingPatient } from './booking-results';
import { CANCEL_CODE_LIST } from './cancel-codes';
import type { CancelCode } from './cancel-codes';
import type { AppointmentStatus } from './entities/appointment.entity';
import { PatientBody } from './patient-bodies';
import { IsInstant, IsQueryPhone, PageQuery } from './request-fields';

const STATUSES: readonly AppointmentStatus[] = ['booked', 'arrived', 'fulfilled', 'cancelled', 'noshow'];
const LONGEST_REASON = 1000;

/** A patient by id, or by particulars: matched when they surely name one patient, else registered. */
export class PatientChoice {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() patientId?: string;

  @ApiPropertyOptional({ type: PatientBody })
  @IsOptional()
  @ValidateNested()
  @Type(() => PatientBody)
  patient?: PatientBody;

  @ApiPropertyOptional({ maxLength: LONGEST_REASON })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REASON)
  reason?: string;
}

/** @throws AppError `validation_failed` unless exactly one of the two is given. */
export function patientOf(body: PatientChoice): BookingPatient {
  const patientId = body.patientId ?? undefined; // an optional member may be sent as null
  const patient = body.patient ?? undefined;
  if (patientId !== undefined && patient === undefined) return { patientId };
  if (patientId === undefined && patient !== undefined) return { patient };
  throw AppError.field('patientId', 'or patient must be given, and not both');
}

export class ConfirmBody extends PatientChoice {
  @ApiProperty({ format: 'uuid' }) @IsUUID() holdId: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(200) holdToken: string;
}

export class BookBody extends PatientChoice {
  @ApiProperty({ format: 'uuid' }) @IsUUID() slotId: string;
  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) visitType?: string;
}

export class RescheduleBody {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() slotId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() holdId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(1) @MaxLength(200) holdToken?: string;
}

export class CancelBody {
  @ApiPropertyOptional({ enum: CANCEL_CODE_LIST, description: 'HL7 appointment-cancellation-reason.' })
  @IsOptional()
  @IsIn(CANCEL_CODE_LIST)
  code?: CancelCode;

  @ApiPropertyOptional({ maxLength: LONGEST_REASON })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REASON)
  reason?: string;
}

export class AppointmentsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() from?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Exclusive.' }) @IsOptional() @IsInstant() to?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() doctorId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() patientId?: string;
  @ApiPropertyOptional({ example: '+12025550123' }) @IsOptional() @IsQueryPhone() patientPhone?: string;
  @ApiPropertyOptional({ enum: STATUSES }) @IsOptional() @IsIn(STATUSES) status?: AppointmentStatus;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() seriesId?: string;

  @ApiPropertyOptional({ description: 'Cancelled inside the cancellation window, or not.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  lateCancel?: 'true' | 'false';
}

export class OutcomesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() doctorId?: string;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() from?: string;
}
