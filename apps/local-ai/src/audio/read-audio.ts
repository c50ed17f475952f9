import { fromALaw, fromMuLaw } from './g711';
import { fromPcm16, type Sound } from './sound';
import { readMp3 } from './mp3';
import { readWav, UnreadableAudio } from './wav';

/** A file as it came: its bytes, and what the sender calls it. */
export interface AudioFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

const TELEPHONE_RATE = 8000;
const PCM_RATE = 24_000;

const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;

/** A frame's eleven bits of sync, layer III. */
const isMp3 = (bytes: Buffer): boolean =>
  startsWith(bytes, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);

/** Formats without a mark of their own: only the name or the type tells. */
function readHeaderless({ bytes, name, type }: AudioFile): Sound | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (
    ['ulaw', 'mulaw', 'ul', 'mu', 'pcmu'].includes(ending) ||
    ['audio/basic', 'audio/pcmu', 'audio/x-mulaw'].includes(kind)
  ) {
    return { samples: fromMuLaw(bytes), rate: TELEPHONE_RATE };
  }
  if (['alaw', 'al', 'pcma'].includes(ending) || kind === 'audio/pcma')
    return { samples: fromALaw(bytes), rate: TELEPHONE_RATE };
  if (['pcm', 'raw'].includes(ending) || kind === 'audio/pcm') return { samples: fromPcm16(bytes), rate: PCM_RATE };
  return null;
}

/**
 * Sound of a wav, mp3 or raw telephone file. What the bytes are goes before what they are called.
 * @throws UnreadableAudio when it is none of these, or broken
 */
export function readAudio(file: AudioFile): Sound {
  const { bytes } = file;
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return readWav(bytes);
  const headerless = readHeaderless(file);
  if (headerless !== null) return headerless;
  if (isMp3(bytes)) return readMp3(bytes);
  throw new UnreadableAudio(
    'Invalid file format. Supported formats: wav, mp3, and raw 8 kHz µ-law (.ulaw, audio/basic).',
  );
}
