import { fold, places } from './fold';
import { likelyWish } from './likely-wish';
import { timeWords } from './time-words';
import { wishIn } from './wish-in';
import type { Vocabulary } from './words/vocabulary';

// A long text tells more than a wish: what happened, what stays as it is, what somebody else has.

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** What a statement is; `wish` for whatever is none of the others. */
type Part = 'wish' | 'told' | 'others' | 'stays';

function statementsOf(folded: string, { story }: Vocabulary): Statement[] {
  const cuts = places(folded, story.statements);
  const starts = [0, ...cuts.map((cut) => cut.end)];
  return starts
    .map((start, index) => ({ start, end: cuts[index]?.start ?? folded.length }))
    .map(({ start, end }) => ({ start, end, folded: folded.slice(start, end) }))
    .filter((one) => /[\p{L}\p{N}]/u.test(one.folded));
}

function partOf({ folded }: Statement, { story, frames, signals }: Vocabulary): Part {
  if (story.stays.test(folded)) return 'stays';
  if (story.others.test(folded)) return 'others';
  const wanted = story.wanted.test(folded) || frames.owned.test(folded) || signals.relative.test(folded);
  return !wanted && story.told.test(folded) ? 'told' : 'wish';
}

/** Something is wanted, or a time is named, in what is left. */
function tells(folded: string, words: Vocabulary): boolean {
  return wishIn(folded, words) !== null || timeWords(folded, words.time) !== null;
}

/** A visit that stands is to go or to be moved. */
function changes(core: string, words: Vocabulary): boolean {
  const folded = fold(core);
  const named = statementsOf(folded, words).map((one) => wishIn(one.folded, words));
  const likely = likelyWish(folded);
  const wanted = [...named, likely !== null && likely.chance >= LIKELY ? likely.kind : null];
  return wanted.includes('cancel') || wanted.includes('move');
}

/** Surer than this, likeness tells of a change. */
const LIKELY = 0.6;

/**
 * The text with the statements around a wish blanked, each character in its place: "I saw Dr. Patel in March", "my sister comes on
 * Thursday", "leave my Monday one". As it is where nothing would be left of the wish, and where a visit is to be changed, for then what is
 * told may be what tells which.
 */
export function withoutAsides(text: string, words: Vocabulary): string {
  const folded = fold(text);
  const statements = statementsOf(folded, words);
  if (statements.length < 2) return text;
  const parts = statements.map((one) => partOf(one, words));
  for (const [index, { start, folded: said }] of statements.entries()) {
    const before = statements[index - 1];
    const goesOn = before !== undefined && !/[.!?\n]/.test(folded.slice(before.end, start));
    if (goesOn && parts[index - 1] === 'others' && words.story.forThem.test(said)) parts[index] = 'others';
  }
  const left = (aside: readonly Part[]): string =>
    statements.reduce(
      (rest, { start, end }, index) =>
        aside.includes(parts[index] ?? 'wish')
          ? rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
          : rest,
      text,
    );
  const core = left(['told', 'others', 'stays']);
  const kept = changes(core, words) ? left(['others']) : core;
  return tells(fold(kept), words) ? kept : text;
}
