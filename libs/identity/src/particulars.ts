import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';
import { PersonalData } from './personal-data';

/** By what a person's rows are known in every room. */
export interface Particulars {
  /** Their record, and records merged into it. */
  readonly patients: readonly string[];
  /** E.164. */
  readonly numbers: readonly string[];
  readonly conversations: readonly string[];
}

@Injectable()
export class ParticularsReader {
  constructor(
    private readonly personal: PersonalData,
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @param shared also numbers that somebody else has too. No such patients: empty lists. */
  async of(patientIds: readonly string[], shared: boolean): Promise<Particulars> {
    const clinicId = this.scope.clinicId();
    const { subject, conversations } = this.personal;
    const records = await this.database.query<{ id: string }>(subject.records, [clinicId, patientIds]);
    const patients = records.map((record) => record.id);
    const phones = await this.database.query<{ number: string; alone: boolean }>(subject.numbers, [clinicId, patients]);
    const numbers = phones.filter((phone) => shared || phone.alone).map((phone) => phone.number);
    const talks =
      conversations === undefined
        ? []
        : await this.database.query<{ id: string }>(conversations, [clinicId, patients, numbers]);
    return { patients, numbers, conversations: talks.map((talk) => talk.id) };
  }
}
