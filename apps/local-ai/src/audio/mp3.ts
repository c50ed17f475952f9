import type { Sound } from './sound';
import { UnreadableAudio } from './wav';

export function readMp3(bytes: Buffer): Sound {
  throw new UnreadableAudio(`mp3 ${bytes.length}`);
}
