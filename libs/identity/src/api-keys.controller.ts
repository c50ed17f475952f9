import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { InOneTransaction } from '@clinicall/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
} from 'class-validator';
import { isNetwork } from './address-list';
import type { ApiKeyView } from './api-keys.repository';
import { ApiKeysService } from './api-keys.service';
import { SCOPES } from './permissions';
import type { Scope } from './permissions';
import { Permit } from './principal';

const IsNetwork = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isNetwork',
      validator: {
        validate: isNetwork,
        defaultMessage: () => 'each of allowedAddresses must be an address or a network such as 10.1.0.0/16',
      },
    },
    { each: true },
  );

export class NewApiKeyBody {
  @ApiProperty({ example: 'n8n' }) @IsString() @MinLength(1) @MaxLength(100) name: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes: Scope[];

  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string;

  @ApiPropertyOptional({
    description: 'Networks the key may come from; none: from anywhere.',
    example: ['10.1.0.0/16'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsNetwork()
  allowedAddresses?: string[];

  @ApiPropertyOptional({ description: 'Beyond it 429; RateLimit headers say what is left.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  requestsPerMinute?: number;
}

@ApiTags('api-keys')
@ApiBearerAuth()
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @InOneTransaction()
  @Permit('keys:write')
  @ApiOperation({ summary: 'Make a key for another system; the key is shown once' })
  async create(@Body() body: NewApiKeyBody): Promise<{ id: string; key: string; prefix: string }> {
    const { name, scopes, expiresAt, allowedAddresses, requestsPerMinute } = body;
    return this.keys.create(name, scopes, {
      expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
      allowedAddresses,
      requestsPerMinute,
    });
  }

  @Get()
  @Permit('keys:read')
  @ApiOperation({ summary: 'The keys in use, without their secrets' })
  async list(): Promise<{ items: ApiKeyView[]; nextCursor: null }> {
    return { items: await this.keys.list(), nextCursor: null };
  }

  @Get(':id')
  @Permit('keys:read')
  @ApiOperation({ summary: 'One key, without its secret' })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ApiKeyView> {
    return this.keys.get(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('keys:write')
  @ApiOperation({ summary: 'Revoke a key; it stops within 30 seconds' })
  async revoke(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.keys.revoke(id);
  }
}
