import { ApiError } from './api-error';
import { missing } from './members';

export const TRANSCRIPTION_FORMATS = ['json', 'text', 'verbose_json', 'srt', 'vtt'] as const;
export type TranscriptionFormat = (typeof TRANSCRIPTION_FORMATS)[number];

/** What POST /v1/audio/transcriptions asks for, checked. */
export interface TranscriptionRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly type: string;
  readonly language: 'en' | 'es';
  readonly prompt: string;
  readonly format: TranscriptionFormat;
}

/** OpenAI's limit on a file. */
export const LARGEST_FILE = 25 * 1024 * 1024;
const LONGEST_PROMPT = 8000;

// CreateTranscriptionRequest in OpenAI's published description; lists come as name[] or repeated.
const known = new Set(
  `file model language languages keywords prompt response_format temperature include stream timestamp_granularities chunking_strategy
  known_speaker_names known_speaker_references`.split(/\s+/),
);

function single(form: FormData, name: string): string | null {
  const value = form.get(name);
  if (value === null) return null;
  if (typeof value === 'string') return value;
  throw new ApiError(
    400,
    `Invalid type for '${name}': expected a string, but got a file instead.`,
    name,
    'invalid_type',
  );
}

function many(form: FormData, name: string): string[] {
  return [...form.getAll(name), ...form.getAll(`${name}[]`)].filter((value) => typeof value === 'string');
}

function file(form: FormData): File {
  const value = form.get('file');
  if (value === null) throw missing('file');
  if (typeof value === 'string')
    throw new ApiError(
      400,
      "Invalid type for 'file': expected a file, but got a string instead.",
      'file',
      'invalid_type',
    );
  if (value.size <= LARGEST_FILE) return value;
  throw new ApiError(
    413,
    `Maximum content size limit (${LARGEST_FILE}) exceeded (${value.size} bytes read)`,
    'file',
    'content_too_large',
  );
}

function format(form: FormData): TranscriptionFormat {
  const value = single(form, 'response_format') ?? 'json';
  const found = TRANSCRIPTION_FORMATS.find((one) => one === value);
  if (found !== undefined) return found;
  const message = `Unsupported value: 'response_format' is '${value.slice(0, 20)}'. Supported values are: ${TRANSCRIPTION_FORMATS.join(', ')}.`;
  throw new ApiError(400, message, 'response_format', 'unsupported_value');
}

function checkTemperature(form: FormData): void {
  const value = single(form, 'temperature');
  if (value === null) return;
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 1) return;
  throw new ApiError(400, "Invalid 'temperature': expected a number between 0 and 1.", 'temperature', 'invalid_value');
}

/** English unless asked otherwise; the first known one of `languages`. */
function language(form: FormData): 'en' | 'es' {
  const asked = [single(form, 'language') ?? [], many(form, 'languages')].flat();
  const names: Record<string, 'en' | 'es'> = { en: 'en', english: 'en', es: 'es', spanish: 'es' };
  const base = asked.map((name) => name.trim().toLowerCase().split(/[-_]/)[0] ?? '');
  const found = base.map((name) => names[name]).find((name) => name !== undefined);
  if (found !== undefined || base.every((name) => name === '')) return found ?? 'en';
  const message = `This server does not recognise the language '${(asked[0] ?? '').slice(0, 20)}': it hears English, and Spanish where a model is configured.`;
  throw new ApiError(400, message, 'language', 'language_not_supported');
}

function checkNames(form: FormData): void {
  for (const name of form.keys()) {
    if (known.has(name.replace(/\[\]$/, ''))) continue;
    throw new ApiError(
      400,
      `Unrecognized request argument supplied: ${name.slice(0, 60)}`,
      name.slice(0, 60),
      'unknown_parameter',
    );
  }
}

function prompt(form: FormData): string {
  // gpt-transcribe has keywords for what older models are told in the prompt.
  return [single(form, 'prompt') ?? '', ...many(form, 'keywords')].join(', ').slice(0, LONGEST_PROMPT);
}

/** @throws ApiError with OpenAI's status, code and param */
export async function readTranscriptionRequest(form: FormData): Promise<TranscriptionRequest> {
  checkNames(form);
  const upload = file(form);
  if ((single(form, 'model') ?? '') === '') throw missing('model');
  checkTemperature(form);
  if (single(form, 'stream') === 'true') {
    throw new ApiError(400, "Unsupported value: 'stream' must be false on this server.", 'stream', 'unsupported_value');
  }
  return {
    bytes: new Uint8Array(await upload.arrayBuffer()),
    name: upload.name,
    type: upload.type,
    language: language(form),
    prompt: prompt(form),
    format: format(form),
  };
}
