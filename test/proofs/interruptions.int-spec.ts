import type { Talk, TalkOutput } from '../../libs/telephony/src/talk';
import { speaks, VirtualCall, VirtualTimers } from '../../libs/telephony/spec-support/virtual-call';
import { TurnRunner } from '../../libs/telephony/src/turn-runner';
import { Playout } from '../../libs/telephony/src/audio/playout';
import { deep, random, seed } from './proof';

/** Another seed in every run, so that a few hundred each time come to as many. */
const SCHEDULES = deep ? 10_000 : 400;
/** A broken build is found in one of some hundred. */
const BROKEN_SCHEDULES = 10_000;
/** All calls of a schedule run beside one another in one process: virtual time makes each of them independent. */
const AT_ONCE = 25;
/** No silence of ours in a turn is longer. */
const SILENT_MS = 4_000;
/** An answer to a last word is over by then: the words' recognition, the agent, and each clause as late as they may be. */
const ANSWERED_MS = 8_000;
const STEP_MS = 20;
const LAST_WORD = 'hello again';
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];

/**
 * An agent that books what it is told and says so, as the real one does: one turn after another, a write that has begun is
 * finished whatever the caller does, and what was not heard is said again with the next turn.
 */
class BookingTalk implements Talk {
  readonly language = 'en' as const;
  readonly asked: readonly string[] = [];
  readonly written: string[] = [];
  readonly faults: string[] = [];
  private running = 0;
  private unheard: string[] = [];
  /** Bookings whose sentence was heard or repeated; the others are lost. */
  readonly told = new Set<string>();
  private lastSaid: string[] = [];
  /** The agent was given the caller's last word. */
  hasLastWord = false;

  constructor(
    private readonly timers: VirtualTimers,
    private readonly chance: () => number,
  ) {}

  async *greet(): AsyncIterable<TalkOutput> {
    await this.timers.sleep(40);
    yield speaks('Hello, this is the clinic.');
  }

  async *reply(words: string, heard: string | undefined, signal: AbortSignal): AsyncIterable<TalkOutput> {
    this.running += 1;
    if (this.running > 1) this.faults.push('two turns at once');
    try {
      this.noteHeard(heard);
      this.hasLastWord ||= words.includes(LAST_WORD);
      await this.timers.sleep(this.chance() * 1_200);
      const news: string[] = [];
      for (const order of words.match(/\b(?:one|two|three|four|five|six)\b/g) ?? [])
        if (await this.book(order)) news.push(order);
      const due = [...this.unheard, ...news];
      this.unheard = due;
      if (signal.aborted) return;
      this.lastSaid = due;
      for (const order of due) yield speaks(`Visit ${order} is booked for you.`);
      if (due.length === 0) yield speaks('I am listening to you now.');
    } finally {
      this.running -= 1;
    }
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  /** At the end of a call that was heard out. */
  heardOut(): void {
    this.noteHeard(undefined);
  }

  /** A write asks first whether it was made, takes its time, and cannot be stopped. */
  private async book(order: string): Promise<boolean> {
    if (this.written.includes(order)) return false;
    await this.timers.sleep(20 + this.chance() * 600);
    this.written.push(order);
    return true;
  }

  private noteHeard(heard: string | undefined): void {
    const known = this.lastSaid.filter(
      (order) => heard === undefined || heard.includes(`Visit ${order} is booked for you.`),
    );
    for (const order of known) this.told.add(order);
    this.unheard = this.unheard.filter((order) => !this.told.has(order));
    this.lastSaid = [];
  }
}

interface Outcome {
  readonly duplicates: number;
  readonly lost: number;
  readonly mute: number;
  readonly faults: readonly string[];
}

interface Found {
  duplicates: number;
  lost: number;
  mute: number;
  readonly faults: string[];
}

/** One caller who orders visits, interrupts, coughs, hums and goes quiet, whenever it suits the seed. */
async function schedule(number: number): Promise<Outcome> {
  const chance = random(seed + number * 7_919);
  const timers = new VirtualTimers();
  const talk = new BookingTalk(timers, chance);
  const call = new VirtualCall(talk, timers, { ear: () => chance() * 500, voice: () => chance() * 250 });
  // Often at once, seldom after a while.
  const soon = (most: number): number => chance() ** 2 * most;
  call.session.start();
  await call.run(200 + soon(1_500));
  const orders = NUMBERS.slice(0, 2 + Math.floor(chance() * 2));

  for (const order of orders) {
    await call.run(300 + chance() * 300, `visit ${order}`);
    await call.run(soon(2_500));
    const noise = chance();
    if (noise < 0.25) await call.run(60 + chance() * 200, '');
    else if (noise < 0.5) await call.run(150 + chance() * 250, 'mm-hm');
    else if (noise < 0.7) await call.run(200 + chance() * 900, 'wait');
    else if (noise < 0.8) call.session.key('7');
    await call.run(soon(2_000));
  }
  await call.run(3_000);
  // An agent that still works may be quiet, but never so long.
  const playedSoFar = call.played;
  const stuck = (await runUntil(call, SILENT_MS, () => !call.session.busy || call.played > playedSoFar)) === 'not';
  // Whoever is there can still be talked to: a last word gets an answer.
  await call.run(400, LAST_WORD);
  const before = call.played;
  const isAnswered = () => talk.hasLastWord && !call.session.busy && call.played - before >= 400;
  const mute = stuck || (await runUntil(call, ANSWERED_MS, isAnswered)) === 'not' ? 1 : 0;
  talk.heardOut();
  call.session.close();
  const once = new Set(talk.written);
  return {
    duplicates: talk.written.length - once.size,
    lost: orders.filter((order) => !once.has(order) || !talk.told.has(order)).length,
    mute,
    faults: [...talk.faults, ...call.faults],
  };
}

/** Runs the call until that is so. @returns `not` when it never was. */
async function runUntil(call: VirtualCall, mostMs: number, isSo: () => boolean): Promise<'so' | 'not'> {
  for (let passed = 0; passed < mostMs; passed += STEP_MS) {
    if (isSo()) return 'so';
    await call.run(STEP_MS);
  }
  return isSo() ? 'so' : 'not';
}

/** @param enough when what was found suffices; every schedule is played when absent. */
async function run(count: number, enough: (found: Found) => boolean = () => false): Promise<Found> {
  const sum: Found = { duplicates: 0, lost: 0, mute: 0, faults: [] };
  for (let from = 0; from < count && !enough(sum); from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_unused, place) => from + place);
    for (const one of await Promise.all(numbers.map(schedule))) {
      sum.duplicates += one.duplicates;
      sum.lost += one.lost;
      sum.mute += one.mute;
      sum.faults.push(...one.faults);
    }
  }
  return sum;
}

describe('a caller who interrupts whenever it suits them', () => {
  it(`gets every visit once, hears of each, and is never left alone, ${SCHEDULES} times (PROOF_SEED=${seed})`, async () => {
    expect(await run(SCHEDULES)).toEqual({ duplicates: 0, lost: 0, mute: 0, faults: [] });
  }, 3_600_000);

  it('is noticed when turns do not wait for one another: a visit is booked twice', async () => {
    const prototype = TurnRunner.prototype as unknown as { perform(...given: unknown[]): Promise<void> };
    const real = prototype.perform;
    prototype.perform = function (this: unknown, turn, _before, begin) {
      return real.call(this, turn, Promise.resolve(), begin);
    };
    try {
      const found = await run(BROKEN_SCHEDULES, ({ duplicates }) => duplicates > 0);
      expect(found.duplicates).toBeGreaterThan(0);
    } finally {
      prototype.perform = real;
    }
  }, 300_000);

  it('is noticed when what was held back is not played on: the call is mute', async () => {
    const held = jest.spyOn(Playout.prototype, 'resume').mockImplementation(() => undefined);
    try {
      expect((await run(BROKEN_SCHEDULES, ({ mute }) => mute > 0)).mute).toBeGreaterThan(0);
    } finally {
      held.mockRestore();
    }
  }, 300_000);
});
