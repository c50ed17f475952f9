import type { Asker } from './asker';
import type { CancelCode } from './cancel-codes';
import type { AppointmentStatus } from './entities/appointment.entity';
import type { SlotStatus } from './entities/slot.entity';
import type { NewPatient } from './patients.service';

/** Instants of every view are RFC 3339 in the clinic's wall time. */
export interface SlotView {
  readonly id: string;
  readonly status: SlotStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly doctor: { readonly id: string; readonly name: string };
  readonly specialty: string;
}

export interface HoldView {
  readonly id: string;
  readonly slotId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly expiresAt: string;
  readonly doctor: { readonly id: string; readonly name: string };
  readonly specialty: string;
}

export interface AppointmentView {
  readonly id: string;
  readonly status: AppointmentStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly doctor: { readonly id: string; readonly name: string };
  readonly specialty: string;
  readonly visitType: string | null;
  readonly patient: { readonly id: string; readonly name: string };
  readonly slotId: string;
  /** Grows with every change; the ETag. */
  readonly version: number;
  /** Staff put it beside another visit of the doctor's. */
  readonly overbooked: boolean;
  /** Visits that were booked together. */
  readonly seriesId: string | null;
  readonly cancellation: Cancellation | null;
}

/** How a visit was given up. `late`: by the patient, inside the clinic's cancellation window. */
export interface Cancellation {
  readonly at: string;
  readonly code: CancelCode | null;
  readonly reason: string | null;
  readonly late: boolean;
}

/** Who may act on a hold: the conversation it was made in, or whoever shows its token. */
export type HoldOwner =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'conversation'; readonly conversationId: string };

/** Who a new hold is for; with `token` the token comes back with the hold. */
export type NewHoldOwner = { readonly kind: 'token' } | ({ readonly kind: 'conversation' } & Asker);

/** Whom a booking is for: somebody known, or somebody matched or registered with the booking. */
export type BookingPatient =
  | { readonly patientId: string; readonly patient?: undefined }
  | { readonly patientId?: undefined; readonly patient: NewPatient };

/** Where a booking came from. */
export type BookingSource = 'voice' | 'sms' | 'chat' | 'api' | 'staff' | 'import';

/** Why nothing was written. What the agent must talk about is a value, not a throw. */
export type RefusalReason =
  | 'not_found'
  | 'patient_not_found'
  | 'slot_taken'
  | 'slot_free'
  | 'hold_expired'
  | 'hold_not_yours'
  | 'hold_extended'
  | 'patient_busy'
  | 'past_time'
  | 'too_early'
  | 'visit_type_not_offered'
  | 'not_booked'
  | 'changed';

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  /** With `slot_taken`: up to three free times nearest to the wanted one, same doctor first. */
  readonly alternatives?: readonly SlotView[];
}

export type HoldResult = { readonly ok: true; readonly hold: HoldView; readonly holdToken?: string } | Refusal;
/** `hold` with its new end. */
export type ExtendResult = { readonly ok: true; readonly hold: HoldView } | Refusal;
export type ReleaseResult = { readonly ok: true } | Refusal;
export type BookingResult =
  | {
      readonly ok: true;
      readonly appointment: AppointmentView;
      /** The same request had been done before: nothing was written now. */
      readonly repeated: boolean;
    }
  | Refusal;
/** `from`: the time that was given up. */
export type RescheduleResult =
  | {
      readonly ok: true;
      readonly appointment: AppointmentView;
      readonly repeated: boolean;
      readonly previousStartsAt: string;
    }
  | Refusal;
