// `npm run -s measure:voice`: the figures of spoken calls against the local models, as one JSON line.
// Starts the product when none runs. Say the machine's load with every figure: nothing here is a gate.
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readWav } from '@clinicall/audio';
import { toLine } from '../apps/local-carrier/src/audio/line';
import { readEnvironment } from '../apps/local-carrier/src/environment';
import type { CarrierEnvironment } from '../apps/local-carrier/src/environment';
import { HandsetClient } from '../apps/local-carrier/src/handset-client';
import { carrierUrl, useProduct } from '../apps/local-carrier/src/running-product';
import { listener, usageOf } from './process-usage';
import type { Usage } from './process-usage';
import { shareOf, wordErrors } from './word-errors';

const RECORDINGS = process.env['CLINICALL_SPEECH_DIR'] ?? join('..', 'shared', 'data', 'speech');
const LISTENING = { quietMs: 900, firstMs: 20_000, readMs: 0 };
/** Callers of their own numbers, so that no call knows another's patient. */
const CALLER = (index: number): string => `+1202555${String(2_000 + index)}`;
const LINES = [
  'Hi, do you have a cardiologist tomorrow afternoon?',
  'The second one please.',
  'What are your opening hours?',
  'I would like to see a dermatologist on Thursday.',
];
const MANY = 20;
const HELD_MS = 20_000;

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

interface Recording {
  readonly file: string;
  /** null where none was published. */
  readonly transcript: string | null;
}

class Measurement {
  private readonly carrier: string;
  private calls = 0;

  constructor(private readonly environment: CarrierEnvironment) {
    this.carrier = carrierUrl(environment);
  }

  /** End of the caller's speech to the first sound of the answer, fillers counted as sound, on the carrier's own clock. */
  async turns(rounds: number): Promise<{ gaps: number[]; seconds: number }> {
    const gaps: number[] = [];
    let seconds = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { handset, sid } = await this.call();
      for (const line of LINES) {
        await handset.say(line);
        await handset.hearReply(handset.nowMs, LISTENING, () => false);
      }
      seconds += handset.nowMs / 1_000;
      await this.leave(handset);
      const { speech } = await this.json<{ speech: { heard: Span[]; said: Span[] } }>(`/carrier/calls/${sid}`);
      for (const { endMs } of speech.said) {
        const answer = speech.heard.find(({ startMs }) => startMs >= endMs);
        if (answer !== undefined) gaps.push(answer.startMs - endMs);
      }
      process.stderr.write(`Call ${round + 1} of ${rounds}: ${gaps.length} answers so far\n`);
    }
    return { gaps, seconds };
  }

  /** What the product understood of a recording played to it as a caller. */
  async understood(sound: Buffer): Promise<string> {
    const { handset } = await this.call();
    await handset.play(sound);
    await handset.hearReply(handset.nowMs, LISTENING, () => false);
    const words = await this.callersWords();
    await this.leave(handset);
    return words;
  }

  /** What the model reads in the same file, without the telephone. */
  async read(file: Buffer): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(file)], { type: 'audio/wav' }), 'recording.wav');
    form.set('model', 'whisper-1');
    const answer = await fetch(`${this.environment.speechUrl}/audio/transcriptions`, { method: 'POST', body: form });
    return ((await answer.json()) as { text: string }).text;
  }

  /** Memory of the product with so many calls in progress, each of which has said something. */
  async memoryWith(calls: number, product: () => Usage): Promise<number> {
    const handsets = await Promise.all(Array.from({ length: calls }, () => this.call().then(({ handset }) => handset)));
    await Promise.all(handsets.map((handset) => handset.say('Hello.')));
    await sleep(HELD_MS / 2);
    const { memoryMb } = product();
    await Promise.all(handsets.map((handset) => this.leave(handset)));
    return memoryMb;
  }

  private async call(): Promise<{ handset: HandsetClient; sid: string }> {
    this.calls += 1;
    const from = CALLER(this.calls);
    const handset = await HandsetClient.connect(this.carrier, from, false);
    await handset.dial(this.environment.clinicNumber);
    await handset.hearReply(0, LISTENING, () => false);
    const { calls } = await this.json<{ calls: { sid: string; from: string }[] }>('/carrier/calls');
    return { handset, sid: calls.filter((call) => call.from === from).at(-1)?.sid ?? '' };
  }

  private async leave(handset: HandsetClient): Promise<void> {
    await handset.hangUp();
    handset.close();
  }

  private async callersWords(): Promise<string> {
    const access = JSON.parse(
      readFileSync(join(this.environment.dataDir ?? '.clinicall', 'local-access.json'), 'utf8'),
    ) as { apiKey: string };
    const get = async <T>(path: string): Promise<T> => {
      const headers = { authorization: `Bearer ${access.apiKey}` };
      return (await (await fetch(`${this.environment.localProductUrl}/api/v1${path}`, { headers })).json()) as T;
    };
    const { items } = await get<{ items: { id: string }[] }>('/conversations?channel=voice&limit=1');
    const { turns } = await get<{ turns: { who: string; text: string }[] }>(`/conversations/${items[0]?.id ?? ''}`);
    return turns
      .filter(({ who }) => who === 'caller')
      .map(({ text }) => text)
      .join(' ');
  }

  private async json<T>(path: string): Promise<T> {
    return (await (await fetch(this.carrier + path)).json()) as T;
  }
}

/** Word errors of each recording with a known text, by both ways; null where the recordings are not at hand. */
async function recognition(measurement: Measurement): Promise<object | null> {
  const index = join(RECORDINGS, 'index.json');
  if (!existsSync(index)) return null;
  const all = JSON.parse(readFileSync(index, 'utf8')) as Recording[];
  const known = all.flatMap(({ file, transcript }) => (transcript === null ? [] : [{ file, transcript }]));
  let words = 0;
  const errors = { call: 0, model: 0 };
  for (const { file, transcript } of known) {
    const bytes = readFileSync(join(RECORDINGS, file));
    const call = wordErrors(transcript, await measurement.understood(toLine(readWav(bytes))));
    const model = wordErrors(transcript, await measurement.read(bytes));
    words += call.words;
    errors.call += call.errors;
    errors.model += model.errors;
    process.stderr.write(
      `${file}: ${call.errors} of ${call.words} words wrong in a call, ${model.errors} by the model alone\n`,
    );
  }
  return {
    recordings: known.length,
    words,
    callWer: shareOf(errors.call, words),
    modelWer: shareOf(errors.model, words),
  };
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function measure(environment: CarrierEnvironment): Promise<object> {
  const measurement = new Measurement(environment);
  const product = listener(new URL(environment.localProductUrl).port);
  const ai = listener(new URL(environment.speechUrl).port);
  const rest = usageOf(product).memoryMb;
  const before = { product: usageOf(product), ai: usageOf(ai) };
  const { gaps, seconds } = await measurement.turns(Number(process.env['MEASURE_ROUNDS'] ?? 5));
  const minutes = seconds / 60;
  const cpu = (since: Usage, pid: number): number => (usageOf(pid).cpuSeconds - since.cpuSeconds) / minutes;
  const cpuSecondsPerMinute = { receptionist: cpu(before.product, product), localAi: cpu(before.ai, ai) };
  const memoryMb = {
    atRest: rest,
    oneCall: await measurement.memoryWith(1, () => usageOf(product)),
    twentyCalls: await measurement.memoryWith(MANY, () => usageOf(product)),
  };
  return {
    turn: { p50Ms: percentile(gaps, 0.5), p95Ms: percentile(gaps, 0.95), turns: gaps.length },
    recognition: await recognition(measurement),
    cpuSecondsPerMinute,
    memoryMb,
  };
}

async function main(): Promise<void> {
  const environment = readEnvironment();
  const product = await useProduct(environment, (line) => process.stderr.write(`${line}\n`));
  try {
    const load = loadavg().map((one) => Number(one.toFixed(2)));
    const figures = await measure(environment);
    process.stdout.write(`${JSON.stringify({ ...figures, load: { before: load, after: loadavg() } })}\n`);
  } finally {
    await product.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
