import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Health, Logger } from '@clinicall/platform';
import { CallSessions } from './call-sessions';
import { CallsService } from './calls.service';
import { CallsThread } from './thread/calls-thread';

/** Live calls may come to a moment of quiet within this; then they are handed over as they are. */
const PATIENCE_MS = 6_000;

/**
 * SIGTERM: the instance says that it is not ready, sends new calls elsewhere with an answer that works, and hands its
 * live ones over by the way every dropped stream takes. No caller is dropped, and nothing that was being written is lost.
 */
@Injectable()
export class CallDrain implements BeforeApplicationShutdown {
  private leaving = false;

  constructor(
    private readonly sessions: CallSessions,
    private readonly thread: CallsThread,
    private readonly calls: CallsService,
    private readonly logger: Logger,
    health: Health,
  ) {
    health.add('calls', () => Promise.resolve(this.leaving ? { down: 'calls: this instance is leaving' } : undefined));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    this.calls.sendElsewhere();
    await Promise.all([this.sessions.handOver(PATIENCE_MS), this.thread.handOver(PATIENCE_MS)]).catch(
      (error: unknown) => {
        this.logger.error('calls could not be handed over', { error });
      },
    );
  }
}
