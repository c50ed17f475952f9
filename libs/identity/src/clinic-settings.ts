import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';
import { AppError } from '@clinicall/platform';
import type { FieldError } from '@clinicall/platform';
import { KEPT_DAYS } from './data-kinds';
import type { DataKind } from './data-kinds';
import { CRISIS, EMERGENCY } from './emergency-numbers';

/** A number as people dial it: also 911 or *4141, which are no E.164. */
export const dialled = z
  .string()
  .regex(/^[+*]?[0-9][0-9 ]{1,19}$/, 'must be a number to dial, such as 911 or +12025550123');
const day = z.iso.date('must be a day written YYYY-MM-DD');
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or es-MX');
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const retention = z.strictObject(
  Object.fromEntries(
    Object.entries(KEPT_DAYS).map(([kind, kept]) => [kind, whole(kept.atLeast, kept.atMost).default(kept.days)]),
  ) as Record<DataKind, z.ZodDefault<z.ZodNumber>>,
);

/** Every setting a clinic may change, with its default: the one place. Unknown ones are refused by name. */
export const settingsSchema = z.strictObject({
  /** The name the assistant gives itself. */
  persona: z.string().min(1).max(60).default('the clinic assistant'),
  /** Said first on a call instead of the catalogue's greeting. */
  greeting: z.string().max(300).optional(),
  /** Said before the greeting of every call, such as a notice that the law asks for. */
  openingAnnouncement: z.string().min(1).max(300).optional(),
  /** Says at the start of every conversation that it is automated. */
  announceAutomated: z.boolean().default(true),
  /** Languages the assistant may answer in besides the clinic's first one; every one it knows when absent. */
  languages: z.array(language).max(20).optional(),
  /** The voice on calls in each language, by the speech provider's name for it; unset ones get the provider's default. */
  voices: z.record(language, z.string().min(1).max(100)).default({}),
  /** Days the whole clinic is closed, whatever its hours say. */
  holidays: z
    .array(z.strictObject({ on: day, name: z.string().min(1).max(100).optional() }))
    .max(400)
    .default([]),
  emergencyNumber: dialled.optional(),
  crisisNumber: dialled.optional(),
  /** Phrases that always are an emergency here, in any language; found as whole words, whatever their case and accents. */
  emergencyWords: z
    .array(
      z
        .string()
        .min(3)
        .max(60)
        .regex(/[\p{L}\p{N}]/u, 'must have words'),
    )
    .max(100)
    .default([]),
  /** Somebody of the staff (E.164) who gets a text at once when a caller or texter is in danger: where to look, and nothing of the patient. */
  alertContact: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must be a number such as +12025550123')
    .optional(),
  reminderHours: whole(1, 168).default(24),
  /** Booking nearer than this is refused. */
  minimumNoticeMinutes: whole(0, 10_080).default(0),
  bookingHorizonDays: whole(1, 365).default(56),
  /** A cancellation nearer to its time than this counts as late. */
  cancelWindowHours: whole(0, 720).default(24),
  /** A freed time is held this long for somebody on the waitlist. */
  waitlistOfferMinutes: whole(5, 1_440).default(30),
  /** `always_code`: even from the number on file, identity needs a one-time code sent to it. */
  identityPolicy: z.enum(['number_or_code', 'always_code']).default('number_or_code'),
  /** Among doctors who are free at a wished time. */
  doctorChoice: z.enum(['earliest', 'least_loaded', 'round_robin']).default('earliest'),
  /** announced: every caller is asked first, and only who says yes is recorded. */
  recording: z.enum(['off', 'announced']).default('off'),
  /** Calls that the assistant answers at the same time; one more hears that all lines are busy. */
  callsAtOnce: whole(1, 10_000).default(100),
  /** Numbers of the clinic (E.164) whose calls come through Twilio's ConversationRelay: its ears and voice, our agent. */
  relayNumbers: z
    .array(z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a number such as +12025550123'))
    .max(50)
    .default([]),
  /** How a caller gets to the clinic's person. */
  transfer: z
    .strictObject({
      /** cold: dialled and connected. warm: the person hears that a caller waits, accepts by a key, and is told what it is about. */
      how: z.enum(['cold', 'warm']).default('cold'),
      /** Outside the opening hours a caller can have a call back instead. */
      when: z.enum(['always', 'opening_hours']).default('always'),
      ringSeconds: whole(5, 60).default(20),
    })
    .prefault({}),
  /** What a caller may leave when nobody answers: nothing but the wish to be called back, words that the agent writes down, or a recorded message. */
  voicemail: z.enum(['off', 'written', 'recorded']).default('written'),
  /** Milliseconds of silence that at least, and at most, end a caller's turn. */
  turnTaking: z
    .strictObject({
      minDelayMs: whole(100, 2_000).default(300),
      maxDelayMs: whole(200, 10_000).default(2_500),
      /** An answer is begun while the caller may still go on: quicker, at the price of those that are thrown away. */
      speculation: z.boolean().default(true),
    })
    .prefault({}),
  /** Turns after which a talk that goes nowhere gets a person. */
  circles: z
    .strictObject({
      /** So many in a row that brought nothing: a person is offered … */
      offerAfter: whole(2, 50).default(5),
      /** … and after so many a caller is put through, or called back. */
      passOnAfter: whole(3, 100).default(10),
      /** Of a whole call, whatever came of them. */
      mostTurns: whole(10, 500).default(60),
    })
    .prefault({}),
  /** What may go out to phones and what it may cost, so that nobody can make the clinic pay for texts to numbers of theirs. */
  outbound: z
    .strictObject({
      /** ISO 3166-1 codes; the clinic's own country and those of its own numbers when absent. */
      countries: z
        .array(z.string().refine(isSupportedCountry, 'must be a country code such as US'))
        .max(250)
        .optional(),
      textsPerNumber: whole(1, 100_000).default(300),
      codesPerNumber: whole(1, 1_000).default(5),
      textsPerDay: whole(1, 100_000_000).default(20_000),
      /** Calls that are put through to the clinic's person. */
      callsPerDay: whole(1, 1_000_000).default(2_000),
      /** What other systems have spoken by POST /tts. */
      speechCharactersPerDay: whole(1, 1_000_000_000).default(1_000_000),
      /** In the carrier's currency, by the two prices below: no text leaves once a day's estimate would pass it. */
      spendPerDay: z.number().min(0.01).max(1_000_000).default(250),
      /** One SMS segment. */
      textPrice: z.number().min(0).max(10).default(0.01),
      callPrice: z.number().min(0).max(10).default(0.05),
    })
    .prefault({}),
  /** Days each kind of data is kept after it is over (docs/privacy.md). */
  retention: retention.prefault({}),
});

/** As a clinic gives them: all optional. */
export type ClinicSettings = z.input<typeof settingsSchema>;
/** As the product reads them: every default filled in. */
export type EffectiveSettings = z.output<typeof settingsSchema>;

/** Mobile networks put this through to the country's own number. For clinics kept from before a number had to be known. */
const BY_MOBILE = '112';

/** As the product reads them. @throws AppError `validation_failed` naming each wrong setting. */
export function readSettings(settings: unknown, country: string): EffectiveSettings & { emergencyNumber: string } {
  const read = parse(settings);
  const { emergencyNumber = EMERGENCY.get(country) ?? BY_MOBILE, crisisNumber = CRISIS.get(country) } = read;
  return { ...read, emergencyNumber, crisisNumber };
}

/** Settings of a new clinic. @throws AppError `validation_failed` naming each wrong or missing setting. */
export function checkSettings(settings: unknown, country: string): void {
  const errors = missingNumber(parse(settings), country);
  if (errors.length > 0) throw new AppError('validation_failed', 'The settings are wrong.', { errors });
}

/** A number to tell callers in an emergency is never guessed: a country without a known one needs the clinic's own. */
export function missingNumber({ emergencyNumber }: ClinicSettings, country: string): FieldError[] {
  if (emergencyNumber !== undefined || EMERGENCY.has(country)) return [];
  const message = `must be set: the number to dial in an emergency is not known for the country ${country}`;
  return [{ field: 'settings.emergencyNumber', message }];
}

function parse(settings: unknown): EffectiveSettings {
  const parsed = settingsSchema.safeParse(settings);
  if (parsed.success) return parsed.data;
  throw new AppError('validation_failed', 'The settings are wrong.', {
    errors: fieldErrors(parsed.error, ['settings'], 'is not a setting'),
  });
}

/** Each wrong field by its path; an unknown one is named itself. */
export function fieldErrors(error: z.ZodError, under: readonly string[], unknown: string): FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: fieldOf([...under, ...issue.path, key]), message: unknown }))
      : [{ field: fieldOf([...under, ...issue.path]), message: issue.message }],
  );
}

function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return field.replace(/^\./, '') || 'body';
}
