import { Injectable } from '@nestjs/common';
import { Metrics } from '@clinicall/platform';
import type { TextToSpeechTimes } from './speaker';

const LATENCY_MS = [
  ...[10, 20, 50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_200, 1_500],
  ...[2_000, 3_000, 4_000, 5_000, 8_000],
];
const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * The times that make a call feel quick or slow, under the names by which the trade knows them (docs/observability.md has
 * the list). What a caller hears is later by the way through the telephone network, 200 to 450 ms, which nobody can measure here.
 */
@Injectable()
export class CallMetrics {
  readonly endOfTurn;
  readonly sttFinal;
  readonly turnCore;
  readonly relayTurn;
  readonly playbackStart;
  readonly bargeInStop;
  readonly falseInterruptions;
  readonly bargeIns;
  readonly backchannels;
  readonly cutoffs;
  readonly heardRatio;
  readonly deadAir;
  readonly failures;
  private readonly ttfb;
  private readonly ttfa;
  private readonly live;
  private readonly buffered: (() => number)[] = [];

  constructor(metrics: Metrics) {
    const latency = (name: string, help: string, labels: string[] = []) =>
      metrics.histogram(name, help, LATENCY_MS, labels);
    this.endOfTurn = latency(
      'speech_end_eot_decision_ms',
      "The caller's last sound to the decision that the turn is over",
    );
    this.sttFinal = latency('stt_finalization_ms', "The caller's last sound to the final words");
    this.ttfb = latency('tts_ttfb_ms', 'A clause asked for to its first sound');
    this.ttfa = latency('tts_ttfa_ms', 'A clause asked for to its first sound that can be heard');
    this.turnCore = latency('turn_core_ms', "The caller's last sound to the reply's first frame sent", ['tools']);
    this.relayTurn = latency(
      'relay_turn_ms',
      "The caller's words told by the carrier to the reply's first words given to it",
      ['tools'],
    );
    this.playbackStart = latency(
      'playback_start_est_ms',
      "The caller's last sound to the reply at the carrier, by its marks",
    );
    this.bargeInStop = latency('barge_in_stop_ms', 'Onset of an interruption to the carrier being told to stop');
    this.bargeIns = metrics.counter('barge_ins_total', 'Replies that the caller cut short');
    this.falseInterruptions = metrics.counter('false_interruptions', 'Interruptions that held no words');
    this.backchannels = metrics.counter('backchannels', 'Words of the caller that asked the agent to go on');
    this.cutoffs = metrics.counter('cutoffs', 'Callers who went on within a second of our reply');
    this.heardRatio = metrics.histogram('heard_ratio', 'Share of a reply that the caller heard', SHARES);
    this.deadAir = latency('dead_air_ms', 'The longest silence of a call that was ours');
    this.live = metrics.gauge('calls_live', 'Calls on this instance');
    this.failures = metrics.counter('speech_failures_total', 'Failures of speech providers', ['stage']);
    metrics.gauge('ws_buffered_bytes', 'The most that waits to be sent to one carrier socket', [], () =>
      Math.max(0, ...this.buffered.map((most) => most())),
    );
  }

  opened(): void {
    this.live.inc();
  }

  closed(longestSilenceMs: number): void {
    this.live.dec();
    this.deadAir.observe(longestSilenceMs);
  }

  spoke({ firstByteMs, leadingSilenceMs }: TextToSpeechTimes): void {
    this.ttfb.observe(firstByteMs);
    this.ttfa.observe(firstByteMs + leadingSilenceMs);
  }

  /** @param most bytes waiting at the fullest socket, asked at every scrape. */
  watchBuffers(most: () => number): void {
    this.buffered.push(most);
  }
}
