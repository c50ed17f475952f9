import type { Scene } from './steps';
import { vocabularies } from './understand';
import type { SentenceKey } from './words/vocabulary';

/** Whether our own last words, in either language, held this sentence: the engine keeps no other note of it. */
export function askedByUs(scene: Scene, key: SentenceKey): boolean {
  const before = scene.turns.at(-2)?.said.join(' ') ?? '';
  return Object.values(vocabularies).some((words) => before.includes(words.sentences[key]));
}
