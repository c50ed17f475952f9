import { readFileSync } from 'node:fs';
import { z } from 'zod';

const answer = z.union([z.string(), z.array(z.string()).min(1)]);
const place = z.looseObject({ doctor: z.string().optional(), startsAt: z.string().optional() });

/** A scripted call, the fields of a scripted caller's case that concern the caller; others are ignored. */
const schema = z.looseObject({
  from: z.string().optional(),
  to: z.string().optional(),
  lang: z.string().default('en'),
  volunteer: z.string(),
  answers: z.record(z.string(), answer).default({}),
  answersAfterBooked: z.record(z.string(), answer).optional(),
  accepts: z.array(place).optional(),
  changes_of_mind: z.array(z.object({ when: z.string(), say: z.string() })).default([]),
  stop: z.object({ when: z.string(), say: z.string().optional() }).default({ when: 'done' }),
  maxTurns: z.number().int().positive().default(20),
  expect: z
    .looseObject({
      appointments: z
        .array(place.extend({ patient: z.string().optional(), status: z.string().default('booked') }))
        .optional(),
      must_say: z.array(z.union([z.string(), z.array(z.string())])).optional(),
      must_not_say: z.array(z.string()).optional(),
    })
    .optional(),
});

export type CallScript = z.infer<typeof schema>;
export type Expectation = NonNullable<CallScript['expect']>;

/** @throws Error with one sentence naming the file and the field. */
export function readCallScript(file: string): CallScript {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read.`);
  }
  return parseCallScript(text, file);
}

export function parseCallScript(text: string, name: string): CallScript {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${name} is not JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'cannot be read'}.`);
}
