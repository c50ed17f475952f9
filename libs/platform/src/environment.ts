import { z } from 'zod';
import { AppError } from './app-error';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .optional()
  .transform((value) => value === '1' || value === 'true');
const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));
/** Gemini's OpenAI-compatible endpoint is the one that ends otherwise (ai.google.dev/gemini-api/docs/openai). */
const GEMINI = /\/v1(?:beta|alpha)?\/openai$/;
/** Azure OpenAI's path with a deployment and a dated version; its newer one ends in /openai/v1. */
const AZURE = /\/openai\/deployments\/[^/?]+\?api-version=[\w.-]+$/;
const url = (mustEnd?: string) =>
  text.pipe(
    z
      .url({ protocol: /^https?$/, message: 'must be an http or https address, such as http://127.0.0.1:3001/v1' })
      .transform((value) => value.replace(/\/+$/, ''))
      .refine((value) => mustEnd === undefined || value.endsWith(mustEnd) || GEMINI.test(value) || AZURE.test(value), {
        message: `must end in ${mustEnd ?? ''}`,
      })
      .optional(),
  );
const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const secret = text;

/** US dollars for a million tokens, with the page and the day they were read on. */
const price = z.strictObject({
  provider: z.string().min(1).optional(),
  model: z.string().min(1),
  input: z.number().min(0),
  cached: z.number().min(0).optional(),
  output: z.number().min(0),
  source: z.string().min(1),
  asOf: z.iso.date(),
});
const prices = text.transform((value, context) => {
  if (value === undefined) return [];
  const read = z.array(price).safeParse(readJson(value));
  if (read.success) return read.data;
  context.addIssue({
    code: 'custom',
    message:
      'must be a JSON list of {provider?, model, input, cached?, output, source, asOf: YYYY-MM-DD}, in US dollars for a million tokens',
  });
  return z.NEVER;
});

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3000),
  LOCAL_AI_PORT: port(3001),
  LOCAL_CARRIER_PORT: port(3002),
  LOCAL_AI: z.enum(['on', 'off']).default('on'),
  CLINICALL_ROLES: z
    .string()
    .default('web,media,jobs')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'media', 'jobs'])).min(1)),
  PUBLIC_URL: url(),
  DATABASE_URL: text,
  DATABASE_DIRECT_URL: text,
  DATABASE_MIGRATION_URL: text,
  DATABASE_ALLOW_DATA_LOSS: flag,
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(20),
  OPENAI_API_KEY: secret,
  OPENAI_BASE_URL: url('/v1'),
  OPENAI_STT_BASE_URL: url('/v1'),
  OPENAI_STT_API_KEY: secret,
  OPENAI_TTS_BASE_URL: url('/v1'),
  OPENAI_TTS_API_KEY: secret,
  OPENAI_CHAT_MODEL: z.string().default('gpt-4.1-mini'),
  OPENAI_STT_MODEL: z.string().default('whisper-1'),
  OPENAI_TTS_MODEL: z.string().default('gpt-4o-mini-tts'),
  OPENAI_TTS_VOICE: z.string().default('alloy'),
  OPENAI_FALLBACK_BASE_URL: url('/v1'),
  OPENAI_FALLBACK_API_KEY: secret,
  OPENAI_FALLBACK_CHAT_MODEL: z.string().default('gpt-4.1-mini'),
  ALLOWED_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((host) => host.trim().toLowerCase() || [])),
  PROVIDER_AGREEMENTS: z.string().default(''),
  REQUIRE_PROVIDER_AGREEMENT: flag,
  TWILIO_ACCOUNT_SID: text,
  TWILIO_AUTH_TOKEN: secret,
  TWILIO_AUTH_TOKEN_NEXT: secret,
  TWILIO_PHONE_NUMBER: text,
  TWILIO_API_BASE_URL: url(),
  TRANSFER_NUMBER: text,
  JWT_SECRET: secret,
  ADMIN_EMAIL: text,
  ADMIN_PASSWORD: secret,
  CLINICALL_DATA_DIR: z.string().default('.clinicall'),
  CLINICALL_DEMO: flag,
  CLINICALL_EMBEDDED_DATABASE: flag,
  CLINICALL_TEST_CLOCK: flag,
  SMTP_URL: text.pipe(
    z
      .url({
        protocol: /^smtps?$/,
        message: 'must be an smtp or smtps address, such as smtps://user:secret@mail.example.org',
      })
      .optional(),
  ),
  MAX_CALLS: z.coerce.number().int().min(1).max(100_000).default(500),
  CALLS_THREAD: z.enum(['on', 'off']).default('on'),
  RATE_LIMIT_PER_TOKEN: z.coerce.number().int().min(1).default(2000),
  RESUME_PAUSE_SECONDS: z.coerce.number().int().min(0).max(60).default(4),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(),
  MODEL_PRICES: prices,
  TOKENS_PER_TURN: z.coerce.number().int().min(1_000).default(60_000),
  TOKENS_PER_CONVERSATION: z.coerce.number().int().min(1_000).default(600_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

function readJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The typed environment of .env.example; names as there, lists and flags parsed, base URLs without a trailing slash. */
export type EnvironmentValues = z.infer<typeof schema>;

/** Injected wherever a setting is read; the only place that touches `process.env`. */
export class Environment {
  constructor(readonly values: EnvironmentValues) {}

  /** @throws AppError `bad_environment` naming every wrong variable in one sentence. */
  static read(source: NodeJS.ProcessEnv = process.env): Environment {
    const parsed = schema.safeParse(source);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      throw new AppError('bad_environment', `The environment is wrong: ${faults.join('; ')}.`);
    }
    const values = parsed.data;
    const production = values.NODE_ENV === 'production';
    if (production && values.JWT_SECRET === undefined) {
      throw new AppError('bad_environment', 'JWT_SECRET must be set when NODE_ENV=production.');
    }
    if (production && (values.CLINICALL_TEST_CLOCK || values.CLINICALL_DEMO)) {
      throw new AppError(
        'bad_environment',
        'CLINICALL_TEST_CLOCK and CLINICALL_DEMO are refused when NODE_ENV=production.',
      );
    }
    return new Environment(values);
  }

  get production(): boolean {
    return this.values.NODE_ENV === 'production';
  }

  /** Address that Twilio and patients reach us by, no trailing slash. */
  get publicUrl(): string {
    return this.values.PUBLIC_URL ?? `http://127.0.0.1:${this.values.PORT}`;
  }

  get localAiUrl(): string {
    return `http://127.0.0.1:${this.values.LOCAL_AI_PORT}/v1`;
  }

  get demo(): boolean {
    return !this.production && (this.values.CLINICALL_DEMO || this.values.CLINICALL_EMBEDDED_DATABASE);
  }

  hasRole(role: 'web' | 'media' | 'jobs'): boolean {
    return this.values.CLINICALL_ROLES.includes(role);
  }
}
