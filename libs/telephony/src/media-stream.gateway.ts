import type { IncomingMessage } from 'node:http';
import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection } from '@nestjs/websockets';
import { Logger } from '@clinicall/platform';
import type { WebSocket } from 'ws';
import type { CallSession } from './call-session';
import { CallSessions } from './call-sessions';
import type { CallLine } from './call-sessions';
import { MediaFrameError, readMediaFrame } from './media-frames';
import type { MediaFrame } from './media-frames';
import { PendingSockets } from './pending-sockets';

/** A socket says who it is within this, or is closed: after five seconds in all nothing is left of it. */
const START_DEADLINE_MS = 4_000;
/** How long a closed socket may take to say goodbye. */
const GOODBYE_MS = 1_000;
/** A stream that sends nothing for so long is half open. */
const QUIET_MS = 20_000;
/** Frames that make no sense before the socket is closed. */
const MOST_FAULTS = 20;
/** Bytes waiting to be sent: a carrier that does not read is not fed. */
const MOST_WAITING_BYTES = 64 * 1024;
const POLICY_VIOLATION = 1008;

/**
 * Twilio's media streams. The upgrade's signature is checked before this (media-socket.adapter.ts); here the one-time token
 * at `start` is, before anything is opened for the socket. Messages of one socket are taken in order.
 */
@WebSocketGateway({ path: '/media-stream' })
export class MediaStreamGateway implements OnGatewayConnection {
  constructor(
    private readonly sessions: CallSessions,
    private readonly pending: PendingSockets,
    private readonly logger: Logger,
  ) {}

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    this.pending.opened(socket, request.socket.remoteAddress ?? '');
    new MediaSocket(socket, this.sessions, this.pending, this.logger);
  }
}

/** One socket, from its opening to its end. */
class MediaSocket {
  private session: CallSession | undefined;
  private streamSid = '';
  private starting = false;
  private faults = 0;
  private queue: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    private readonly sessions: CallSessions,
    private readonly pending: PendingSockets,
    private readonly logger: Logger,
  ) {
    this.timer = this.closeAfter(START_DEADLINE_MS);
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) this.fault('a binary frame came');
      else this.receive(data.toString('utf8'));
    });
    socket.on('close', () => this.end());
    socket.on('error', () => undefined); // `close` follows
  }

  private receive(text: string): void {
    try {
      const frame = readMediaFrame(text);
      if (frame === undefined) return;
      if (frame.event === 'start')
        this.queue = this.queue.then(() => this.start(frame)).catch((error: unknown) => this.refuse(error));
      else if (this.starting) this.queue = this.queue.then(() => this.obey(frame));
      else this.obey(frame);
    } catch (error) {
      if (error instanceof MediaFrameError) this.fault(error.message);
      else this.logger.error('a media frame could not be handled', { error });
    }
  }

  private obey(frame: MediaFrame): void {
    if (this.session === undefined) return;
    this.timer.refresh();
    if (frame.event === 'media') this.session.audio(frame.payload, frame.timestampMs);
    else if (frame.event === 'mark') this.session.marked(frame.name);
    else if (frame.event === 'dtmf') this.session.key(frame.digit);
    else if (frame.event === 'stop') this.socket.close(1000);
  }

  private async start(frame: Extract<MediaFrame, { event: 'start' }>): Promise<void> {
    if (this.session !== undefined || !frame.supported) {
      this.refuse();
      return;
    }
    this.starting = true;
    this.streamSid = frame.streamSid;
    const session = await this.sessions.open(frame.callSid, frame.token, this.line());
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
    this.timer = this.closeAfter(QUIET_MS);
    session.start();
  }

  private line(): CallLine {
    const send = (message: object) => {
      if (this.socket.readyState === this.socket.OPEN && this.socket.bufferedAmount < MOST_WAITING_BYTES) {
        this.socket.send(JSON.stringify({ ...message, streamSid: this.streamSid }));
      }
    };
    return {
      media: (payload) => send({ event: 'media', media: { payload: payload.toString('base64') } }),
      mark: (name) => send({ event: 'mark', mark: { name } }),
      clear: () => send({ event: 'clear' }),
      close: () => this.socket.close(1000),
      buffered: () => this.socket.bufferedAmount,
    };
  }

  private refuse(error?: unknown): void {
    if (error !== undefined) this.logger.error('a media stream could not be started', { error });
    this.shut();
  }

  private fault(kind: string): void {
    this.faults += 1;
    if (this.faults === 1) this.logger.warn('a media stream sent a frame that makes no sense', { kind });
    if (this.faults > MOST_FAULTS) this.refuse();
  }

  private closeAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.shut(), ms).unref();
  }

  /** A peer that does not answer the close is not waited for. */
  private shut(): void {
    this.socket.close(POLICY_VIOLATION);
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.pending.settled(this.socket);
    if (this.session !== undefined) this.sessions.close(this.session);
    this.session = undefined;
  }
}
