import { setTimeout as sleep } from 'node:timers/promises';
import { decodeMuLaw, level } from '@clinicall/audio';
import { asksForPerson, detectEmergency } from '@clinicall/language';
import { EnergyGate } from '../../libs/telephony/src/audio/energy-gate';
import { isBackchannel } from '../../libs/telephony/src/backchannel';
import { random } from '../proofs/proof';
import { percentile, rounded, say } from './bench-world';
import { PhoneServer, QUICK, runBench, SEED, withPhoneWorld } from './phone-bench';
import type { Stubs } from './phone-bench';
import { Exchange, PhoneLine } from './phone-line';
import { AT_ONCE, numbered, STORY_LEVEL } from './stub-providers';
import { greeted, quiet } from './turn-caller';
import { makeCorpus, quietFrame } from './turn-corpus';
import type { SpokenTurn } from './turn-corpus';

/**
 * `npm run -s bench:barge-in`: callers talk into a long answer, many at once. From the arrival of the first frame in which
 * their voice passes the energy gate to the last frame that is fed; from the confirmation (words that are no "mm-hm" have
 * left the recogniser, or half a second of voice) to the clear; and frames of the old answer after it. All calls go on until
 * the time is over, so that none of it is measured at fewer. `-- --burst` has all of them dialled within four seconds, so that
 * they speak nearly in step, which no switchboard sees.
 */
const CALLS = Number(process.env['BENCH_CALLS'] ?? (QUICK ? 8 : 100));
/** The calls come one after another within so long, as in bench:turn; what counts begins when all are there, and lasts so long. */
const LIVE_OVER_MS = QUICK ? 3_000 : 12_000;
const LIVE_MS = QUICK ? 10_000 : 45_000;
/** Most interruptions of one call that are dealt out for it. */
const MOST_ROUNDS = 12;
/** Voice over ours that is an interruption whatever the words (call-session.ts). */
const CERTAIN_MS = 500;
const LOST_MS = 10_000;
const BURST_MS = 4_000;
/** Asked and not told: a statement that nobody knows to be harmless is not said. */
const ANIMALS = ['cat', 'dog', 'bird', 'horse', 'fish', 'goat', 'sheep', 'fox', 'hen', 'duck'];
const STORY = ANIMALS.map((animal) => `What would you like to know about the story of the ${animal}?`).join(' ');

interface Interruption {
  /** When the caller broke in, in the clock of this process. */
  readonly begunAt: number;
  readonly pauseMs: number;
  /** Undefined when the answer was not cleared at all. */
  readonly clearMs: number | undefined;
  readonly framesAfterClear: number;
}

/** When a confirming word of what each line says left the recogniser, in the clock of this process. */
class ConfirmingWords {
  private readonly soFar = new Map<number, string>();
  private readonly at = new Map<number, number>();

  constructor(stubs: Stubs) {
    stubs.onWords = ({ line, words, at }) => {
      const all = `${this.soFar.get(line) ?? ''} ${words}`;
      this.soFar.set(line, all);
      if (!this.at.has(line) && !isBackchannel(all, 'en')) this.at.set(line, at - performance.timeOrigin);
    };
  }

  forget(line: number): void {
    this.soFar.delete(line);
    this.at.delete(line);
  }

  of(line: number): number {
    return this.at.get(line) ?? Infinity;
  }
}

/** The first frame of a turn that passes the energy gate after a quiet line, and the one with which half a second has. */
function voiceOf(turn: SpokenTurn): [onset: number, certain: number] {
  const gate = new EnergyGate();
  const chance = random(SEED);
  for (let quietFrames = 0; quietFrames < 100; quietFrames += 1) gate.passes(decodeMuLaw(quietFrame(chance)));
  const loud = turn.frames.flatMap((frame, at) => (gate.passes(decodeMuLaw(frame)) ? [at] : []));
  return [loud[0] ?? -1, loud[CERTAIN_MS / 20 - 1] ?? -1];
}

const isStory = (frame: Buffer): boolean => Math.abs(level(decodeMuLaw(frame)) - STORY_LEVEL) < STORY_LEVEL / 2;

async function interrupt(
  line: PhoneLine,
  place: number,
  turn: SpokenTurn,
  words: ConfirmingWords,
): Promise<Interruption> {
  words.forget(place);
  const begunAt = performance.now();
  const [onset, certain] = voiceOf(turn);
  let onsetAt = Infinity;
  let certainAt = Infinity;
  let lastFedAt = 0;
  let clearedAt = Infinity;
  let framesAfterClear = 0;
  line.onSaid = (frame, at) => {
    if (frame === onset) onsetAt = at;
    if (frame === certain) certainAt = at;
  };
  const answered = new Promise<void>((resolve) => {
    line.onClear = (at) => (clearedAt = Math.min(clearedAt, at));
    line.onMedia = (frame, at) => {
      if (isStory(frame)) {
        lastFedAt = at;
        if (clearedAt < at) framesAfterClear += 1;
      } else if (clearedAt < at) resolve();
    };
  });
  line.say(turn.frames.map((frame) => numbered(frame, place)));
  await Promise.race([answered, sleep(LOST_MS, undefined, { ref: false })]);
  await quiet(line, 300);
  line.onSaid = line.onMedia = line.onClear = () => undefined;
  const confirmedAt = Math.min(certainAt, words.of(place));
  const clearMs = clearedAt === Infinity ? undefined : Math.max(0, clearedAt - confirmedAt);
  return { begunAt, pauseMs: Math.max(0, lastFedAt - onsetAt), clearMs, framesAfterClear };
}

/** Asks for the story, and interrupts it somewhere. */
async function talkInto(
  line: PhoneLine,
  place: number,
  turns: readonly SpokenTurn[],
  stubs: Stubs,
  words: ConfirmingWords,
  exchange: Exchange,
  isOver: () => boolean,
) {
  const chance = random(turns[0]?.id ?? 0);
  const found: Interruption[] = [];
  await greeted(line, exchange);
  for (let round = 0; round < MOST_ROUNDS && !isOver(); round += 1) {
    const [asks, interrupts] = [turns[round * 2], turns[round * 2 + 1]];
    if (asks === undefined || interrupts === undefined) break;
    stubs.order({ words: textOf(asks), reply: STORY });
    stubs.order({ words: textOf(interrupts), reply: 'Thank you for telling me that.' });
    const begun = new Promise<void>((resolve) => {
      line.onMedia = (frame) => {
        if (isStory(frame)) resolve();
      };
    });
    line.say(asks.frames.map((frame) => numbered(frame, place)));
    const isTold = await Promise.race([begun.then(() => true), sleep(LOST_MS, false, { ref: false })]);
    if (!isTold) {
      // Where nothing is being said there is nothing to interrupt: another answer was given, or none in time.
      say(`no story after "${textOf(asks)}"`);
      await quiet(line, 300);
      continue;
    }
    await sleep(1_000 + chance() * 2_000);
    found.push(await interrupt(line, place, interrupts, words));
    if (QUICK) say(`round ${round + 1}: ${JSON.stringify(found.at(-1))}`);
    await sleep(300);
  }
  exchange.remove(line);
  line.close();
  return found;
}

const textOf = (turn: SpokenTurn): string => turn.words.map(({ word }) => word).join(' ');

/**
 * Long enough to be cut into, without a pause, no "yes" or "okay" in front that might only mean "go on", and none
 * that asks for a person, with which the call would end, or tells of an emergency, whose notice cannot be cut short.
 */
function isFitToInterrupt(turn: SpokenTurn): boolean {
  const text = textOf(turn);
  const isLong = turn.pauses.length === 0 && turn.frames.length > 50;
  const goesOn = isBackchannel(text.split(' ')[0] ?? '', 'en');
  return isLong && !goesOn && !asksForPerson(text) && !detectEmergency(text).emergency;
}

/** All the callers' interruptions, and when all of them were there. */
async function callersTalk(stubs: Stubs, environment: NodeJS.ProcessEnv, turns: readonly SpokenTurn[]) {
  const even = turns.length - (turns.length % 2);
  const words = new ConfirmingWords(stubs);
  const product = await PhoneServer.start('product', environment);
  const exchange = new Exchange();
  const overMs = process.argv.includes('--burst') ? BURST_MS : LIVE_OVER_MS;
  const allThereAt = performance.now() + overMs;
  const isOver = (): boolean => performance.now() > allThereAt + LIVE_MS;
  const all = await Promise.all(
    Array.from({ length: CALLS }, async (_unused, place) => {
      await sleep((place * overMs) / CALLS);
      const line = await PhoneLine.dial(product.port, 'product', place);
      // What asks for the story never interrupts one: the providers answer by the words.
      const own = Array.from(
        { length: MOST_ROUNDS * 2 },
        (_one, at) => turns[(2 * (place + at * 7) + (at % 2)) % even] as SpokenTurn,
      );
      return talkInto(line, place, own, stubs, words, exchange, isOver);
    }),
  );
  exchange.stop();
  await product.stop();
  return { all: all.flat(), allThereAt };
}

runBench(() =>
  withPhoneWorld(async (stubs, environment) => {
    stubs.delays({ ...AT_ONCE, interimMs: 150, finalMs: 350 });
    const turns = (await makeCorpus(SEED)).filter(isFitToInterrupt);
    const { all, allThereAt } = await callersTalk(stubs, environment, turns);
    const found = all.filter(({ begunAt }) => begunAt > allThereAt && begunAt < allThereAt + LIVE_MS);
    const cleared = found.flatMap(({ clearMs }) => (clearMs === undefined ? [] : [clearMs]));
    const pauses = found.map(({ pauseMs }) => pauseMs);
    say(
      `${found.length} interruptions in ${LIVE_MS / 1_000} s at ${CALLS} calls, ${found.length - cleared.length} not taken as such; pause p50 ${percentile(pauses, 0.5).toFixed(0)} ms, clear p50 ${percentile(cleared, 0.5).toFixed(0)} ms`,
    );
    return {
      pauseP95Ms: rounded(percentile(pauses, 0.95), 0),
      clearP95Ms: rounded(percentile(cleared, 0.95), 0),
      framesAfterClear: found.reduce((sum, one) => sum + one.framesAfterClear, 0),
    };
  }),
);
