export interface CallerText {
  readonly conversationId: string;
  /** What the caller was to hear. */
  readonly words: string;
  /** One text a key, ever. */
  readonly onceKey: string;
}

/** Brings words by text to a caller whose line is gone. Bound by messaging. */
export abstract class CallerTexts {
  /**
   * Called inside the transaction in which it is decided, so an implementation only queues. From then on it stands for
   * the words: what cannot be delivered becomes a task to call back.
   * @returns false when this caller may not be texted: no number, no consent, silence asked for, another's telephone.
   */
  abstract tell(text: CallerText): Promise<boolean>;
}
