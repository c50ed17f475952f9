import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError } from './api-error';
import { Espeak } from './audio/espeak';
import { freshMp3, type Mp3Memory } from './audio/mp3-encoder';
import { SPEECH_RATE } from './audio/polish';
import { sentencesOf } from './audio/speakable';
import type { Spoken } from './audio/synthesizer.worker';
import { wavHeader } from './audio/wav';
import { clientGone } from './client-gone';
import { refusal, speechEngines, type SpeechEngines } from './speech-engines';
import { readSpeechRequest, type SpeechRequest } from './speech-request';

const BYTES_PER_SECOND = SPEECH_RATE * 2;

/** Sentence after sentence, each made while the one before is on its way. */
async function* spoken(engines: SpeechEngines, asked: SpeechRequest, signal: AbortSignal): AsyncGenerator<Buffer> {
  const sentences = sentencesOf(asked.input);
  const { voice, speed } = asked;
  const make = async (index: number, mp3: Mp3Memory | null): Promise<Spoken> => {
    const job = { text: sentences[index] ?? '', voice, speed, goesOn: index + 1 < sentences.length, mp3 };
    return engines.speaking.run(job, signal);
  };
  let next = sentences.length === 0 ? undefined : make(0, asked.format === 'mp3' ? freshMp3() : null);
  for (let index = 1; next !== undefined; index += 1) {
    const { bytes, mp3 } = await next;
    next = index < sentences.length ? make(index, mp3) : undefined;
    // It is awaited on the next turn; if the client goes before that, its failure is nobody's.
    next?.catch(() => undefined);
    if (bytes.length > 0) yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

async function checkSpanish({ voice }: SpeechRequest): Promise<void> {
  if (voice.engine === 'flite' || (await new Espeak().isThere())) return;
  const message =
    'This server speaks English only: Spanish needs the program espeak-ng on its PATH. Configure another text-to-speech provider, or install it.';
  throw new ApiError(400, message, 'language', 'language_not_supported');
}

/** The first piece is awaited before the status is sent, so that a failure to speak is a proper error. */
async function begin(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  try {
    const first = await pieces.next();
    return first.done === true ? Buffer.alloc(0) : first.value;
  } catch (error) {
    throw refusal(error);
  }
}

async function* joined(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* rest;
}

/** A wav's header states its length, which strict readers believe: it is sent when the last sentence is made. */
async function wavOf(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(piece);
  const pcm = Buffer.concat(parts);
  return Buffer.concat([wavHeader(SPEECH_RATE, pcm.length), pcm]);
}

async function speak(engines: SpeechEngines, body: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const asked = readSpeechRequest(body);
  const signal = clientGone(reply);
  await checkSpanish(asked);
  const pieces = spoken(engines, asked, signal);
  const first = await begin(pieces);
  const all = joined(first, pieces);
  if (asked.format === 'wav') return reply.type('audio/wav').send(await wavOf(all));
  const type = asked.format === 'mp3' ? 'audio/mpeg' : 'audio/pcm';
  return reply.type(type).send(Readable.from(all, { objectMode: false, highWaterMark: BYTES_PER_SECOND }));
}

/** POST /v1/audio/speech: pcm (24 kHz, 16 bit, mono, no header) or mp3 (64 kbit/s), streamed sentence by sentence, or a whole wav. */
export function registerSpeech(app: FastifyInstance): void {
  const engines = speechEngines(app);
  app.post('/v1/audio/speech', (request, reply) => speak(engines, request.body, reply));
}
