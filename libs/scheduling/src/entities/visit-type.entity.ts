import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A kind of visit, such as new patient or follow-up; its duration in minutes. */
@Entity('visit_types')
@Index('visit_types_name_key', ['clinicId', 'name'], { unique: true })
@Check('visit_types_minutes_check', `minutes BETWEEN 1 AND 1440`)
export class VisitType {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('smallint') minutes: number;
  @Column('boolean', { default: true }) active: boolean;
  @Column('integer', { default: 1 }) version: number;
}
