import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A six-digit code sent to the number on file; kept as a keyed hash, good once and for ten minutes. */
@Entity('one_time_codes')
@Index('one_time_codes_conversation_idx', ['clinicId', 'conversationId'])
export class OneTimeCode {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  @Column('uuid') patientId: string;
  /** HMAC-SHA256 over conversation and code, hex: a plain hash of six digits is no secret. */
  @Column('text') codeHash: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}
