import { resample, writeWav } from '@clinicall/audio';
import { ProviderError } from '@clinicall/platform';
import OpenAI, { toFile } from 'openai';
import { SpeechToText } from '../ports/speech-to-text';
import type { Hearing, HearingOptions, Transcript } from '../ports/speech-to-text';
import { addressed } from './addressed';
import { asProviderError } from './openai-errors';
import type { SpeechProvider } from './speech-providers';

/** Recognisers want 16 kHz; the line has 8. */
const RATE = 16_000;

/** Nobody waits longer; one with others behind it is given up much earlier (failover-speech.ts). */
const ANSWER_MS = 20_000;
/** Behind this word local-ai is told whose name may be said. */
const PEOPLE = 'Callers:';
/** Names that guide one request; a hospital's whole staff would drown the rest. */
const MOST_HINTS = 100;

interface VerboseSegment {
  readonly avg_logprob?: number;
  readonly no_speech_prob?: number;
}

/** OpenAI's POST /audio/transcriptions, or anything that speaks it (Whisper, its successors, local-ai). */
export class OpenaiSpeechToText extends SpeechToText {
  private client: OpenAI | undefined;

  override readonly provider: string;

  constructor(private readonly address: SpeechProvider) {
    super();
    this.provider = address.name;
  }

  listen(options: HearingOptions): Hearing {
    return new HttpHearing((samples, signal) => this.transcribe(samples, options, signal));
  }

  private async transcribe(samples: Int16Array, options: HearingOptions, signal: AbortSignal): Promise<Transcript> {
    const { baseUrl, apiKey, model, name } = this.address;
    this.client ??= new OpenAI({ ...addressed(baseUrl, apiKey), maxRetries: 0, timeout: ANSWER_MS });
    // whisper-1 and local-ai say how sure they are; the gpt models answer in json alone.
    const verbose = !model.startsWith('gpt-');
    const names = options.hints.slice(0, MOST_HINTS);
    // Which patients a number has is nobody's business outside: the recogniser of this house alone is told.
    const people = name === 'local-ai' ? (options.people ?? []) : [];
    const prompt = names.join(', ').slice(0, 800) + (people.length > 0 ? `. ${PEOPLE} ${people.join('; ')}` : '');
    const wav = writeWav(RATE, resample(samples, 8_000, RATE));
    try {
      const answer: unknown = await this.client.audio.transcriptions.create(
        {
          file: await toFile(wav, 'speech.wav', { type: 'audio/wav' }),
          model,
          language: options.language,
          ...(model === 'gpt-transcribe' ? { keywords: names } : { prompt }),
          response_format: verbose ? 'verbose_json' : 'json',
        },
        { signal },
      );
      return readAnswer(answer);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw asProviderError(name, error);
    }
  }
}

/** Gathers an utterance and sends it whole each time it is asked for. */
class HttpHearing implements Hearing {
  private readonly pieces: Int16Array[] = [];

  constructor(private readonly transcribe: (samples: Int16Array, signal: AbortSignal) => Promise<Transcript>) {}

  write(samples: Int16Array): void {
    this.pieces.push(samples);
  }

  transcript(signal: AbortSignal): Promise<Transcript> {
    const samples = new Int16Array(this.pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of this.pieces) {
      samples.set(piece, at);
      at += piece.length;
    }
    return this.transcribe(samples, signal);
  }

  close(): void {
    this.pieces.length = 0;
  }
}

/** Words and how sure the recogniser is of them. A segment that is probably no speech says nothing (Whisper invents there). */
export function readAnswer(answer: unknown): Transcript {
  const { text, segments } = answer as { text?: unknown; segments?: VerboseSegment[] };
  if (typeof text !== 'string') throw new ProviderError('speech-to-text', false, 'the answer has no text');
  if (segments === undefined || segments.length === 0) return { text: text.trim() };
  const silent = segments.every(({ no_speech_prob: none = 0, avg_logprob: sure = 0 }) => none > 0.6 && sure < -1);
  const mean = segments.reduce((sum, segment) => sum + (segment.avg_logprob ?? 0), 0) / segments.length;
  return { text: silent ? '' : text.trim(), confidence: Math.exp(mean) };
}
