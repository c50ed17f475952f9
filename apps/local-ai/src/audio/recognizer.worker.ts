import { workerData } from 'node:worker_threads';
import { partsOf, soundingSpan, type Span } from './condition';
import { Listener, type Names, type Reading } from './listener';
import { MODEL_RATE, Moonshine } from './moonshine';
import { readPrompt } from './names-in-prompt';
import { readAudio } from './read-audio';
import { resample } from './resample';
import { secondsOf, type Sound } from './sound';
import { type Ear, TwoEars } from './two-ears';
import { UnreadableAudio } from './wav';
import { withoutOpenEnd } from './open-end';
import { serveJobs } from './worker-loop';

/** A file to be written down. */
export interface HearingJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
  readonly language: 'en' | 'es';
  readonly prompt: string;
}

/** A part of the sound: where it lies, in seconds, and what was said. */
export interface HeardPart extends Reading {
  readonly start: number;
  readonly end: number;
}

/** What was said, part by part; or why the file could not be heard, in a sentence for its sender. */
export type Heard =
  | { readonly ok: true; readonly seconds: number; readonly parts: readonly HeardPart[] }
  | { readonly ok: false; readonly message: string };

/** Half an hour: some minutes' work. */
const LONGEST_SECONDS = 1800;
/** The model hears this much at once; longer sound is cut in its pauses. */
const PART_SECONDS = 14;

const NOTHING: Reading = { text: '', tokens: [], averageLogProb: 0, silence: 1 };

function read({ bytes, name, type }: HearingJob): Sound {
  const sound = readAudio({ bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, type });
  if (secondsOf(sound) <= LONGEST_SECONDS)
    return { samples: resample(sound.samples, sound.rate, MODEL_RATE), rate: MODEL_RATE };
  throw new UnreadableAudio(
    `Audio of ${Math.round(secondsOf(sound))} seconds is longer than this server's limit of ${LONGEST_SECONDS} seconds.`,
  );
}

/** One part, and where the model lost the thread in it, its own shorter ones: nothing of the sound is left unheard. */
async function hearPart(
  listener: Ear,
  sound: Sound,
  part: Span,
  names: Names,
  signal: AbortSignal,
): Promise<HeardPart[]> {
  signal.throwIfAborted();
  const samples = sound.samples.subarray(part.from, part.to);
  const span = soundingSpan({ samples, rate: sound.rate });
  const start = (part.from + (span?.from ?? 0)) / sound.rate;
  const end = (span === null ? part.to : part.from + span.to) / sound.rate;
  const reading = span === null ? NOTHING : await listener.hear(samples.slice(span.from, span.to), names, signal);
  if (reading.isPartial !== true) return [{ ...reading, start, end }];
  const parts: HeardPart[] = [];
  for (const { from, to } of partsOf({ samples, rate: sound.rate }, secondsOf({ samples, rate: sound.rate }) / 2)) {
    const shorter = { from: part.from + from, to: part.from + to };
    parts.push(...(await hearPart(listener, sound, shorter, names, signal)));
  }
  return parts;
}

function withEnd(parts: readonly HeardPart[]): HeardPart[] {
  return parts.map((part, at) => (at === parts.length - 1 ? { ...part, text: withoutOpenEnd(part.text) } : part));
}

async function hear(listener: Ear, job: HearingJob, signal: AbortSignal): Promise<Heard> {
  try {
    const sound = read(job);
    const names = readPrompt(job.prompt);
    const parts: HeardPart[] = [];
    for (const part of partsOf(sound, PART_SECONDS))
      parts.push(...(await hearPart(listener, sound, part, names, signal)));
    return { ok: true, seconds: secondsOf(sound), parts: withEnd(parts) };
  } catch (error) {
    if (error instanceof UnreadableAudio) return { ok: false, message: error.message };
    throw error;
  }
}

void serveJobs<HearingJob, Heard>(async () => {
  const folders = workerData as { english: string; numbers: string; spanish: string | null };
  const english = new TwoEars(
    new Listener(await Moonshine.load(folders.english), 'en'),
    new Listener(await Moonshine.load(folders.numbers), 'en'),
  );
  const spanish = folders.spanish === null ? null : new Listener(await Moonshine.load(folders.spanish), 'es');
  return async (job, signal) => {
    const listener = job.language === 'es' ? spanish : english;
    if (listener === null) throw new Error('There is no Spanish model.');
    return { result: await hear(listener, job, signal) };
  };
});
