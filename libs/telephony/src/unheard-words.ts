import { clausesOf } from './clauses';

/** A reply on its way to the caller's ear. */
export interface SpokenReply {
  /** The agent's sayings so far, in order. */
  readonly given: readonly string[];
  /** Clauses of them that were heard to their end. */
  readonly heard: readonly string[];
}

const SENTENCE_END = /[.!?…]["')\]]*$/;

/**
 * What the caller has still to hear of a reply, from the beginning of the sentence that was cut; empty when they have heard all.
 * @param whole the reply as it was written down in the end; the agent may have come no further than `given`.
 */
export function unheardWords({ given, heard }: SpokenReply, whole = given.join(' ')): string {
  const clauses = given.flatMap((text) => clausesOf(text));
  const missing = firstMissing(clauses, heard);
  const [said, written] = [plain(given.join(' ')), plain(whole)];
  if (!written.startsWith(said)) return missing === 0 ? written : fromSentence(clauses, missing);
  const rest = written.slice(said.length).trim();
  return [fromSentence(clauses, missing), rest].filter((part) => part !== '').join(' ');
}

/** The place of the first clause that is not among those heard; both are in order. */
function firstMissing(clauses: readonly string[], heard: readonly string[]): number {
  let at = 0;
  for (const clause of heard) if (clause === clauses[at]) at += 1;
  return at;
}

function fromSentence(clauses: readonly string[], missing: number): string {
  let from = missing;
  if (from === clauses.length) return '';
  while (from > 0 && !SENTENCE_END.test(clauses[from - 1] ?? '')) from -= 1;
  return clauses.slice(from).join(' ');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
