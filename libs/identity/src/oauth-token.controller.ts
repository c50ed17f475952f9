import { Body, Controller, Header, Headers, HttpCode, Ip, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClientCredentials, OAuthRefusal } from './client-credentials';
import type { TokenAnswer } from './client-credentials';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
}

const FORM = {
  type: 'object' as const,
  required: ['grant_type'],
  properties: {
    grant_type: { type: 'string' as const, enum: ['client_credentials'] },
    client_id: {
      type: 'string' as const,
      format: 'uuid',
      description: 'The id of an API key, unless sent by HTTP Basic.',
    },
    client_secret: { type: 'string' as const, description: 'The key, unless sent by HTTP Basic.' },
    scope: { type: 'string' as const, description: 'Space-separated; all of the key’s when absent.' },
  },
};

/** OAuth 2.0 for machines (RFC 6749 section 4.4): its form, its answers, its errors. */
@ApiTags('auth')
@Controller('auth')
export class OAuthTokenController {
  constructor(private readonly credentials: ClientCredentials) {}

  @Post('token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'An access token for an API key; errors as RFC 6749 section 5.2 has them' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ schema: FORM })
  async token(
    @Body() form: unknown,
    @Headers('authorization') authorization: string | undefined,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TokenAnswer | { error: string; error_description: string }> {
    try {
      return await this.credentials.grant(form, authorization, address);
    } catch (fault) {
      if (!(fault instanceof OAuthRefusal)) throw fault;
      void reply.status(fault.error === 'invalid_client' ? 401 : 400);
      // Asked for only when the client came by HTTP authentication (RFC 6749 section 5.2).
      if (fault.error === 'invalid_client' && authorization !== undefined) {
        void reply.header('www-authenticate', 'Basic realm="clinicall"');
      }
      return { error: fault.error, error_description: fault.message };
    }
  }
}
