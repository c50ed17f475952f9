import { Injectable } from '@nestjs/common';
import { ClinicScope } from '@clinicall/platform';
import type { BookingPatient } from './booking-results';
import { PatientsService } from './patients.service';

/** Whom a booking is for, as a record. */
@Injectable()
export class BookingPatients {
  constructor(
    private readonly patients: PatientsService,
    private readonly scope: ClinicScope,
  ) {}

  /**
   * Staff and other systems may name a known patient by particulars; a caller's new record stays a new record.
   * @throws AppError `validation_failed` naming a wrong field of `patient`.
   */
  async idOf(request: BookingPatient): Promise<string> {
    if (request.patient === undefined) return request.patientId;
    const actor = this.scope.actor().kind;
    const trusted = actor === 'staff' || actor === 'api_key';
    const { id } = trusted
      ? await this.patients.matchOrRegister(request.patient, 'patient.')
      : await this.patients.register(request.patient, 'patient.');
    return id;
  }
}
