import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Call, CallNews } from '../calls/call';
import type { Switchboard } from '../calls/switchboard';
import { TalkingLine } from '../calls/talking-line';
import { CALLER_VOICE } from '../speech-service';
import { toE164 } from '../phone-numbers';
import { isOwnPage } from './reading';

const MOST_BYTES = 4_194_304;

/**
 * `ws /carrier/handset?number=+1…&words=1&live=1`: one handset. It sends {type: dial, to} · answer · refuse · hangup ·
 * {digit, digit} · {prepare, text} · {speak, text, voice?} · {mark, name} and µ-law as binary; it gets the news of its call as JSON
 * ({said} when a sentence was spoken to its end, {mark} when the sound before it was) and a frame every 20 ms as binary.
 */
export function openHandsetSocket(server: Server, switchboard: Switchboard): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const number = numberOf(url.searchParams.get('number'));
    if (url.pathname !== '/carrier/handset' || !number || !isOwnPage(request.headers)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const on = (name: string): boolean => url.searchParams.get(name) === '1';
    sockets.handleUpgrade(request, socket, head, (client) => {
      new HandsetSocket(client, number, { words: on('words'), live: on('live') }, switchboard);
    });
  };
  server.on('upgrade', upgrade);
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function numberOf(given: string | null): string | null {
  return given === 'anonymous' ? given : toE164(given ?? undefined);
}

class HandsetSocket {
  private call: Call | null = null;
  private line: TalkingLine | null = null;
  private pickUp: ((answered: boolean) => void) | null = null;

  constructor(
    private readonly client: WebSocket,
    private readonly number: string,
    private readonly options: { words: boolean; live: boolean },
    private readonly switchboard: Switchboard,
  ) {
    const leave = switchboard.callees.connect(number, { ring: (call, signal) => this.ring(call, signal) });
    client.on('message', (data, binary) => {
      if (binary) this.line?.send(data as Buffer);
      else this.command(data as Buffer);
    });
    client.on('error', () => client.terminate());
    client.on('close', () => {
      leave();
      this.pickUp?.(false);
      this.call?.end('completed');
    });
  }

  private command(data: Buffer): void {
    const message = readJson(data);
    const { type, to, digit, text, voice, name } = message;
    if (type === 'dial' && typeof to === 'string') this.dial(to);
    else if (type === 'answer') this.pickUp?.(true);
    else if (type === 'refuse') this.pickUp?.(false);
    else if (type === 'hangup') this.call?.end('completed');
    else if (type === 'digit' && typeof digit === 'string' && /^[0-9*#]$/.test(digit)) this.call?.press(digit);
    else if (type === 'speak' && typeof text === 'string')
      void this.speak(text, typeof voice === 'string' ? voice : undefined);
    else if (type === 'prepare' && typeof text === 'string') void this.switchboard.speech.speak(text, CALLER_VOICE);
    else if (type === 'mark') this.call?.said.mark((dropped) => this.send({ type: 'mark', name, dropped }));
    else this.send({ type: 'error', message: 'That cannot be understood.' });
  }

  private dial(to: string): void {
    const clinic = toE164(to);
    if (!clinic || (this.call && !this.call.over)) {
      this.send({ type: 'error', message: clinic ? 'You are in a call already.' : 'That is not a phone number.' });
      return;
    }
    const line = this.newLine();
    this.call = this.switchboard.dial(this.number, clinic, line);
    line.hold(this.call);
  }

  private async speak(text: string, voice: string | undefined): Promise<void> {
    const said = (await this.line?.say(text, voice)) ?? false;
    this.send({ type: 'said', text, said });
  }

  private async ring(call: Call, signal: AbortSignal): Promise<boolean> {
    if (this.call && !this.call.over) return false;
    this.send({ type: 'incoming', callSid: call.sid, from: call.from, to: call.to });
    const answered = await new Promise<boolean>((resolve) => {
      this.pickUp = resolve;
      signal.addEventListener('abort', () => resolve(false), { once: true });
    });
    this.pickUp = null;
    if (!answered || signal.aborted) {
      this.send({ type: 'ended', callSid: call.sid, status: 'no-answer' });
      return false;
    }
    this.call = call;
    this.newLine().hold(call);
    return true;
  }

  private newLine(): TalkingLine {
    const listener = {
      hear: (frame: Buffer): void => {
        if (this.client.readyState === this.client.OPEN) this.client.send(frame);
      },
      tell: (news: CallNews): void => this.send(news),
    };
    this.line = new TalkingLine(this.switchboard.speech, this.options, listener);
    return this.line;
  }

  private send(message: object): void {
    if (this.client.readyState === this.client.OPEN) this.client.send(JSON.stringify(message));
  }
}

function readJson(data: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
