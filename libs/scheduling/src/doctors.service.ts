import { Injectable } from '@nestjs/common';
import { findNames } from '@clinicall/language';
import { AppError } from '@clinicall/platform';
import { DoctorsRepository } from './doctors.repository';
import type { DoctorView, SpecialtyView, VisitTypeView } from './doctors.repository';

export interface DoctorFilter {
  /** Name of the specialty, as the clinic writes it. */
  readonly specialty?: string;
  /** As somebody said it: titles, misspellings and first names alone are understood, the nearest come first. */
  readonly name?: string;
  /** BCP 47 primary language. */
  readonly language?: string;
}

/** Who can be seen. */
@Injectable()
export class DoctorsService {
  constructor(private readonly doctors: DoctorsRepository) {}

  async list(filter: DoctorFilter = {}): Promise<DoctorView[]> {
    const all = await this.doctors.active();
    const { specialty, language, name } = filter;
    const fit = all.filter(
      (doctor) =>
        (specialty === undefined || doctor.specialty.toLowerCase() === specialty.trim().toLowerCase()) &&
        (language === undefined || doctor.languages.includes(language)),
    );
    if (name === undefined) return fit;
    const found = findNames(name, [...new Set(fit.map((doctor) => doctor.name))]);
    return found.flatMap((match) => fit.filter((doctor) => doctor.name === match.name));
  }

  async specialties(): Promise<SpecialtyView[]> {
    return this.doctors.specialties();
  }

  async visitTypes(): Promise<VisitTypeView[]> {
    return this.doctors.visitTypes();
  }

  /** The id of a visit type by name or id. @throws AppError `validation_failed` naming `visitType`. */
  async visitTypeId(visitType: string | null | undefined): Promise<string | null> {
    if (visitType === undefined || visitType === null) return null;
    const types = await this.doctors.visitTypes();
    const wanted = visitType.trim().toLowerCase();
    const found = types.find((type) => type.id === wanted || type.name.toLowerCase() === wanted);
    if (found === undefined) throw AppError.field('visitType', 'is not one of this clinic');
    return found.id;
  }
}
