import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One answer or a list of them, used in order. */
const answer = z.union([z.string(), z.array(z.string()).min(1)]);
const answers = z.record(z.string(), answer);

const visit = z.looseObject({
  doctor: z.string().optional(),
  /** Local to the case's timezone unless it has an offset. */
  startsAt: z.string().optional(),
  patient: z.string().optional(),
  status: z.string().default('booked'),
});

const expectation = z.looseObject({
  appointments: z.array(visit).optional(),
  appointments_any: z.array(z.array(visit)).optional(),
  holds: z.number().nullish(),
  must_say: z.array(answer).default([]),
  must_not_say: z.array(z.string()).default([]),
  escalated: z.boolean().nullish(),
  opted_out: z.boolean().nullish(),
  expectInstant: z.string().optional(),
  expectWaitlist: z.unknown().optional(),
  expectPatientDob: z.unknown().optional(),
  /** Hostile models. */
  db: z.unknown().optional(),
  must_not_reach_caller: z.array(z.string()).default([]),
  must_reach: z.array(answer).default([]),
  reply_required: z.boolean().optional(),
  reply_within_ms: z.number().optional(),
  max_model_requests: z.number().optional(),
  scope: z.string().optional(),
});

/** Somebody else acts: books, holds or cancels. */
const rival = z.looseObject({
  when: z.string().optional(),
  act: z.string().optional(),
  doctor: z.string().optional(),
  startsAt: z.string().optional(),
  patient: z.string().optional(),
});

const shared = {
  id: z.string(),
  tag: z.string().default('untagged'),
  lang: z.string().default('en'),
  channel: z.enum(['voice', 'sms', 'chat']).default('chat'),
  clock: z.string().optional(),
  timezone: z.string().optional(),
  from: z.string().nullish(),
  world: z.record(z.string(), z.unknown()).default({}),
  goal: z.string().optional(),
  expect: expectation.default({ must_say: [], must_not_say: [], must_not_reach_caller: [], must_reach: [] }),
  /** Outside the sample that is looked at while building. */
  heldBack: z.boolean().optional(),
};

const callerSchema = z.looseObject({
  ...shared,
  volunteer: z.string(),
  /** What follows, one after another, whatever is answered: for languages in which the scripted caller does not hear what is asked. */
  says: z.array(z.string()).optional(),
  answers: answers.default({}),
  answersAfterBooked: answers.optional(),
  accepts: z.array(visit).optional(),
  changes_of_mind: z.array(z.looseObject({ when: z.string(), say: z.string() })).default([]),
  stop: z.looseObject({ when: z.string(), say: z.string().optional() }).default({ when: 'done' }),
  maxTurns: z.number().default(16),
  webhook: z.record(z.string(), z.string()).optional(),
  prior: z.unknown().optional(),
  silentTurns: z.number().optional(),
  afterSilence: z.string().optional(),
  deliverEachMessage: z.number().optional(),
  continueOn: z.string().optional(),
  hangUpAfter: z.number().optional(),
  rival: z.union([rival, z.array(rival)]).optional(),
});

const call = z.looseObject({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) });
const modelItem = z.looseObject({
  say: z.string().optional(),
  say_chunks: z.array(z.string()).optional(),
  chunk_delay_ms: z.number().optional(),
  tool_call: call.optional(),
  tool_calls: z.array(call).optional(),
  tool_call_raw: z.looseObject({ name: z.string(), arguments: z.string() }).optional(),
  http_status: z.number().optional(),
  times: z.number().optional(),
  finish_reason: z.string().optional(),
  then: z.string().optional(),
  loop: z.unknown().optional(),
  before_tool: z.unknown().optional(),
});
const hostileSchema = z.looseObject({
  ...shared,
  script: z.array(z.looseObject({ user: z.string(), model: z.array(modelItem).default([]) })).min(1),
  after_script: z.string().optional(),
});

const probeFields = {
  id: z.union([z.string(), z.number()]).transform(String),
  tag: z.string().default('untagged'),
  lang: z.string().default('en'),
  text: z.string(),
  heldBack: z.boolean().optional(),
};
const dateSchema = z.looseObject({ ...probeFields, now: z.string(), tz: z.string() });
const specialtySchema = z.looseObject({ ...probeFields, specialties: z.array(z.string()) });
const guardSchema = z.looseObject({
  ...probeFields,
  text: z.string().optional(),
  say: z.string(),
  facts: z.looseObject({
    now: z.string(),
    tz: z.string(),
    doctors: z.array(z.union([z.string(), z.looseObject({ name: z.string(), specialty: z.string().optional() })])),
  }),
  expect: z.looseObject({ allowed: z.boolean() }),
  /** The guard is known to judge it otherwise. */
  missed: z.boolean().optional(),
});
const emergencySchema = z.looseObject({ ...probeFields, channel: z.string().default('chat') });

export type CallerCase = z.infer<typeof callerSchema>;
export type HostileCase = z.infer<typeof hostileSchema>;
export type DateCase = z.infer<typeof dateSchema>;
export type SpecialtyCase = z.infer<typeof specialtySchema>;
export type EmergencyCase = z.infer<typeof emergencySchema>;
export type GuardCase = z.infer<typeof guardSchema>;
export type ModelItem = z.infer<typeof modelItem>;
export type Rival = z.infer<typeof rival>;
export type ExpectedVisit = z.infer<typeof visit>;
export type Expectation = z.infer<typeof expectation>;
export type TalkCase = CallerCase | HostileCase;

export type EvalCase =
  | { readonly kind: 'caller'; readonly case: CallerCase }
  | { readonly kind: 'hostile'; readonly case: HostileCase }
  | { readonly kind: 'date'; readonly case: DateCase }
  | { readonly kind: 'specialty'; readonly case: SpecialtyCase }
  | { readonly kind: 'emergency'; readonly case: EmergencyCase }
  | { readonly kind: 'guard'; readonly case: GuardCase };

/** @throws Error naming the file, the line and the field. */
export function readCases(file: string): EvalCase[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [readCase(line, `${file}:${index + 1}`)]));
}

function readCase(line: string, place: string): EvalCase {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${place} is not JSON.`);
  }
  const fields = typeof value === 'object' && value !== null ? value : {};
  const read = <T>(schema: z.ZodType<T>): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Error(`${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'cannot be read'}.`);
  };
  if ('script' in fields) return { kind: 'hostile', case: read(hostileSchema) };
  if ('volunteer' in fields) return { kind: 'caller', case: read(callerSchema) };
  if ('say' in fields && 'facts' in fields) return { kind: 'guard', case: read(guardSchema) };
  if ('now' in fields && 'tz' in fields) return { kind: 'date', case: read(dateSchema) };
  if ('specialties' in fields) return { kind: 'specialty', case: read(specialtySchema) };
  if ('text' in fields) return { kind: 'emergency', case: read(emergencySchema) };
  throw new Error(`${place} is none of the known kinds of case.`);
}
