import { fold } from '../words';
import { featuresOf } from './features';
import { learnSoftmax } from './learn-softmax';
import type { Course } from './learn-softmax';
import { withOffered } from './offered-words';

export interface Said {
  readonly text: string;
  /** The offer that it answers. */
  readonly say?: string;
  readonly act: string;
}

export const COURSE: Course = { rounds: 30, step: 0.6, cooling: 0.1, decay: 0.0004 };

interface Learnt {
  /** Parted by spaces, in the order of the weights. */
  readonly acts: string;
  readonly weights: Readonly<Record<string, string>>;
}

/** What a sentence is learnt by. */
export function seenIn({ text, say = '' }: Pick<Said, 'text' | 'say'>): string[] {
  return featuresOf(withOffered(fold(text), say));
}

/** What words of one place of a talk are: the same sentences in the same order give the same weights, in hundredths by feature. */
export function learnActs(said: readonly Said[]): Learnt {
  const acts = [...new Set(said.map(({ act }) => act))].sort();
  const known = said.map((one) => ({ features: seenIn(one), label: acts.indexOf(one.act) }));
  return { acts: acts.join(' '), weights: learnSoftmax(known, acts.length, COURSE) };
}
