import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitType } from './visit-type.entity';

/** A field of medicine as the clinic names it. */
@Entity('specialties')
@Index('specialties_name_key', ['clinicId', 'name'], { unique: true })
export class Specialty {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
}

/** A doctor (FHIR Practitioner). Sessions of another specialty name it on their schedule. */
@Entity('doctors')
@Index('doctors_specialty_idx', ['clinicId', 'specialtyId'])
@ForeignKey(() => Specialty, ['clinicId', 'specialtyId'], ['clinicId', 'id'])
export class Doctor {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') id: string;
  /** Without title: "Ruth Adler". */
  @Column('text') name: string;
  @Column('uuid') specialtyId: string;
  /** BCP 47 languages spoken with patients. */
  @Column('text', { array: true, default: [] }) languages: string[];
  @Column('boolean', { default: true }) active: boolean;
  @Column('boolean', { default: true }) acceptsNewPatients: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** Which visits a doctor gives, and how long they take with this doctor (null: the visit type's own minutes). */
@Entity('doctor_visit_types')
@Check('doctor_visit_types_minutes_check', `minutes BETWEEN 1 AND 1440`)
@ForeignKey(() => Doctor, ['clinicId', 'doctorId'], ['clinicId', 'id'])
@ForeignKey(() => VisitType, ['clinicId', 'visitTypeId'], ['clinicId', 'id'])
export class DoctorVisitType {
  @PrimaryColumn('uuid') clinicId: string;
  @PrimaryColumn('uuid') doctorId: string;
  @PrimaryColumn('uuid') visitTypeId: string;
  @Column('smallint', { nullable: true }) minutes: number | null;
}
