import { once } from 'node:events';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { WebSocket } from 'ws';
import { FRAME_BYTES, FRAME_MS } from '@clinicall/audio';
import { random } from '../proofs/proof';
import { CARRIER_TOKEN, CLINIC_PHONE, PUBLIC_URL } from './phone-server';
import { quietFrame } from './turn-corpus';

/** Calls do not send all at the same instant: so many groups share the 20 ms. */
const GROUPS = 5;

/** Sends every call's next frame each 20 ms, by the clock and not by the last timer. */
export class Exchange {
  private readonly lines: PhoneLine[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly startedAt = performance.now();
  private beats = 0;

  add(line: PhoneLine): void {
    this.lines.push(line);
    this.timer ??= setTimeout(() => this.beat(), 1);
  }

  remove(line: PhoneLine): void {
    this.lines.splice(this.lines.indexOf(line), 1);
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const line of this.lines.splice(0)) line.close();
  }

  private beat(): void {
    const period = FRAME_MS / GROUPS;
    for (; this.startedAt + this.beats * period <= performance.now(); this.beats += 1)
      for (const [place, line] of this.lines.entries()) if (place % GROUPS === this.beats % GROUPS) line.tick();
    this.timer = setTimeout(() => this.beat(), this.startedAt + this.beats * period - performance.now());
  }
}

const quiet = random(7);
const QUIET = Array.from({ length: 50 }, () => quietFrame(quiet).toString('base64'));

/** One call as the carrier holds it: sends the caller's sound, plays what comes in real time, echoes marks. */
export class PhoneLine {
  /** Called for each frame of ours, and for a clear. */
  onMedia: (frame: Buffer, at: number) => void = () => undefined;
  onClear: (at: number) => void = () => undefined;
  /** Called when a frame of `say` has been sent. */
  onSaid: (frame: number, at: number) => void = () => undefined;
  sentFrames = 0;
  private saying: readonly string[] = [];
  private said = 0;
  private marks: { readonly name: string; readonly dueAt: number }[] = [];
  private playsUntil = 0;

  private constructor(
    private readonly socket: WebSocket,
    readonly kind: 'product' | 'bare',
  ) {
    socket.on('message', (data) => this.receive((data as Buffer).toString('utf8')));
    socket.on('error', () => undefined);
  }

  /** A call to the product, through its signed webhook and upgrade; or, without one, straight to a bare server. */
  static async dial(port: number, kind: 'product' | 'bare', number: number): Promise<PhoneLine> {
    const sid = sidOf(number);
    const token = kind === 'product' ? await answer(port, sid, number) : 'none';
    const headers = {
      'x-twilio-signature': getExpectedTwilioSignature(
        CARRIER_TOKEN,
        `${PUBLIC_URL.replace('http', 'ws')}/media-stream`,
        {},
      ),
    };
    const socket = new WebSocket(`ws://127.0.0.1:${port}/media-stream`, { headers, perMessageDeflate: false });
    await once(socket, 'open');
    const line = new PhoneLine(socket, kind);
    line.send({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    line.send({
      event: 'start',
      sequenceNumber: '1',
      streamSid: 'MZ1',
      start: {
        accountSid: 'AC1',
        streamSid: 'MZ1',
        callSid: sid,
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: { token },
      },
    });
    return line;
  }

  /** What we sent is still being heard. */
  get isPlaying(): boolean {
    return performance.now() < this.playsUntil;
  }

  /** The call has not been ended from the other side. */
  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  get isSaying(): boolean {
    return this.said < this.saying.length;
  }

  say(frames: readonly Buffer[]): void {
    this.saying = frames.map((frame) => frame.toString('base64'));
    this.said = 0;
  }

  tick(): void {
    const now = performance.now();
    while ((this.marks[0]?.dueAt ?? Infinity) <= now)
      this.send({ event: 'mark', streamSid: 'MZ1', mark: { name: this.marks.shift()?.name } });
    const voice = this.saying[this.said];
    const payload = voice ?? QUIET[this.sentFrames % QUIET.length];
    // What is said into a line that was hung up is not sent.
    if (!this.isOpen) return;
    const timestamp = String(this.sentFrames * FRAME_MS);
    this.sentFrames += 1;
    this.send({
      event: 'media',
      sequenceNumber: String(this.sentFrames + 1),
      streamSid: 'MZ1',
      media: { track: 'inbound', chunk: String(this.sentFrames), timestamp, payload },
    });
    if (voice === undefined) return;
    this.said += 1;
    this.onSaid(this.said - 1, performance.now());
  }

  /** The line is gone without a word. */
  close(): void {
    this.socket.terminate();
  }

  /** The caller hangs up, as the carrier tells of it; whoever is at the other end closes. */
  hangUp(): void {
    this.send({ event: 'stop', streamSid: 'MZ1', sequenceNumber: String(this.sentFrames + 2), stop: {} });
  }

  press(digit: string): void {
    this.send({ event: 'dtmf', streamSid: 'MZ1', dtmf: { track: 'inbound_track', digit } });
  }

  /** Nothing is read any more and nothing closed: the far end of a half-open line, when its ticks have ended as well. */
  freeze(): void {
    this.socket.pause();
  }

  private receive(text: string): void {
    const at = performance.now();
    const message = JSON.parse(text) as { event: string; media?: { payload: string }; mark?: { name: string } };
    if (message.media !== undefined) {
      const sound = Buffer.from(message.media.payload, 'base64');
      this.playsUntil = Math.max(at, this.playsUntil) + (sound.length * FRAME_MS) / FRAME_BYTES;
      this.onMedia(sound, at);
    } else if (message.mark !== undefined)
      this.marks.push({ name: message.mark.name, dueAt: Math.max(at, this.playsUntil) });
    else if (message.event === 'clear') {
      this.playsUntil = at;
      this.marks = this.marks.map(({ name }) => ({ name, dueAt: at }));
      this.onClear(at);
    }
  }

  private send(message: object): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}

export const sidOf = (number: number): string => `CA${String(number).padStart(32, '0')}`;

/** The webhook of an incoming call. @returns the stream's token. */
async function answer(port: number, sid: string, number: number): Promise<string> {
  const response = await webhook(port, '/api/v1/voice/incoming', {
    AccountSid: 'AC1',
    CallSid: sid,
    From: `+1212555${String(number % 10_000).padStart(4, '0')}`,
    To: CLINIC_PHONE,
    CallStatus: 'ringing',
  });
  const token = /name="token" value="([^"]+)"/.exec(await response.text())?.[1];
  if (token === undefined) throw new Error(`The webhook answered ${response.status} without a stream.`);
  return token;
}

/** The carrier tells of a call, signed. */
export function webhook(port: number, path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(CARRIER_TOKEN, PUBLIC_URL + path, form),
    },
    body: new URLSearchParams(form).toString(),
  });
}
