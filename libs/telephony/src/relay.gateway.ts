import type { IncomingMessage } from 'node:http';
import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection } from '@nestjs/websockets';
import { Logger } from '@clinicall/platform';
import type { WebSocket } from 'ws';
import { SAY_LANGUAGE } from './call-connection';
import { CallSessions } from './call-sessions';
import type { RelayCallLine } from './call-sessions';
import { PendingSockets } from './pending-sockets';
import { readRelayFrame, RelayFrameError } from './relay-frames';
import type { RelayFrame } from './relay-frames';
import type { RelaySession } from './relay-session';

const START_DEADLINE_MS = 4_000;
const GOODBYE_MS = 1_000;
/** The peer answers a ping within this, or is not there. */
const PING_MS = 15_000;
const MOST_FAULTS = 20;
const MOST_WAITING_BYTES = 64 * 1024;
const POLICY_VIOLATION = 1008;

/**
 * Twilio's ConversationRelay. The upgrade's signature is checked before this (media-socket.adapter.ts), the one-time token
 * at `setup` here, as for media streams; messages of one socket are taken in order.
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
    new RelaySocket(socket, this.sessions, this.pending, this.logger);
  }
}

class RelaySocket {
  private session: RelaySession | undefined;
  private starting = false;
  private answered = true;
  private faults = 0;
  private queue: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    private readonly sessions: CallSessions,
    private readonly pending: PendingSockets,
    private readonly logger: Logger,
  ) {
    this.timer = setTimeout(() => this.shut(), START_DEADLINE_MS).unref();
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) this.fault('a binary message came');
      else this.receive(data.toString('utf8'));
    });
    socket.on('pong', () => (this.answered = true));
    socket.on('close', () => this.end());
    socket.on('error', () => undefined); // `close` follows
  }

  private receive(text: string): void {
    try {
      const frame = readRelayFrame(text);
      if (frame === undefined) return;
      if (frame.type === 'setup')
        this.queue = this.queue.then(() => this.start(frame)).catch((error: unknown) => this.refuse(error));
      else if (this.starting) this.queue = this.queue.then(() => this.obey(frame));
      else this.obey(frame);
    } catch (error) {
      if (error instanceof RelayFrameError) this.fault(error.message);
      else this.logger.error('a relay message could not be handled', { error });
    }
  }

  private obey(frame: RelayFrame): void {
    const { session } = this;
    if (session === undefined) return;
    if (frame.type === 'prompt') session.prompt(frame.words, frame.last);
    else if (frame.type === 'interrupt') session.interrupt(frame.heard);
    else if (frame.type === 'dtmf') session.key(frame.digit);
    else if (frame.type === 'error') this.logger.warn('the carrier refused a message of ours');
  }

  private async start({ callSid, token }: Extract<RelayFrame, { type: 'setup' }>): Promise<void> {
    if (this.session !== undefined) {
      this.refuse();
      return;
    }
    this.starting = true;
    const session = await this.sessions.openRelay(callSid, token, this.line());
    this.starting = false;
    if (session === undefined) {
      this.refuse();
      return;
    }
    if (this.socket.readyState !== this.socket.OPEN) {
      this.sessions.close(session);
      return;
    }
    this.session = session;
    this.pending.settled(this.socket);
    clearTimeout(this.timer);
    this.timer = setInterval(() => this.ping(), PING_MS).unref();
    session.start();
  }

  private line(): RelayCallLine {
    const send = (message: object) => {
      if (this.socket.readyState === this.socket.OPEN && this.socket.bufferedAmount < MOST_WAITING_BYTES)
        this.socket.send(JSON.stringify(message));
    };
    return {
      text: (token, { last, language, interruptible }) =>
        send({ type: 'text', token, last, lang: SAY_LANGUAGE[language], interruptible }),
      close: () => this.socket.close(1000),
      buffered: () => this.socket.bufferedAmount,
    };
  }

  /** Nothing comes from a caller who listens: only an answer shows that the line is there. */
  private ping(): void {
    if (!this.answered) {
      this.socket.terminate();
      return;
    }
    this.answered = false;
    this.socket.ping();
  }

  private refuse(error?: unknown): void {
    if (error !== undefined) this.logger.error('a relay session could not be started', { error });
    this.shut();
  }

  private fault(kind: string): void {
    this.faults += 1;
    if (this.faults === 1) this.logger.warn('a relay session sent a message that makes no sense', { kind });
    if (this.faults > MOST_FAULTS) this.refuse();
  }

  private shut(): void {
    this.socket.close(POLICY_VIOLATION);
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref();
  }

  private end(): void {
    clearInterval(this.timer);
    this.pending.settled(this.socket);
    if (this.session !== undefined) this.sessions.close(this.session);
    this.session = undefined;
  }
}
