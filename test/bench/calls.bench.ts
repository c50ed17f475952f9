import { setTimeout as sleep } from 'node:timers/promises';
import { asksForPerson } from '@clinicall/language';
import { rounded, say } from './bench-world';
import { PhoneServer, QUICK, runBench, SEED, withPhoneWorld } from './phone-bench';
import type { Stubs } from './phone-bench';
import { Exchange, PhoneLine } from './phone-line';
import type { Usage } from './phone-server';
import { soak } from './soak';
import { SHAPED } from './stub-providers';
import { greeted, quiet } from './turn-caller';
import { makeCorpus } from './turn-corpus';
import type { SpokenTurn } from './turn-corpus';

/**
 * `npm run -s bench:calls`: many calls at once through the whole product, callers speaking two fifths of the time, with
 * stub providers. What a call costs, whether the loop keeps up, and the frame-moving thread beside a bare ws echo under
 * the same load. `-- --soak MINUTES` has calls come and go instead and judges what they leave behind (soak.ts).
 */
const CALLS = Number(process.env['BENCH_CALLS'] ?? (QUICK ? 10 : 100));
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? (QUICK ? 10 : 60));
const ECHO_SECONDS = QUICK ? 5 : 20;
const SPEECH_SHARE = 0.4;
const SOAK = process.argv.includes('--soak') ? Number(process.argv[process.argv.indexOf('--soak') + 1] ?? 30) : 0;
const FRAMES_A_SECOND = 50;

let dialled = 0;

/** Talks until told to stop, pausing so that speech is its share of the time. */
async function converse(
  line: PhoneLine,
  turns: readonly SpokenTurn[],
  stubs: Stubs,
  until: () => boolean,
): Promise<void> {
  for (let place = 0; !until(); place += 1) {
    const turn = turns[place % turns.length] as SpokenTurn;
    stubs.order({ words: turn.words.map(({ word }) => word).join(' '), reply: 'Thank you for telling me that.' });
    const begunAt = performance.now();
    line.say(turn.frames);
    const cycleMs = (turn.frames.length * 20) / SPEECH_SHARE;
    while (!until() && (performance.now() - begunAt < cycleMs || line.isPlaying)) await sleep(40);
  }
}

async function callers(
  port: number,
  kind: 'product' | 'bare',
  count: number,
  exchange: Exchange,
): Promise<PhoneLine[]> {
  return Promise.all(
    Array.from({ length: count }, async (_unused, place) => {
      await sleep((place * 3_000) / count);
      const line = await PhoneLine.dial(port, kind, (dialled += 1));
      if (kind === 'product') await greeted(line, exchange);
      else exchange.add(line);
      return line;
    }),
  );
}

interface Measured {
  readonly before: Usage;
  readonly after: Usage;
  readonly seconds: number;
  readonly frames: number;
}

async function measure(server: PhoneServer, lines: readonly PhoneLine[], seconds: number): Promise<Measured> {
  const frames = () => lines.reduce((sum, line) => sum + line.sentFrames, 0);
  const [before, framesBefore, begun] = [await server.usage(), frames(), performance.now()];
  await sleep(seconds * 1_000);
  const after = await server.usage();
  return { before, after, seconds: (performance.now() - begun) / 1_000, frames: frames() - framesBefore };
}

const usPerFrame = ({ before, after, frames }: Measured): number => (after.mainThreadUs - before.mainThreadUs) / frames;

async function load(product: PhoneServer, turns: readonly SpokenTurn[], stubs: Stubs) {
  const exchange = new Exchange();
  const first = await callers(product.port, 'product', 2, exchange); // warm
  let over = false;
  await Promise.race([
    Promise.all(first.map((line) => converse(line, turns, stubs, () => over))),
    sleep(QUICK ? 5_000 : 15_000),
  ]);
  const { rssMb: restingMb, judgedFrames: judgedBefore } = await product.usage();
  const more = await callers(product.port, 'product', CALLS - first.length, exchange);
  const lines = [...first, ...more];
  const sentBefore = first.reduce((sum, line) => sum + line.sentFrames, 0);
  const talks = more.map((line, place) => converse(line, turns.slice((place * 7) % turns.length), stubs, () => over));
  const measured = await measure(product, lines, SECONDS);
  over = true;
  await Promise.all(talks);
  await Promise.all(lines.map((line) => quiet(line, 400)));
  const ended = lines.filter((line) => !line.isOpen).length;
  if (ended > 0) say(`${ended} calls were ended by the product: the load was lower than it should be`);
  exchange.stop();
  await sleep(1_000);
  const { judgedFrames } = await product.usage();
  const sent = lines.reduce((sum, line) => sum + line.sentFrames, 0) - sentBefore;
  const cores = (measured.after.cpuUs - measured.before.cpuUs) / 1e6 / measured.seconds;
  say(
    `${CALLS} calls: ${cores.toFixed(2)} cores, ${usPerFrame(measured).toFixed(0)} µs of the frames' thread a frame, ` +
      `loops p99 ${measured.after.loopP99Ms.toFixed(1)} and ${measured.after.callsLoopP99Ms.toFixed(1)} ms, ` +
      `${measured.frames} frames in ${measured.seconds.toFixed(0)} s (${CALLS * FRAMES_A_SECOND * SECONDS} due)`,
  );
  return {
    callsPerCore: rounded(CALLS / cores, 0),
    // Whichever of the two threads is later to its work.
    loopP99Ms: rounded(Math.max(measured.after.loopP99Ms, measured.after.callsLoopP99Ms), 1),
    droppedFrames: Math.max(0, sent - (judgedFrames - judgedBefore)),
    rssPerCallMb: rounded(Math.max(0, measured.after.rssMb - restingMb) / (CALLS - first.length), 2),
    perFrameUs: usPerFrame(measured),
  };
}

async function echo(environment: NodeJS.ProcessEnv): Promise<number> {
  const server = await PhoneServer.start('echo', environment);
  const exchange = new Exchange();
  const lines = await callers(server.port, 'bare', CALLS, exchange);
  const measured = await measure(server, lines, ECHO_SECONDS);
  exchange.stop();
  await server.stop();
  say(`echo: ${usPerFrame(measured).toFixed(0)} µs of the main thread a frame`);
  return usPerFrame(measured);
}

runBench(() =>
  withPhoneWorld(async (stubs, environment) => {
    // Long enough to be speech for two fifths of the time, and none that asks for a person: that would end the call.
    const turns = (await makeCorpus(SEED)).filter(
      (turn) => turn.frames.length > 50 && !asksForPerson(turn.words.map(({ word }) => word).join(' ')),
    );
    stubs.delays(SHAPED);
    const product = await PhoneServer.start('product', environment);
    if (SOAK > 0) return soak({ product, turns, stubs, databaseUrl: environment.DATABASE_URL ?? '' }, SOAK);
    const { perFrameUs, ...measured } = await load(product, turns, stubs);
    await product.stop();
    const { callsPerCore, loopP99Ms, droppedFrames, rssPerCallMb } = measured;
    const cpuPerFrameVsEcho = rounded(perFrameUs / (await echo(environment)));
    return { callsPerCore, loopP99Ms, droppedFrames, cpuPerFrameVsEcho, rssPerCallMb };
  }),
);
