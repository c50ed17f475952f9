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
/** Asked for from then on they are fetched anew behind the answer, so that hardly a turn waits for them. */
const FRESH_MS = 2_000;

interface Kept {
  readonly since: number;
  readonly facts: Promise<ClinicFacts>;
  refreshing: boolean;
}

/** What every turn needs to know of the clinic; asked for once in a while, not once a turn. */
@Injectable()
export class ClinicFactsReader {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly clinics: ClinicsService,
    private readonly doctors: DoctorsService,
    private readonly scope: ClinicScope,
  ) {}

  async read(): Promise<ClinicFacts> {
    const clinicId = this.scope.clinicId();
    const kept = this.kept.get(clinicId);
    const age = Date.now() - (kept?.since ?? -Infinity);
    if (kept === undefined || age >= KEPT_MS) return this.keep(clinicId, this.load());
    // Not in anybody's transaction, which would be over before they are there.
    if (age >= FRESH_MS && !kept.refreshing && this.scope.transaction() === undefined) this.refresh(clinicId, kept);
    return kept.facts;
  }

  private keep(clinicId: string, facts: Promise<ClinicFacts>): Promise<ClinicFacts> {
    if (this.kept.size > 2_000) this.kept.clear();
    const kept = { since: Date.now(), facts, refreshing: false };
    this.kept.set(clinicId, kept);
    facts.catch(() => {
      if (this.kept.get(clinicId) === kept) this.kept.delete(clinicId);
    });
    return facts;
  }

  private refresh(clinicId: string, kept: Kept): void {
    kept.refreshing = true;
    const since = Date.now();
    this.load().then(
      (facts) => this.kept.set(clinicId, { since, facts: Promise.resolve(facts), refreshing: false }),
      // Who asks when they are too old asks for them itself, and hears why.
      () => (kept.refreshing = false),
    );
  }

  private async load(): Promise<ClinicFacts> {
    const [clinic, doctors, faq] = await Promise.all([this.clinics.current(), this.doctors.list(), this.clinics.faq()]);
    const specialties = [...new Set(doctors.map((doctor) => doctor.specialty))].sort();
    return { clinic, hours: describeOpeningHours(clinic.hours), doctors, specialties, faq };
  }
}
