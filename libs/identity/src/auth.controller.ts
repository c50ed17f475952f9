import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { SessionsService } from './sessions.service';
import type { Session } from './sessions.service';
import { SignInLimiter } from './sign-in.limiter';

export class SignInBody {
  @ApiProperty({ example: 'admin@demo.clinicall.local' }) @IsEmail() @MaxLength(254) email: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1024) password: string;
}

export class RefreshBody {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1024) refreshToken: string;
}

export class SessionAnswer implements Session {
  @ApiProperty() accessToken: string;
  @ApiProperty() refreshToken: string;
  @ApiProperty({ description: 'Seconds the access token lives.' }) expiresIn: number;
}

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly limiter: SignInLimiter,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as staff' })
  @ApiOkResponse({ type: SessionAnswer })
  async login(@Body() body: SignInBody, @Ip() address: string): Promise<Session> {
    await this.limiter.take(address, body.email);
    return this.sessions.signIn(body.email, body.password);
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'Exchange a refresh token for a new session; each works once' })
  @ApiOkResponse({ type: SessionAnswer })
  async refresh(@Body() body: RefreshBody): Promise<Session> {
    return this.sessions.refresh(body.refreshToken);
  }
}
