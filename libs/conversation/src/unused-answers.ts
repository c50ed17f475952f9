/** An answer of a model that was begun ahead and not used. It is paid all the same. */
export interface UnusedAnswer {
  /** Null when it was stopped before its provider was known. */
  readonly provider: string | null;
  readonly model: string | null;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

const MOST_CONVERSATIONS = 1_000;

/** Unused answers by conversation, until a turn counts them among its own. In this process: a call lives in one. */
export class UnusedAnswers {
  private readonly of = new Map<string, UnusedAnswer[]>();

  add(conversationId: string, answer: UnusedAnswer): void {
    const known = this.of.get(conversationId) ?? [];
    known.push(answer);
    this.of.set(conversationId, known);
    // The oldest belong to talks that ended without another turn.
    const [oldest] = this.of.keys();
    if (this.of.size > MOST_CONVERSATIONS && oldest !== undefined) this.of.delete(oldest);
  }

  /** Tokens since the last `take`. */
  tokensOf(conversationId: string): number {
    return tokensOf(this.of.get(conversationId) ?? []);
  }

  /** Those since the last time. */
  take(conversationId: string): readonly UnusedAnswer[] {
    const known = this.of.get(conversationId) ?? [];
    this.of.delete(conversationId);
    return known;
  }
}

/** In and out together. */
export function tokensOf(answers: readonly UnusedAnswer[]): number {
  return answers.reduce((sum, one) => sum + one.promptTokens + one.completionTokens, 0);
}
