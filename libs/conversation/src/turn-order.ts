import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import { ConversationsRepository } from './conversations.repository';

const POLL_MS = 60;
const RENEW_MS = 3_000;
const PATIENCE_MS = 30_000;

/** The right to answer, while it is had. */
export interface Lease {
  readonly token: string;
  /** Of the conversation's state, which nobody else changes meanwhile. */
  readonly version: number;
  /** Given back together with the last that was written: nothing is left to do. */
  released: boolean;
}

/** What a turn asks for together with its right to answer. */
interface Beginning<Seen, Begun> {
  /** What `work` has to know; asked in the round trip that takes the lease. */
  readonly look?: (() => Promise<Seen>) | undefined;
  /**
   * Takes the lease with the turn's own first write. Undefined when that could not be, and nothing was written; then the
   * lease is waited for.
   */
  readonly take?: ((token: string) => Promise<Taken<Seen, Begun> | undefined>) | undefined;
}

interface Taken<Seen, Begun> {
  readonly version: number;
  readonly seen: Seen;
  readonly begun: Begun;
}

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
    private readonly database: Database,
  ) {}

  /** @param begin how the turn takes its lease: by itself, where it can; with what is asked in the same round trip, else. */
  async inTurn<T, Seen, Begun>(
    conversationId: string,
    begin: Beginning<Seen, Begun>,
    work: (lease: Lease, seen: Seen | undefined, begun: Begun | undefined) => Promise<T>,
  ): Promise<T> {
    const key = `${this.scope.clinicId()}:${conversationId}`;
    const before = this.tails.get(key) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.withLease(conversationId, begin, work));
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

  private async withLease<T, Seen, Begun>(
    conversationId: string,
    { look, take }: Beginning<Seen, Begun>,
    work: (lease: Lease, seen: Seen | undefined, begun: Begun | undefined) => Promise<T>,
  ): Promise<T> {
    const token = randomUUID();
    const taken = await take?.(token);
    const { version, seen } = taken ?? (await this.wait(conversationId, token, look));
    const lease: Lease = { token, version, released: false };
    const renewal = setInterval(() => {
      if (!lease.released) void this.conversations.takeLease(conversationId, token).catch(() => undefined);
    }, RENEW_MS);
    try {
      return await work(lease, seen, taken?.begun);
    } finally {
      clearInterval(renewal);
      if (!lease.released) await this.conversations.endLease(conversationId, token).catch(() => undefined);
    }
  }

  private async wait<Seen>(
    conversationId: string,
    token: string,
    look: (() => Promise<Seen>) | undefined,
  ): Promise<{ version: number; seen: Seen | undefined }> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const [version, seen] = await this.database.transaction(async (last) => {
        const taken = this.conversations.takeLease(conversationId, token);
        const seen = look?.() ?? Promise.resolve(undefined);
        last();
        return Promise.all([taken, seen]);
      });
      if (version !== undefined) return { version, seen };
      if (Date.now() > until) throw new AppError('unavailable', 'This conversation is busy elsewhere.');
      await sleep(POLL_MS);
    }
  }
}
