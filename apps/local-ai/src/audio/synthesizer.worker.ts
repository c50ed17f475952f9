import { Espeak } from './espeak';
import { Flite } from './flite';
import { Mp3Encoder, type Mp3Memory } from './mp3-encoder';
import { pieceOf, polished, SPEECH_RATE } from './polish';
import { toPcm16 } from './sound';
import { speakable } from './speakable';
import type { Voice } from './voices';
import { serveJobs } from './worker-loop';

/** Between two sentences, beside the quiet at their edges. */
const REST_SECONDS = 0.06;

/** One sentence to be spoken. */
export interface SpeechJob {
  readonly text: string;
  readonly voice: Voice;
  readonly speed: number;
  /** Another piece follows. */
  readonly goesOn: boolean;
  /** What the encoder remembers of the sentence before, for mp3; null for plain samples. */
  readonly mp3: Mp3Memory | null;
}

export interface Spoken {
  /** 16-bit samples at 24 kHz, or whole mp3 frames; empty when there was nothing to say. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mp3: Mp3Memory | null;
}

/** The sound and, where a sentence ends and another follows, a short rest. */
function withRest(samples: Float32Array, { text, goesOn }: SpeechJob): Float32Array {
  if (samples.length === 0 || !goesOn || pieceOf(text) === 'clause') return samples;
  const out = new Float32Array(samples.length + Math.round(REST_SECONDS * SPEECH_RATE));
  out.set(samples);
  return out;
}

function inFormat(samples: Float32Array, { mp3, goesOn }: SpeechJob): Spoken {
  if (mp3 === null) return { bytes: new Uint8Array(toPcm16(samples)), mp3 };
  const encoder = new Mp3Encoder(mp3);
  const frames = encoder.push(samples);
  return { bytes: new Uint8Array(goesOn ? frames : Buffer.concat([frames, encoder.finish()])), mp3: encoder.memory };
}

void serveJobs<SpeechJob, Spoken>(async () => {
  const flite = await Flite.load();
  const espeak = new Espeak();
  const speak = async ({ text, voice, speed }: SpeechJob, signal: AbortSignal): Promise<Float32Array> => {
    const words = voice.engine === 'flite' ? speakable(text) : text;
    if (words === '') return new Float32Array(0);
    const sound =
      voice.engine === 'flite'
        ? await flite.speak(words, voice.name, speed)
        : await espeak.speak(words, voice.name, speed, signal);
    return polished(sound, pieceOf(text));
  };
  return async (job, signal) => {
    const result = inFormat(withRest(await speak(job, signal), job), job);
    return { result, transfer: [result.bytes.buffer] };
  };
});
