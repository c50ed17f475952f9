import type { IncomingMessage } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import { Environment, hasTwilioSignature } from '@clinicall/platform';
import { PendingSockets } from '@clinicall/telephony';

/** Bytes a frame of a media stream may have; Twilio's have about 400. */
const MOST_BYTES = 16 * 1024;

type Verdict = (accepted: boolean, status?: number, message?: string) => void;

/**
 * Opens a media socket only for an upgrade that Twilio signed; everybody else gets 403 before there is a socket. While too
 * many have not yet said which call they are, 503: the carrier then asks /voice/after-stream.
 */
export class MediaSocketAdapter extends WsAdapter {
  constructor(
    private readonly app: INestApplication,
    private readonly environment: Environment,
  ) {
    super(app);
  }

  /** The gateway reads its frames itself, in order; Nest's dispatch would parse each again and run handlers side by side. */
  override bindMessageHandlers(): void {
    return undefined;
  }

  override create(port: number, options: Record<string, unknown> = {}): unknown {
    const pending = this.app.get(PendingSockets);
    return super.create(port, {
      ...options,
      perMessageDeflate: false,
      maxPayload: MOST_BYTES,
      verifyClient: ({ req }: { req: IncomingMessage }, verdict: Verdict) => {
        void this.isSigned(req).then((signed) => {
          const address = req.socket.remoteAddress ?? '';
          if (!signed) verdict(false, 403, 'Forbidden');
          else if (pending.mayOpen(address)) verdict(true);
          else verdict(false, 503, 'Service Unavailable');
        });
      },
    } as never);
  }

  /** Twilio signs the wss address as it stands in the TwiML; the local carrier's has ws. */
  private async isSigned(request: IncomingMessage): Promise<boolean> {
    const url = `${this.environment.publicUrl.replace(/^http/, 'ws')}${request.url ?? ''}`;
    return hasTwilioSignature(this.environment, url, request.headers['x-twilio-signature'], {});
  }
}
