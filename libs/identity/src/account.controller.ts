import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AppError } from '@clinicall/platform';
import { IsString, Length, MaxLength, MinLength } from 'class-validator';
import { LEAST_PASSWORD, MOST_PASSWORD } from './passwords';
import type { Permission } from './permissions';
import { CurrentPrincipal, Permit } from './principal';
import type { Principal } from './principal';
import { SecondFactorsService } from './second-factors.service';
import type { SessionView } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';
import type { StaffView } from './staff.repository';
import { StaffService } from './staff.service';

export class PasswordBody {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1024) password: string;
}

export class CodeBody {
  @ApiProperty({ description: 'Of the authenticator.', example: '123456' }) @IsString() @Length(6, 6) code: string;
}

export class RemoveFactorBody extends PasswordBody {
  @ApiProperty({ description: 'Of the authenticator, or a recovery code.' })
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  code: string;
}

export class ChangePasswordBody {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1024) currentPassword: string;

  @ApiProperty({ minLength: LEAST_PASSWORD, maxLength: MOST_PASSWORD })
  @IsString()
  @MinLength(LEAST_PASSWORD)
  @MaxLength(MOST_PASSWORD)
  newPassword: string;
}

interface Me extends StaffView {
  readonly clinicId: string;
  readonly permissions: readonly Permission[];
  readonly recoveryCodesLeft: number;
}

/** One's own sign-in. Acts that weaken or replace it ask for the password again. */
@ApiTags('account')
@ApiBearerAuth()
@Permit('account')
@Controller('auth')
export class AccountController {
  constructor(
    private readonly staff: StaffService,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly secondFactors: SecondFactorsService,
  ) {}

  @Get('me')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  async me(@CurrentPrincipal() { id, clinicId, permissions }: Principal): Promise<Me> {
    const recoveryCodesLeft = await this.secondFactors.recoveryCodesLeft(id);
    return { ...(await this.staff.get(id)), clinicId, permissions, recoveryCodesLeft };
  }

  @Post('logout')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out here' })
  async logout(@CurrentPrincipal() { id, sessionId }: Principal): Promise<void> {
    await this.sessions.end(id, { only: sessionId });
  }

  @Post('logout-everywhere')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out of every session; other instances follow within 30 seconds' })
  async logoutEverywhere(@CurrentPrincipal() { id }: Principal): Promise<void> {
    await this.sessions.end(id);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where one is signed in' })
  async list(
    @CurrentPrincipal() { id, sessionId }: Principal,
  ): Promise<{ items: (SessionView & { current: boolean })[]; nextCursor: null }> {
    const sessions = await this.sessions.list(id);
    return { items: sessions.map((session) => ({ ...session, current: session.id === sessionId })), nextCursor: null };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out of one session' })
  async endSession(@Param('id', ParseUUIDPipe) only: string, @CurrentPrincipal() { id }: Principal): Promise<void> {
    if ((await this.sessions.end(id, { only })) === 0) throw AppError.notFound('session');
  }

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change one’s password; every other session ends' })
  async changePassword(@Body() body: ChangePasswordBody, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.signIns.confirmPassword(principal.id, body.currentPassword, 'currentPassword');
    await this.staff.setPassword(principal, body.newPassword);
  }

  @Post('second-factor')
  @ApiOperation({ summary: 'Begin a second factor: the secret for the authenticator, shown once' })
  async begin(
    @Body() body: PasswordBody,
    @CurrentPrincipal() { id }: Principal,
  ): Promise<{ secret: string; otpauthUrl: string }> {
    await this.signIns.confirmPassword(id, body.password);
    return this.secondFactors.begin(id, (await this.staff.get(id)).email);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Turn it on with its first code; the recovery codes are shown once' })
  async confirm(@Body() body: CodeBody, @CurrentPrincipal() { id }: Principal): Promise<{ recoveryCodes: string[] }> {
    return { recoveryCodes: await this.secondFactors.confirm(id, body.code) };
  }

  @Post('second-factor/recovery-codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'New recovery codes; the old ones end' })
  async renew(@Body() body: PasswordBody, @CurrentPrincipal() { id }: Principal): Promise<{ recoveryCodes: string[] }> {
    await this.signIns.confirmPassword(id, body.password);
    return { recoveryCodes: await this.secondFactors.renewRecoveryCodes(id) };
  }

  @Post('second-factor/remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Turn the second factor off' })
  async remove(@Body() body: RemoveFactorBody, @CurrentPrincipal() { id }: Principal): Promise<void> {
    await this.signIns.confirmPassword(id, body.password);
    if (!(await this.secondFactors.take(id, body.code))) throw AppError.field('code', 'is wrong or was used before');
    await this.secondFactors.remove(id);
  }
}
