import type { AppointmentStatus } from './entities/appointment.entity';
import type { SlotStatus } from './entities/slot.entity';

/** When, seen from the visit's time, a change makes sense. */
type Moment = 'before it begins' | 'from the day before on' | 'once it has begun' | 'any time';

interface Change {
  readonly from: readonly AppointmentStatus[];
  readonly to: AppointmentStatus;
  readonly when: Moment;
  /** What becomes of the visit's slots; they stay as they are when absent. */
  readonly slots?: SlotStatus;
  readonly event: string;
}

/**
 * The life of an appointment, whole. Every path reads this table, and the trigger `appointments_life` refuses whatever is
 * not in it (a test tries all pairs against both). What is written nowhere here cannot happen: a visit that was fulfilled
 * or cancelled stays so, and nothing becomes a no-show by itself.
 *
 *     (free slot) ──book──▶ booked ──arrive──▶ arrived ──fulfil──▶ fulfilled
 *     (hold) ────confirm──▶ booked ──────────fulfil──────────────▶ fulfilled
 *                           booked ──no-show─▶ noshow ──arrive───▶ arrived      (they came after all)
 *                           booked ──cancel──▶ cancelled
 *                           arrived ──leave──▶ cancelled                        (went home without being seen)
 *                           booked ──reschedule──▶ booked                       (another time, the same row)
 */
export const APPOINTMENT_LIFE = {
  reschedule: { from: ['booked'], to: 'booked', when: 'before it begins', event: 'AppointmentRescheduled' },
  cancel: { from: ['booked'], to: 'cancelled', when: 'before it begins', slots: 'free', event: 'AppointmentCancelled' },
  leave: { from: ['arrived'], to: 'cancelled', when: 'any time', slots: 'free', event: 'AppointmentCancelled' },
  arrive: { from: ['booked', 'noshow'], to: 'arrived', when: 'from the day before on', event: 'AppointmentArrived' },
  fulfil: { from: ['booked', 'arrived'], to: 'fulfilled', when: 'once it has begun', event: 'AppointmentFulfilled' },
  'no-show': { from: ['booked'], to: 'noshow', when: 'once it has begun', event: 'AppointmentNoShow' },
} as const satisfies Readonly<Record<string, Change>>;

export type AppointmentChange = keyof typeof APPOINTMENT_LIFE;

export type LifeFault = 'not_booked' | 'past_time' | 'too_early';

const DAY_MS = 86_400_000;

/**
 * Why a change is not allowed now, if it is not.
 * @param startsAt and `now` on the same clock, the clinic's.
 */
export function faultOfChange(
  change: AppointmentChange,
  status: AppointmentStatus,
  startsAt: Date,
  now: Date,
): LifeFault | undefined {
  const { from, when }: Change = APPOINTMENT_LIFE[change];
  if (!from.includes(status)) return 'not_booked';
  const ahead = startsAt.getTime() - now.getTime();
  if (when === 'before it begins' && ahead <= 0) return 'past_time';
  if (when === 'once it has begun' && ahead > 0) return 'too_early';
  if (when === 'from the day before on' && ahead > DAY_MS) return 'too_early';
  return undefined;
}
