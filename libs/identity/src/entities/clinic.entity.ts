import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Opening hours of one weekday in the clinic's wall time; weekday 1 is Monday (ISO 8601). */
export interface OpeningHours {
  readonly weekday: number;
  /** HH:mm */
  readonly opens: string;
  /** HH:mm */
  readonly closes: string;
}

/** A clinic: the tenant. */
@Entity('clinics')
export class Clinic {
  @PrimaryColumn('uuid') clinicId: string;
  @Column('text') name: string;
  /** IANA zone of the clinic's wall time. */
  @Column('text') timezone: string;
  /** ISO 3166-1 alpha-2. */
  @Column('text') country: string;
  /** BCP 47 primary language spoken first. */
  @Column('text') language: string;
  /** E.164 numbers that route to this clinic; the first one is shown and sends texts. */
  @Column('text', { array: true }) phones: string[];
  @Column('text', { nullable: true }) transferNumber: string | null;
  @Column('jsonb') hours: OpeningHours[];
  @Column('jsonb', { default: {} }) settings: Record<string, unknown>;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** An answer the clinic gives to a question, in the clinic's own words. */
@Entity('faq_entries')
export class FaqEntry {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') question: string;
  @Column('text') answer: string;
  @Column('text') language: string;
  @Column('integer', { default: 1 }) version: number;
}

/** The clinic as it was from one change to the next, and who made the change. Never changed, never deleted. */
@Entity('clinic_versions')
export class ClinicVersion {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('integer') version: number;
  /** See clinic-document.ts. */
  @Column('jsonb') document: Record<string, unknown>;
  @Column('text') actorKind: string;
  @Column('text') actorId: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) changedAt: Date;
}
