import type { Language } from '@clinicall/language';

/**
 * Brings a one-time code to a patient. Bound by messaging; called inside the transaction that stores the code, so an
 * implementation only queues the text. The code is never kept in an outbox, a log or a job's payload in the clear.
 */
export abstract class CodeSender {
  /** @param to E.164 number on file. @param code six digits. */
  abstract send(to: string, code: string, language: Language): Promise<void>;
}
