import { Injectable } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Logger } from './logger';
import type { TwilioRequest } from './twilio-signature.guard';
import { TWIML_TYPE } from './twiml';

/** For Twilio's routes: a fault becomes 200 with TwiML that says a sentence, because the one who waits is a patient. */
@Injectable()
export abstract class TwilioFaultFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  /** The TwiML that says so; must not throw. */
  protected abstract sentence(request: TwilioRequest): string;

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return; // The signature guard has answered.
    this.logger.error('a webhook of the carrier failed', {
      route: reply.request.routeOptions.url,
      error: fault,
    });
    void reply.status(200).header('content-type', TWIML_TYPE).send(this.sentence(http.getRequest<TwilioRequest>()));
  }
}
