import type { Language } from '@clinicall/language';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** All texts between one handset and one number of the clinic. Who holds the lease answers; the others wait. */
@Entity('text_threads')
@Index('text_threads_numbers_key', ['clinicId', 'patientNumber', 'clinicNumber'], { unique: true })
export class TextThread {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** E.164. */
  @Column('text') patientNumber: string;
  /** E.164. */
  @Column('text') clinicNumber: string;
  /** The latest conversation; it may have ended. */
  @Column('uuid', { nullable: true }) conversationId: string | null;
  /** What the latest conversation was held in. */
  @Column('text', { nullable: true }) language: Language | null;
  @Column('integer', { default: 0 }) textCount: number;
  @Column('timestamptz') lastTextAt: Date;
  /** Real time, so that a dead instance's lease runs out. */
  @Column('uuid', { nullable: true }) leaseToken: string | null;
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
}
