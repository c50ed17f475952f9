import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { random } from '../proofs/proof';
import { rounded, say } from './bench-world';
import { growthOf, hasGrown } from './growth';
import type { Allowance } from './growth';
import type { Leavings } from './leavings';
import { SEED } from './phone-bench';
import type { PhoneServer, Stubs } from './phone-bench';
import { Exchange, PhoneLine, sidOf, webhook } from './phone-line';
import { CLINIC_PHONE } from './phone-server';
import { greeted } from './turn-caller';
import type { SpokenTurn } from './turn-corpus';

/** Calls at once. */
const CALLS = Number(process.env['BENCH_CALLS'] ?? 20);
/** How long a call is, ms; which of it is the seed's. */
const [SHORTEST_MS, LONGEST_MS] = [1_000, 25_000];
const SPEECH_SHARE = 0.4;
/** A half-open line is noticed after 20 s. */
const FROZEN_MS = 25_000;
/** So many of the first minutes, or this share of all, are what a program takes to be warm. */
const WARM = { minutes: 3, share: 0.2 };
/** So long after the last call nothing may be left of them. */
const SETTLED_MS = 30_000;
const MINUTE_MS = Number(process.env['SOAK_MINUTE_MS'] ?? 60_000);

/** How calls end; `stranger` never gets in. */
const ENDS = ['stop', 'vanish', 'in_greeting', 'in_answer', 'frozen', 'key', 'stranger', 'stop'] as const;
type End = (typeof ENDS)[number];

type Level = keyof Leavings | 'pgConnections';
const ALLOWED: Readonly<Record<Level, Allowance>> = {
  heapMb: { least: 2, share: 0.03 },
  // Frames on their way: as many as the machine is late.
  externalMb: { least: 6, share: 0.05 },
  rssMb: { least: 8, share: 0.05 },
  timers: { least: 5, share: 0.1 },
  // Callers' and providers'; the database's are below.
  sockets: { least: 5, share: 0.1 },
  // Whatever else keeps the loop alive.
  handles: { least: 3, share: 0.1 },
  // Pools that fill as they are used, and no more.
  pgConnections: { least: 12, share: 0.2 },
};
const LEVELS = Object.keys(ALLOWED) as readonly Level[];

export interface SoakWorld {
  readonly product: PhoneServer;
  readonly turns: readonly SpokenTurn[];
  readonly stubs: Stubs;
  readonly databaseUrl: string;
}

type Sample = Readonly<Record<Level, number>> & { readonly minute: number; readonly calls: number };

/** Callers who come and go in every way for so many minutes, and one look a minute at what they leave behind. */
class Soak {
  private readonly exchange = new Exchange();
  private readonly chance = random(SEED);
  private dialled = 1_000_000;
  private over = false;
  ended = 0;
  readonly failures = new Map<string, number>();

  constructor(private readonly world: SoakWorld) {}

  async churn(place: number): Promise<void> {
    await sleep((place * 10_000) / CALLS);
    while (!this.over)
      try {
        await this.call(ENDS[Math.floor(this.chance() * ENDS.length)] as End);
        this.ended += 1;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        this.failures.set(why, (this.failures.get(why) ?? 0) + 1);
        await sleep(1_000);
      }
  }

  stop(): void {
    this.over = true;
  }

  private async call(end: End): Promise<void> {
    const { product, turns } = this.world;
    const number = (this.dialled += 1);
    // A stranger's token is another call's: the bare line has none.
    const line = await PhoneLine.dial(product.port, end === 'stranger' ? 'bare' : 'product', number);
    if (end === 'stranger') return this.refused(line);
    if (end === 'in_greeting') {
      this.exchange.add(line);
      await sleep(this.chance() * 800);
    } else {
      await greeted(line, this.exchange);
      const from = Math.floor(this.chance() * turns.length);
      await this.converse(line, turns.slice(from), SHORTEST_MS + this.chance() ** 2 * (LONGEST_MS - SHORTEST_MS));
    }
    await this.end(line, end);
    await webhook(product.port, '/api/v1/voice/status', {
      CallSid: sidOf(number),
      From: '+12125550199',
      To: CLINIC_PHONE,
      CallStatus: 'completed',
    });
  }

  private async converse(line: PhoneLine, turns: readonly SpokenTurn[], ms: number): Promise<void> {
    const until = performance.now() + ms;
    for (const turn of turns) {
      const words = turn.words.map(({ word }) => word).join(' ');
      this.world.stubs.order({ words, reply: 'Thank you for telling me that.' });
      const cycleMs = (turn.frames.length * 20) / SPEECH_SHARE;
      const begunAt = performance.now();
      line.say(turn.frames);
      while (performance.now() - begunAt < cycleMs || line.isPlaying) {
        await sleep(40);
        if (performance.now() > until || !line.isOpen) return;
      }
    }
  }

  private async end(line: PhoneLine, end: End): Promise<void> {
    if (end === 'in_answer') for (let waited = 0; waited < 4_000 && !line.isPlaying; waited += 20) await sleep(20);
    if (end === 'key') {
      line.press('0');
      await sleep(1_500);
    }
    if (end === 'stop' || end === 'key') {
      line.hangUp();
      await sleep(200);
    }
    this.exchange.remove(line);
    if (end === 'frozen') {
      line.freeze();
      await sleep(FROZEN_MS);
    }
    line.close();
  }

  private async refused(line: PhoneLine): Promise<void> {
    for (let waited = 0; waited < 6_000 && line.isOpen; waited += 50) await sleep(50);
    const wasLetIn = line.isOpen;
    line.close();
    if (wasLetIn) throw new Error('a stranger was let in');
  }
}

async function look({ product, databaseUrl }: SoakWorld, minute: number, calls: number): Promise<Sample> {
  const held = await product.leavings();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ open: number }>(
    'SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
  const pgConnections = rows[0]?.open ?? 0;
  // Each counted once: a pool that opens more under load is no growth of three things.
  const sockets = held.sockets - pgConnections;
  const handles = held.handles - held.timers - held.sockets;
  const levels = { ...held, sockets, handles, pgConnections };
  const neat = Object.fromEntries(LEVELS.map((level) => [level, rounded(levels[level], 1)]));
  const sample = { minute, calls, ...neat } as Sample;
  say(JSON.stringify(sample));
  return sample;
}

/** @returns what stands in the JSON line: the verdict, the slopes, what was left in the end, and the curve. */
export async function soak(world: SoakWorld, minutes: number): Promise<object> {
  const callers = new Soak(world);
  const before = await look(world, 0, 0);
  const churning = Array.from({ length: CALLS }, (_unused, place) => callers.churn(place));
  const curve: Sample[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    await sleep(MINUTE_MS);
    curve.push(await look(world, minute, callers.ended));
  }
  callers.stop();
  await Promise.all(churning);
  await sleep(SETTLED_MS);
  const after = await look(world, minutes + 1, callers.ended);
  const warm = Math.max(Math.min(WARM.minutes, minutes - 2), Math.floor(minutes * WARM.share));
  const grown: Level[] = [];
  const perMinute: Record<string, number> = {};
  for (const level of LEVELS) {
    const growth = growthOf(curve.slice(warm).map((sample) => ({ minute: sample.minute, level: sample[level] })));
    perMinute[level] = rounded(growth.perMinute, 3);
    // With nobody calling there is no more than there was on average while they did.
    const isLeft = after[level] > growth.meanLevel + ALLOWED[level].least;
    if (isLeft || hasGrown(growth, ALLOWED[level])) grown.push(level);
  }
  if (grown.length > 0) process.exitCode = 1;
  return {
    verdict: grown.length === 0 ? 'no growth' : `growth of ${grown.join(', ')}`,
    soakMinutes: minutes,
    calls: callers.ended,
    failures: Object.fromEntries(callers.failures),
    perMinute,
    before,
    after,
    curve,
  };
}
