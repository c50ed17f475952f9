import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { ExceptionKind } from './entities/schedule.entity';
import { IsClock, IsDay, PageQuery } from './request-fields';
import { NamedAnswer } from './rest-answers';

const MOST_MINUTES = 1440;
const MOST_BUFFER = 240;
export const EXCEPTION_KINDS: readonly ExceptionKind[] = ['closed', 'holiday', 'leave', 'extra', 'override'];

/** What weekly sessions and those of single days have in common. */
class SessionFields {
  @ApiPropertyOptional({ description: 'Name or id; the doctor’s own when absent.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  specialty?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: MOST_BUFFER, default: 0, description: 'Kept free before each slot.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_BUFFER)
  bufferBeforeMinutes?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: MOST_BUFFER, default: 0, description: 'Kept free after each slot.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_BUFFER)
  bufferAfterMinutes?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 1, description: 'Patients at once.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  capacity?: number;

  @ApiPropertyOptional({ type: [String], nullable: true, description: 'Names or ids of those allowed; null: any.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  visitTypes?: string[] | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true }) @IsOptional() @IsUUID() locationId?: string | null;
  @ApiPropertyOptional({ format: 'uuid', nullable: true }) @IsOptional() @IsUUID() roomId?: string | null;
}

export class ScheduleBody extends SessionFields {
  @ApiProperty({ format: 'uuid' }) @IsUUID() doctorId: string;
  @ApiProperty({ minimum: 1, maximum: 7, description: 'ISO 8601: 1 is Monday.' })
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;
  @ApiProperty({ example: '09:00', description: 'Wall time of the clinic.' }) @IsClock() fromTime: string;
  @ApiProperty({ example: '12:00', description: '24:00 ends the day.' }) @IsClock() toTime: string;
  @ApiProperty({ minimum: 1, maximum: MOST_MINUTES }) @IsInt() @Min(1) @Max(MOST_MINUTES) slotMinutes: number;
  @ApiPropertyOptional({ format: 'date', description: 'First day it holds; today when absent.' })
  @IsOptional()
  @IsDay()
  startsOn?: string;
  @ApiPropertyOptional({
    format: 'date',
    nullable: true,
    description: 'Last day it holds; null: until further notice.',
  })
  @IsOptional()
  @IsDay()
  endsOn?: string | null;
}

export class SchedulePatch extends PartialType(OmitType(ScheduleBody, ['doctorId'])) {}

export class ExceptionBody extends SessionFields {
  @ApiProperty({
    enum: EXCEPTION_KINDS,
    description:
      'holiday: the clinic is closed; leave: a doctor is away; closed: either; override: in place of the doctor’s sessions of these days; extra: beside them, and against any closing.',
  })
  @IsIn(EXCEPTION_KINDS)
  kind: ExceptionKind;

  @ApiPropertyOptional({ format: 'uuid', nullable: true }) @IsOptional() @IsUUID() doctorId?: string | null;
  @ApiProperty({ format: 'date' }) @IsDay() startsOn: string;
  @ApiPropertyOptional({ format: 'date', description: 'Included; startsOn when absent.' })
  @IsOptional()
  @IsDay()
  endsOn?: string;
  @ApiPropertyOptional({ nullable: true, description: 'Absent with toTime where it closes: the whole day.' })
  @IsOptional()
  @IsClock()
  fromTime?: string | null;
  @ApiPropertyOptional({ nullable: true }) @IsOptional() @IsClock() toTime?: string | null;
  @ApiPropertyOptional({ minimum: 1, maximum: MOST_MINUTES })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  slotMinutes?: number | null;
  @ApiPropertyOptional({ nullable: true, maxLength: 200 }) @IsOptional() @IsString() @MaxLength(200) reason?:
    string | null;
}

export class ExceptionPatch extends PartialType(OmitType(ExceptionBody, ['kind', 'doctorId'])) {}

export class SchedulesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() doctorId?: string;
}

export class ExceptionsQuery extends SchedulesQuery {
  @ApiPropertyOptional({ format: 'date', description: 'Those that end on it or later.' })
  @IsOptional()
  @IsDay()
  from?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Those that begin on it or earlier.' })
  @IsOptional()
  @IsDay()
  to?: string;
}

class SessionAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() version: number;
  @ApiProperty({ type: NamedAnswer, nullable: true }) doctor: NamedAnswer | null;
  @ApiProperty({ type: String, nullable: true }) specialty: string | null;
  @ApiProperty({ type: String, nullable: true }) fromTime: string | null;
  @ApiProperty({ type: String, nullable: true }) toTime: string | null;
  @ApiProperty({ format: 'date' }) startsOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) endsOn: string | null;
  @ApiProperty({ type: Number, nullable: true }) slotMinutes: number | null;
  @ApiProperty() bufferBeforeMinutes: number;
  @ApiProperty() bufferAfterMinutes: number;
  @ApiProperty() capacity: number;
  @ApiProperty({ type: [NamedAnswer], nullable: true }) visitTypes: readonly NamedAnswer[] | null;
  @ApiProperty({ type: NamedAnswer, nullable: true }) location: NamedAnswer | null;
  @ApiProperty({ type: NamedAnswer, nullable: true }) room: NamedAnswer | null;
}

export class ScheduleAnswer extends SessionAnswer {
  @ApiProperty() weekday: number;
}

export class ExceptionAnswer extends SessionAnswer {
  @ApiProperty({ enum: EXCEPTION_KINDS }) kind: ExceptionKind;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class SchedulesAnswer {
  @ApiProperty({ type: [ScheduleAnswer] }) items: readonly ScheduleAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ExceptionsAnswer {
  @ApiProperty({ type: [ExceptionAnswer] }) items: readonly ExceptionAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
