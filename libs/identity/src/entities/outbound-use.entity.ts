import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One counter of one day (UTC): of the whole clinic, or of one number. */
@Entity('outbound_use')
@Check('outbound_use_used_check', 'used >= 0')
export class OutboundUse {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('date') onDay: string;
  /** text, code, call; spend, in ten-thousandths of the carrier's currency; alert, one for each limit that was reached. */
  @PrimaryColumn('text') kind: string;
  /** Keyed hash of the number, because a counter needs no number; empty for the whole clinic. */
  @PrimaryColumn('text') numberKey: string;
  @Column('bigint', { default: 0 }) used: string;
}
