/** What the scheduler must do, said in plain arrays: the whole of it fits on a page, and that is the point. */
export interface ModelVisit {
  readonly patient: number;
  slot: number;
  live: boolean;
  readonly hold: number | undefined;
}

interface ModelHold {
  readonly slot: number;
  lapsed: boolean;
}

/** When each slot is: doctor and minute, half an hour long. */
export interface ModelSlot {
  readonly doctor: number;
  readonly at: number;
}

const MINUTES = 30;

export class BookingModel {
  readonly visits: ModelVisit[] = [];
  readonly holds: ModelHold[] = [];
  /** Of each slot: the hold that keeps it, lapsed or not. */
  readonly kept: (number | undefined)[] = [];

  constructor(readonly slots: readonly ModelSlot[]) {}

  hold(slot: number, patient: number | undefined): string {
    if (!this.takeable(slot)) return 'slot_taken';
    if (patient !== undefined && this.busy(patient, slot)) return 'patient_busy';
    this.kept[slot] = this.holds.push({ slot, lapsed: false }) - 1;
    return 'ok';
  }

  release(hold: number): string {
    const slot = this.holds[hold]?.slot ?? -1;
    if (this.kept[slot] === hold) this.kept[slot] = undefined;
    return 'ok';
  }

  /** Every hold's ten minutes are over. */
  lapse(): void {
    for (const hold of this.holds) hold.lapsed = true;
  }

  book(slot: number, patient: number): string {
    if (!this.takeable(slot)) return 'slot_taken';
    return this.put(slot, patient, undefined);
  }

  confirm(hold: number, patient: number): string {
    const made = this.visits.find((visit) => visit.hold === hold);
    if (made !== undefined) return made.patient === patient ? 'ok' : 'hold_expired';
    const slot = this.holds[hold]?.slot ?? -1;
    return this.keeps(hold) ? this.put(slot, patient, hold) : 'hold_expired';
  }

  cancel(visit: number): string {
    const found = this.visits[visit];
    if (found !== undefined) found.live = false;
    return 'ok';
  }

  move(visit: number, slot: number, hold?: number): string {
    const found = this.visits[visit];
    if (found?.live !== true) return 'not_booked';
    if (found.slot === slot) return 'ok';
    if (hold === undefined ? !this.takeable(slot) : !this.keeps(hold))
      return hold === undefined ? 'slot_taken' : 'hold_expired';
    if (this.busy(found.patient, slot, found)) return 'patient_busy';
    this.kept[slot] = undefined;
    found.slot = slot;
    return 'ok';
  }

  slotOf(hold: number): number {
    return this.holds[hold]?.slot ?? -1;
  }

  /** `free`, `held` (a hold that lapsed still stands there) or `booked`. */
  stateOf(slot: number): string {
    if (this.visits.some((visit) => visit.live && visit.slot === slot)) return 'booked';
    return this.kept[slot] === undefined ? 'free' : 'held';
  }

  private put(slot: number, patient: number, hold: number | undefined): string {
    if (this.busy(patient, slot)) return 'patient_busy';
    this.kept[slot] = undefined;
    this.visits.push({ patient, slot, live: true, hold });
    return 'ok';
  }

  private takeable(slot: number): boolean {
    if (this.stateOf(slot) === 'booked') return false;
    const hold = this.kept[slot];
    return hold === undefined || this.holds[hold]?.lapsed === true;
  }

  private keeps(hold: number): boolean {
    const found = this.holds[hold];
    return found !== undefined && !found.lapsed && this.kept[found.slot] === hold;
  }

  private busy(patient: number, slot: number, but?: ModelVisit): boolean {
    const at = this.slots[slot]?.at ?? 0;
    return this.visits.some(
      (visit) =>
        visit !== but &&
        visit.live &&
        visit.patient === patient &&
        Math.abs((this.slots[visit.slot]?.at ?? 0) - at) < MINUTES,
    );
  }
}
