import { Injectable } from '@nestjs/common';
import { Environment } from '@clinicall/platform';
import { connectToPerson } from './tools/transfer-to-person';
import type { Turn } from './turn';
import type { SaidTurn } from './turn-log.repository';

/** What has no more tokens: this turn, or the whole conversation. */
export type Spent = 'turn' | 'conversation';

/**
 * How many tokens a turn and a conversation may use (TOKENS_PER_TURN, TOKENS_PER_CONVERSATION; in and out together). Asked
 * before each request, so that the last one may go over by its own size. What is decided by code, emergencies and a
 * person first, costs none and goes on.
 */
@Injectable()
export class TokenBudget {
  private readonly perTurn: number;
  private readonly perConversation: number;

  constructor({ values }: Environment) {
    this.perTurn = values.TOKENS_PER_TURN;
    this.perConversation = values.TOKENS_PER_CONVERSATION;
  }

  spent({ work, tokensBefore }: Turn): Spent | undefined {
    if (tokensBefore + work.tokens >= this.perConversation) return 'conversation';
    return work.tokens - work.unusedTokens >= this.perTurn ? 'turn' : undefined;
  }

  /**
   * Whether an answer may be begun ahead. Guesses use up the conversation's tokens, never those of the turn's own answer:
   * at half a turn's worth of guesses in vain there are no more of them.
   */
  mayGuess({ tokensBefore }: Turn, unusedTokens: number): boolean {
    return unusedTokens < this.perTurn / 2 && tokensBefore + unusedTokens < this.perConversation;
  }

  /** Says so, and opens a way out: for the turn, one thing at a time or a person; for the conversation, a person. */
  async wayOut(turn: Turn, spent: Spent): Promise<void> {
    const { context, output } = turn;
    turn.guards.push({ guard: 'budget', action: 'refused', reason: `the ${spent} has used up its tokens`, text: null });
    if (spent === 'turn') {
      // What code has said of an act already stands, and so does its question.
      if (output.codeSpoke) return;
      output.code(context.say('budget.turn'), true);
      context.offerPerson();
      return;
    }
    output.code(context.say('budget.conversation'), false);
    // Once in a conversation: whoever writes on has their task already.
    if (context.state.outcomes.some((one) => one.kind === 'transferring')) return;
    const say = await connectToPerson('the conversation has used up its tokens', context);
    output.code(say, say.endsWith('?'));
  }
}

/** Tokens of the turns so far, counted where the provider did and estimated elsewhere. */
export function tokensOf(turns: readonly SaidTurn[]): number {
  return turns.reduce((sum, { meta, promptTokens, completionTokens }) => {
    const noted = meta['tokens'];
    return sum + (typeof noted === 'number' ? noted : (promptTokens ?? 0) + (completionTokens ?? 0));
  }, 0);
}
