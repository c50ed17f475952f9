import type { IncomingMessage, Server } from 'node:http';
import twilio from 'twilio';
import { type WebSocket, WebSocketServer } from 'ws';
import { AUTH_TOKEN, eventually } from './little-product';

export interface StreamMessage {
  readonly event: string;
  readonly streamSid?: string;
  readonly sequenceNumber?: unknown;
  readonly start?: Record<string, unknown>;
  readonly media?: { track: string; chunk: unknown; timestamp: unknown; payload: string };
  readonly mark?: { name: string };
  readonly dtmf?: object;
  readonly stop?: object;
  readonly [more: string]: unknown;
}

/** One socket of a stream as the product sees it. */
export class StreamSocket {
  readonly messages: { readonly at: number; readonly message: StreamMessage }[] = [];
  closed = false;

  constructor(
    readonly socket: WebSocket,
    readonly signed: boolean,
  ) {
    socket.on('message', (data) => {
      this.messages.push({ at: performance.now(), message: JSON.parse((data as Buffer).toString()) as StreamMessage });
    });
    socket.on('close', () => (this.closed = true));
  }

  all(event: string): StreamMessage[] {
    return this.messages.map((each) => each.message).filter((message) => message.event === event);
  }

  async sid(): Promise<string> {
    return eventually(() => this.all('start')[0]?.streamSid);
  }

  async send(message: object): Promise<void> {
    this.socket.send(JSON.stringify({ streamSid: await this.sid(), ...message }));
  }
}

/** The product's end of Media Streams: takes every upgrade (unless told to refuse) and judges its signature. */
export class LittleStream {
  readonly sockets: StreamSocket[] = [];
  refuse: number | null = null;

  constructor(server: Server) {
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request: IncomingMessage, socket, head) => {
      if (this.refuse !== null) return socket.end(`HTTP/1.1 ${this.refuse} No\r\nConnection: close\r\n\r\n`);
      const url = `ws://${request.headers.host ?? ''}${request.url ?? ''}`;
      const signed = twilio.validateRequest(AUTH_TOKEN, String(request.headers['x-twilio-signature']), url, {});
      sockets.handleUpgrade(request, socket, head, (client) => this.sockets.push(new StreamSocket(client, signed)));
      return undefined;
    });
  }

  async next(count = 1): Promise<StreamSocket> {
    return eventually(() => this.sockets[count - 1]);
  }
}
