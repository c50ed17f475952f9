import { Injectable } from '@nestjs/common';
import { ClinicsService, describeOpeningHours } from '@clinicall/identity';
import type { ClinicView, FaqView } from '@clinicall/identity';
import { ClinicScope } from '@clinicall/platform';
import { DoctorsService } from '@clinicall/scheduling';

export interface ClinicFacts {
  readonly clinic: ClinicView;
  /** In words, as speech says them: "Monday to Friday 08:00 to 18:00". */
  readonly hours: string;
  readonly doctors: readonly {
    readonly id: string;
    readonly name: string;
    readonly specialty: string;
    readonly languages: readonly string[];
  }[];
  readonly specialties: readonly string[];
  readonly faq: readonly FaqView[];
}

const KEPT_MS = 5_000;

/** What every turn needs to know of the clinic; asked for once in a while, not once a turn. */
@Injectable()
export class ClinicFactsReader {
  private readonly kept = new Map<string, { until: number; facts: Promise<ClinicFacts> }>();

  constructor(
    private readonly clinics: ClinicsService,
    private readonly doctors: DoctorsService,
    private readonly scope: ClinicScope,
  ) {}

  async read(): Promise<ClinicFacts> {
    const clinicId = this.scope.clinicId();
    const kept = this.kept.get(clinicId);
    if (kept !== undefined && kept.until > Date.now()) return kept.facts;
    const facts = this.load();
    if (this.kept.size > 2_000) this.kept.clear();
    this.kept.set(clinicId, { until: Date.now() + KEPT_MS, facts });
    facts.catch(() => this.kept.delete(clinicId));
    return facts;
  }

  private async load(): Promise<ClinicFacts> {
    const [clinic, doctors, faq] = await Promise.all([this.clinics.current(), this.doctors.list(), this.clinics.faq()]);
    const specialties = [...new Set(doctors.map((doctor) => doctor.specialty))].sort();
    return { clinic, hours: describeOpeningHours(clinic.hours), doctors, specialties, faq };
  }
}
