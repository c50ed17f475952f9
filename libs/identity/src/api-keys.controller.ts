import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ApiKeysService } from './api-keys.service';
import type { ApiKeyView } from './api-keys.service';
import { SCOPES } from './permissions';
import type { Scope } from './permissions';
import { Permit } from './principal';

export class NewApiKeyBody {
  @ApiProperty({ example: 'n8n' }) @IsString() @MinLength(1) @MaxLength(100) name: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes: Scope[];

  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string;
}

@ApiTags('api-keys')
@ApiBearerAuth()
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Permit('keys:write')
  @ApiOperation({ summary: 'Make a key for another system; the key is shown once' })
  async create(@Body() body: NewApiKeyBody): Promise<{ id: string; key: string; prefix: string }> {
    return this.keys.create(
      body.name,
      body.scopes,
      body.expiresAt === undefined ? undefined : new Date(body.expiresAt),
    );
  }

  @Get()
  @Permit('keys:read')
  @ApiOperation({ summary: 'The keys in use, without their secrets' })
  async list(): Promise<{ items: ApiKeyView[]; nextCursor: null }> {
    return { items: await this.keys.list(), nextCursor: null };
  }

  @Delete(':id')
  @Permit('keys:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key; it stops within 30 seconds' })
  async revoke(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.keys.revoke(id);
  }
}
