import { z } from 'zod';
import { AppError, isTimezone } from '@clinicall/platform';
import { birthFault, nameFault, phoneFault } from './patient-fields';

/** A text that a rule judges; the rule's sentence is the message. */
const judged = (faultOf: (text: string) => string | undefined) =>
  z.string().superRefine((text, context) => {
    const fault = faultOf(text);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  });
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/;
const moment = z
  .string()
  .regex(MOMENT, 'must be a time such as 2027-05-04T14:30, local to the clinic, or an instant with its offset');
const phone = judged(phoneFault);
const birth = judged((text) => birthFault(text));
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a wall time written HH:mm');
const minutes = z.number().int().min(1).max(1440);
const label = z.string().trim().min(1).max(200);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or es-MX');

const doctor = z.strictObject({
  name: judged(nameFault),
  specialty: label,
  languages: z.array(language).max(50).optional(),
  slotMinutes: minutes.optional(),
  free: z.array(moment).max(5000).default([]),
});

const patient = z
  .strictObject({
    name: judged(nameFault),
    dob: birth.optional(),
    dateOfBirth: birth.optional(),
    phone: phone.nullish(),
    phones: z.array(phone).max(10).optional(),
    language: language.nullish(),
  })
  .superRefine((one, context) => {
    if ((one.dob === undefined) !== (one.dateOfBirth === undefined)) return;
    context.addIssue({ code: 'custom', path: ['dob'], message: 'or dateOfBirth must be given, and not both' });
  });

const appointment = z.strictObject({
  doctor: label,
  startsAt: moment,
  patient: label,
  /** Tells two patients of one name apart. */
  dob: birth.optional(),
  status: z.enum(['booked', 'arrived', 'fulfilled', 'cancelled', 'noshow']).default('booked'),
  minutes: minutes.optional(),
  visitType: label.nullish(),
  reason: z.string().max(1000).nullish(),
});

const openingHours = z.strictObject({ weekday: z.number().int().min(1).max(7), opens: clock, closes: clock });

/** A world to import, the body of POST /import; all times without offset are the clinic's wall time. */
export const worldSchema = z.strictObject({
  clinic: label.optional(),
  phone: phone.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as US')
    .default('US'),
  timezone: judged((zone) => (isTimezone(zone) ? undefined : 'is not a zone of the IANA list')).optional(),
  language: language.default('en'),
  hours: z.union([z.string().max(500), z.array(openingHours).max(70)]).optional(),
  transferNumber: phone.nullish(),
  slotMinutes: minutes.optional(),
  visitTypes: z
    .array(z.strictObject({ name: label, minutes }))
    .max(200)
    .default([]),
  doctors: z.array(doctor).max(2000).default([]),
  patients: z.array(patient).max(20_000).default([]),
  appointments: z.array(appointment).max(20_000).default([]),
  settings: z.record(z.string(), z.unknown()).default({}),
  faq: z
    .array(
      z.strictObject({ question: label, answer: z.string().trim().min(1).max(2000), language: language.optional() }),
    )
    .max(500)
    .default([]),
});

export type World = z.infer<typeof worldSchema>;

/** @throws AppError `validation_failed` naming every wrong field, such as `doctors[0].free[1]`. */
export function readWorld(given: unknown): World {
  const parsed = worldSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: fieldOf([...issue.path, key]), message: 'is not a field of a world' }))
      : [{ field: fieldOf(issue.path), message: issue.message }],
  );
  throw new AppError('validation_failed', 'The world cannot be imported.', { errors: errors.slice(0, 50) });
}

function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return field.replace(/^\./, '') || 'world';
}
