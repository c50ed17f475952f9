import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError } from './api-error';
import { Espeak } from './audio/espeak';
import { pieceOf, SPEECH_RATE } from './audio/polish';
import { sentencesOf } from './audio/speakable';
import { wavHeader } from './audio/wav';
import { clientGone } from './client-gone';
import { refusal, speechEngines, type SpeechEngines } from './speech-engines';
import { readSpeechRequest, type SpeechRequest } from './speech-request';

const BYTES_PER_SECOND = SPEECH_RATE * 2;
/** Between two sentences, beside the quiet at their edges. */
const GAP = Buffer.alloc(Math.round(0.06 * SPEECH_RATE) * 2);

/** Sentence after sentence, each made while the one before is on its way. */
async function* spoken(engines: SpeechEngines, asked: SpeechRequest, signal: AbortSignal): AsyncGenerator<Buffer> {
  const make = async (text: string): Promise<Buffer> => {
    const { pcm } = await engines.speaking.run({ text, voice: asked.voice, speed: asked.speed }, signal);
    return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  };
  const sentences = sentencesOf(asked.input);
  let next = sentences[0] === undefined ? undefined : make(sentences[0]);
  for (let index = 1; next !== undefined; index += 1) {
    const pcm = await next;
    const following = sentences[index];
    next = following === undefined ? undefined : make(following);
    // It is awaited on the next turn; if the client goes before that, its failure is nobody's.
    next?.catch(() => undefined);
    if (pcm.length === 0) continue;
    const goesOn = next === undefined || pieceOf(sentences[index - 1] ?? '') === 'clause';
    yield goesOn ? pcm : Buffer.concat([pcm, GAP]);
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
  return reply.type('audio/pcm').send(Readable.from(all, { objectMode: false, highWaterMark: BYTES_PER_SECOND }));
}

/** POST /v1/audio/speech: pcm (24 kHz, 16 bit, mono, no header), streamed sentence by sentence, or a whole wav. */
export function registerSpeech(app: FastifyInstance): void {
  const engines = speechEngines(app);
  app.post('/v1/audio/speech', (request, reply) => speak(engines, request.body, reply));
}
