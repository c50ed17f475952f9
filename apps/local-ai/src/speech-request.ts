import { ApiError } from './api-error';
import { voiceFor, type Voice } from './audio/voices';
import { isMembers, missing, type Members, wrongType } from './members';

export type SpeechFormat = 'pcm' | 'wav' | 'mp3';

/** What POST /v1/audio/speech asks for, checked. */
export interface SpeechRequest {
  readonly input: string;
  readonly voice: Voice;
  readonly format: SpeechFormat;
  readonly speed: number;
}

// CreateSpeechRequest in OpenAI's published description, and `language`, ours: it picks the Spanish voice whatever `voice` says.
const known = new Set([
  'model',
  'input',
  'instructions',
  'voice',
  'response_format',
  'speed',
  'stream_format',
  'language',
]);
const LONGEST_INPUT = 4096;

function text(body: Members, name: string): string {
  const value = body[name];
  if (value === undefined || value === null) throw missing(name);
  if (typeof value !== 'string') throw wrongType(name, 'a string', value);
  return value;
}

function optionalText(body: Members, name: string): string | null {
  return body[name] === undefined || body[name] === null ? null : text(body, name);
}

/** A name, or a custom voice {id}. */
function voiceName(body: Members): string {
  const { voice } = body;
  return isMembers(voice) ? text(voice, 'id') : text(body, 'voice');
}

function input(body: Members): string {
  const value = text(body, 'input');
  if (value.trim() === '') {
    throw new ApiError(
      400,
      "Invalid 'input': empty string. Expected a string with minimum length 1.",
      'input',
      'empty_string',
    );
  }
  if (value.length <= LONGEST_INPUT) return value;
  const message = `Invalid 'input': string too long. Expected a string with maximum length ${LONGEST_INPUT}, but got a string with length ${value.length} instead.`;
  throw new ApiError(400, message, 'input', 'string_above_max_length');
}

function format(body: Members): SpeechFormat {
  // OpenAI's default is mp3; here it is wav, which costs nothing to make and loses nothing, and its Content-Type says so.
  const value = optionalText(body, 'response_format') ?? 'wav';
  if (value === 'pcm' || value === 'wav' || value === 'mp3') return value;
  const message = `Unsupported value: 'response_format' is '${value.slice(0, 20)}', and this server speaks 'pcm' (24 kHz, 16 bit, mono), 'wav' and 'mp3' only.`;
  throw new ApiError(400, message, 'response_format', 'unsupported_value');
}

function speed(body: Members): number {
  const value = body['speed'] ?? 1;
  if (typeof value !== 'number') throw wrongType('speed', 'a decimal', value);
  if (value >= 0.25 && value <= 4) return value;
  throw new ApiError(
    400,
    `Invalid 'speed': expected a value between 0.25 and 4, but got ${value} instead.`,
    'speed',
    'invalid_value',
  );
}

/** @throws ApiError with OpenAI's status, code and param */
export function readSpeechRequest(body: unknown): SpeechRequest {
  if (!isMembers(body)) throw wrongType('body', 'an object', body);
  const unknown = Object.keys(body).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new ApiError(
      400,
      `Unrecognized request argument supplied: ${unknown.slice(0, 60)}`,
      unknown.slice(0, 60),
      'unknown_parameter',
    );
  }
  text(body, 'model');
  if ((optionalText(body, 'stream_format') ?? 'audio') !== 'audio') {
    throw new ApiError(
      400,
      "Unsupported value: 'stream_format' must be 'audio' on this server.",
      'stream_format',
      'unsupported_value',
    );
  }
  return {
    input: input(body),
    voice: voiceFor(voiceName(body), optionalText(body, 'language')),
    format: format(body),
    speed: speed(body),
  };
}
