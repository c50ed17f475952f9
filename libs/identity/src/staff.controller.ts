import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { InOneTransaction } from '@clinicall/platform';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { MadeLink } from './one-time-links.service';
import { ROLES } from './permissions';
import type { Role } from './permissions';
import { CurrentPrincipal, Permit } from './principal';
import type { Principal } from './principal';
import type { StaffView } from './staff.repository';
import { StaffService } from './staff.service';

export class StaffQuery {
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional() @IsOptional() @IsUUID() cursor?: string;
}

export class InvitationBody {
  @ApiProperty({ example: 'sam@hospital.example' }) @IsEmail() @MaxLength(254) email: string;
  @ApiProperty({ example: 'Sam Porter' }) @IsString() @MinLength(1) @MaxLength(200) name: string;
  @ApiProperty({ enum: ROLES }) @IsIn(ROLES) role: Role;
}

export class StaffChangeBody {
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(1) @MaxLength(200) name?: string;
  @ApiPropertyOptional({ enum: ROLES }) @IsOptional() @IsIn(ROLES) role?: Role;
  @ApiPropertyOptional({ description: 'true: may not sign in any more.' }) @IsOptional() @IsBoolean() closed?: boolean;
}

@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get()
  @Permit('staff:read')
  @ApiOperation({ summary: 'Who works here, by email' })
  async list(@Query() query: StaffQuery): Promise<{ items: StaffView[]; nextCursor: string | null }> {
    const found = await this.staff.list(query.limit + 1, query.cursor);
    const items = found.slice(0, query.limit);
    return { items, nextCursor: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }

  @Get(':id')
  @Permit('staff:read')
  @ApiOperation({ summary: 'One member of staff' })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<StaffView> {
    return this.staff.get(id);
  }

  @Post('invitations')
  @Permit('staff:write')
  @ApiOperation({ summary: 'Invite somebody; the link is mailed, or shown this once' })
  async invite(@Body() body: InvitationBody, @CurrentPrincipal() by: Principal): Promise<{ id: string } & MadeLink> {
    return this.staff.invite(by, body);
  }

  @Post(':id/invitation')
  @Permit('staff:write')
  @ApiOperation({ summary: 'Invite again who has not come; the earlier link ends' })
  async inviteAgain(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() by: Principal): Promise<MadeLink> {
    return this.staff.inviteAgain(by, id);
  }

  @Patch(':id')
  @Permit('staff:write')
  @ApiOperation({ summary: 'Change a name or a role, close an account or open it again' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StaffChangeBody,
    @CurrentPrincipal() by: Principal,
  ): Promise<StaffView> {
    return this.staff.change(by, id, body);
  }

  @Post(':id/password-reset')
  @Permit('staff:write')
  @ApiOperation({ summary: 'A one-time link to a new password, mailed or shown this once' })
  async resetPassword(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() by: Principal): Promise<MadeLink> {
    return this.staff.resetPassword(by, id);
  }

  @Post(':id/sign-out')
  @InOneTransaction()
  @HttpCode(200)
  @Permit('staff:write')
  @ApiOperation({ summary: 'End every session of somebody' })
  async signOut(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() by: Principal): Promise<{ ended: number }> {
    return { ended: await this.staff.signOut(by, id) };
  }

  @Post(':id/unlock')
  @InOneTransaction()
  @HttpCode(204)
  @Permit('staff:write')
  @ApiOperation({ summary: 'End a lock-out' })
  async unlock(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() by: Principal): Promise<void> {
    await this.staff.unlock(by, id);
  }

  @Delete(':id/second-factor')
  @HttpCode(204)
  @Permit('staff:write')
  @ApiOperation({ summary: 'Remove the second factor of who has lost it' })
  async removeSecondFactor(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() by: Principal): Promise<void> {
    await this.staff.removeSecondFactor(by, id);
  }
}
