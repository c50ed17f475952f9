import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Logger, Metrics } from '@clinicall/platform';
import type { WebSocket } from 'ws';
import type { CallSessions } from '../src/call-sessions';
import { MediaStreamGateway } from '../src/media-stream.gateway';
import { PendingSockets } from '../src/pending-sockets';
import type { CallsThread } from '../src/thread/calls-thread';
import { Line } from './fake-line';

const ignore = (): void => undefined;
const REQUEST = { socket: { remoteAddress: '127.0.0.1', cork: ignore, uncork: ignore } } as unknown as IncomingMessage;

/** A carrier's socket without a network: what is emitted is received, what is sent is counted. */
export class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  sent = 0;
  closedWith: number | undefined;

  send(): void {
    this.sent += 1;
  }

  close(code: number): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    this.closedWith = code;
    this.emit('close', code);
  }

  terminate(): void {
    this.close(1006);
  }

  text(frame: unknown): void {
    this.emit('message', Buffer.from(typeof frame === 'string' ? frame : JSON.stringify(frame)), false);
  }
}

/** The gateway over sockets in memory; a token opens the line that is given for it. */
export class FakeSwitch {
  readonly lines = new Map<string, Line>();
  live = 0;
  private readonly gateway: MediaStreamGateway;

  constructor() {
    const sessions = {
      open: (_callSid: string, token: string) => {
        const line = this.lines.get(token);
        this.lines.delete(token);
        if (line !== undefined) this.live += 1;
        return Promise.resolve(line?.session);
      },
      close: (session: Line['session']) => {
        this.live -= 1;
        session.close();
      },
    };
    this.gateway = new MediaStreamGateway(
      sessions as unknown as CallSessions,
      { isRunning: false } as CallsThread,
      new PendingSockets(new Metrics()),
      new Logger('silent'),
    );
  }

  /** A stream that has said `connected` and `start`. */
  async connect(callSid: string, token: string, line?: Line): Promise<FakeSocket> {
    if (line !== undefined) this.lines.set(token, line);
    const socket = new FakeSocket();
    this.gateway.handleConnection(socket as unknown as WebSocket, REQUEST);
    socket.text({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    socket.text(startFrame(callSid, token));
    await new Promise((resolve) => setImmediate(resolve));
    return socket;
  }
}

export function startFrame(callSid: string, token: string): object {
  return {
    event: 'start',
    sequenceNumber: '1',
    streamSid: 'MZ1',
    start: {
      accountSid: 'AC',
      streamSid: 'MZ1',
      callSid,
      tracks: ['inbound'],
      mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
      customParameters: { token },
    },
  };
}
