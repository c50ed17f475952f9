import type { Language } from '@clinicall/language';

export type Args = Record<string, unknown>;
export type Result = { ok: boolean; reason?: string; say?: string; next?: string[] } & Args;

/** What stands in the simulated clinic's books at the start. Times are local. */
export interface SimulatedWorld {
  readonly language: Language;
  readonly now: string;
  readonly doctors: readonly { name: string; specialty: string; free: readonly string[] }[];
  readonly patients: readonly { name: string; dob: string }[];
  /** The one-time code that lets the first patient in. */
  readonly code?: string;
  readonly appointments?: readonly { doctor: string; startsAt: string; patient: string }[];
}

export interface Slot {
  readonly doctor: string;
  readonly specialty: string;
  readonly startsAt: string;
}

/** The tools the product offers. */
export const names = `list_doctors find_slots hold_slot confirm_appointment list_my_appointments cancel_appointment
  reschedule_appointment identify_patient register_patient join_waitlist clinic_information take_message
  transfer_to_person end_conversation`.split(/\s+/);

const signs: readonly [string, RegExp][] = [
  ['name', /full name|nombre completo/i],
  ['dob', /date of birth|fecha de nacimiento/i],
  ['specialty', /specialty|especialidad/i],
  ['date', /what (?:other )?day|qué (?:otro )?día/i],
  ['time', /time would suit|hora/i],
  ['message', /tell the staff|mensaje desea dejar/i],
  ['appointment', /which appointment|qué cita/i],
  ['option', /which of those|cuál de esas/i],
  ['confirm', /yes or no|sí o no/i],
  ['anything_else', /anything else|algo más/i],
];

/** What the model's own words asked for, as the product works it out for its state line. */
export function askedBy(words: string): string[] {
  return signs.filter(([, sign]) => sign.test(words)).map(([what]) => what);
}
