import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import { BroadcastChannel } from 'node:worker_threads';
import { serveCalls } from '../../apps/receptionist/src/calls-thread';
import { VoiceActivity } from '../../libs/telephony/src/audio/voice-activity';
import { CallMetrics } from '../../libs/telephony/src/call-metrics';
import { forgetNothing, leavings } from './leavings';

/** The product's calls, looked at from inside by the phone benches; in a thread of their own asked and answered over a channel. */
export const CHANNEL = 'phone bench';

export type ThreadQuestion = 'usage' | 'leavings';

export interface ThreadUsage {
  readonly loopP99Ms: number;
  readonly judgedFrames: number;
  readonly decisions: readonly number[];
}

let decisions: number[] = [];
let judgedFrames = 0;

/** Notes what the product decides and hears in this thread, without changing either. */
export function watch(app: INestApplicationContext): void {
  const { endOfTurn } = app.get(CallMetrics, { strict: false });
  const observe = endOfTurn.observe.bind(endOfTurn);
  const noting = (ms: number): void => {
    decisions.push(ms);
    observe(ms);
  };
  Object.assign(endOfTurn, { observe: noting });
  const activity = app.get(VoiceActivity, { strict: false });
  const detectorOf = activity.open.bind(activity);
  activity.open = () => {
    const detector = detectorOf();
    const judge = detector.judge.bind(detector);
    detector.judge = (samples) => {
      judgedFrames += 1;
      return judge(samples);
    };
    return detector;
  };
}

/** What was noted since the last time. @param loopP99Ms of this thread. */
export function noted(loopP99Ms: number): ThreadUsage {
  const usage: ThreadUsage = { loopP99Ms, judgedFrames, decisions };
  decisions = [];
  return usage;
}

function answerQuestions(): void {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (message) => {
    const { data: question } = message as { data: ThreadQuestion };
    if (question === 'leavings') channel.postMessage(leavings());
    else {
      channel.postMessage(noted(loop.percentile(99) / 1e6));
      loop.reset();
    }
  };
  channel.unref();
}

if (require.main === module) {
  if (process.env['SOAK_BREAK'] === '1') forgetNothing();
  answerQuestions();
  void serveCalls(watch);
}
