import { Column, Entity, PrimaryColumn } from 'typeorm';

/** While it stands, nothing of the patient is let go. Gone when it is lifted; the audit keeps both. */
@Entity('legal_holds')
export class LegalHold {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') patientId: string;
  @Column('text') reason: string;
  @Column('text') placedBy: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) placedAt: Date;
}
