import { createHash } from 'node:crypto';

/** Somebody who looks for a time in a conversation, and may keep one. */
export interface Asker {
  readonly conversationId: string;
  /** E.164, when known: a caller keeps one time, whichever way they talk to the clinic. */
  readonly callerNumber?: string | null;
}

/** What a hold is kept under: the caller's number, which is not stored, or the conversation where it is withheld. */
export function callerKey({ conversationId, callerNumber }: Asker): string {
  return callerNumber == null ? conversationId : createHash('sha256').update(callerNumber).digest('hex');
}
