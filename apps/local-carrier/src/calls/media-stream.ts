import WebSocket from 'ws';
import { newSid } from '../identifiers';
import type { Network } from '../network';
import { signRequest } from '../signature';
import type { Call } from './call';
import { LineTrouble } from './line-trouble';

export interface StreamSettings {
  /** Signed and opened exactly as it stands in the TwiML. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly name: string | undefined;
  readonly statusCallback: string | undefined;
}

interface ServerMessage {
  readonly event?: unknown;
  readonly streamSid?: unknown;
  readonly media?: { readonly payload?: unknown };
  readonly mark?: { readonly name?: unknown };
}

const HANDSHAKE_MS = 5_000;

/**
 * A bidirectional Media Stream as Twilio speaks it: `connected`, `start`, then `media` every 20 ms, `dtmf`, `mark`,
 * `stop`; sequence numbers, chunks and timestamps are strings. What the server sends is queued and played in real time.
 */
export class MediaStream {
  readonly sid = newSid('MZ');
  private sequence = 0;
  private chunk = 0;
  private overflowed = false;
  private refused = false;
  private readonly trouble: LineTrouble;

  constructor(
    private readonly call: Call,
    private readonly network: Network,
    private readonly settings: StreamSettings,
  ) {
    this.trouble = new LineTrouble(network.faults.settings, network.clock);
  }

  /** Ends when the server closes its socket, or when the document does. */
  async run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { url } = this.settings;
    const headers = { 'x-twilio-signature': signRequest(this.network.environment.authToken, url) };
    const socket = new WebSocket(url, { headers, handshakeTimeout: HANDSHAKE_MS, perMessageDeflate: false });
    const leave: (() => void)[] = [];
    const stop = (): void => this.stop(socket);
    signal.addEventListener('abort', stop, { once: true });
    const reason = await new Promise<string>((resolve) => {
      socket.on('open', () => leave.push(...this.open(socket)));
      socket.on('message', (data, binary) => this.receive(socket, data as Buffer, binary));
      socket.on('unexpected-response', (_request, response) => {
        this.refused = true;
        this.fail(31920, `the handshake was answered ${response.statusCode ?? 0}`);
        socket.terminate();
      });
      socket.on('error', (error) => this.failWith(socket, error));
      socket.on('close', (code) => resolve(`closed ${code}`));
      signal.addEventListener('abort', () => resolve('ended'), { once: true });
    });
    signal.removeEventListener('abort', stop);
    leave.forEach((each) => each());
    this.call.heard.clear();
    this.call.record.note('stream_stop', { streamSid: this.sid, reason });
    if (this.sequence > 0) this.tellStatus('stream-stopped');
  }

  private open(socket: WebSocket): (() => void)[] {
    const { accountSid } = this.network.environment;
    const { sid: callSid } = this.call;
    this.call.record.note('stream_start', { streamSid: this.sid, url: this.settings.url });
    socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    this.send(socket, 'start', {
      start: {
        accountSid,
        streamSid: this.sid,
        callSid,
        tracks: ['inbound'],
        mediaFormat: { encoding: this.network.faults.settings.encoding, sampleRate: 8000, channels: 1 },
        customParameters: this.settings.parameters,
      },
    });
    this.tellStatus('stream-started');
    return [
      this.call.onFrame((said) => this.sendMedia(socket, said)),
      this.call.onDigit((digit) => this.send(socket, 'dtmf', { dtmf: { track: 'inbound_track', digit } })),
    ];
  }

  private sendMedia(socket: WebSocket, frame: Buffer): void {
    const timestamp = String(this.chunk * 20);
    this.chunk += 1;
    const media = { track: 'inbound', chunk: String(this.chunk), timestamp, payload: frame.toString('base64') };
    this.send(socket, 'media', { media });
  }

  private send(socket: WebSocket, event: string, more: object): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    this.sequence += 1;
    const text = JSON.stringify({ event, sequenceNumber: String(this.sequence), ...more, streamSid: this.sid });
    const send = (): void => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    };
    if (event === 'media') this.trouble.pass(send);
    else if (!this.trouble.dead) send();
  }

  private receive(socket: WebSocket, data: Buffer, binary: boolean): void {
    if (this.trouble.dead) return;
    const message = binary ? null : readMessage(data);
    if (!message || message.streamSid !== this.sid) {
      this.complain('not a message of this stream');
      return;
    }
    const { payload } = message.media ?? {};
    const { name } = message.mark ?? {};
    if (message.event === 'media' && typeof payload === 'string') this.hear(Buffer.from(payload, 'base64'));
    else if (message.event === 'mark' && typeof name === 'string') this.setMark(socket, name);
    else if (message.event === 'clear') {
      this.call.record.note('clear', { waitingMs: Math.round(this.call.heard.waitingMs) });
      this.call.heard.clear();
    } else this.complain(`the event ${JSON.stringify(message.event)} is not understood`);
  }

  private hear(audio: Buffer): void {
    if (this.call.heard.waitingMs === 0) this.call.record.note('audio', { bytes: audio.length });
    if (this.call.heard.push(audio) || this.overflowed) return;
    this.overflowed = true;
    this.network.events.alert(31931, this.call.sid, 'more than ten minutes of sound wait to be played');
  }

  private setMark(socket: WebSocket, name: string): void {
    this.call.heard.mark((dropped) => {
      this.call.record.note('mark', { name, dropped });
      this.send(socket, 'mark', { mark: { name } });
    });
  }

  private stop(socket: WebSocket): void {
    const { accountSid } = this.network.environment;
    this.send(socket, 'stop', { stop: { accountSid, callSid: this.call.sid } });
    if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
    else socket.close(1000);
    setTimeout(() => socket.terminate(), 1_000).unref();
  }

  private complain(reason: string): void {
    this.network.events.alert(31951, this.call.sid, reason);
  }

  private failWith(socket: WebSocket, error: Error): void {
    if (this.sequence > 0) this.fail(31924, error.message);
    else if (!this.refused) this.fail(/timed out/.test(error.message) ? 31901 : 31902, error.message);
    socket.terminate();
  }

  private fail(code: number, reason: string): void {
    this.network.events.alert(code, this.call.sid, `${this.settings.url}: ${reason}`);
    this.call.record.note('stream_error', { code, reason });
    this.tellStatus('stream-error', `${code} ${reason}`);
  }

  private tellStatus(event: string, error?: string): void {
    const { statusCallback, name } = this.settings;
    if (statusCallback === undefined) return;
    const form: Record<string, string> = {
      AccountSid: this.network.environment.accountSid,
      CallSid: this.call.sid,
      StreamSid: this.sid,
      StreamName: name ?? this.sid,
      StreamEvent: event,
      Timestamp: new Date().toISOString(),
    };
    if (error !== undefined) form.StreamError = error;
    void this.network.webhooks.send(statusCallback, form);
  }
}

function readMessage(data: Buffer): ServerMessage | null {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
