import { z } from 'zod';

/** No caller says more at once; what is longer is refused rather than half read. */
const LONGEST_TEXT = 10_000;

const id = z.union([z.string(), z.number()]);
const text = z.string().max(LONGEST_TEXT, `is longer than ${LONGEST_TEXT} characters`);
const lang = z
  .string()
  .regex(/^(?:en|es)(?:[-_](?:[A-Za-z]{2}|\d{3}))?$/i, 'is en, es, or one of them with a country (en-GB)');
const instant = z
  .string()
  .refine(
    (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/i.test(value) && !Number.isNaN(Date.parse(value)),
    {
      message: 'is no instant with its offset (RFC 3339)',
    },
  );
const tz = z.string().refine(isZone, { message: 'is no IANA time zone' });
const visit = z.looseObject({ doctor: z.string(), startsAt: instant });

/** What each probe's line must hold; more than that may stand in it. */
const LINES: Readonly<Record<string, z.ZodType>> = {
  date: z.looseObject({ id, lang, text, now: instant, tz }),
  emergency: z.looseObject({ id, text }),
  specialty: z.looseObject({ id, lang, text, specialties: z.array(z.string()) }),
  identity: z.looseObject({
    id,
    lang: lang.optional(),
    names: z.array(z.string().max(LONGEST_TEXT)).optional(),
    dobs: z.array(z.string().max(LONGEST_TEXT)).optional(),
  }),
  guard: z.looseObject({
    id,
    lang,
    say: text,
    facts: z.looseObject({
      now: instant,
      tz,
      doctors: z.array(z.union([z.string(), z.looseObject({ name: z.string(), specialty: z.string().optional() })])),
      hours: z.string().optional(),
      answers: z.array(z.string()).optional(),
      done: z.array(z.string()).optional(),
      identified: z.boolean().optional(),
      inVain: z.boolean().optional(),
      prices: z.array(z.string()).optional(),
      offered: z.array(visit).optional(),
      held: visit.optional(),
      readBack: visit.optional(),
      booked: z.array(visit).optional(),
      cancelled: z.array(visit).optional(),
      moved: z.array(z.looseObject({ doctor: z.string(), from: instant, to: instant })).optional(),
      sent: z.array(z.looseObject({ kind: z.string() })).optional(),
    }),
  }),
};

/**
 * Reads one line for a probe; null members count as absent.
 * @throws Error that names the field and the rule.
 */
export function readLine(probe: string, line: string): unknown {
  if (line.trim() === '') throw new LineFault('the line is empty');
  const given = withoutNulls(parsed(line));
  const checked = LINES[probe]?.safeParse(given);
  const [issue] = checked?.error?.issues ?? [];
  if (issue === undefined) return given;
  const field = issue.path.join('.') || 'line';
  throw new LineFault(`${field}: ${issue.message}`, field, (given as { id?: unknown } | undefined)?.id);
}

/** Why a line cannot be judged, for its answer line. */
export class LineFault extends Error {
  constructor(
    message: string,
    readonly field?: string,
    readonly id?: unknown,
  ) {
    super(message);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new LineFault('the line is no JSON');
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === null ? [] : [[name, withoutNulls(one)]])),
  );
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
