import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

const CHANNELS = ['voice', 'sms', 'chat'];
const OUTCOMES = ['booked', 'moved', 'cancelled', 'waitlisted', 'message', 'escalated', 'none'];
const ACTIONS = ['withheld', 'corrected', 'replaced', 'refused', 'raised'];
const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Which conversations; those that fit all that is given. */
export class ConversationsQuery {
  @ApiPropertyOptional({ enum: CHANNELS }) @IsOptional() @IsIn(CHANNELS) channel?: string;
  @ApiPropertyOptional({ enum: ['open', 'ended'] }) @IsOptional() @IsIn(['open', 'ended']) status?: string;
  @ApiPropertyOptional({ enum: OUTCOMES, description: 'How it ended' }) @IsOptional() @IsIn(OUTCOMES) outcome?: string;
  @ApiPropertyOptional() @IsOptional() @Transform(asBoolean) @IsBoolean() escalated?: boolean;

  @ApiPropertyOptional({
    description: 'A guard that acted in it: truth, leak, repeat, yes, emergency, person, rounds …',
  })
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/, { message: 'guard must be a lower-case word' })
  guard?: string;

  @ApiPropertyOptional({ enum: ACTIONS, description: 'What a guard did in it' })
  @IsOptional()
  @IsIn(ACTIONS)
  guardAction?: string;

  @ApiPropertyOptional({ description: 'Marked for review and not yet reviewed' })
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  flagged?: boolean;

  @ApiPropertyOptional({ description: 'A model that answered in it' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  model?: string;

  @ApiPropertyOptional({ description: 'A language tag: en, es' })
  @IsOptional()
  @Matches(/^[a-z]{2}(-[A-Z]{2})?$/, { message: 'language must be a tag such as en or es' })
  language?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of this patient, and of the records merged into it' })
  @IsOptional()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Began at or after' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Began before' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() cursor?: string;
}

export class NewNote {
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) text: string;

  @ApiPropertyOptional({ description: 'Number of the turn it is about; absent: the conversation', minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  seq?: number;
}

export class NewReview {
  @ApiProperty({ enum: ['marked', 'reviewed'] }) @IsIn(['marked', 'reviewed']) status: 'marked' | 'reviewed';

  @ApiPropertyOptional({ maxLength: 500, description: 'Why somebody should look; with marked alone' })
  @ValidateIf((body: NewReview) => body.reason !== undefined)
  @IsString()
  @MaxLength(500)
  reason?: string;
}
