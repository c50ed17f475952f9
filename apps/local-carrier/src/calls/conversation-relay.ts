import { muLawSilence } from '@clinicall/audio';
import WebSocket from 'ws';
import { rest } from '../clock';
import { newSid } from '../identifiers';
import { signRequest } from '../signature';
import { NETWORK_VOICE } from '../speech-service';
import type { Utterance } from './call';
import type { Scene } from './scene';

export interface RelaySettings {
  /** Signed and opened exactly as it stands in the TwiML. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly language: string;
  readonly dtmf: boolean;
  readonly partials: boolean;
}

interface ServerMessage {
  readonly type?: unknown;
  readonly token?: unknown;
  readonly last?: unknown;
  readonly interruptible?: unknown;
  readonly handoffData?: unknown;
}

/** Words on their way to the caller. */
interface Spoken {
  readonly text: string;
  readonly interruptible: boolean;
}

const HANDSHAKE_MS = 5_000;
const SENTENCE_END = /[.!?]\s*$/;

/**
 * ConversationRelay as Twilio speaks it, with our own ears and voice: `setup`, `prompt`, `interrupt`, `dtmf`, `error` go
 * out; `text` tokens and `end` come in. A caller's words are known where they are typed or spoken by a synthetic voice.
 */
export class ConversationRelay {
  readonly sid = newSid('VX');
  handoffData: string | undefined;
  private gathered = '';
  private interruptible = true;
  private queue: Spoken[] = [];
  private playing: (Spoken & { readonly startMs: number; readonly soundMs: number }) | undefined;
  /** Of the present reply, what has been played to its end. */
  private played = '';
  private stopPlaying: AbortController | undefined;

  constructor(
    private readonly scene: Scene,
    private readonly settings: RelaySettings,
  ) {}

  /** Ends when the server ends the session or its socket, or when the document does. */
  async run(): Promise<void> {
    const { call, network, signal } = this.scene;
    const headers = { 'x-twilio-signature': signRequest(network.environment.authToken, this.settings.url) };
    const socket = new WebSocket(this.settings.url, {
      headers,
      handshakeTimeout: HANDSHAKE_MS,
      perMessageDeflate: false,
    });
    const leave: (() => void)[] = [];
    const stop = (): void => (socket.readyState === WebSocket.CONNECTING ? socket.terminate() : socket.close(1000));
    signal.addEventListener('abort', stop, { once: true });
    const reason = await new Promise<string>((resolve) => {
      socket.on('open', () => leave.push(...this.open(socket)));
      socket.on('message', (data) => this.receive(socket, data as Buffer));
      socket.on('unexpected-response', (_request, response) => {
        network.events.alert(
          64102,
          call.sid,
          `${this.settings.url}: the handshake was answered ${response.statusCode ?? 0}`,
        );
        socket.terminate();
      });
      socket.on('error', () => socket.terminate());
      socket.on('close', (code) => resolve(`closed ${code}`));
      signal.addEventListener('abort', () => resolve('ended'), { once: true });
    });
    signal.removeEventListener('abort', stop);
    leave.forEach((each) => each());
    this.silence();
    call.record.note('relay_stop', { sessionId: this.sid, reason });
  }

  private open(socket: WebSocket): (() => void)[] {
    const { call, network } = this.scene;
    call.record.note('relay_start', { sessionId: this.sid, url: this.settings.url });
    this.send(socket, {
      type: 'setup',
      sessionId: this.sid,
      accountSid: network.environment.accountSid,
      parentCallSid: call.parentSid ?? '',
      callSid: call.sid,
      from: call.from,
      to: call.to,
      forwardedFrom: '',
      callType: 'PSTN',
      callerName: '',
      direction: 'inbound',
      callStatus: 'IN_PROGRESS',
      customParameters: this.settings.parameters,
    });
    return [
      call.onUtterance((utterance) => void this.caller(socket, utterance)),
      call.onDigit((digit) => {
        if (!this.settings.dtmf) return;
        this.interrupt(socket);
        this.send(socket, { type: 'dtmf', digit });
      }),
    ];
  }

  private receive(socket: WebSocket, data: Buffer): void {
    const message = readMessage(data);
    if (message?.type === 'text' && typeof message.token === 'string') this.take(message);
    else if (message?.type === 'end') {
      if (typeof message.handoffData === 'string') this.handoffData = message.handoffData;
      socket.close(1000);
    } else
      this.send(socket, {
        type: 'error',
        description: `Invalid message received: ${data.toString('utf8').slice(0, 200)}`,
      });
  }

  /** Tokens are spoken sentence by sentence. */
  private take({ token, last, interruptible }: ServerMessage): void {
    this.gathered += String(token);
    this.interruptible = interruptible !== false;
    if (last !== true && !SENTENCE_END.test(this.gathered)) return;
    const text = this.gathered.trim();
    this.gathered = '';
    if (text === '') return;
    this.queue.push({ text, interruptible: this.interruptible });
    if (this.playing === undefined) void this.play();
  }

  private async play(): Promise<void> {
    const { call, speech, signal } = this.scene;
    for (let next = this.queue.shift(); next !== undefined && !signal.aborted; next = this.queue.shift()) {
      const stop = new AbortController();
      this.stopPlaying = stop;
      // Taken at once, so that nothing else begins while its sound is made.
      this.playing = { ...next, startMs: call.record.lengthMs, soundMs: 1 };
      const sound =
        (await speech.speak(next.text, NETWORK_VOICE)) ?? muLawSilence(Math.min(20_000, 400 + next.text.length * 60));
      if (stop.signal.aborted) return;
      this.playing = { ...next, startMs: call.record.lengthMs, soundMs: sound.length / 8 };
      call.record.note('relay_text', { text: next.text, interruptible: next.interruptible });
      const whole = await call.heard.play(sound);
      if (!whole) return;
      call.record.note('relay_said', { text: next.text });
      this.played = `${this.played} ${next.text}`.trim();
    }
    this.playing = undefined;
  }

  private async caller(socket: WebSocket, { text, ms }: Utterance): Promise<void> {
    if (!this.interrupt(socket)) return;
    const { network, signal } = this.scene;
    this.played = '';
    const words = text.split(' ');
    if (this.settings.partials && words.length > 3) {
      await rest(network.clock, ms / 2, signal);
      this.prompt(socket, words.slice(0, Math.ceil(words.length / 2)).join(' '), false);
    }
    await rest(network.clock, ms / 2, signal);
    this.prompt(socket, text, true);
  }

  private prompt(socket: WebSocket, voicePrompt: string, last: boolean): void {
    this.send(socket, { type: 'prompt', voicePrompt, lang: this.settings.language, last });
  }

  /** Our words give way to the caller's. False when they may not be cut: the caller is not heard then. */
  private interrupt(socket: WebSocket): boolean {
    const { playing } = this;
    if (playing === undefined) return true;
    if (!playing.interruptible) return false;
    const heardMs = Math.max(0, this.scene.call.record.lengthMs - playing.startMs);
    const words = playing.text.split(' ');
    const heard = words.slice(0, Math.floor((words.length * heardMs) / playing.soundMs)).join(' ');
    this.silence();
    this.send(socket, {
      type: 'interrupt',
      utteranceUntilInterrupt: `${this.played} ${heard}`.trim(),
      durationUntilInterruptMs: Math.round(heardMs),
    });
    this.played = '';
    return true;
  }

  private silence(): void {
    this.stopPlaying?.abort();
    this.queue = [];
    this.gathered = '';
    this.playing = undefined;
    this.scene.call.heard.clear();
  }

  private send(socket: WebSocket, message: object): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
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
