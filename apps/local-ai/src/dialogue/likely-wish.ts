import { likelyAct } from '@clinicall/language';
import type { LikelyWish } from './words/vocabulary';

export interface Likely {
  readonly kind: LikelyWish;
  /** 0 to 1. */
  readonly chance: number;
}

/** What folded words most likely want, by their likeness to what others have said first; null when hardly one of them is known. */
export function likelyWish(folded: string): Likely | null {
  const likely = likelyAct('open', folded);
  return likely === null ? null : { kind: likely.act as LikelyWish, chance: likely.chance };
}
