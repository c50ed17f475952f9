import { Injectable } from '@nestjs/common';
import { ClinicScope, Clock, Database } from '@clinicall/platform';
import type { SlotView } from './booking-results';
import { SlotsService } from './slots.service';
import type { GoneTime } from './slots.service';

/**
 * A crowd on one time is told the same three others; what they are costs more to look up than the refusal itself. Free times
 * grow old while they are read out, and whoever takes one is judged again, so another instance's writes may be this old.
 */
const KNOWN_MS = 1_000;
const MOST_CLINICS = 1_000;
const MOST_SLOTS = 1_000;

interface Near {
  readonly views: readonly SlotView[];
  /** When the first of them begins, in milliseconds of the clinic's time: from then on it is none any more. */
  readonly soonest: number;
  /** Of the monotonic clock. */
  readonly until: number;
}

/** What is offered instead of a time that is gone. What this instance itself writes is seen at once. */
@Injectable()
export class Alternatives {
  /** By clinic, by the slot that is gone. */
  private readonly known = new Map<string, Map<string, Near>>();

  constructor(
    private readonly slots: SlotsService,
    private readonly database: Database,
    private readonly scope: ClinicScope,
    private readonly clock: Clock,
  ) {}

  /** Up to three free times, nearest first: with the same doctor, or else in the same specialty. */
  async near(gone: GoneTime): Promise<readonly SlotView[]> {
    const clinicId = this.scope.clinicId();
    const ofClinic = this.known.get(clinicId) ?? this.begin(clinicId);
    const known = ofClinic.get(gone.slotId);
    if (known !== undefined && known.until > performance.now() && known.soonest > this.clock.now().getTime()) {
      return known.views;
    }
    const views = await this.slots.nearestTo(gone);
    if (views.length === 0) return views;
    if (ofClinic.size >= MOST_SLOTS) ofClinic.clear();
    // If `forget` came meanwhile, nobody asks this map any more.
    const soonest = Math.min(...views.map((view) => Date.parse(view.startsAt)));
    ofClinic.set(gone.slotId, { views, soonest, until: performance.now() + KNOWN_MS });
    return views;
  }

  /** Once the open transaction is committed: a time of the scope's clinic was taken or given back in it. */
  forget(): void {
    const clinicId = this.scope.clinicId();
    this.database.afterCommit(() => this.known.delete(clinicId));
  }

  private begin(clinicId: string): Map<string, Near> {
    if (this.known.size >= MOST_CLINICS) this.known.clear();
    const ofClinic = new Map<string, Near>();
    this.known.set(clinicId, ofClinic);
    return ofClinic;
  }
}
