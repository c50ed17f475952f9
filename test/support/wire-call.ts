import { once } from 'node:events';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { WebSocket } from 'ws';

const FRAME_MS = 20;
const SILENCE = Buffer.alloc(160, 0xff).toString('base64');
/** As loud as a voice: µ-law of a square wave at half of full scale. */
const VOICE = Buffer.from(Array.from({ length: 160 }, (_unused, at) => (at % 16 < 8 ? 0x8f : 0x0f))).toString('base64');

export interface WireCaller {
  /** Of the product, http://… */
  readonly url: string;
  readonly publicUrl: string;
  readonly authToken: string;
  readonly from: string;
  readonly to: string;
}

/** A call at the product's own wires, as the carrier has them: signed webhook, signed socket, frames every 20 ms, marks sent back when their sound has been played. */
export class WireCall {
  /** Bytes of ours that wait to be played. */
  private queue: (number | string)[] = [];
  /** Frames of sound still to come, base64, and who waits for the last of them. */
  private saying: string[] = [];
  private spoken: (() => void) | undefined;
  private sequence = 0;
  private sent = 0;
  private readonly startedAt = performance.now();
  private readonly beat: NodeJS.Timeout;
  heardMs = 0;
  clears = 0;
  /** The code with which the other side closed; 1006 when it only went away. */
  closedWith: number | undefined;

  private constructor(
    readonly callSid: string,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (data: Buffer) => this.take(data.toString('utf8')));
    // A timer that comes late has more frames to send: the line is in real time, whatever the machine is.
    this.beat = setInterval(() => {
      for (; this.sent < (performance.now() - this.startedAt) / FRAME_MS; this.sent += 1) this.tick();
    }, FRAME_MS);
    socket.once('close', (code) => {
      this.closedWith = code;
      clearInterval(this.beat);
    });
  }

  static async place(callSid: string, caller: WireCaller): Promise<WireCall> {
    const path = '/api/v1/voice/incoming';
    const form = { CallSid: callSid, From: caller.from, To: caller.to, CallStatus: 'ringing' };
    const answer = await fetch(caller.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': getExpectedTwilioSignature(caller.authToken, caller.publicUrl + path, form),
      },
      body: new URLSearchParams(form).toString(),
    });
    const token = /name="token" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
    const stream = `${caller.publicUrl.replace(/^http/, 'ws')}/media-stream`;
    const socket = new WebSocket(`${caller.url.replace('http', 'ws')}/media-stream`, {
      headers: { 'x-twilio-signature': getExpectedTwilioSignature(caller.authToken, stream, {}) },
    });
    socket.on('error', () => undefined);
    await once(socket, 'open');
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
    const start = { accountSid: 'AC', streamSid: 'MZ1', callSid, tracks: ['inbound'], mediaFormat };
    const call = new WireCall(callSid, socket);
    call.send({ event: 'start', start: { ...start, customParameters: { token } } });
    return call;
  }

  /** The caller's voice for so long, in frames: a machine that is late makes no longer word of it. */
  speak(ms: number): Promise<void> {
    this.saying = new Array<string>(Math.round(ms / FRAME_MS)).fill(VOICE);
    return new Promise((resolve) => (this.spoken = resolve));
  }

  /** @param sound µ-law at 8 kHz: real words, for a detector that tells them from a hum. */
  play(sound: Buffer): Promise<void> {
    this.saying = Array.from({ length: Math.floor(sound.length / 160) }, (_unused, at) =>
      sound.toString('base64', at * 160, at * 160 + 160),
    );
    return new Promise((resolve) => (this.spoken = resolve));
  }

  /** A message as no carrier sends it. */
  raw(data: Buffer, isBinary: boolean): void {
    this.socket.send(data, { binary: isBinary });
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  press(digit: string): void {
    this.send({ event: 'dtmf', dtmf: { track: 'inbound_track', digit } });
  }

  /** Something of the agent's is being heard. */
  get hears(): boolean {
    return this.queue.some((item) => typeof item === 'number');
  }

  /** The line is gone without a word. */
  vanish(): void {
    clearInterval(this.beat);
    this.socket.terminate();
  }

  /** Nothing is sent or read any more, and nothing is closed: the far end of a half-open line. */
  freeze(): void {
    clearInterval(this.beat);
    this.socket.pause();
  }

  async hangUp(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.send({ event: 'stop', stop: { accountSid: 'AC', callSid: this.callSid } });
    await closed;
  }

  private tick(): void {
    this.send({ event: 'media', media: { track: 'inbound', payload: this.saying.shift() ?? SILENCE } });
    if (this.saying.length === 0) this.spoken?.();
    let bytes = 160;
    while (this.queue.length > 0) {
      const item = this.queue[0];
      if (typeof item === 'string') this.send({ event: 'mark', mark: { name: item } });
      else if (item !== undefined && item > bytes) {
        this.queue[0] = item - bytes;
        this.heardMs += bytes / 8;
        return;
      } else {
        bytes -= item ?? 0;
        this.heardMs += (item ?? 0) / 8;
      }
      this.queue.shift();
      if (bytes === 0) return;
    }
  }

  private take(text: string): void {
    const message = JSON.parse(text) as { event: string; media?: { payload: string }; mark?: { name: string } };
    if (message.event === 'media') this.queue.push(Buffer.from(message.media?.payload ?? '', 'base64').length);
    else if (message.event === 'mark') this.queue.push(message.mark?.name ?? '');
    else if (message.event === 'clear') {
      this.clears += 1;
      const marks = this.queue.filter((item): item is string => typeof item === 'string');
      this.queue = [];
      for (const name of marks) this.send({ event: 'mark', mark: { name } });
    }
  }

  private send(message: object): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.sequence += 1;
    this.socket.send(JSON.stringify({ ...message, sequenceNumber: `${this.sequence}`, streamSid: 'MZ1' }));
  }
}
