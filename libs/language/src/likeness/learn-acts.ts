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

const COURSE: Course = { rounds: 30, step: 0.6, cooling: 0.1, decay: 0.0004 };

interface Learnt {
  /** Parted by spaces, in the order of the weights. */
  readonly acts: string;
  readonly weights: Readonly<Record<string, string>>;
}

/** What words of one place of a talk are: the same sentences in the same order give the same weights, in hundredths by feature. */
export function learnActs(said: readonly Said[]): Learnt {
  const acts = [...new Set(said.map(({ act }) => act))].sort();
  const known = said.map(({ text, say = '', act }) => ({
    features: featuresOf(withOffered(fold(text), say)),
    label: acts.indexOf(act),
  }));
  return { acts: acts.join(' '), weights: learnSoftmax(known, acts.length, COURSE) };
}
