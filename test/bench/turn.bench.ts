import { Logger } from '@clinicall/platform';
import { decodeMuLaw } from '@clinicall/audio';
import { detectEmergency } from '@clinicall/language';
import { SileroVoiceActivity } from '../../libs/telephony/src/audio/silero-voice-activity';
import { SpeechTracker } from '../../libs/telephony/src/audio/speech-tracker';
import { random } from '../proofs/proof';
import { startLocalAi } from '../support/local-ai-process';
import { percentile, rounded, say } from './bench-world';
import { onAnotherDatabase, PhoneServer, QUICK, runBench, SEED, withPhoneWorld } from './phone-bench';
import type { Stubs } from './phone-bench';
import { Exchange, PhoneLine } from './phone-line';
import { AT_ONCE, SHAPED } from './stub-providers';
import { GAP_MS, takeTurns } from './turn-caller';
import type { Taken } from './turn-caller';
import { makeCorpus, quietFrame } from './turn-corpus';
import type { SpokenTurn } from './turn-corpus';
import { tellStages } from './turn-stages';

/**
 * `npm run -s bench:turn`: from the caller's last voiced sample to the first sound of the answer. Once with everything
 * at once, beside a bare ws server in the same run; once with delays as providers have them, with speculation and
 * without, on a corpus of which half the turns have pauses inside; once with local-ai. `-- --quick` takes a part of it.
 * The bench is the carrier; product, floor and providers are other processes. A hundred calls at once are measured twice:
 * as a hundred live calls, and (`burst`) from the moment on at which all of them are dialled within two seconds, which no
 * switchboard sees. `-- --only overhead` (or many, burst, shaped, shapedOff, local) measures one part, in less than three
 * minutes each; its JSON then has that part alone. TURN_BENCH_STAGES=1 says where the time goes.
 */
const SHAPED_CALLS = QUICK ? 8 : 18;
const AT_ONCE_CALLS = 8;
const MANY = QUICK ? 20 : 100;
const MANY_TURNS = QUICK ? 1 : 3;
/** A hundred live calls: they come one after another within so long, and are measured from the last one's coming on. */
const LIVE_OVER_MS = QUICK ? 3_000 : 12_000;
const LIVE_MS = QUICK ? 10_000 : 30_000;
/** Most turns of one call that are dealt out for it. */
const MOST_LIVE_TURNS = 20;
const LOCAL_TURNS = QUICK ? 4 : 24;

let calls = 0;

/** Deals the turns to so many calls and has them all held at once. */
async function hold(
  port: number,
  kind: 'product' | 'bare',
  turns: readonly SpokenTurn[],
  atOnce: number,
  stubs: Stubs,
): Promise<Taken[]> {
  const exchange = new Exchange();
  const hands = Array.from({ length: atOnce }, (_unused, place) => turns.filter((_turn, at) => at % atOnce === place));
  const all = await Promise.all(
    hands.map(async (hand, place) => {
      await new Promise((resolve) => setTimeout(resolve, (place * 2_000) / atOnce));
      const dial = () => PhoneLine.dial(port, kind, (calls += 1));
      return takeTurns(dial, exchange, hand, stubs);
    }),
  );
  exchange.stop();
  return all.flat();
}

/**
 * So many live calls, as a switchboard has them: they did not all begin at one moment, and callers take different times to
 * answer (the same on average as everywhere here). @returns the turns that began while all the calls were there.
 */
async function holdLive(
  port: number,
  kind: 'product' | 'bare',
  turns: readonly SpokenTurn[],
  atOnce: number,
  stubs: Stubs,
): Promise<Taken[]> {
  const exchange = new Exchange();
  const chance = random(SEED);
  const allThereAt = performance.now() + LIVE_OVER_MS;
  const manner = { gapMs: () => 2 * GAP_MS * chance(), isOver: () => performance.now() > allThereAt + LIVE_MS };
  const all = await Promise.all(
    Array.from({ length: atOnce }, async (_unused, place) => {
      const hand = Array.from({ length: MOST_LIVE_TURNS }, (_one, at) => turns[(place + at * 37) % turns.length]);
      await new Promise((resolve) => setTimeout(resolve, (place * LIVE_OVER_MS) / atOnce));
      const dial = () => PhoneLine.dial(port, kind, (calls += 1));
      return takeTurns(dial, exchange, hand as SpokenTurn[], stubs, manner);
    }),
  );
  exchange.stop();
  const counted = all.flat().filter(({ begunAt }) => begunAt > allThereAt);
  say(
    `${atOnce} live calls began within ${LIVE_OVER_MS / 1_000} s; ${(counted.length / LIVE_MS) * 1_000} turns a second`,
  );
  return counted;
}

/** An emergency's notice does not wait for the caller's end: there is nothing to measure then. */
const isAnsweredAhead = ({ turn, ms, talkedInto }: Taken): boolean =>
  ms === undefined && talkedInto && detectEmergency(turn.words.map(({ word }) => word).join(' ')).emergency;

function latencies(all: readonly Taken[], what: string): number[] {
  const taken = all.filter((one) => !isAnsweredAhead(one));
  if (taken.length < all.length)
    say(`${what}: ${all.length - taken.length} emergencies were answered before the caller had finished`);
  const lost = taken.filter(({ ms }) => ms === undefined).length;
  if (lost > 0) say(`${what}: ${lost} of ${taken.length} turns were not answered`);
  const ms = taken.map((one) => one.ms ?? 8_000);
  say(`${what}: ${ms.length} turns, p50 ${percentile(ms, 0.5).toFixed(0)} p95 ${percentile(ms, 0.95).toFixed(0)} ms`);
  return ms;
}

const repeated = (turns: readonly SpokenTurn[], count: number): SpokenTurn[] =>
  Array.from({ length: count }, (_unused, at) => turns[at % turns.length] as SpokenTurn);

/** The pauses of the corpus as the product's detector and tracker see them, ms, and those that nobody could mistake. */
async function pausesSeen(turns: readonly SpokenTurn[]): Promise<number[]> {
  const activity = new SileroVoiceActivity(new Logger('warn'));
  const chance = random(SEED);
  const seen: number[] = [];
  for (const { frames } of turns) {
    const detector = activity.open();
    const tracker = new SpeechTracker();
    const before = Array.from({ length: 15 }, () => quietFrame(chance));
    for (const frame of [...before, ...frames]) {
      const samples = decodeMuLaw(frame);
      if (tracker.next(samples, await detector.judge(samples)) === 'resumed') seen.push(tracker.lastPauseMs);
    }
    detector.close();
  }
  await activity.onApplicationShutdown();
  return seen;
}

async function shaped(
  product: PhoneServer,
  turns: readonly SpokenTurn[],
  pauses: readonly number[],
  stubs: Stubs,
  speculation: boolean,
) {
  await product.settings({ turnTaking: { minDelayMs: 300, maxDelayMs: 2_500, speculation } });
  await product.usage();
  const name = speculation ? 'shaped' : 'shaped, speculation off';
  const taken = await hold(product.port, 'product', turns, SHAPED_CALLS, stubs);
  const ms = latencies(taken, name);
  const { decisions } = await product.usage();
  const falseCutoffs = Math.max(0, decisions.length - turns.length);
  const usual = percentile(decisions, 0.5);
  const fixedFalseCutoffs = pauses.filter((pause) => pause > usual).length;
  say(
    `${name}: ${decisions.length} ends of turn for ${turns.length} turns, ${taken.filter((one) => one.talkedInto).length} talked into; ` +
      `a fixed ${usual} ms would have ended ${fixedFalseCutoffs} of ${pauses.length} pauses too`,
  );
  if (process.env['TURN_BENCH_SLOW'] === '1')
    for (const one of taken.filter((each) => (each.ms ?? 9_999) > 1_100))
      say(
        `slow ${one.ms?.toFixed(0) ?? 'lost'}: ${one.turn.question} | ${one.turn.words.map(({ word }) => word).join(' ')} ${one.turn.pauses.join()}`,
      );
  return {
    p50Ms: rounded(percentile(ms, 0.5), 0),
    p95Ms: rounded(percentile(ms, 0.95), 0),
    falseCutoffs,
    fixedFalseCutoffs,
  };
}

/** How far the product's p95 lies over the floor's, which does the same work with the same stubs and detector, ms. */
async function overFloor(
  product: PhoneServer,
  floor: PhoneServer,
  turns: readonly SpokenTurn[],
  stubs: Stubs,
  atOnce: number,
  holding = hold,
): Promise<number> {
  stubs.delays(AT_ONCE);
  await product.settings({ turnTaking: { minDelayMs: 200, maxDelayMs: 200, speculation: false } });
  await hold(product.port, 'product', repeated(turns, 8), AT_ONCE_CALLS, stubs); // warm
  const p95 = async (port: number, kind: 'product' | 'bare', what: string) =>
    percentile(latencies(await holding(port, kind, turns, atOnce, stubs), `${what}, ${atOnce} calls`), 0.95);
  const ours = await p95(product.port, 'product', 'product');
  return rounded(ours - (await p95(floor.port, 'bare', 'floor')), 1);
}

/** What points the product at the stubs. */
const STUBS = new Set(['OPENAI_BASE_URL', 'OPENAI_STT_BASE_URL', 'OPENAI_TTS_BASE_URL', 'OPENAI_STT_MODEL']);

/** Everything local: one call, one turn after another. */
async function localAi(environment: NodeJS.ProcessEnv, turns: readonly SpokenTurn[], stubs: Stubs) {
  const local = await startLocalAi();
  const rest = Object.fromEntries(Object.entries(environment).filter(([name]) => !STUBS.has(name)));
  const product = await PhoneServer.start('product', { ...rest, LOCAL_AI: 'on', LOCAL_AI_PORT: String(local.port) });
  try {
    await hold(product.port, 'product', turns.slice(0, 1), 1, stubs); // warm
    const ms = latencies(await hold(product.port, 'product', turns.slice(0, LOCAL_TURNS), 1, stubs), 'local-ai');
    return { p50Ms: rounded(percentile(ms, 0.5), 0), p95Ms: rounded(percentile(ms, 0.95), 0) };
  } finally {
    await product.stop();
    await tellStages(environment['DATABASE_URL'] ?? '');
    local.stop();
  }
}

const PARTS = ['overhead', 'many', 'burst', 'shaped', 'shapedOff', 'local'] as const;
type Part = (typeof PARTS)[number];

function wantedPart(): Part | undefined {
  const at = process.argv.indexOf('--only');
  if (at === -1) return undefined;
  const part = PARTS.find((one) => one === process.argv[at + 1]);
  if (part === undefined) throw new Error(`--only takes one of ${PARTS.join(', ')}.`);
  return part;
}

/** With the delays at nothing: few calls, and many at once. */
async function atOnce(
  wants: (part: Part) => boolean,
  product: PhoneServer,
  environment: NodeJS.ProcessEnv,
  plain: readonly SpokenTurn[],
  stubs: Stubs,
): Promise<object> {
  if (!wants('overhead') && !wants('many') && !wants('burst')) return {};
  const floor = await PhoneServer.start('floor', environment);
  const few = QUICK ? plain.slice(0, 16) : plain;
  const burst = repeated(plain, MANY * MANY_TURNS);
  const answer = {
    ...(wants('overhead') ? { overheadP95Ms: await overFloor(product, floor, few, stubs, AT_ONCE_CALLS) } : {}),
    ...(wants('many') ? { overheadAt100P95Ms: await overFloor(product, floor, plain, stubs, MANY, holdLive) } : {}),
    ...(wants('burst') ? { burstOf100P95Ms: await overFloor(product, floor, burst, stubs, MANY) } : {}),
  };
  await floor.stop();
  await tellStages(environment['DATABASE_URL'] ?? '');
  return answer;
}

runBench(() =>
  withPhoneWorld(async (stubs, environment) => {
    const part = wantedPart();
    const wants = (one: Part): boolean => part === undefined || part === one;
    const corpus = await makeCorpus(SEED);
    const turns = QUICK ? corpus.slice(0, 40) : corpus;
    // With the delays at nothing, only turns without a pause are one turn to a floor that waits 200 ms.
    const plain = corpus.filter((turn) => turn.pauses.length === 0);
    let answer: object = {};
    if (part !== 'local') {
      const product = await PhoneServer.start('product', environment);
      answer = await atOnce(wants, product, environment, plain, stubs);
      stubs.delays(SHAPED);
      const isShaped = wants('shaped') || wants('shapedOff');
      const pauses = isShaped ? await pausesSeen(turns) : [];
      say(`${turns.length} turns, ${turns.filter((turn) => turn.pauses.length > 0).length} with pauses inside`);
      if (wants('shaped')) answer = { ...answer, shaped: await shaped(product, turns, pauses, stubs, true) };
      if (wants('shapedOff')) answer = { ...answer, shapedOff: await shaped(product, turns, pauses, stubs, false) };
      await product.stop();
    }
    if (!wants('local')) return answer;
    const local = await onAnotherDatabase(environment, (fresh) => localAi(fresh, plain, stubs));
    return { ...answer, localAi: local };
  }),
);
