import { Injectable } from '@nestjs/common';
import { ClinicScope } from '@clinicall/platform';
import { ClinicsService } from '@clinicall/identity';
import type { ClinicView } from '@clinicall/identity';
import { rfc3339 } from './wall-time';

/** A clinic's zone and settings change rarely and are asked for on every answer: known this long without asking again. */
const KNOWN_MS = 30_000;
const MOST_KNOWN = 5_000;

/** The scope's clinic, for its wall time. */
@Injectable()
export class ClinicZone {
  private readonly known = new Map<string, { clinic: ClinicView; until: number }>();

  constructor(
    private readonly clinics: ClinicsService,
    private readonly scope: ClinicScope,
  ) {}

  async clinic(): Promise<ClinicView> {
    const clinicId = this.scope.clinicId();
    const known = this.known.get(clinicId);
    if (known !== undefined && known.until > Date.now()) return known.clinic;
    const clinic = await this.clinics.current();
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(clinicId, { clinic, until: Date.now() + KNOWN_MS });
    return clinic;
  }

  /** After the clinic's settings were changed on this instance. */
  forget(): void {
    this.known.delete(this.scope.clinicId());
  }

  async timezone(): Promise<string> {
    return (await this.clinic()).timezone;
  }

  /** Gives instants in the clinic's wall time, RFC 3339. */
  async formatter(): Promise<(instant: Date) => string> {
    const { timezone } = await this.clinic();
    return (instant) => rfc3339(instant, timezone);
  }
}
