import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv2020 from 'ajv/dist/2020';
import { readWav } from '@clinicall/audio';
import { OpenaiSpeechToText } from './openai-speech-to-text';
import { OpenaiTextToSpeech } from './openai-text-to-speech';
import { speechHealth } from '../speech-health';
import type { SpeechProvider } from './speech-providers';

const specs = process.env['CLINICALL_SPECS_DIR'];
if (!specs)
  process.stderr.write(
    'CLINICALL_SPECS_DIR is not set: our speech requests are NOT checked against the OpenAI description.\n',
  );

/** The errors of a request in the eyes of OpenAI's description; null when it has none. */
function judge(kind: 'CreateTranscriptionRequest' | 'CreateSpeechRequest', request: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({
    $id: 'openai.json',
    ...JSON.parse(readFileSync(`${specs ?? ''}/openai-chat-audio.strict.json`, 'utf8')),
  });
  const validate = ajv.compile({ $ref: `openai.json#/components/schemas/${kind}` });
  return validate(request) ? null : validate.errors;
}

interface Sent {
  readonly path: string;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: Buffer;
}

/** What really goes over the wire, for a server that refuses it after reading. */
async function sent(use: (baseUrl: string) => Promise<unknown>): Promise<Sent> {
  let seen: Sent | undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { 'content-type': contentType = '', authorization = '' } = request.headers;
      seen = { path: request.url ?? '', contentType, authorization, body: Buffer.concat(parts) };
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await expect(use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)).rejects.toThrow('answered 400');
  server.closeAllConnections();
  server.close();
  if (seen === undefined) throw new Error('Nothing was sent.');
  return seen;
}

const provider = (baseUrl: string, model: string, name = 'here'): SpeechProvider => ({
  name,
  baseUrl,
  apiKey: 'a-key',
  model,
  voice: 'alloy',
});

/** The fields of a multipart form, the file as the text that stands for it; a field named `x[]` is a list. */
async function formOf({ body, contentType }: Sent): Promise<{ fields: Record<string, unknown>; file: File }> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const text = typeof value === 'string' ? value : value.name;
    if (name.endsWith('[]'))
      fields[name.slice(0, -2)] = [...((fields[name.slice(0, -2)] as string[] | undefined) ?? []), text];
    else fields[name] = text;
  }
  return { fields, file: form.get('file') as File };
}

async function transcription(model: string, name?: string): Promise<Sent> {
  return sent((baseUrl) => {
    const hearing = new OpenaiSpeechToText(provider(baseUrl, model, name)).listen({
      language: 'en',
      hints: ['Dr. Ruth Adler', 'Cardiology'],
      people: ['Jane Miller', 'Tom Miller'],
    });
    hearing.write(new Int16Array(800).fill(1_000));
    hearing.write(new Int16Array(800).fill(-1_000));
    return hearing.transcript(new AbortController().signal);
  });
}

async function speech(text: string): Promise<Sent> {
  return sent(async (baseUrl) => {
    const voice = new OpenaiTextToSpeech(provider(baseUrl, 'gpt-4o-mini-tts'));
    for await (const samples of voice.speak(text, { language: 'en' }, new AbortController().signal)) return samples;
    return undefined;
  });
}

describe('names of a number’s patients', () => {
  const promptOf = async (name: string) =>
    (await formOf(await transcription('whisper-1', name))).fields['prompt'] as string;

  it('are told to the recogniser of this house, and to no other', async () => {
    expect(await promptOf('local-ai')).toBe('Dr. Ruth Adler, Cardiology. Callers: Jane Miller; Tom Miller');
    expect(await promptOf('stt provider')).toBe('Dr. Ruth Adler, Cardiology');
  });
});

(specs ? describe : describe.skip)('our speech requests, by OpenAI’s published description', () => {
  it.each(['whisper-1', 'gpt-4o-mini-transcribe', 'gpt-transcribe', 'local-stt'])(
    'transcriptions are right for %s',
    async (model) => {
      const request = await transcription(model);
      expect(request).toMatchObject({ path: '/v1/audio/transcriptions', authorization: 'Bearer a-key' });
      const { fields } = await formOf(request);
      expect(judge('CreateTranscriptionRequest', fields)).toBeNull();
      expect(fields).toMatchObject({ model, language: 'en' });
      const hinted = model === 'gpt-transcribe' ? fields['keywords'] : fields['prompt'];
      expect(String(hinted)).toContain('Ruth Adler');
    },
  );

  it('speech is right, and asks for pcm', async () => {
    const request = await speech('Dr. Adler has 3:00 PM.');
    expect(request).toMatchObject({ path: '/v1/audio/speech', authorization: 'Bearer a-key' });
    const body = JSON.parse(request.body.toString('utf8')) as object;
    expect(judge('CreateSpeechRequest', body)).toBeNull();
    expect(body).toMatchObject({ response_format: 'pcm', input: 'Dr. Adler has 3:00 PM.' });
  });

  it('speech for a file is right, and asks for mp3 with the voice that is wished', async () => {
    const request = await sent(async (baseUrl) => {
      const voice = new OpenaiTextToSpeech(provider(baseUrl, 'gpt-4o-mini-tts'));
      const sound = voice.sound('Hello.', { language: 'en', voice: 'verse' }, 'mp3', new AbortController().signal);
      for await (const bytes of sound) return bytes;
      return undefined;
    });
    const body = JSON.parse(request.body.toString('utf8')) as object;
    expect(judge('CreateSpeechRequest', body)).toBeNull();
    expect(body).toMatchObject({ response_format: 'mp3', input: 'Hello.', voice: 'verse' });
  });

  it('would be found wrong without a file or a voice, and with a field that does not exist', async () => {
    const { fields } = await formOf(await transcription('whisper-1'));
    expect(judge('CreateTranscriptionRequest', { ...fields, langauge: 'en' })).not.toBeNull();
    expect(judge('CreateTranscriptionRequest', { model: 'whisper-1' })).not.toBeNull();
    expect(judge('CreateSpeechRequest', { model: 'tts-1', input: 'Hello' })).not.toBeNull();
  });
});

describe('the sound that is sent to be transcribed', () => {
  it('is a 16 kHz WAV of all that was written', async () => {
    const { file } = await formOf(await transcription('whisper-1'));
    expect(file.name).toBe('speech.wav');
    const { rate, samples } = readWav(Buffer.from(await file.arrayBuffer()));
    expect([rate, samples.length]).toEqual([16_000, 3_200]);
  });
});

describe('an Azure deployment', () => {
  it('is asked at its own path, with its version and its key where it wants them', async () => {
    const seen: { url?: string; key?: unknown; bearer?: unknown }[] = [];
    const server = createServer((request, response) => {
      request.resume();
      seen.push({ url: request.url, key: request.headers['api-key'], bearer: request.headers.authorization });
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openai/deployments/whisper`;
    const azure = provider(`${base}?api-version=2024-10-21`, 'whisper-1');
    const signal = new AbortController().signal;
    const hearing = new OpenaiSpeechToText(azure).listen({ language: 'en', hints: [] });
    hearing.write(new Int16Array(800));
    await expect(hearing.transcript(signal)).rejects.toThrow('answered 400');
    const speaking = new OpenaiTextToSpeech(azure).sound('Hello', { language: 'en' }, 'pcm', signal);
    await expect(speaking[Symbol.asyncIterator]().next()).rejects.toThrow('answered 400');
    await speechHealth('speech-to-text', [azure])();
    server.closeAllConnections();
    server.close();
    expect(seen).toEqual(
      ['audio/transcriptions', 'audio/speech', 'models'].map((path) => ({
        url: `/openai/deployments/whisper/${path}?api-version=2024-10-21`,
        key: 'a-key',
        bearer: undefined,
      })),
    );
  });
});
