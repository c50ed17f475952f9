import { monitorEventLoopDelay } from 'node:perf_hooks';
import { decodeMuLaw, encodeMuLaw, FRAME_BYTES, FRAME_MS, level, resample } from '@clinicall/audio';
import { ImportService } from '@clinicall/scheduling';
import { Client } from 'pg';
import { Flite } from '../../apps/local-ai/src/audio/flite';
import type { Call } from '../../apps/local-carrier/src/calls/call';
import { keptSounds } from '../../libs/telephony/src/kept-sounds';
import { TurnRunner } from '../../libs/telephony/src/turn-runner';
import { Waiting } from '../../libs/telephony/src/waiting';
import { DyingProvider } from '../support/dying-provider';
import type { ProviderAnswers, ProviderKind } from '../support/dying-provider';
import { eventually } from '../support/eventually';
import { startTextNetwork } from '../support/text-network';
import type { TextNetwork } from '../support/text-network';
import { total } from '../support/total';
import { deep } from './proof';

/** From the decided end of the turn; where nobody can decide, from the caller's last sound. */
const [MOMENT_MS, STILL_MS, FALLBACK_MS] = [1_000, 4_000, 8_000];
const [HEARD_MS, SILENT_MS] = [3_000, 4_000];
const WORD_MS = 200;
/** From then on the call is listened to for so long. */
const LISTENED_MS = deep ? 9_500 : 7_500;
/** What a broken build leaves out is missed by then. */
const MISSED_MS = 4_500;

/** What can be heard, by the loudness at which the providers say it. */
const LEVELS = { moment: 2_000, still: 4_000, wayOut: 8_000, other: 13_000, carrier: 20_000 } as const;
type Heard = keyof typeof LEVELS;

function kindOf(words: string): Heard {
  if (words.startsWith('One moment')) return 'moment';
  if (words.startsWith("I'm still checking") || words.startsWith('thank you for waiting')) return 'still';
  return /taking longer|holding|press zero/.test(words) ? 'wayOut' : 'other';
}

const answers = (sound: (words: string) => Heard, more: Partial<ProviderAnswers> = {}): ProviderAnswers => ({
  transcript: 'What should I bring with me?',
  words: ['Please bring', ' a list of your medicines.'],
  voice: (words) => ({ ms: words.split(' ').length * WORD_MS, level: LEVELS[sound(words)] }),
  ...more,
});

let first: DyingProvider;
let last: DyingProvider;
let carrierVoice: DyingProvider;
let network: TextNetwork;
let question: Buffer;
let asksForTimes = false;
let calls = 0;

beforeAll(async () => {
  const { samples, rate } = await (await Flite.load()).speak('What should I bring with me?', 'slt');
  question = encodeMuLaw(
    resample(
      Int16Array.from(samples, (sample) => sample * 32_767),
      rate,
      8_000,
    ),
  );
  const given = answers(kindOf, {
    toolCall: () =>
      asksForTimes ? { name: 'find_slots', arguments: { when: 'tomorrow', doctor: 'Ruth Adler' } } : undefined,
  });
  [first, last, carrierVoice] = [
    await new DyingProvider(given).start(),
    await new DyingProvider(given).start(),
    await new DyingProvider(answers(() => 'carrier')).start(),
  ];
  network = await startTextNetwork(
    {
      LOCAL_AI: 'on',
      LOCAL_AI_PORT: String(last.port),
      OPENAI_BASE_URL: first.url,
      OPENAI_STT_BASE_URL: first.url,
      OPENAI_TTS_BASE_URL: first.url,
      RESUME_PAUSE_SECONDS: '0',
    },
    { carrierSpeechUrl: carrierVoice.url },
  );
  const free = [1, 2, 3].map((days) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`);
  const doctors = [{ name: 'Ruth Adler', specialty: 'Cardiology', free }];
  await network.inside(() => network.app.get(ImportService).importWorld({ doctors }, { makeClinics: false }));
  // The first call of a voice has its phrases made.
  const call = await greeted();
  await eventually(() => first.spoken.some((words) => words.includes('went wrong')), 'the phrases of a wait', 20_000);
  call.end();
}, 60_000);
afterAll(async () => {
  network.carrier.switchboard.calls.endAll();
  await network.stop();
  await Promise.all([first.stop(), last.stop(), carrierVoice.stop()]);
});

async function greeted(): Promise<Call> {
  const call = network.carrier.switchboard.dial(`+1212555${1_000 + (calls += 1)}`, network.clinicNumber, null);
  const quietFor = (ms: number) => soundsOf(call, 0).every(({ untilMs }) => call.record.lengthMs - untilMs >= ms);
  await eventually(() => soundsOf(call, 0).length > 0 && quietFor(300), 'the greeting', 20_000);
  return call;
}

interface Sound {
  readonly what: Heard;
  readonly fromMs: number;
  untilMs: number;
}

/** What was played to the caller since then, by the carrier's own record: a frame every 20 ms. */
function soundsOf(call: Call, sinceMs: number): Sound[] {
  const audio = call.record.audio('heard', sinceMs);
  const base = Math.floor(sinceMs / FRAME_MS) * FRAME_MS;
  const sounds: Sound[] = [];
  for (let at = 0; at + FRAME_BYTES <= audio.length; at += FRAME_BYTES) {
    const loudness = level(decodeMuLaw(audio.subarray(at, at + FRAME_BYTES)));
    if (loudness < LEVELS.moment / 2) continue;
    const distance = (what: Heard) => Math.abs(Math.log(loudness / LEVELS[what]));
    const what = (Object.keys(LEVELS) as Heard[]).reduce((best, one) => (distance(one) < distance(best) ? one : best));
    const fromMs = base + at / 8;
    const before = sounds.at(-1);
    if (before?.what === what && fromMs - before.untilMs < 3 * FRAME_MS) before.untilMs = fromMs + FRAME_MS;
    else sounds.push({ what, fromMs, untilMs: fromMs + FRAME_MS });
  }
  return sounds;
}

interface Wait {
  /** From the decided end of the turn, or from the caller's last sound where there is none. */
  readonly momentMs: number;
  readonly stillMs: number;
  /** To words that lead on: the way out, an apology, an answer, the carrier's voice. */
  readonly fallbackMs: number;
  /** To an answer, or to a question that asks for the words again. */
  readonly answerMs: number;
  /** From the caller's last sound to the first of ours. */
  readonly firstMs: number;
  readonly longestSilenceMs: number;
  /** How late this process was to its work at the worst: nothing can be heard sooner. */
  readonly lateMs: number;
}

/** A caller who was greeted asks something while something dies. @returns what they heard, by the carrier's record. */
async function ask(kill: () => Promise<void> | void, listenedMs = LISTENED_MS): Promise<Wait> {
  const call = await greeted();
  const { record } = call;
  let decidedMs: number | undefined;
  const run = TurnRunner.prototype.run;
  const deciding = jest.spyOn(TurnRunner.prototype, 'run').mockImplementation(function (this: TurnRunner, ...turn) {
    decidedMs ??= record.lengthMs;
    run.apply(this, turn);
  });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  try {
    await kill();
    call.said.push(question);
    await eventually(() => call.said.waitingMs === 0, 'the question', 20_000);
    const endedMs = record.lengthMs;
    await eventually(() => record.lengthMs > (decidedMs ?? endedMs) + listenedMs, 'the wait', 40_000);
    const sounds = soundsOf(call, endedMs);
    const from = decidedMs ?? endedMs;
    const since = (...what: Heard[]) => (sounds.find((one) => what.includes(one.what))?.fromMs ?? Infinity) - from;
    // An answer or an apology ends the wait; a silence after it is the caller's.
    const answer = sounds.findIndex(({ what }) => what === 'other' || what === 'carrier');
    const waited = answer < 0 ? sounds : sounds.slice(0, answer + 1);
    const begins = [...waited.map(({ fromMs }) => fromMs), ...(answer < 0 ? [record.lengthMs] : [])];
    const ends = [endedMs, ...waited.map(({ untilMs }) => untilMs)];
    return {
      momentMs: since('moment'),
      stillMs: since('still'),
      fallbackMs: since('wayOut', 'other', 'carrier'),
      answerMs: since('other', 'carrier'),
      firstMs: (sounds[0]?.fromMs ?? Infinity) - endedMs,
      longestSilenceMs: Math.max(...begins.map((at, place) => at - (ends[place] ?? 0))),
      lateMs: loop.max / 1e6,
    };
  } finally {
    deciding.mockRestore();
    loop.disable();
    call.end();
  }
}

const both = (...kinds: ProviderKind[]): void => {
  for (const provider of [first, last]) for (const kind of kinds) provider.deaths.set(kind, 'hangs');
};

/** Another session has the times for itself: whoever looks for one waits. */
async function lockTimes(): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: network.databaseUrl });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE slots IN ACCESS EXCLUSIVE MODE');
  return () => client.end();
}

interface Case {
  readonly what: string;
  readonly kill: () => Promise<void> | void;
  /** Nobody can decide that the turn is over: the recogniser is away. */
  readonly isDeaf?: boolean;
  /** Words came, and no voice for them: the moment is not said before another voice had its chance. */
  readonly isMute?: boolean;
  /** The switch: what of the build is broken, so that this must be seen. */
  readonly breaks: () => jest.SpyInstance;
}

let unlock: (() => Promise<void>) | undefined;
const untold = () => jest.spyOn(Waiting.prototype, 'next').mockReturnValue(undefined);

const CASES: readonly Case[] = [
  { what: 'every model hangs', kill: () => both('chat'), breaks: untold },
  {
    what: 'every model stalls after its first words',
    kill: () => [first, last].forEach(({ deaths }) => deaths.set('chat', 'stalls')),
    breaks: untold,
  },
  {
    what: 'a tool hangs',
    kill: async () => {
      asksForTimes = true;
      unlock = await lockTimes();
    },
    breaks: untold,
  },
  { what: 'every recogniser hangs', kill: () => both('transcriptions'), isDeaf: true, breaks: untold },
  {
    what: 'every voice hangs',
    kill: () => both('speech'),
    isMute: true,
    breaks: () => jest.spyOn(keptSounds, 'get').mockReturnValue(undefined),
  },
  {
    what: 'models, recognisers and voices hang',
    kill: () => both('chat', 'transcriptions', 'speech'),
    isDeaf: true,
    breaks: () => jest.spyOn(keptSounds, 'get').mockReturnValue(undefined),
  },
];

/** What is wrong in a wait; nothing when every promise was kept. */
function faultsOf({ isDeaf = false, isMute = false }: Case, wait: Wait): string[] {
  const { momentMs, stillMs, fallbackMs, answerMs, firstMs, longestSilenceMs, lateMs } = wait;
  const faults: [string, boolean][] = [
    ['no moment within 1 s', momentMs > (isDeaf || isMute ? HEARD_MS : MOMENT_MS) + lateMs],
    // Who has been answered by then waits no more.
    ['no "still checking" by 4 s', Math.min(stillMs, answerMs) > STILL_MS + (isDeaf ? MOMENT_MS : 0) + lateMs],
    ['no fallback by 8 s', fallbackMs > FALLBACK_MS + lateMs],
    ['not asked again by 8 s', isDeaf && answerMs > FALLBACK_MS + lateMs],
    ['nothing within 3 s', firstMs > HEARD_MS + lateMs],
    ['a silence of more than 4 s', longestSilenceMs > SILENT_MS + lateMs],
  ];
  return faults.filter(([, isSo]) => isSo).map(([what]) => what);
}

describe.each(deep ? CASES : CASES.slice(0, 1))('when $what', (one) => {
  afterEach(async () => {
    for (const provider of [first, last]) provider.deaths.clear();
    asksForTimes = false;
    await unlock?.();
    unlock = undefined;
  });

  it('the caller hears a moment, that we are still there, and what to do, in time', async () => {
    const wait = await ask(one.kill);
    const told = Object.entries(wait).map(([name, ms]) => `${name.replace('Ms', '')} ${Math.round(Number(ms))}`);
    total(`never silent, ${one.what}: ${told.join(', ')} ms`);
    expect(faultsOf(one, wait)).toEqual([]);
  }, 90_000);

  (deep ? it : it.skip)(
    'and a build that does not tell is seen',
    async () => {
      const broken = one.breaks();
      try {
        expect(faultsOf(one, await ask(one.kill, MISSED_MS))).not.toEqual([]);
      } finally {
        broken.mockRestore();
      }
    },
    90_000,
  );
});
