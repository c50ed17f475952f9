import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { SpeechSpans } from './audio/speech-spans';
import type { CallNews, CallStatus } from './calls/call';

export type Words = Extract<CallNews, { type: 'words' }>;

type News =
  CallNews | { type: 'said'; said: boolean } | { type: 'mark'; name: string } | { type: 'error'; message: string };

export interface ReplyLimits {
  /** Silence that ends the other side's turn. */
  readonly quietMs: number;
  /** How long to wait for the first sound. */
  readonly firstMs: number;
  /** How long after the last sound to wait for its words: on a busy machine they come late, and a person answers in time. */
  readonly readMs: number;
}

const STEP_MS = 40;
const FILLER_MS = 8_000;
/** How long words may come after the call. */
const LATE_MS = 20_000;

/** A phone call from this process: a handset of the local network, held by a program that listens and speaks. */
export class HandsetClient {
  readonly words: Words[] = [];
  /** The carrier's name for the call; '' before it was answered. */
  callSid = '';
  /** What ended the call; null while it lasts. */
  status: CallStatus | null = null;
  onWords: (words: Words) => void = () => undefined;
  private readonly spans = new SpeechSpans();
  private closedSpans = 0;
  private readSpans = 0;
  private frames = 0;
  private answered = false;
  private readonly waiting: { said: ((said: boolean) => void)[]; mark: (() => void)[] } = { said: [], mark: [] };

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data, binary) => {
      if (binary) this.hear(data as Buffer);
      else this.learn(JSON.parse((data as Buffer).toString('utf8')) as News);
    });
    socket.on('close', () => this.end('failed'));
  }

  /**
   * @param base the carrier's http URL.
   * @param words whether both sides are read back as words, a transcription a sentence.
   */
  static async connect(base: string, number: string, words = true): Promise<HandsetClient> {
    const query = new URLSearchParams({ number, words: words ? '1' : '0' }).toString();
    const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/carrier/handset?${query}`);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', () => reject(new Error('The phone network does not answer.')));
    });
    return new HandsetClient(socket);
  }

  /** Ends when somebody answered. @throws Error when nobody does. */
  async dial(to: string): Promise<void> {
    this.tell({ type: 'dial', to });
    while (!this.answered && this.status === null) await sleep(STEP_MS);
    if (!this.answered) throw new Error(`The call to ${to} was not answered (${this.status ?? 'failed'}).`);
  }

  /** Speaks a sentence with a synthetic voice, to its end. */
  async say(text: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.waiting.said.push(resolve);
      this.tell({ type: 'speak', text });
    });
  }

  /** Plays µ-law sound, to its end. */
  async play(sound: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.mark.push(resolve);
      this.socket.send(sound);
      this.tell({ type: 'mark', name: 'played' });
    });
  }

  press(digit: string): void {
    this.tell({ type: 'digit', digit });
  }

  /** Has a sentence made ahead, so that it is spoken without delay. */
  prepare(text: string): void {
    this.tell({ type: 'prepare', text });
  }

  /** Ends the call, and waits for the words of its last sounds. */
  async hangUp(): Promise<void> {
    this.tell({ type: 'hangup' });
    const deadline = performance.now() + LATE_MS;
    const open = (): boolean => this.status === null || this.readSpans < this.closedSpans;
    while (open() && performance.now() < deadline) await sleep(STEP_MS);
  }

  close(): void {
    this.socket.close();
  }

  /** Milliseconds of the call's sound so far. */
  get nowMs(): number {
    return this.frames * 20;
  }

  /**
   * Listens until the other side has spoken and been quiet, and its words are read: what it said since `sinceMs`.
   * Words that only ask for patience are waited behind. '' when no
   * words were read in time, null when there was no sound.
   */
  async hearReply(sinceMs: number, limits: ReplyLimits, isFiller: (text: string) => boolean): Promise<string | null> {
    for (;;) {
      await sleep(STEP_MS);
      const spoke = this.spans.lastHeardMs > sinceMs;
      const quietMs = this.nowMs - Math.max(this.spans.lastHeardMs, sinceMs);
      if (this.status !== null) return this.wordsSince(sinceMs);
      if (!spoke && quietMs >= limits.firstMs) return null;
      const reading = this.spans.speaking || (this.readSpans < this.closedSpans && quietMs < limits.readMs);
      if (!spoke || quietMs < limits.quietMs || reading) continue;
      const text = this.wordsSince(sinceMs);
      if (!isFiller(text) || quietMs >= FILLER_MS) return text;
    }
  }

  private wordsSince(sinceMs: number): string {
    const since = this.words.filter((words) => words.who === 'clinic' && words.endMs > sinceMs);
    return since.map((words) => words.text).join(' ');
  }

  private hear(frame: Buffer): void {
    this.frames += 1;
    if (this.spans.hear(frame)) this.closedSpans += 1;
  }

  private learn(news: News): void {
    if (news.type === 'answered') {
      this.answered = true;
      this.callSid = news.callSid;
    }
    if (news.type === 'ended') this.end(news.status);
    if (news.type === 'said') this.waiting.said.shift()?.(news.said);
    if (news.type === 'mark') this.waiting.mark.shift()?.();
    if (news.type === 'error') this.end('failed');
    if (news.type !== 'words') return;
    if (news.who === 'clinic') this.readSpans += 1;
    if (news.text === '') return;
    this.words.push(news);
    this.onWords(news);
  }

  private end(status: CallStatus): void {
    if (this.status === null && this.spans.finish()) this.closedSpans += 1;
    this.status ??= status;
    for (const resolve of this.waiting.said.splice(0)) resolve(false);
    for (const resolve of this.waiting.mark.splice(0)) resolve();
  }

  private tell(message: object): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}
