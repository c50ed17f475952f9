import { asksForPerson, detectEmergency } from '@clinicall/language';

/** An agent that can answer has begun to by then: these words are answered by code, and wait for no model. */
const ANSWERED_BY_MS = 1_000;

/**
 * One who asks for a person, by key or by word, waits for nothing that hangs: where the agent does not begin to answer, because
 * a tool or the turn before is stuck, the call is put through without it. An emergency is not: its notice comes first.
 */
export class PersonWish {
  private since: number | undefined;

  /** @param words of the caller, to which an answer is being made. */
  told(words: string, now: number): void {
    this.since = asksForPerson(words) && !detectEmergency(words).emergency ? now : undefined;
  }

  /** Nobody has begun to answer it in time. True once. @param isAnswered something of an answer is there, or it is given up. */
  isOverdue(now: number, isAnswered: boolean): boolean {
    if (isAnswered) this.since = undefined;
    if (this.since === undefined || now - this.since < ANSWERED_BY_MS) return false;
    this.since = undefined;
    return true;
  }
}
