import type { Clock } from '../clock';
import { newSid } from '../identifiers';
import { CallRecord } from './call-record';
import { mix } from './mix';
import type { Metronome } from './metronome';
import { Playout } from './playout';

export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';
export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';

/** What a handset is told about its call. Times are milliseconds of the call's audio. */
export type CallNews =
  | { readonly type: 'ringing' | 'answered'; readonly callSid: string; readonly from: string; readonly to: string }
  | { readonly type: 'ended'; readonly callSid: string; readonly status: CallStatus }
  | {
      readonly type: 'words';
      readonly who: 'patient' | 'clinic';
      readonly text: string;
      readonly startMs: number;
      readonly endMs: number;
    };

/** A sentence of the caller's whose words are known. */
export interface Utterance {
  readonly text: string;
  /** How long it takes to say. */
  readonly ms: number;
}

/** Whoever holds the handset: hears a 20 ms µ-law frame every 20 ms, and the news. */
export interface CallerLine {
  hear(frame: Buffer): void;
  tell(news: CallNews): void;
}

export interface CallSetup {
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly status: CallStatus;
  readonly parentSid?: string;
}

const FINAL: readonly CallStatus[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** One leg: a handset on one side, TwiML (or another leg) on the other, a frame each way every 20 ms once answered. */
export class Call {
  readonly sid = newSid('CA');
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly parentSid: string | null;
  readonly createdAt = Date.now();
  readonly record: CallRecord;
  /** Toward the handset, and from it. */
  readonly heard = new Playout();
  readonly said = new Playout();
  /** What else is to be heard on the caller's side: another voice, a television. */
  readonly background = new Playout();
  /** A sound that never ends, 20 ms at a time. */
  ambience: (() => Buffer) | null = null;
  status: CallStatus;
  answeredAt: number | null = null;
  endedAt: number | null = null;
  line: CallerLine | null = null;
  /** A live microphone's queue is kept this short; null for sound that was made ahead. */
  liveLagMs: number | null = null;
  private readonly ending = new AbortController();
  private readonly frameListeners = new Set<(said: Buffer, heard: Buffer) => void>();
  private readonly digitListeners = new Set<(digit: string) => void>();
  private readonly utteranceListeners = new Set<(utterance: Utterance) => void>();
  private talkMs = 0;
  private leaveMetronome: (() => void) | undefined;

  constructor(
    setup: CallSetup,
    private readonly metronome: Metronome,
    private readonly statusChanged: (call: Call) => void,
  ) {
    this.record = new CallRecord(metronome.clock);
    this.from = setup.from;
    this.to = setup.to;
    this.direction = setup.direction;
    this.status = setup.status;
    this.parentSid = setup.parentSid ?? null;
  }

  get clock(): Clock {
    return this.metronome.clock;
  }

  /** Aborts when the call ends. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  get over(): boolean {
    return FINAL.includes(this.status);
  }

  ring(): void {
    this.change('ringing');
  }

  answer(): void {
    if (this.answeredAt !== null || this.over) return;
    this.answeredAt = Date.now();
    this.record.start();
    this.leaveMetronome = this.metronome.join(() => this.beat());
    this.change('in-progress');
    this.line?.tell({ type: 'answered', callSid: this.sid, from: this.from, to: this.to });
  }

  /** Nothing happens to a call that is over. */
  end(status: CallStatus = 'completed'): void {
    if (this.over) return;
    this.endedAt = Date.now();
    this.talkMs = this.record.nowMs;
    this.leaveMetronome?.();
    this.change(status);
    this.ending.abort();
    this.heard.clear();
    this.said.clear();
    this.line?.tell({ type: 'ended', callSid: this.sid, status });
  }

  press(digit: string): void {
    this.record.note('digit', { digit });
    for (const listener of [...this.digitListeners]) listener(digit);
  }

  /** The caller begins to say this. */
  utter(utterance: Utterance): void {
    for (const listener of [...this.utteranceListeners]) listener(utterance);
  }

  onUtterance(listener: (utterance: Utterance) => void): () => void {
    this.utteranceListeners.add(listener);
    return () => this.utteranceListeners.delete(listener);
  }

  onFrame(listener: (said: Buffer, heard: Buffer) => void): () => void {
    this.frameListeners.add(listener);
    return () => this.frameListeners.delete(listener);
  }

  onDigit(listener: (digit: string) => void): () => void {
    this.digitListeners.add(listener);
    return () => this.digitListeners.delete(listener);
  }

  /** Whole seconds of talk; null while it lasts. */
  get seconds(): number | null {
    return this.endedAt === null ? null : Math.round(this.talkMs / 1_000);
  }

  private change(status: CallStatus): void {
    this.status = status;
    this.record.note('status', { status });
    this.statusChanged(this);
  }

  private beat(): void {
    if (this.liveLagMs !== null) this.said.trim(this.liveLagMs);
    const said = this.around(this.said.take());
    const heard = this.heard.take();
    this.record.add(heard, said);
    this.line?.hear(heard);
    for (const listener of [...this.frameListeners]) listener(said, heard);
  }

  private around(own: Buffer): Buffer {
    const sounds = [own];
    if (this.background.waitingMs > 0) sounds.push(this.background.take());
    if (this.ambience !== null) sounds.push(this.ambience());
    return mix(sounds);
  }
}
