import { writeWav } from '@clinicall/audio';

const RATE = 8_000;
/** Hz; a slow rising and falling chord, quiet enough for a telephone. */
const NOTES = [262, 330, 392, 523, 392, 330, 294, 349, 440, 587, 440, 349];
const NOTE_SECONDS = 1;
const LOUDNESS = 2_200;

let made: Buffer | undefined;

/** Twelve seconds of our own music for those who wait, WAV at 8 kHz: nobody's composition, nobody's licence. */
export function holdMusic(): Buffer {
  made ??= writeWav(RATE, Int16Array.from({ length: NOTES.length * NOTE_SECONDS * RATE }, sample));
  return made;
}

function sample(_unused: unknown, index: number): number {
  const at = index / RATE;
  const inNote = at % NOTE_SECONDS;
  const note = NOTES[Math.floor(at / NOTE_SECONDS)] ?? 262;
  const fade = Math.min(1, inNote * 8, (NOTE_SECONDS - inNote) * 4);
  const tone = (hertz: number) => Math.sin(2 * Math.PI * hertz * at);
  return Math.round(LOUDNESS * fade * (tone(note) + 0.4 * tone(note * 1.5) + 0.3 * tone(note / 2)));
}
