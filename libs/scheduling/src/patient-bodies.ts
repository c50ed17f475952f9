import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsBirthDate, IsPersonName, IsPhone, IsQueryPhone, PageQuery } from './request-fields';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export class PatientBody {
  @ApiProperty({ example: 'Peter Lang', minLength: 2, maxLength: 200 }) @IsPersonName() name: string;
  @ApiProperty({ format: 'date', example: '1970-02-01' }) @IsBirthDate() dateOfBirth: string;
  @ApiPropertyOptional({ example: '+12025550123', description: 'E.164' }) @IsOptional() @IsPhone() phone?: string;

  @ApiPropertyOptional({ example: 'en', description: 'BCP 47' })
  @IsOptional()
  @Matches(LANGUAGE, { message: 'must be a language tag such as en or es-MX' })
  language?: string;
}

export class PatientChangesBody {
  @ApiPropertyOptional({ minLength: 2, maxLength: 200 }) @IsOptional() @IsPersonName() name?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsBirthDate() dateOfBirth?: string;

  @ApiPropertyOptional({ type: [String], description: 'E.164, all of them; texts go to the first.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(/^\+[1-9]\d{6,14}$/, { each: true, message: 'must be E.164 phone numbers such as +12025550123' })
  phones?: string[];

  @ApiPropertyOptional({ example: 'en', description: 'BCP 47' })
  @IsOptional()
  @Matches(LANGUAGE, { message: 'must be a language tag such as en or es-MX' })
  language?: string;

  @ApiPropertyOptional({ description: 'May be texted and called about visits.' })
  @IsOptional()
  @IsBoolean()
  contactConsent?: boolean;
}

export class PatientsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'How the name begins.' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({ example: '+12025550123' }) @IsOptional() @IsQueryPhone() phone?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsBirthDate() dateOfBirth?: string;
}
