import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How we learned of it: a word of the list, a sentence, or the carrier's refusal (21610). */
export type OptOutSource = 'word' | 'sentence' | 'carrier';

/** A number that wants no texts from this clinic. Gone when it asks for them again; the audit keeps both. */
@Entity('opt_outs')
export class OptOut {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('text') phone: string;
  @Column('text') source: OptOutSource;
  @Column('timestamptz') optedOutAt: Date;
}
