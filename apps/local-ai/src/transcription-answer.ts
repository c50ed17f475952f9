import { deflateSync } from 'node:zlib';
import type { HeardPart } from './audio/recognizer.worker';
import type { TranscriptionFormat } from './transcription-request';

/** What was heard in a whole file. */
export interface Transcript {
  readonly seconds: number;
  readonly language: 'en' | 'es';
  readonly parts: readonly HeardPart[];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const textOf = ({ parts }: Transcript): string =>
  parts
    .map((part) => part.text)
    .filter((text) => text !== '')
    .join(' ');

/** How far a text shrinks when compressed: above 2.4 it repeats itself (OpenAI's own rule for a failed segment). */
function compressionRatio(text: string): number {
  const bytes = Buffer.from(text);
  return bytes.length === 0 ? 0 : bytes.length / deflateSync(bytes).length;
}

/** A silent file is one empty segment, so that its no_speech_prob can be read. */
function segmentsOf({ parts }: Transcript): unknown[] {
  return parts.map((part, id) => ({
    id,
    seek: Math.round(part.start * 100),
    start: rounded(part.start, 2),
    end: rounded(part.end, 2),
    text: part.text === '' ? '' : ` ${part.text}`,
    tokens: part.tokens,
    temperature: 0,
    avg_logprob: rounded(part.averageLogProb, 4),
    compression_ratio: rounded(compressionRatio(part.text), 4),
    no_speech_prob: rounded(part.silence, 4),
  }));
}

function stamp(seconds: number, decimal: ',' | '.'): string {
  const at = new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
  return at.replace('.', decimal);
}

function subtitles({ parts }: Transcript, format: 'srt' | 'vtt'): string {
  const mark = format === 'srt' ? ',' : '.';
  const cues = parts
    .filter((part) => part.text !== '')
    .map((part, index) => {
      const times = `${stamp(part.start, mark)} --> ${stamp(part.end, mark)}\n${part.text}\n`;
      return format === 'srt' ? `${index + 1}\n${times}` : times;
    });
  return [...(format === 'vtt' ? ['WEBVTT\n'] : []), ...cues].join('\n') + '\n';
}

/** The body of the answer: an object for JSON, a string for the text formats. */
export function transcriptionBody(
  transcript: Transcript,
  format: TranscriptionFormat,
): string | Record<string, unknown> {
  const usage = { type: 'duration', seconds: Math.ceil(transcript.seconds) };
  if (format === 'srt' || format === 'vtt') return subtitles(transcript, format);
  if (format === 'text') return `${textOf(transcript)}\n`;
  if (format === 'json') return { text: textOf(transcript), usage };
  return {
    task: 'transcribe',
    language: transcript.language === 'en' ? 'english' : 'spanish',
    duration: rounded(transcript.seconds, 3),
    text: textOf(transcript),
    segments: segmentsOf(transcript),
    usage,
  };
}
