import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('patients')
@Index('patients_birth_idx', ['clinicId', 'dateOfBirth'])
@Index('patients_name_idx', ['clinicId', 'nameKey', 'id'])
@ForeignKey(() => Patient, ['clinicId', 'mergedIntoId'], ['clinicId', 'id'])
export class Patient {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** The name folded for comparing: lower case, no accents, no titles. */
  @Column('text') nameKey: string;
  /** YYYY-MM-DD. */
  @Column('date') dateOfBirth: string;
  /** BCP 47. */
  @Column('text', { nullable: true }) language: string | null;
  /** May be texted and called about visits. */
  @Column('boolean', { default: true }) contactConsent: boolean;
  /** Set when this record was found to be somebody's second one. */
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'app.now()' }) createdAt: Date;
}

@Entity('patient_phones')
@Index('patient_phones_phone_idx', ['clinicId', 'phone'])
@Check('patient_phones_e164_check', `phone ~ '^\\+[1-9][0-9]{6,14}$'`)
@ForeignKey(() => Patient, ['clinicId', 'patientId'], ['clinicId', 'id'], { onDelete: 'CASCADE' })
export class PatientPhone {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') patientId: string;
  /** E.164. */
  @PrimaryColumn('text') phone: string;
  /** 1 is the number texts go to. */
  @Column('smallint', { default: 1 }) position: number;
  /** When a one-time code sent to it came back. */
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
}
