import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { OfferStatus, WaitlistStatus } from './entities/waitlist-entry.entity';
import { IsInstant, PageQuery } from './request-fields';
import { NamedAnswer } from './rest-answers';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOCK_RULE = { message: 'must be a wall time written HH:mm' };
const STATUSES: readonly WaitlistStatus[] = ['waiting', 'offered', 'booked', 'declined', 'expired', 'cancelled'];
const OFFER_STATUSES: readonly OfferStatus[] = ['offered', 'accepted', 'declined', 'lapsed', 'withdrawn'];

export class JoinWaitlistBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() patientId: string;
  @ApiPropertyOptional({ description: 'Name. This or doctorId.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  specialty?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() doctorId?: string;
  @ApiPropertyOptional({ description: 'Name or id.' }) @IsOptional() @IsString() @MaxLength(200) visitType?: string;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() from?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Exclusive.' }) @IsOptional() @IsInstant() to?: string;
  @ApiPropertyOptional({ example: '13:00' }) @IsOptional() @Matches(CLOCK, CLOCK_RULE) dailyFrom?: string;
  @ApiPropertyOptional({ example: '17:00' }) @IsOptional() @Matches(CLOCK, CLOCK_RULE) dailyTo?: string;

  @ApiPropertyOptional({ type: [Number], description: 'ISO 8601, 1 is Monday; any when absent.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays?: number[];

  @ApiPropertyOptional({ format: 'uuid', description: 'A visit to be moved to an earlier time.' })
  @IsOptional()
  @IsUUID()
  movesAppointmentId?: string;

  @ApiPropertyOptional({ default: true, description: 'May be texted when a time is free.' })
  @IsOptional()
  @IsBoolean()
  contactConsent?: boolean;

  @ApiPropertyOptional({ default: 0, minimum: 0, maximum: 9, description: 'Higher goes first.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(9)
  priority?: number;
}

export class WaitlistQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES }) @IsOptional() @IsIn(STATUSES) status?: WaitlistStatus;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() patientId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() doctorId?: string;
  @ApiPropertyOptional({ description: 'Name.' }) @IsOptional() @IsString() @MaxLength(200) specialty?: string;
}

export class WaitlistEntryAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: NamedAnswer }) patient: NamedAnswer;
  @ApiProperty({ type: NamedAnswer, nullable: true }) doctor: NamedAnswer | null;
  @ApiProperty({ type: String, nullable: true }) specialty: string | null;
  @ApiProperty({ type: String, nullable: true }) visitType: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) from: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) to: string | null;
  @ApiProperty({ type: String, nullable: true }) dailyFrom: string | null;
  @ApiProperty({ type: String, nullable: true }) dailyTo: string | null;
  @ApiProperty({ type: [Number], nullable: true }) weekdays: readonly number[] | null;
  @ApiProperty({ enum: STATUSES }) status: WaitlistStatus;
  @ApiProperty() contactConsent: boolean;
  @ApiProperty() priority: number;
  @ApiProperty({ description: 'Offers in a row that nobody answered.' }) missedOffers: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) appointmentId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) movesAppointmentId: string | null;
  @ApiProperty({ description: 'Also the ETag.' }) version: number;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export class WaitlistOfferAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) slotId: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ enum: OFFER_STATUSES }) status: OfferStatus;
  @ApiProperty({ format: 'date-time' }) offeredAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
}

export class WaitlistDetailAnswer extends WaitlistEntryAnswer {
  @ApiProperty({ type: [WaitlistOfferAnswer], description: 'Newest first.' }) offers: readonly WaitlistOfferAnswer[];
}

export class WaitlistAnswer {
  @ApiProperty({ type: [WaitlistEntryAnswer] }) items: readonly WaitlistEntryAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
