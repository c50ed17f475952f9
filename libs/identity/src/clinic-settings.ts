import { z } from 'zod';
import { AppError } from '@clinicall/platform';

/** Every setting a clinic may change, with its default. Unknown ones are refused by name. */
const schema = z.strictObject({
  /** The name the assistant gives itself. */
  persona: z.string().min(1).max(60).default('the clinic assistant'),
  /** Said first on a call instead of the catalogue's greeting. */
  greeting: z.string().max(300).optional(),
  /** Says at the start of every conversation that it is automated. */
  announceAutomated: z.boolean().default(true),
  emergencyNumber: z.string().max(20).optional(),
  crisisNumber: z.string().max(20).optional(),
  reminderHours: z.number().int().min(1).max(168).default(24),
  /** Booking nearer than this is refused. */
  minimumNoticeMinutes: z.number().int().min(0).max(10_080).default(0),
  bookingHorizonDays: z.number().int().min(1).max(365).default(56),
});

export type EffectiveSettings = z.infer<typeof schema>;

const EMERGENCY: Readonly<Record<string, string>> = {
  US: '911',
  CA: '911',
  MX: '911',
  GB: '999',
  ES: '112',
  IE: '112',
};
const CRISIS: Readonly<Record<string, string>> = { US: '988', CA: '988', GB: '116 123', ES: '024', IE: '116 123' };

/** @throws AppError `validation_failed` naming each wrong setting. */
export function readSettings(settings: unknown, country: string): EffectiveSettings & { emergencyNumber: string } {
  const parsed = schema.safeParse(settings);
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ field: `settings.${key}`, message: 'is not a setting' }))
        : [{ field: ['settings', ...issue.path].join('.'), message: issue.message }],
    );
    throw new AppError('validation_failed', 'The settings are wrong.', { errors });
  }
  const { emergencyNumber = EMERGENCY[country] ?? '112', crisisNumber = CRISIS[country] } = parsed.data;
  return { ...parsed.data, emergencyNumber, crisisNumber };
}
