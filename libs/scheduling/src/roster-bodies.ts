import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsPersonName } from './request-fields';
import { DoctorAnswer, VisitTypeAnswer } from './rest-answers';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const LABEL = /^(?=.*\S)[^\p{Cc}<>]+$/u;
const MOST_MINUTES = 1440;

export class OwnVisitBody {
  @ApiProperty({ description: 'Name or id.' }) @IsString() @MaxLength(200) visitType: string;
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_MINUTES,
    nullable: true,
    description: 'The visit type’s own when absent.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  minutes?: number | null;
}

export class DoctorBody {
  @ApiProperty({ description: 'Without title.' }) @IsPersonName() name: string;

  @ApiProperty({ description: 'Name or id; a new name makes a new specialty.' })
  @IsString()
  @MaxLength(200)
  @Matches(LABEL, { message: 'must be a text on one line, without < and >' })
  specialty: string;

  @ApiPropertyOptional({ type: [String], example: ['en', 'es'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(LANGUAGE, { each: true, message: 'must be language tags such as en or es-MX' })
  languages?: string[];

  @ApiPropertyOptional({ default: true }) @IsOptional() @IsBoolean() acceptsNewPatients?: boolean;

  @ApiPropertyOptional({
    type: [OwnVisitBody],
    nullable: true,
    description: 'The visits this doctor gives, and how long each takes; null: all, at their own length.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => OwnVisitBody)
  visitTypes?: OwnVisitBody[] | null;
}

export class DoctorPatch extends PartialType(DoctorBody) {
  @ApiPropertyOptional({ description: 'false: free times go, what is booked becomes a task.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class VisitTypeBody {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  @Matches(LABEL, { message: 'must be a text on one line, without < and >' })
  name: string;
  @ApiProperty({ minimum: 1, maximum: MOST_MINUTES }) @IsInt() @Min(1) @Max(MOST_MINUTES) minutes: number;
}

export class VisitTypePatch extends PartialType(VisitTypeBody) {
  @ApiPropertyOptional() @IsOptional() @IsBoolean() active?: boolean;
}

export class DoctorDetailAnswer extends DoctorAnswer {
  @ApiProperty() active: boolean;
  @ApiProperty() version: number;
  @ApiProperty({ type: [VisitTypeAnswer], nullable: true }) visitTypes: readonly VisitTypeAnswer[] | null;
}

export class VisitTypeDetailAnswer extends VisitTypeAnswer {
  @ApiProperty() active: boolean;
  @ApiProperty() version: number;
}
