import type { IncomingMessage } from 'node:http';
import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection } from '@nestjs/websockets';
import { Logger } from '@clinicall/platform';
import type { WebSocket } from 'ws';
import { CallSessions } from './call-sessions';
import type { CallLine } from './call-sessions';
import { CallSocket } from './call-socket';
import { readMediaFrame } from './media-frames';
import type { MediaFrame } from './media-frames';
import { PendingSockets } from './pending-sockets';
import { CallsThread } from './thread/calls-thread';
import type { SocketSession } from './thread/calls-thread';

/** A stream that sends nothing for so long is half open. */
const QUIET_MS = 20_000;

/**
 * Twilio's media streams. The upgrade's signature is checked before this (media-socket.adapter.ts); here the one-time token
 * at `start` is, before anything is opened for the socket.
 */
@WebSocketGateway({ path: '/media-stream' })
export class MediaStreamGateway implements OnGatewayConnection {
  constructor(
    private readonly sessions: CallSessions,
    private readonly thread: CallsThread,
    private readonly pending: PendingSockets,
    private readonly logger: Logger,
  ) {}

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    this.pending.opened(socket, request.socket.remoteAddress ?? '');
    new MediaSocket(
      socket,
      request.socket,
      this.thread.isRunning ? this.thread : this.sessions,
      this.pending,
      this.logger,
    );
  }
}

type Start = Extract<MediaFrame, { event: 'start' }>;

/** What holds the sessions: this thread or another. */
type Sessions = Pick<CallsThread, 'open' | 'close'> | Pick<CallSessions, 'open' | 'close'>;

class MediaSocket extends CallSocket<MediaFrame, Start, SocketSession, Sessions> {
  protected readonly kind = 'a media stream';
  private streamSid = '';

  protected read(text: string): MediaFrame | undefined {
    return readMediaFrame(text);
  }

  protected isOpening(frame: MediaFrame): frame is Start {
    return frame.event === 'start';
  }

  protected async open({ supported, streamSid, callSid, token }: Start): Promise<SocketSession | undefined> {
    if (!supported) return undefined;
    this.streamSid = streamSid;
    return this.sessions.open(callSid, token, this.line());
  }

  protected obey(frame: MediaFrame, session: SocketSession): void {
    this.timer.refresh();
    if (frame.event === 'media') session.audio(frame.payload, frame.timestampMs);
    else if (frame.event === 'mark') session.marked(frame.name);
    else if (frame.event === 'dtmf') session.key(frame.digit);
    else if (frame.event === 'stop') {
      session.stopped();
      this.socket.close(1000);
    }
  }

  protected watch(): NodeJS.Timeout {
    return this.closeAfter(QUIET_MS);
  }

  private line(): CallLine {
    const streamSid = JSON.stringify(this.streamSid);
    return {
      // Base64 needs no escaping: the text is put together, not serialised.
      media: (payload) =>
        this.send(`{"event":"media","streamSid":${streamSid},"media":{"payload":"${payload.toString('base64')}"}}`),
      mark: (name) => this.send(JSON.stringify({ event: 'mark', streamSid: this.streamSid, mark: { name } })),
      clear: () => this.send(`{"event":"clear","streamSid":${streamSid}}`),
      close: () => this.socket.close(1000),
      buffered: () => this.socket.bufferedAmount,
    };
  }
}
