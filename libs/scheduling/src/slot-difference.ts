import type { WantedSlot } from './session-slots';

/** A slot that is there, of the days in question. */
export interface PresentSlot {
  readonly id: string;
  /** Null: imported, and no rule's to withdraw. */
  readonly scheduleId: string | null;
  readonly doctorId: string;
  readonly specialtyId: string;
  readonly lane: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly visitTypeIds: readonly string[] | null;
  readonly locationId: string | null;
  readonly roomId: string | null;
  readonly gapMinutes: number;
  /** `free` also where a hold has ended. */
  readonly status: 'free' | 'held' | 'booked' | 'blocked';
  readonly withdrawn: boolean;
  /** The task that tells staff of it. */
  readonly orphanTaskId: string | null;
}

/** What must be written so that the slots are those the rules ask for; nothing when they are. */
export interface SlotDifference {
  readonly make: readonly WantedSlot[];
  /** The same time under another rule, place or list of visit types. */
  readonly change: readonly { readonly id: string; readonly to: WantedSlot }[];
  /** Not asked for any more. */
  readonly withdraw: readonly string[];
  /** Withdrawn while somebody had it, and asked for again. */
  readonly restore: readonly string[];
}

/**
 * @param covered whether the rules still allow the time of a held or booked slot that is off their grid.
 * @param left doctors who do not work here any more: their imported times go too.
 */
export function slotDifference(
  wanted: readonly WantedSlot[],
  present: readonly PresentSlot[],
  covered: (slot: PresentSlot) => boolean,
  left: ReadonlySet<string> = new Set(),
): SlotDifference {
  const there = new Map(present.map((slot) => [keyOf(slot), slot]));
  const asked = new Map(wanted.map((slot) => [keyOf(slot), slot]));
  const change: { id: string; to: WantedSlot }[] = [];
  const withdraw: string[] = [];
  const restore: string[] = [];
  for (const slot of present) {
    if (slot.scheduleId === null && !left.has(slot.doctorId)) continue;
    const to = asked.get(keyOf(slot));
    const taken = slot.status === 'held' || slot.status === 'booked';
    if (to !== undefined && !isSame(slot, to)) change.push({ id: slot.id, to });
    if (to !== undefined || (taken && covered(slot))) {
      if (slot.withdrawn) restore.push(slot.id);
    } else if (!isSettled(slot)) withdraw.push(slot.id);
  }
  return { make: wanted.filter((slot) => !there.has(keyOf(slot))), change, withdraw, restore };
}

/** Withdrawn before, and waiting for its owner to give it back. */
function isSettled(slot: PresentSlot): boolean {
  return slot.withdrawn && (slot.status === 'held' || (slot.status === 'booked' && slot.orphanTaskId !== null));
}

type Keyed = Pick<WantedSlot, 'doctorId' | 'lane' | 'startsAt' | 'endsAt'>;

function keyOf(slot: Keyed): string {
  return `${slot.doctorId} ${slot.lane} ${slot.startsAt.getTime()} ${slot.endsAt.getTime()}`;
}

function isSame(slot: PresentSlot, to: WantedSlot): boolean {
  return (
    slot.scheduleId === to.scheduleId &&
    slot.specialtyId === to.specialtyId &&
    slot.locationId === to.locationId &&
    slot.roomId === to.roomId &&
    slot.gapMinutes === to.gapMinutes &&
    String(slot.visitTypeIds) === String(to.visitTypeIds)
  );
}
