import type { IncomingMessage } from 'node:http';
import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection } from '@nestjs/websockets';
import { Logger } from '@clinicall/platform';
import type { WebSocket } from 'ws';
import { carrierLanguage } from './call-connection';
import { CallSessions } from './call-sessions';
import type { RelayCallLine } from './call-sessions';
import { CallSocket } from './call-socket';
import { PendingSockets } from './pending-sockets';
import { readRelayFrame } from './relay-frames';
import type { RelayFrame } from './relay-frames';
import type { RelaySession } from './relay-session';

/** The peer answers a ping within this, or is not there. */
const PING_MS = 15_000;

/**
 * Twilio's ConversationRelay. The upgrade's signature is checked before this (media-socket.adapter.ts), the one-time token
 * at `setup` here, as for media streams.
 */
@WebSocketGateway({ path: '/conversation-relay' })
export class RelayGateway implements OnGatewayConnection {
  constructor(
    private readonly sessions: CallSessions,
    private readonly pending: PendingSockets,
    private readonly logger: Logger,
  ) {}

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    this.pending.opened(socket, request.socket.remoteAddress ?? '');
    new RelaySocket(socket, request.socket, this.sessions, this.pending, this.logger);
  }
}

type Setup = Extract<RelayFrame, { type: 'setup' }>;

class RelaySocket extends CallSocket<RelayFrame, Setup, RelaySession, CallSessions> {
  protected readonly kind = 'a relay session';
  private answered = true;

  protected read(text: string): RelayFrame | undefined {
    return readRelayFrame(text);
  }

  protected isOpening(frame: RelayFrame): frame is Setup {
    return frame.type === 'setup';
  }

  protected open({ callSid, token }: Setup): Promise<RelaySession | undefined> {
    return this.sessions.openRelay(callSid, token, this.line());
  }

  protected obey(frame: RelayFrame, session: RelaySession): void {
    if (frame.type === 'prompt') session.prompt(frame.words, frame.last);
    else if (frame.type === 'interrupt') session.interrupt(frame.heard);
    else if (frame.type === 'dtmf') session.key(frame.digit);
    else if (frame.type === 'error') this.logger.warn('the carrier refused a message of ours');
  }

  /** Nothing comes from a caller who listens: only the answer to a ping shows that the line is there. */
  protected watch(): NodeJS.Timeout {
    this.socket.on('pong', () => (this.answered = true));
    return setInterval(() => this.ping(), PING_MS).unref();
  }

  private ping(): void {
    if (!this.answered) {
      this.socket.terminate();
      return;
    }
    this.answered = false;
    this.socket.ping();
  }

  private line(): RelayCallLine {
    return {
      text: (token, { last, language, interruptible }) =>
        this.send(JSON.stringify({ type: 'text', token, last, lang: carrierLanguage(language), interruptible })),
      close: () => this.socket.close(1000),
      buffered: () => this.socket.bufferedAmount,
    };
  }
}
