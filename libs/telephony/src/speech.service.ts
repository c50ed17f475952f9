import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { pcmSamples, writeWav } from '@clinicall/audio';
import { AuditService, ClinicsService, OutboundLimits, voiceOf } from '@clinicall/identity';
import { languageOf } from '@clinicall/language';
import { AppError } from '@clinicall/platform';
import { SOUND_RATE, TextToSpeech } from './ports/text-to-speech';

export const SPEECH_FORMATS = ['wav', 'mp3', 'pcm'] as const;
export type SpeechFileFormat = (typeof SPEECH_FORMATS)[number];

interface SpeechWish {
  readonly text: string;
  readonly format: SpeechFileFormat;
  /** By the provider's own name for it; the clinic's for its language when absent. */
  readonly voice?: string;
}

/** Sound to be sent: whole, or as it comes. */
interface SpokenFile {
  readonly type: string;
  readonly sound: Uint8Array | Readable;
}

const TYPES: Readonly<Record<SpeechFileFormat, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  pcm: `audio/pcm;rate=${SOUND_RATE}`,
};

/** What other systems have spoken: a display, a kiosk, a phone system of the hospital's own. */
@Injectable()
export class SpeechService {
  constructor(
    private readonly voice: TextToSpeech,
    private readonly clinics: ClinicsService,
    private readonly limits: OutboundLimits,
    private readonly audit: AuditService,
  ) {}

  /**
   * In the clinic's first language. A wav states its length, which strict readers believe, so it is sent when it is whole;
   * the others are sent as they come. @param signal aborts when nobody waits any more.
   * @throws AppError `rate_limited` when the clinic has had its characters of the day; `unavailable` when no voice answers.
   */
  async speak({ text, format, voice }: SpeechWish, signal: AbortSignal): Promise<SpokenFile> {
    const clinic = await this.clinics.current();
    const language = languageOf(clinic.language);
    const characters = text.length;
    if ((await this.limits.takeSpeech(characters)) !== undefined) throw spent();
    const voicing = { language, voice: voice ?? voiceOf(clinic, language) };
    const pieces = this.voice.sound(text, voicing, format === 'mp3' ? 'mp3' : 'pcm', signal);
    const sound = await begun(pieces);
    await this.audit.record({ action: 'speech.make', details: { characters, format } });
    if (format === 'wav') return { type: TYPES.wav, sound: await wavOf(sound) };
    return { type: TYPES[format], sound: Readable.from(sound, { objectMode: false }) };
  }
}

/** The first piece is awaited, so that a failure to speak is an answer of its own and no sound that breaks off. */
async function begun(pieces: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next().catch(silent);
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await rest.next().catch(silent)) yield next.value;
    } finally {
      await rest.return?.();
    }
  })();
}

async function wavOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return writeWav(SOUND_RATE, pcmSamples(Buffer.concat(parts)));
}

function silent(cause: unknown): never {
  throw new AppError('unavailable', 'No voice answers now; try again.', {}, { cause });
}

function spent(): AppError {
  const now = new Date();
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return new AppError('rate_limited', 'The clinic has had as much spoken today as it allows.', {
    retryAfter: Math.max(1, Math.ceil((midnight - now.getTime()) / 1_000)),
  });
}
