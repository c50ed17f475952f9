import { z } from 'zod';
import { AppError, isTimezone } from '@clinicall/platform';
import { dialled, fieldErrors, language, missingNumber, settingsSchema } from './clinic-settings';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a wall time written HH:mm');

const openingHours = z
  .strictObject({ weekday: z.number().int().min(1).max(7), opens: clock, closes: clock })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'must be later than opens' });

/** A clinic as REST edits it and as each of its versions is kept; numbers and hours whole, settings as given. */
export const clinicSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  timezone: z.string().refine(isTimezone, 'must be a zone of the IANA list, such as America/New_York'),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as US'),
  language,
  /** Numbers that lead here, E.164; the first one is shown and sends texts. */
  phones: z
    .array(z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +12025550123'))
    .min(1, 'must keep one number at least')
    .max(50)
    .refine((phones) => new Set(phones).size === phones.length, 'must not name a number twice'),
  /** The person to whom callers are put through. */
  transferNumber: dialled.nullable(),
  hours: z.array(openingHours).max(70),
  settings: settingsSchema,
});

/** As stored: without the defaults, so that a better default reaches every clinic that chose nothing. */
export type ClinicDocument = z.input<typeof clinicSchema>;

/**
 * The document after a JSON merge patch (RFC 7396): what is not named stays, null takes a setting back to its default.
 * @throws AppError `validation_failed` naming each wrong or unknown field.
 */
export function patchDocument(current: ClinicDocument, patch: unknown): ClinicDocument {
  if (!isObject(patch)) throw AppError.field('body', 'must be a JSON object');
  const { transferNumber, ...rest } = patch;
  const merged = mergePatch(current, rest) as Record<string, unknown>;
  if (transferNumber !== undefined) merged['transferNumber'] = transferNumber; // null is a value here: nobody to transfer to
  const parsed = clinicSchema.safeParse(merged);
  const errors = parsed.success
    ? missingNumber(parsed.data.settings, parsed.data.country)
    : fieldErrors(parsed.error, [], 'is not something a clinic has');
  if (parsed.success && errors.length === 0) return { ...(merged as ClinicDocument), name: parsed.data.name };
  throw new AppError('validation_failed', 'The clinic cannot be changed so.', { errors });
}

/** The top-level fields that differ, settings by their own names: `name`, `settings.persona`. */
export function changedFields(before: ClinicDocument, after: ClinicDocument): string[] {
  const differ = (one: object, other: object): string[] =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
      (key) => JSON.stringify(one[key as never]) !== JSON.stringify(other[key as never]),
    );
  const { settings: old, ...rest } = before;
  const { settings: now, ...others } = after;
  return [...differ(rest, others), ...differ(old, now).map((key) => `settings.${key}`)];
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
