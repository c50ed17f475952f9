import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Logger } from '@clinicall/platform';
import { CallTimelinesRepository } from './call-timelines.repository';
import type { CallView, StreamTimeline } from './call-timelines.repository';
import type { CallRow } from './calls.repository';
import type { StreamRecord } from './call-watch';

export interface CallTimelineView {
  readonly call: CallView;
  readonly streams: readonly StreamTimeline[];
}

/** Keeps the timelines of calls without any call waiting for it, and gives them to staff. */
@Injectable()
export class CallTimelines {
  private readonly writing = new Set<Promise<void>>();

  constructor(
    private readonly timelines: CallTimelinesRepository,
    private readonly scope: ClinicScope,
    private readonly logger: Logger,
  ) {}

  /** Takes what a stream has come to, again and again; writes one at a time and leaves out what is old by then. */
  keeper(clinicId: string, call: CallRow): (record: StreamRecord) => void {
    let latest: StreamRecord | undefined;
    let busy = false;
    const write = async () => {
      for (busy = true; latest !== undefined;) {
        const record = latest;
        latest = undefined;
        await this.scope.run(clinicId, () => this.timelines.save(call.id, call.streams, record));
      }
    };
    return (record) => {
      latest = record;
      if (busy) return;
      const written: Promise<void> = write()
        .catch((error: unknown) => this.logger.warn('a call’s timeline could not be kept', { callId: call.id, error }))
        .finally(() => {
          busy = false;
          this.writing.delete(written);
        });
      this.writing.add(written);
    };
  }

  /** Resolves when what was given so far is written. */
  async settled(): Promise<void> {
    await Promise.all(this.writing);
  }

  async list(limit: number, conversationId?: string, cursor?: string): Promise<CallView[]> {
    return this.timelines.list(limit, conversationId, cursor);
  }

  /** @throws AppError `not_found`. */
  async read(callId: string): Promise<CallTimelineView> {
    const call = await this.timelines.call(callId);
    if (call === undefined) throw AppError.notFound('call');
    return { call, streams: await this.timelines.streams(callId) };
  }
}
