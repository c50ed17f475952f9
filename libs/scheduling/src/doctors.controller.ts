import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Permit } from '@clinicall/identity';
import { readNameCursor, writeCursor } from '@clinicall/platform';
import { DoctorsService } from './doctors.service';
import { PageQuery } from './request-fields';
import { DoctorsAnswer, SpecialtiesAnswer, VisitTypesAnswer } from './rest-answers';

export class DoctorsQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) specialty?: string;
  @ApiPropertyOptional({ description: 'As somebody would say it.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
  @ApiPropertyOptional({ example: 'es' }) @IsOptional() @IsString() @MaxLength(35) language?: string;
}

@ApiTags('doctors')
@ApiBearerAuth()
@Permit('schedule:read')
@Controller()
export class DoctorsController {
  constructor(private readonly doctors: DoctorsService) {}

  @Get('doctors')
  @ApiOperation({ summary: 'Who can be seen, by name' })
  @ApiOkResponse({ type: DoctorsAnswer })
  async list(@Query() query: DoctorsQuery): Promise<DoctorsAnswer> {
    const all = await this.doctors.list(query);
    const after =
      query.cursor === undefined ? -1 : all.findIndex((one) => one.id === readNameCursor(query.cursor ?? '').id);
    const items = all.slice(after + 1, after + 1 + query.limit);
    const last = items.at(-1);
    const more = after + 1 + query.limit < all.length && last !== undefined;
    return { items, nextCursor: more ? writeCursor(last.name, last.id) : null };
  }

  @Get('specialties')
  @ApiOperation({ summary: 'The clinic’s fields of medicine' })
  @ApiOkResponse({ type: SpecialtiesAnswer })
  async specialties(): Promise<SpecialtiesAnswer> {
    return { items: await this.doctors.specialties(), nextCursor: null };
  }

  @Get('visit-types')
  @ApiOperation({ summary: 'Kinds of visit and their length in minutes' })
  @ApiOkResponse({ type: VisitTypesAnswer })
  async visitTypes(): Promise<VisitTypesAnswer> {
    return { items: await this.doctors.visitTypes(), nextCursor: null };
  }
}
