import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimelineEntry } from '../call-timeline';

/** What happened in one stream of a call: who spoke when, decisions, providers. Codes and milliseconds, no words. */
@Entity('call_timelines')
@Check('call_timelines_entries_check', 'jsonb_array_length(entries) <= 600')
export class CallTimelineRow {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') callId: string;
  /** 1 for the call's first stream; more when it came back. */
  @PrimaryColumn('smallint') stream: number;
  @Column('jsonb') entries: TimelineEntry[];
  /** Entries for which there was no room. */
  @Column('integer') dropped: number;
  @Column('integer') durationMs: number;
  @Column('timestamptz') updatedAt: Date;
}
