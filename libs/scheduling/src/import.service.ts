import { Injectable } from '@nestjs/common';
import { AppError, ClinicScope, Database } from '@clinicall/platform';
import {
  ApiKeysService,
  AuditService,
  ClinicsService,
  parseOpeningHours,
  checkSettings,
  SCOPES,
} from '@clinicall/identity';
import { ClinicZone } from './clinic-zone';
import { DoctorsRepository } from './doctors.repository';
import { ImportRepository } from './import.repository';
import { PatientsRepository } from './patients.repository';
import { RosterNames } from './roster-names';
import { readWorld } from './world';
import type { World } from './world';
import { planWorld } from './world-plan';
import type { Present, WorldPlan } from './world-plan';

export interface ImportAnswer {
  readonly clinicId: string;
  /** The clinic's number, E.164. */
  readonly phone: string;
  /** A key with every scope, for a clinic that this import made; else null. */
  readonly apiKey: { readonly id: string; readonly key: string } | null;
  readonly doctors: readonly { readonly id: string; readonly name: string }[];
  readonly patients: readonly { readonly id: string; readonly name: string }[];
}

/** Zone of a clinic whose world does not say one. */
const USUAL_ZONES: Readonly<Record<string, string>> = {
  US: 'America/New_York',
  CA: 'America/Toronto',
  MX: 'America/Mexico_City',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  ES: 'Europe/Madrid',
};

/** Puts a whole world in: checked in full first, then written in one transaction. Sends nothing to anybody. */
@Injectable()
export class ImportService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly keys: ApiKeysService,
    private readonly doctors: DoctorsRepository,
    private readonly patients: PatientsRepository,
    private readonly writes: ImportRepository,
    private readonly roster: RosterNames,
    private readonly zone: ClinicZone,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly audit: AuditService,
  ) {}

  /**
   * A phone that no clinic has makes a new clinic, when the asker may; the scope's own phone, or none, adds to the
   * scope's clinic (a doctor or patient who is there already is used).
   * @throws AppError `validation_failed` naming each wrong field, `forbidden`, `conflict`.
   */
  async importWorld(given: unknown, may: { readonly makeClinics: boolean }): Promise<ImportAnswer> {
    const world = readWorld(given);
    const owner = world.phone === undefined ? undefined : await this.clinics.byPhone(world.phone);
    const own = this.scope.active() ? this.scope.clinicId() : undefined;
    if (world.phone !== undefined && owner === undefined) {
      if (!may.makeClinics) throw new AppError('forbidden', 'Only the operator may make a new clinic.');
      return this.makeClinic(world, world.phone);
    }
    if (own === undefined)
      throw AppError.field('phone', owner === undefined ? 'is missing' : 'already belongs to a clinic');
    if (owner !== undefined && owner !== own)
      throw new AppError('forbidden', 'This phone number belongs to another clinic.');
    return this.addTo(world);
  }

  private async makeClinic(world: World, phone: string): Promise<ImportAnswer> {
    const timezone = world.timezone ?? USUAL_ZONES[world.country] ?? 'UTC';
    const { country, language, settings, transferNumber } = world;
    const hours = typeof world.hours === 'string' ? parseOpeningHours(world.hours) : (world.hours ?? []);
    checkSettings(settings, country);
    const plan = planWorld(world, timezone, { doctors: [], patients: [] });
    const clinicId = await this.clinics.create({
      name: world.clinic ?? 'Clinic',
      timezone,
      country,
      language,
      phone,
      transferNumber,
      hours,
      settings,
    });
    const actor = this.scope.active() ? this.scope.actor() : undefined;
    return this.scope.run(
      clinicId,
      () =>
        this.database.transaction(async () => {
          await this.write(world, plan);
          const { id, key } = await this.keys.create('import', SCOPES);
          return { clinicId, phone, apiKey: { id, key }, ...people(plan) };
        }),
      actor,
    );
  }

  private async addTo(world: World): Promise<ImportAnswer> {
    const clinic = await this.clinics.current();
    const plan = planWorld(world, clinic.timezone, await this.present());
    await this.database.transaction(async () => {
      if (Object.keys(world.settings).length > 0) await this.clinics.changeSettings(world.settings);
      await this.write(world, plan);
    });
    this.database.afterCommit(() => {
      this.roster.forget();
      this.zone.forget();
    });
    return { clinicId: clinic.clinicId, phone: clinic.phones[0] ?? '', apiKey: null, ...people(plan) };
  }

  private async present(): Promise<Present> {
    return { doctors: await this.doctors.active(), patients: await this.patients.list({ limit: 100_000 }) };
  }

  private async write(world: World, plan: WorldPlan): Promise<void> {
    const newcomers = plan.doctors.filter((doctor) => !doctor.known);
    const specialties = await this.doctors.ensureSpecialties([
      ...new Set(plan.doctors.map((doctor) => doctor.specialty)),
    ]);
    const idOf = (specialty: string): string => specialties.get(specialty) ?? '';
    await this.doctors.insert(newcomers.map((doctor) => ({ ...doctor, specialtyId: idOf(doctor.specialty) })));
    await this.doctors.ensureVisitTypes(world.visitTypes);
    await this.patients.insert(plan.patients.filter((patient) => !patient.known));
    await this.writes.slots(plan.slots, idOf);
    await this.writes.appointments(plan.appointments, await this.visitTypeIds());
    await this.clinics.addFaq(world.faq.map((entry) => ({ ...entry, language: entry.language ?? world.language })));
    const counts = { doctors: plan.doctors.length, patients: plan.patients.length, slots: plan.slots.length };
    await this.audit.record({ action: 'world.import', details: { ...counts, appointments: plan.appointments.length } });
  }

  private async visitTypeIds(): Promise<Map<string, string>> {
    return new Map((await this.doctors.visitTypes()).map((type) => [type.name, type.id]));
  }
}

function people(plan: WorldPlan): Pick<ImportAnswer, 'doctors' | 'patients'> {
  const named = ({ id, name }: { id: string; name: string }): { id: string; name: string } => ({ id, name });
  return { doctors: plan.doctors.map(named), patients: plan.patients.map(named) };
}
