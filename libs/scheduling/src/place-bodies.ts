import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from './request-fields';
import { NamedAnswer } from './rest-answers';

const LONGEST_NAME = 200;
const LABEL = /^(?=.*\S)[^\p{Cc}<>]+$/u;

/** A name for a thing of the clinic: some text on one line. */
const notALabel = { message: 'must be a text on one line, without < and >' };

export class LocationBody {
  @ApiProperty({ maxLength: LONGEST_NAME })
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(LABEL, notALabel)
  name: string;
  @ApiPropertyOptional({ nullable: true, maxLength: 500 }) @IsOptional() @IsString() @MaxLength(500) address?:
    string | null;
}

export class LocationPatch {
  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(LABEL, notALabel)
  name?: string;
  @ApiPropertyOptional({ nullable: true, maxLength: 500 }) @IsOptional() @IsString() @MaxLength(500) address?:
    string | null;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() active?: boolean;
}

export class RoomBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() locationId: string;
  @ApiProperty({ maxLength: LONGEST_NAME })
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(LABEL, notALabel)
  name: string;
}

export class RoomPatch {
  @ApiPropertyOptional({ maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(LABEL, notALabel)
  name?: string;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() active?: boolean;
}

export class RoomsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() locationId?: string;
}

export class LocationAnswer extends NamedAnswer {
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty() active: boolean;
  @ApiProperty() version: number;
}

export class RoomAnswer extends NamedAnswer {
  @ApiProperty({ type: NamedAnswer }) location: NamedAnswer;
  @ApiProperty() active: boolean;
  @ApiProperty() version: number;
}

export class LocationsAnswer {
  @ApiProperty({ type: [LocationAnswer] }) items: readonly LocationAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class RoomsAnswer {
  @ApiProperty({ type: [RoomAnswer] }) items: readonly RoomAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
