import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, IsUrl, IsUUID, MaxLength, MinLength } from 'class-validator';
import { OidcJourney } from './oidc-journey';
import { OidcService } from './oidc.service';
import { Permit } from './principal';
import { SignInProviderService } from './sign-in-provider.service';
import type { ProviderView } from './sign-in-provider.service';

interface Reply {
  header(name: string, value: string): Reply;
  redirect(location: string, code: number): Reply;
}

export class OidcStartQuery {
  @ApiProperty({ format: 'uuid', description: 'The clinic, as the provider’s startUrl names it.' })
  @IsUUID()
  clinic: string;
}

export class ProviderBody {
  @ApiProperty({ example: 'https://login.hospital.example' })
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(500)
  issuer: string;

  @ApiProperty() @IsString() @MinLength(1) @MaxLength(500) clientId: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(1000) clientSecret: string;
}

/** The browser's way to the hospital's provider and back; its proof is the journey's cookie and the provider's answer. */
@ApiTags('auth')
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly journeys: OidcJourney,
  ) {}

  @Get('start')
  @ApiOperation({ summary: 'Go to the hospital’s own sign-in (OpenID Connect)' })
  async start(@Query() query: OidcStartQuery, @Res() reply: Reply): Promise<void> {
    const { location, cookie } = await this.oidc.start(query.clinic);
    reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(location, 303);
  }

  /** Back to the page, with a refresh token in the fragment (never sent to a server) that is good once and for a minute. */
  @Get('callback')
  @ApiOperation({ summary: 'Come back from the hospital’s own sign-in' })
  async callback(
    @Req() request: { url: string },
    @Headers('cookie') cookie: string | undefined,
    @Ip() address: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const at = request.url.indexOf('?');
    const refreshToken = await this.oidc.finish(at < 0 ? '' : request.url.slice(at), cookie, address);
    reply
      .header('set-cookie', this.journeys.end())
      .header('cache-control', 'no-store')
      .redirect(`/#signed-in=${refreshToken}`, 303);
  }
}

@ApiTags('staff')
@ApiBearerAuth()
@Controller('sign-in-provider')
export class SignInProviderController {
  constructor(private readonly providers: SignInProviderService) {}

  @Get()
  @Permit('staff:read')
  @ApiOperation({ summary: 'The hospital’s OpenID provider, without its secret' })
  async get(): Promise<ProviderView> {
    return this.providers.view();
  }

  @Put()
  @Permit('staff:owners') // who names the provider may sign in as anybody
  @ApiOperation({ summary: 'Let staff sign in at an OpenID provider; who is bound to another one is bound anew' })
  async put(@Body() body: ProviderBody): Promise<ProviderView> {
    return this.providers.put(body);
  }

  @Delete()
  @HttpCode(204)
  @Permit('staff:owners')
  @ApiOperation({ summary: 'No sign-in by the provider any more' })
  async remove(): Promise<void> {
    await this.providers.remove();
  }
}
