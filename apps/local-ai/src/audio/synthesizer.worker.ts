import { Espeak } from './espeak';
import { Flite } from './flite';
import { pieceOf, polished } from './polish';
import { toPcm16 } from './sound';
import { speakable } from './speakable';
import type { Voice } from './voices';
import { serveJobs } from './worker-loop';

/** One sentence to be spoken. */
export interface SpeechJob {
  readonly text: string;
  readonly voice: Voice;
  readonly speed: number;
}

/** 16-bit samples at 24 kHz; empty when there was nothing to say. */
export interface Spoken {
  readonly pcm: Uint8Array;
}

void serveJobs<SpeechJob, Spoken>(async () => {
  const flite = await Flite.load();
  const espeak = new Espeak();
  return async ({ text, voice, speed }, signal) => {
    const words = voice.engine === 'flite' ? speakable(text) : text;
    if (words === '') return { result: { pcm: new Uint8Array(0) } };
    const sound =
      voice.engine === 'flite'
        ? await flite.speak(words, voice.name, speed)
        : await espeak.speak(words, voice.name, speed, signal);
    const pcm = new Uint8Array(toPcm16(polished(sound, pieceOf(text))));
    return { result: { pcm }, transfer: [pcm.buffer] };
  };
});
