import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Opening hours of one weekday in the clinic's wall time; weekday 1 is Monday (ISO 8601). */
export interface OpeningHours {
  readonly weekday: number;
  /** HH:mm */
  readonly opens: string;
  /** HH:mm */
  readonly closes: string;
}

/** What a clinic may set; every key has a default in clinic-settings.ts. */
export type ClinicSettings = Readonly<Record<string, unknown>>;

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
  @Column('jsonb', { default: {} }) settings: ClinicSettings;
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
}
