import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { LEAST_PASSWORD, MOST_PASSWORD } from './passwords';
import { SessionsService } from './sessions.service';
import type { Session } from './sessions.service';
import { SignInLimiter } from './sign-in.limiter';
import { SignInService } from './sign-in.service';
import { StaffService } from './staff.service';

export class SignInBody {
  @ApiProperty({ example: 'admin@demo.clinicall.local' }) @IsEmail() @MaxLength(254) email: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1024) password: string;

  @ApiPropertyOptional({
    description: 'Where a second factor is in use: the authenticator’s code, or a recovery code.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  code?: string;
}

export class RefreshBody {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1024) refreshToken: string;
}

export class PasswordByLinkBody {
  @ApiProperty({ description: 'What follows the = in the link.' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  token: string;

  @ApiProperty({ minLength: LEAST_PASSWORD, maxLength: MOST_PASSWORD })
  @IsString()
  @MinLength(LEAST_PASSWORD)
  @MaxLength(MOST_PASSWORD)
  password: string;
}

export class SessionAnswer implements Session {
  @ApiProperty() accessToken: string;
  @ApiProperty() refreshToken: string;
  @ApiProperty({ description: 'Seconds the access token lives.' }) expiresIn: number;
}

/** The doors without a bearer token; each proves itself by a secret of its own. */
@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly staff: StaffService,
    private readonly limiter: SignInLimiter,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as staff; 401 with secondFactor when a code is needed as well' })
  @ApiOkResponse({ type: SessionAnswer })
  async login(@Body() body: SignInBody, @Ip() address: string): Promise<Session> {
    await this.limiter.take(address, body.email);
    return this.signIns.signIn(body.email, body.password, body.code, address);
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'Exchange a refresh token for a new one and an access token; each works once' })
  @ApiOkResponse({ type: SessionAnswer })
  async refresh(@Body() body: RefreshBody): Promise<Session> {
    return this.sessions.refresh(body.refreshToken);
  }

  @Post('invitations/accept')
  @HttpCode(204)
  @ApiOperation({ summary: 'Come by an invitation: set a password' })
  @ApiNoContentResponse()
  async accept(@Body() body: PasswordByLinkBody, @Ip() address: string): Promise<void> {
    await this.staff.acceptInvitation(body.token, body.password, address);
  }

  @Post('password/reset')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set a new password by a one-time link; every session ends' })
  @ApiNoContentResponse()
  async reset(@Body() body: PasswordByLinkBody, @Ip() address: string): Promise<void> {
    await this.staff.acceptPasswordReset(body.token, body.password, address);
  }
}
