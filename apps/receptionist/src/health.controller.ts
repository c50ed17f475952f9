import { Controller, Get, Header, Headers, Ip, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError, Health, Metrics } from '@clinicall/platform';
import { BearerGuard, bearerToken } from '@clinicall/identity';
import type { FastifyReply } from 'fastify';

/** For supervisors, load balancers and Prometheus. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
    private readonly guard: BearerGuard,
  ) {}

  @Get('health/live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const report = await this.health.report();
    void reply.status(report.status === 'up' ? 200 : 503);
    return report;
  }

  /** Loopback, or a token with the scope `metrics`. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async exposition(@Ip() address: string, @Headers() headers: Record<string, string>): Promise<string> {
    if (!isLoopback(address) || headers['x-forwarded-for'] !== undefined) {
      const principal = await this.guard.authenticate(bearerToken({ headers }), address);
      if (!principal.permissions.includes('metrics'))
        throw new AppError('forbidden', 'This token does not allow that.');
    }
    return this.metrics.exposition();
  }
}

function isLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}
