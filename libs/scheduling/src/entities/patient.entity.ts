import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('patients')
@Index('patients_birth_idx', ['clinicId', 'dateOfBirth'])
@Index('patients_name_idx', ['clinicId', 'nameKey', 'id'])
@Index('patients_merged_idx', ['clinicId', 'mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
@Check('patients_merge_check', `merged_into_id IS NULL OR merged_into_id <> id`)
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
  /** Set when the patient's data were erased: the row stays for the booking history and names nobody. */
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
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

/** Who a proxy is to the patient. */
export const PROXY_RELATIONS = [
  'parent',
  'guardian',
  'spouse',
  'child',
  'sibling',
  'carer',
  'power_of_attorney',
  'other',
] as const;
export type ProxyRelation = (typeof PROXY_RELATIONS)[number];

/** Somebody who may speak for the patient: a guardian, or a proxy the patient named. */
@Entity('patient_proxies')
@Index('patient_proxies_patient_idx', ['clinicId', 'patientId'])
@Index('patient_proxies_phone_idx', ['clinicId', 'phone'])
@Check(
  'patient_proxies_relation_check',
  `relation IN ('parent', 'guardian', 'spouse', 'child', 'sibling', 'carer', 'power_of_attorney', 'other')`,
)
@Check('patient_proxies_e164_check', `phone ~ '^\\+[1-9][0-9]{6,14}$'`)
@Check('patient_proxies_self_check', `proxy_patient_id <> patient_id`)
@ForeignKey(() => Patient, ['clinicId', 'patientId'], ['clinicId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Patient, ['clinicId', 'proxyPatientId'], ['clinicId', 'id'])
export class PatientProxy {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') patientId: string;
  @Column('text') name: string;
  @Column('text') relation: ProxyRelation;
  /** E.164. */
  @Column('text', { nullable: true }) phone: string | null;
  /** When the proxy is a patient of the clinic as well. */
  @Column('uuid', { nullable: true }) proxyPatientId: string | null;
  /** May book, move and cancel for the patient; false: may be told, no more. */
  @Column('boolean', { default: false }) mayAct: boolean;
  /** Last day it holds (YYYY-MM-DD), such as the day before a child comes of age; null: until taken back. */
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('timestamptz', { default: () => 'app.now()' }) createdAt: Date;
}

/** Two records found to be one person's, with what was moved, so that it can be taken back. */
@Entity('patient_merges')
@Index('patient_merges_standing_key', ['clinicId', 'sourceId'], { unique: true, where: 'undone_at IS NULL' })
@Check('patient_merges_two_check', `source_id <> target_id`)
@ForeignKey(() => Patient, ['clinicId', 'sourceId'], ['clinicId', 'id'])
@ForeignKey(() => Patient, ['clinicId', 'targetId'], ['clinicId', 'id'])
export class PatientMerge {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** The record that was given up. */
  @Column('uuid') sourceId: string;
  @Column('uuid') targetId: string;
  /** Table to the ids of its rows that changed hands. */
  @Column('jsonb') moved: Record<string, readonly string[]>;
  @Column('timestamptz', { default: () => 'app.now()' }) mergedAt: Date;
  @Column('text') mergedBy: string;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
  @Column('text', { nullable: true }) undoneBy: string | null;
}
