import { setTimeout as sleep } from 'node:timers/promises';
import { decodeMuLaw, level } from '@clinicall/audio';
import { noise } from '../audio/noise';
import type { Call } from './call';
import type { Switchboard } from './switchboard';

export interface LoadWish {
  readonly calls: number;
  /** How long they last once all are answered. */
  readonly seconds: number;
  readonly to: string;
  /** Spread of their beginnings. */
  readonly overMs: number;
}

export interface LoadResult {
  readonly placed: number;
  readonly answered: number;
  /** Heard anything at all. */
  readonly heard: number;
  /** Lost their stream and came back. */
  readonly broken: number;
  /** Ended by the other side before their time. */
  readonly endedEarly: number;
}

/** A call that nobody has answered by then counts as it is. */
const MOST_RINGING_MS = 15_000;

/** Callers that talk noise 40 % of the time: load for whoever answers, all at once. */
export async function placeLoad(switchboard: Switchboard, wish: LoadWish): Promise<LoadResult> {
  const calls: Call[] = [];
  for (let index = 0; index < wish.calls; index += 1) {
    const call = switchboard.dial(numberOf(index), wish.to, null);
    call.ambience = noise(3_000, index, 0.4);
    calls.push(call);
    if (wish.overMs > 0) await sleep(wish.overMs / wish.calls);
  }
  for (
    let waited = 0;
    waited < MOST_RINGING_MS && !calls.every((call) => call.answeredAt !== null || call.over);
    waited += 50
  )
    await sleep(50);
  await sleep(wish.seconds * 1_000);
  const endedEarly = calls.filter((call) => call.over).length;
  for (const call of calls) call.end('completed');
  const streams = (call: Call) => call.record.events.filter(({ type }) => /^(?:stream|relay)_start$/.test(type)).length;
  return {
    placed: calls.length,
    answered: calls.filter((call) => call.answeredAt !== null).length,
    heard: calls.filter((call) => level(decodeMuLaw(call.record.audio('heard'))) > 0).length,
    broken: calls.filter((call) => streams(call) > 1).length,
    endedEarly,
  };
}

/** Numbers kept for fiction. */
function numberOf(index: number): string {
  return `+1202555${String(index % 10_000).padStart(4, '0')}`;
}
