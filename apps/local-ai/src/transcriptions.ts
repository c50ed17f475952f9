import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './api-error';
import { clientGone } from './client-gone';
import { refusal, speechEngines, type SpeechEngines } from './speech-engines';
import { transcriptionBody } from './transcription-answer';
import { LARGEST_FILE, readTranscriptionRequest } from './transcription-request';

/** The file, and room for the form's other fields. */
const LARGEST_BODY = LARGEST_FILE + 256 * 1024;

/** `low` for sound that nobody waits for on the telephone; it stops for the rest. Ours, beside OpenAI's API. */
const PRIORITY = 'x-clinicall-priority';

const notForm = (): ApiError =>
  new ApiError(
    400,
    'We could not parse your request. (HINT: the body must be multipart/form-data with the parts file and model.)',
  );

/** The form's fields, by the platform's own parser. */
async function formOf(request: FastifyRequest): Promise<FormData> {
  if (!Buffer.isBuffer(request.body)) throw notForm();
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  try {
    return await new Response(new Uint8Array(request.body), { headers }).formData();
  } catch {
    throw notForm();
  }
}

function checkLanguage(engines: SpeechEngines, language: 'en' | 'es'): void {
  if (language === 'en' || engines.spanish) return;
  const message =
    'This server recognises English only: for Spanish set OFFLINE_STT_ES_DIR to a model of your own, or configure another speech-to-text provider.';
  throw new ApiError(400, message, 'language', 'language_not_supported');
}

async function transcribe(engines: SpeechEngines, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const signal = clientGone(reply);
  const { bytes, name, type, language, prompt, format } = await readTranscriptionRequest(await formOf(request));
  checkLanguage(engines, language);
  const heard = await engines.listening
    .run({ bytes, name, type, language, prompt }, signal, request.headers[PRIORITY] === 'low')
    .catch((error: unknown) => {
      throw refusal(error);
    });
  if (!heard.ok) throw new ApiError(400, heard.message, 'file', 'invalid_value');
  const body = transcriptionBody({ seconds: heard.seconds, language, parts: heard.parts }, format);
  return reply.type(typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json').send(body);
}

/** POST /v1/audio/transcriptions: wav, mp3 or raw µ-law in; json, verbose_json, text, srt or vtt out. */
export function registerTranscriptions(app: FastifyInstance): void {
  const engines = speechEngines(app);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(notForm()));
    scope.post('/v1/audio/transcriptions', { bodyLimit: LARGEST_BODY }, (request, reply) =>
      transcribe(engines, request, reply),
    );
    done();
  });
}
