import { mergeWhen } from './time-words';
import { openOf, type Memory, type Wish } from './wishes';

/**
 * Looked for and nobody has an appointment: what was taken for a change of one, or a question after it, was a new one that is wanted, where a
 * doctor, a field or a time was named: "I get off at half past three, so I'd need four or later, with any of your family doctors".
 */
export function nothingThere(memory: Memory): void {
  for (const wish of [openOf(memory, 'move'), openOf(memory, 'cancel'), openOf(memory, 'list')]) {
    if (wish === undefined) continue;
    if (openOf(memory, 'book') === undefined && aimed(wish)) wish.kind = 'book';
    else wish.done = true;
  }
}

/** Takes what was said about the visit for what is wanted; false where that tells too little, or it was plainly to be cancelled. */
function aimed(wish: Wish): boolean {
  const [said] = wish.about.toReversed();
  const cancels = wish.about.some(({ folded, words }) =>
    words.wishes.some(([kind, pattern]) => kind === 'cancel' && pattern.test(folded)),
  );
  if (wish.kind === 'cancel' && cancels) return false;
  for (const clause of said?.clauses ?? []) {
    wish.specialty ??= clause.specialty ?? undefined;
    wish.doctor ??= clause.doctor ?? undefined;
    if (clause.when) wish.when = mergeWhen(clause.when, wish.when ?? {});
  }
  return wish.when !== undefined && ((wish.doctor ?? wish.specialty) !== undefined || wish.kind === 'move');
}
