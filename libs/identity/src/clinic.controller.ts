import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
  PartialType,
} from '@nestjs/swagger';
import { IfMatch, InOneTransaction, TakesIfMatch } from '@clinicall/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { z } from 'zod';
import { clinicSchema } from './clinic-document';
import { ClinicDocuments } from './clinic-documents';
import type { ClinicVersionView } from './clinic-documents';
import { ClinicsService } from './clinics.service';
import type { ClinicView } from './clinics.service';
import { FaqService } from './faq.service';
import type { FaqView } from './faq.service';
import { CurrentPrincipal, Permit } from './principal';
import type { Principal } from './principal';

const schema = z.toJSONSchema(clinicSchema.partial(), { target: 'openapi-3.0', io: 'input' }) as Record<
  string,
  unknown
>;

export class FaqBody {
  @ApiProperty({ example: 'Is there parking?' }) @IsString() @MinLength(1) @MaxLength(200) question: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(2000) answer: string;

  @ApiProperty({ example: 'en' })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'language must be a language tag such as en or es-MX' })
  language: string;
}

export class FaqChangeBody extends PartialType(FaqBody) {}

export class FaqAnswer extends FaqBody implements FaqView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() version: number;
}

export class VersionsQuery {
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) cursor?: number;
}

@ApiTags('clinic')
@ApiBearerAuth()
@Controller('clinic')
export class ClinicController {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly documents: ClinicDocuments,
    private readonly answers: FaqService,
  ) {}

  @Get()
  @Permit('clinic:read')
  @ApiOperation({ summary: 'The clinic with every setting, defaults filled in' })
  async read(): Promise<ClinicView> {
    return this.clinics.current();
  }

  @Patch()
  @Permit('clinic:write')
  @TakesIfMatch()
  @ApiOperation({
    summary: 'Change the clinic by JSON merge patch; null takes a setting back to its default. In force within 30 s',
  })
  @ApiBody({ schema })
  async change(
    @Body() patch: unknown,
    @CurrentPrincipal() principal: Principal,
    @IfMatch() version?: number,
  ): Promise<ClinicView> {
    await this.documents.change(patch, { version, newNumbers: principal.operator });
    return this.clinics.current();
  }

  @Get('versions')
  @Permit('clinic:read')
  @ApiOperation({ summary: 'What the clinic was before each change, and who changed it; newest first' })
  async versions(@Query() query: VersionsQuery): Promise<{ items: ClinicVersionView[]; nextCursor: string | null }> {
    const found = await this.documents.versions(query.limit + 1, query.cursor);
    const items = found.slice(0, query.limit);
    const more = found.length > query.limit;
    return { items, nextCursor: more ? String(items.at(-1)?.version) : null };
  }

  @Get('faq')
  @Permit('clinic:read')
  @ApiOperation({ summary: 'The clinic’s own answers' })
  async faq(): Promise<{ items: FaqView[]; nextCursor: null }> {
    return { items: await this.answers.list(), nextCursor: null };
  }

  @Post('faq')
  @InOneTransaction()
  @Permit('clinic:write')
  @ApiOperation({ summary: 'Add an answer' })
  @ApiCreatedResponse({ type: FaqAnswer })
  async addFaq(@Body() body: FaqBody): Promise<FaqView | undefined> {
    const [added] = await this.answers.add([body]);
    return added;
  }

  @Get('faq/:id')
  @Permit('clinic:read')
  @ApiOperation({ summary: 'One answer' })
  @ApiOkResponse({ type: FaqAnswer })
  async oneFaq(@Param('id', ParseUUIDPipe) id: string): Promise<FaqView> {
    return this.answers.get(id);
  }

  @Patch('faq/:id')
  @Permit('clinic:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change an answer' })
  @ApiOkResponse({ type: FaqAnswer })
  async changeFaq(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FaqChangeBody,
    @IfMatch() version?: number,
  ): Promise<FaqView> {
    return this.answers.change(id, body, version);
  }

  @Delete('faq/:id')
  @Permit('clinic:write')
  @TakesIfMatch()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an answer away' })
  async removeFaq(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version?: number): Promise<void> {
    await this.answers.remove(id, version);
  }
}
