import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope } from '@clinicall/platform';
import { ConversationsRepository } from './conversations.repository';

const POLL_MS = 60;
const RENEW_MS = 3_000;
const PATIENCE_MS = 30_000;

/**
 * One turn at a time in a conversation: in order within this process, and by a lease in the database among instances.
 * No transaction is held while a model thinks; a dead instance's lease runs out by itself.
 */
@Injectable()
export class TurnOrder {
  private readonly tails = new Map<string, Promise<unknown>>();

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly scope: ClinicScope,
  ) {}

  /** @param work is given the version of the conversation's state, which nobody else changes meanwhile. */
  async inTurn<T>(conversationId: string, work: (version: number) => Promise<T>): Promise<T> {
    const key = `${this.scope.clinicId()}:${conversationId}`;
    const before = this.tails.get(key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.withLease(conversationId, work));
    const tail = mine.catch(() => undefined);
    this.tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    }
  }

  /** Resolves when no turn of this conversation is under way in this process. */
  async idle(conversationId: string): Promise<void> {
    await this.tails.get(`${this.scope.clinicId()}:${conversationId}`);
  }

  private async withLease<T>(conversationId: string, work: (version: number) => Promise<T>): Promise<T> {
    const token = randomUUID();
    const version = await this.wait(conversationId, token);
    const renewal = setInterval(
      () => void this.conversations.takeLease(conversationId, token).catch(() => undefined),
      RENEW_MS,
    );
    try {
      return await work(version);
    } finally {
      clearInterval(renewal);
      await this.conversations.endLease(conversationId, token).catch(() => undefined);
    }
  }

  private async wait(conversationId: string, token: string): Promise<number> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const version = await this.conversations.takeLease(conversationId, token);
      if (version !== undefined) return version;
      if (Date.now() > until) throw new AppError('unavailable', 'This conversation is busy elsewhere.');
      await sleep(POLL_MS);
    }
  }
}
