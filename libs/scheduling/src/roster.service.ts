import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, Database, requireVersion, sqlState } from '@clinicall/platform';
import { AuditService } from '@clinicall/identity';
import { DoctorsRepository } from './doctors.repository';
import { DoctorsService } from './doctors.service';
import { tidyName } from './patient-fields';
import { nameTaken } from './places.service';
import { RosterNames } from './roster-names';
import { RosterRepository } from './roster.repository';
import type { DoctorDetail, OwnVisit, VisitTypeDetail } from './roster.repository';
import { SlotMaking } from './slot-making';

export interface DoctorWords {
  readonly name?: string;
  /** Name or id; a new name makes a new specialty. */
  readonly specialty?: string;
  readonly languages?: readonly string[];
  readonly acceptsNewPatients?: boolean;
  readonly active?: boolean;
  /** Null: every visit type, at its own length. */
  readonly visitTypes?: readonly { readonly visitType: string; readonly minutes?: number | null }[] | null;
}

/** Who works at the clinic and which visits there are, as staff change them. */
@Injectable()
export class RosterService {
  constructor(
    private readonly roster: RosterRepository,
    private readonly doctors: DoctorsRepository,
    private readonly reading: DoctorsService,
    private readonly names: RosterNames,
    private readonly making: SlotMaking,
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError `not_found`. */
  async doctor(id: string): Promise<DoctorDetail> {
    const doctor = await this.roster.doctor(id);
    if (doctor === undefined) throw AppError.notFound('doctor');
    return doctor;
  }

  /** @throws AppError `validation_failed` naming visitTypes[i]. */
  async addDoctor(words: DoctorWords & { readonly name: string; readonly specialty: string }): Promise<DoctorDetail> {
    return this.written('doctor.create', async () => {
      const id = randomUUID();
      const { languages = [], acceptsNewPatients = true } = words;
      const specialtyId = await this.specialtyId(words.specialty);
      const name = tidyName(words.name);
      await this.roster.saveDoctor({ id, name, specialtyId, languages, acceptsNewPatients, active: true });
      if (words.visitTypes !== undefined) await this.roster.setVisits(id, await this.visits(words.visitTypes));
      return this.doctor(id);
    });
  }

  /**
   * A doctor who becomes inactive is offered no more: free times go, what is booked becomes a task.
   * @throws AppError `not_found`, `precondition_failed`, `validation_failed` naming visitTypes[i].
   */
  async changeDoctor(id: string, words: DoctorWords, version: number | undefined): Promise<DoctorDetail> {
    return this.written('doctor.change', async () => {
      const before = await this.roster.lockDoctor(id);
      if (before === undefined) throw AppError.notFound('doctor');
      requireVersion(version, before.version);
      const specialtyId = words.specialty === undefined ? before.specialtyId : await this.specialtyId(words.specialty);
      const { languages = before.languages, active = before.active } = words;
      const { acceptsNewPatients = before.acceptsNewPatients } = words;
      const name = words.name === undefined ? before.name : tidyName(words.name);
      await this.roster.saveDoctor({ id, name, specialtyId, languages, acceptsNewPatients, active });
      if (words.visitTypes !== undefined) await this.roster.setVisits(id, await this.visits(words.visitTypes));
      if (active !== before.active) await this.making.remake([id]);
      return this.doctor(id);
    });
  }

  /** @throws AppError `not_found`. */
  async visitType(id: string): Promise<VisitTypeDetail> {
    const type = await this.roster.visitType(id);
    if (type === undefined) throw AppError.notFound('visit type');
    return type;
  }

  /** @throws AppError `conflict` when the name is taken. */
  async addVisitType({ name, minutes }: { name: string; minutes: number }): Promise<VisitTypeDetail> {
    return this.written('visit_type.create', async () => {
      const id = await this.roster.addVisitType(name, minutes);
      if (id === undefined) throw nameTaken();
      return this.visitType(id);
    });
  }

  /** @throws AppError `not_found`, `precondition_failed`, `conflict` when the name is taken. */
  async changeVisitType(
    id: string,
    change: { name?: string; minutes?: number; active?: boolean },
    version: number | undefined,
  ): Promise<VisitTypeDetail> {
    return this.written('visit_type.change', async () => {
      const before = await this.roster.visitType(id, true);
      if (before === undefined) throw AppError.notFound('visit type');
      requireVersion(version, before.version);
      const { name = before.name, minutes = before.minutes, active = before.active } = change;
      await this.roster.changeVisitType({ id, name, minutes, active });
      return this.visitType(id);
    });
  }

  private async specialtyId(specialty: string): Promise<string> {
    const [known] = await this.names.specialtyIds(specialty);
    if (known !== undefined) return known;
    const name = specialty.trim();
    const made = (await this.doctors.ensureSpecialties([name])).get(name);
    if (made === undefined) throw AppError.field('specialty', 'cannot be made');
    return made;
  }

  private async visits(asked: DoctorWords['visitTypes']): Promise<OwnVisit[]> {
    const visits: OwnVisit[] = [];
    for (const [index, one] of (asked ?? []).entries()) {
      const visitTypeId = await this.reading.visitTypeId(one.visitType).catch(() => null);
      const again = visits.some((other) => other.visitTypeId === visitTypeId);
      if (visitTypeId === null || again) {
        const message = again ? 'stands twice' : 'is not a visit type of this clinic';
        throw AppError.field(`visitTypes[${index}].visitType`, message);
      }
      visits.push({ visitTypeId, minutes: one.minutes ?? null });
    }
    return visits;
  }

  private async written<One extends { readonly id: string }>(action: string, work: () => Promise<One>): Promise<One> {
    try {
      const done = await this.database.transaction(async () => {
        const one = await work();
        await this.audit.record({ action, subject: { kind: action.split('.')[0] ?? '', id: one.id } });
        return one;
      });
      this.names.forget();
      return done;
    } catch (error) {
      if (sqlState(error) === '23505') throw nameTaken();
      throw error;
    }
  }
}
