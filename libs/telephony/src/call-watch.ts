import type { AgentEvent, AgentWatch } from '@clinicall/conversation';
import { NO_SPAN } from '@clinicall/platform';
import type { TraceSpan } from '@clinicall/platform';
import { Audible } from './audible';
import type { MediaLine } from './audio/playout';
import type { CallDoor } from './calls.repository';
import type { CallMetrics } from './call-metrics';
import { CallTimeline } from './call-timeline';
import type { EntryDetails, TimelineEntry } from './call-timeline';
import type { UtteranceEnd } from './listener';
import type { TextToSpeechTimes } from './speaker';
import { WatchedLine } from './watched-line';

/** One who goes on so soon after we began to speak had been cut off. */
const CUT_OFF_MS = 1_000;

/** What is kept of a stream once it is over, or has come so far. */
export interface StreamRecord {
  readonly entries: readonly TimelineEntry[];
  readonly dropped: number;
  readonly durationMs: number;
}

export interface WatchSurroundings {
  /** stream: our own ears and voice; relay: the carrier's, which tell words, not sounds. */
  readonly door: CallDoor;
  readonly metrics: CallMetrics;
  now(): number;
  /** Begins the trace of a turn at a time of `now`. */
  trace(startedAt: number): TraceSpan;
  /** Called after every turn and at the end; it waits for nothing. */
  keep(record: StreamRecord): void;
}

/** The turn under way: since when the caller waits, and what they have got. */
interface WatchedTurn {
  readonly span: TraceSpan;
  readonly speechEndAt: number;
  usesTools: boolean;
  heardAt: number | undefined;
  answered: boolean;
}

/** Looks on at one stream of a call: its timeline, its metrics and its traces. It hears no words and stops nothing. */
export class CallWatch {
  private readonly timeline: CallTimeline;
  private readonly audible: Audible;
  private readonly startedAt: number;
  private turn: WatchedTurn | undefined;
  private callerBeganAt = 0;
  private endOfSpeech: { readonly at: number; readonly decidedAt: number } | undefined;
  private words: { readonly askedAt: number; readonly knownAt: number } | undefined;
  private hasSpoken = false;
  private closed = false;

  constructor(private readonly around: WatchSurroundings) {
    this.startedAt = around.now();
    this.timeline = new CallTimeline(this.startedAt);
    this.audible = new Audible(this.timeline, this.startedAt);
    around.metrics.opened();
  }

  /** The line, looked at: what goes out and what the carrier says it has played. @param isReply whether the next frame is the agent's own words. */
  line(line: MediaLine, isReply: () => boolean): WatchedLine {
    return new WatchedLine(line, {
      sent: (ms) => this.soundSent(ms, isReply),
      cleared: () => this.audible.cleared(this.now),
      startsPlaying: (at) => this.playbackBegan(at),
      now: () => this.now,
    });
  }

  /** @param onsetMs how long ago the voice began. */
  callerBegan(onsetMs: number): void {
    this.callerBeganAt = this.now - onsetMs;
    this.audible.callerBegan(this.callerBeganAt);
    const heardAt = this.turn?.heardAt;
    if (heardAt === undefined || this.callerBeganAt < heardAt || this.callerBeganAt - heardAt >= CUT_OFF_MS) return;
    this.around.metrics.cutoffs.inc();
    this.note('cutoff', { ms: this.callerBeganAt - heardAt });
  }

  /** A key was pressed: which one is nobody's business here. */
  keyed(): void {
    this.callerBeganAt = this.now;
    this.note('key');
  }

  /** The final words were known. */
  heardWords(askedMs: number, silenceMs: number): void {
    this.around.metrics.sttFinal.observe(silenceMs);
    this.words = { askedAt: this.now - askedMs, knownAt: this.now };
    this.note('words', { ms: askedMs });
  }

  callerEnded({ silenceMs, reason }: UtteranceEnd): void {
    const at = this.now - silenceMs;
    this.endOfSpeech = { at, decidedAt: this.now };
    this.around.metrics.endOfTurn.observe(silenceMs);
    this.audible.callerEnded(at);
    this.note('endpoint', { ms: silenceMs, reason });
  }

  /** The carrier tells the caller's words, and not when they were said: the turn counts from here. */
  toldWords(): void {
    this.audible.callerEnded(this.now);
    this.note('words');
  }

  /** The carrier was given words of ours. @param ms that they take to be said, as far as can be known. */
  gaveWords(ms: number, isReply: boolean): void {
    this.soundSent(ms, () => isReply);
  }

  /** What was taken for an interruption was none. */
  wentOn(hadWords: boolean): void {
    const { backchannels, falseInterruptions } = this.around.metrics;
    (hadWords ? backchannels : falseInterruptions).inc();
    this.note(hadWords ? 'backchannel' : 'false_interruption');
    this.endOfSpeech = undefined;
  }

  /** @param heardShare of the reply, 0 to 1. */
  interrupted(heardShare: number): void {
    const ms = Math.max(0, this.now - this.callerBeganAt);
    this.around.metrics.bargeIns.inc();
    this.around.metrics.bargeInStop.observe(ms);
    this.around.metrics.heardRatio.observe(heardShare);
    this.note('barge_in', { ms });
    this.settle();
  }

  /** The caller's words, or keys, go to the agent. @returns what looks on there. */
  turnTaken(): AgentWatch {
    if (this.turn?.heardAt !== undefined) this.around.metrics.heardRatio.observe(1);
    this.settle();
    const speechEndAt = this.endOfSpeech?.at ?? this.now;
    const span = this.around.trace(speechEndAt);
    span.child('speech end', {}, speechEndAt).end(this.endOfSpeech?.decidedAt);
    if (this.words !== undefined) span.child('speech to text', {}, this.words.askedAt).end(this.words.knownAt);
    this.endOfSpeech = this.words = undefined;
    const turn: WatchedTurn = { span, speechEndAt, usesTools: false, heardAt: undefined, answered: false };
    this.turn = turn;
    return { span, saw: (event) => this.agentSaw(turn, event) };
  }

  /** All of the reply is on its way. */
  turnAnswered(): void {
    if (this.turn !== undefined) {
      this.turn.answered = true;
      if (this.turn.heardAt !== undefined) this.turn.span.end();
    }
    this.around.keep(this.record);
  }

  /** A clause had its first sound. */
  voiced(times: TextToSpeechTimes): void {
    this.around.metrics.spoke(times);
    this.note('voice', { ms: times.firstByteMs });
    (this.turn?.span ?? NO_SPAN).child('text to speech', {}, this.now - times.firstByteMs).end();
  }

  /** A provider of speech failed, or all of them (`provider` is empty then). */
  failed(stage: 'stt' | 'tts' | 'carrier', provider = '', reason = ''): void {
    this.around.metrics.failures.inc({ stage });
    this.note('failure', { stage, ...(provider === '' ? {} : { provider }), ...(reason === '' ? {} : { reason }) });
  }

  note(kind: TimelineEntry['kind'], details: EntryDetails = {}): void {
    this.timeline.note(kind, this.now, details);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.settle();
    this.audible.close(this.now);
    this.note('end');
    this.around.metrics.closed(this.audible.longestAgentGapMs);
    this.around.keep(this.record);
  }

  private get record(): StreamRecord {
    const { entries, dropped } = this.timeline;
    return { entries: [...entries], dropped, durationMs: this.timeline.since(this.now) };
  }

  private soundSent(ms: number, isReply: () => boolean): boolean {
    const waits = this.turn !== undefined && this.turn.heardAt === undefined;
    // A greeting is owed from the first moment on, and the rest of a reply until all of it has a sound.
    this.audible.sent(this.now, ms, waits || this.turn?.answered === false || !this.hasSpoken);
    this.hasSpoken = true;
    if (!waits || !isReply()) return false;
    this.firstAudio(this.turn as WatchedTurn);
    return true;
  }

  private firstAudio(turn: WatchedTurn): void {
    turn.heardAt = this.now;
    const ms = this.now - turn.speechEndAt;
    const { turnCore, relayTurn } = this.around.metrics;
    (this.around.door === 'relay' ? relayTurn : turnCore).observe({ tools: turn.usesTools ? 'yes' : 'no' }, ms);
    this.note('first_audio', { ms });
    turn.span.child('first audio').end();
    if (turn.answered) turn.span.end();
  }

  private playbackBegan(at: number): void {
    if (this.turn !== undefined) this.around.metrics.playbackStart.observe(at - this.turn.speechEndAt);
  }

  private agentSaw(turn: WatchedTurn, event: AgentEvent): void {
    if (event.type === 'tool') {
      turn.usesTools = true;
      this.note('tool', { name: event.name, ms: event.ms, ok: event.ok });
    } else if (event.type === 'model') {
      this.note('model', { provider: event.provider, name: event.model, ms: event.ms });
    } else if (event.type === 'guard') this.note('guard', { name: event.guard, reason: event.action });
    else this.note('failure', { stage: 'model', provider: event.provider, reason: event.reason, ms: event.ms });
  }

  /** Whatever became of the turn, its trace is complete. */
  private settle(): void {
    if (this.turn !== undefined && !(this.turn.answered && this.turn.heardAt !== undefined)) this.turn.span.end();
    this.turn = undefined;
  }

  private get now(): number {
    return this.around.now();
  }
}
