import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsBirthDate, IsPersonName, IsPhone, IsQueryPhone, PageQuery } from './request-fields';

export class PatientBody {
  @ApiProperty({ example: 'Peter Lang', minLength: 2, maxLength: 200 }) @IsPersonName() name: string;
  @ApiProperty({ format: 'date', example: '1970-02-01' }) @IsBirthDate() dateOfBirth: string;
  @ApiPropertyOptional({ example: '+12025550123', description: 'E.164' }) @IsOptional() @IsPhone() phone?: string;

  @ApiPropertyOptional({ example: 'en', description: 'BCP 47' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'must be a language tag such as en or es-MX' })
  language?: string;
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
