import { setTimeout as sleep } from 'node:timers/promises';
import { FRAME_BYTES } from '@clinicall/audio';
import type { Exchange, PhoneLine } from './phone-line';
import type { Stubs } from './phone-bench';
import type { SpokenTurn } from './turn-corpus';

/** An answer that has not begun by then never will. */
const LOST_MS = 8_000;
/** From 300 ms of quiet behind our answer to the caller's next words, unless the bench wants it otherwise. */
export const GAP_MS = 350;
/** Speech of ours is fed in pieces closer together than this. */
const STALE_MS = 120;
const GREETING_MS = 300;
const GREETING_LOST_MS = 15_000;

export interface Taken {
  readonly turn: SpokenTurn;
  /** Last voiced sample to first sound of the answer; undefined when none came. */
  readonly ms: number | undefined;
  /** Sound of ours came while the caller was in the middle of it. */
  readonly talkedInto: boolean;
  /** When the caller began, in the clock of this process. */
  readonly begunAt: number;
}

export interface Manner {
  /** How long the caller thinks before the next words, milliseconds. */
  readonly gapMs?: () => number;
  /** No further turn is begun from then on. */
  readonly isOver?: () => boolean;
}

/**
 * A caller who says one turn after another, each when our answer to the one before has been heard. Where a turn was the
 * last of its call ("no, that's all"), the next is the first of another.
 */
export async function takeTurns(
  dial: () => Promise<PhoneLine>,
  exchange: Exchange,
  turns: readonly SpokenTurn[],
  stubs: Stubs,
  { gapMs = () => GAP_MS, isOver = () => false }: Manner = {},
): Promise<Taken[]> {
  const taken: Taken[] = [];
  let line = await dial();
  await greeted(line, exchange);
  const again = async (): Promise<void> => {
    exchange.remove(line);
    line = await dial();
    await greeted(line, exchange);
  };
  for (const [place, turn] of turns.entries()) {
    if (isOver()) break;
    if (!line.isOpen) await again();
    const next = turns[place + 1]?.question ?? 'Is there anything else that I can do?';
    stubs.order({
      words: turn.words.map(({ word }) => word).join(' '),
      reply: `Thank you for telling me that. ${next}`,
    });
    await sleep(gapMs());
    let one = await takeTurn(line, turn);
    if (one.ms === undefined && !line.isOpen) {
      await again();
      one = await takeTurn(line, turn);
    }
    taken.push(one);
    await quiet(line, GREETING_MS);
  }
  exchange.remove(line);
  line.close();
  return taken;
}

/** A bare server greets nobody; the product is heard to the end of its greeting. */
export async function greeted(line: PhoneLine, exchange: Exchange): Promise<void> {
  const begun = new Promise<void>((resolve) => (line.onMedia = () => resolve()));
  exchange.add(line);
  if (line.kind === 'product') await Promise.race([begun, sleep(GREETING_LOST_MS, undefined, { ref: false })]);
  line.onMedia = () => undefined;
  await quiet(line, GREETING_MS);
}

async function takeTurn(line: PhoneLine, turn: SpokenTurn): Promise<Taken> {
  const begunAt = performance.now();
  let endedAt = Infinity;
  let answeredAt: number | undefined;
  let talkedInto = false;
  /** Until when what we sent before the caller's end is still coming: that answers nothing. */
  let staleUntil = -Infinity;
  const answered = new Promise<void>((resolve) => {
    line.onSaid = (frame, at) => {
      if (frame === turn.lastVoiced) endedAt = at;
    };
    line.onMedia = (frame, at) => {
      if (frame.length < FRAME_BYTES) return;
      if (at < endedAt) talkedInto = true;
      if (at < endedAt || at < staleUntil) staleUntil = at + STALE_MS;
      else if (answeredAt === undefined) {
        answeredAt = at;
        resolve();
      }
    };
    line.onClear = () => (staleUntil = -Infinity);
  });
  line.say(turn.frames);
  const given = turn.frames.length * 20 + LOST_MS;
  await Promise.race([answered, sleep(given, undefined, { ref: false })]);
  line.onSaid = line.onMedia = () => undefined;
  return { turn, ms: answeredAt === undefined ? undefined : answeredAt - endedAt, talkedInto, begunAt };
}

/** Until nothing of ours has been heard for so long. */
export async function quiet(line: PhoneLine, ms: number): Promise<void> {
  let heardAt = performance.now();
  while (performance.now() - heardAt < ms) {
    await sleep(20);
    if (line.isPlaying) heardAt = performance.now();
  }
}
