import { createServer } from 'node:net';
import { Client } from 'pg';
import { PlainError } from './plain-error';

/** Ports on 127.0.0.1. */
export interface Ports {
  product: number;
  localAi: number;
  localCarrier: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const speechAndChat = [
  'OPENAI_BASE_URL',
  'OPENAI_STT_BASE_URL',
  'OPENAI_TTS_BASE_URL',
  'OPENAI_FALLBACK_BASE_URL',
] as const;

/** What is set, or undefined for unset and for blank. */
export function given(variables: Variables, name: string): string | undefined {
  return variables[name]?.trim() || undefined;
}

/** @throws PlainError naming the first address that nobody could call. */
export function checkAddresses(variables: Variables): void {
  for (const name of speechAndChat) {
    const url = httpAddress(variables, name, 'https://api.openai.com/v1');
    // Gemini's OpenAI-compatible endpoint ends in /v1beta/openai.
    if (url && !/\/v1(?:(?:beta|alpha)?\/openai)?\/*$/.test(url.pathname)) {
      throw new PlainError(
        `${name} is ${url.href}, which does not end in /v1; write it like https://api.openai.com/v1.`,
      );
    }
  }
  const carrier = httpAddress(variables, 'TWILIO_API_BASE_URL', 'https://api.twilio.com');
  if (carrier?.pathname.includes('2010-04-01')) {
    throw new PlainError('TWILIO_API_BASE_URL is written without /2010-04-01, like https://api.twilio.com.');
  }
  const publicUrl = httpAddress(variables, 'PUBLIC_URL', 'https://clinic.example.org');
  if (publicUrl && (publicUrl.pathname !== '/' || publicUrl.search !== '')) {
    throw new PlainError(`PUBLIC_URL is ${publicUrl.href}: write the host alone, like https://clinic.example.org.`);
  }
}

const chatProviders = [
  'OPENAI_BASE_URL',
  'OPENAI_API_KEY',
  'OPENAI_FALLBACK_BASE_URL',
  'OPENAI_FALLBACK_API_KEY',
] as const;

/** @throws PlainError when nobody could answer a patient: readiness would be waited for in vain. */
export function checkChatProvider(variables: Variables): void {
  if (given(variables, 'LOCAL_AI') !== 'off' || chatProviders.some((name) => given(variables, name) !== undefined))
    return;
  throw new PlainError(
    'LOCAL_AI is off and no other model is named: set OPENAI_API_KEY or OPENAI_BASE_URL, or leave LOCAL_AI on.',
  );
}

function httpAddress(variables: Variables, name: string, example: string): URL | null {
  const value = given(variables, name);
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new PlainError(`${name} is "${value}", which is not an http or https address; write it like ${example}.`);
  }
  return url;
}

export function readPorts(variables: Variables): Ports {
  return {
    product: portOf(variables, 'PORT', 3000),
    localAi: portOf(variables, 'LOCAL_AI_PORT', 3001),
    localCarrier: portOf(variables, 'LOCAL_CARRIER_PORT', 3002),
  };
}

function portOf(variables: Variables, name: string, fallback: number): number {
  const value = given(variables, name) ?? String(fallback);
  if (!/^\d{1,5}$/.test(value) || Number(value) < 1 || Number(value) > 65_535) {
    throw new PlainError(`${name} is "${value}", which is not a port number between 1 and 65535.`);
  }
  return Number(value);
}

/** @throws PlainError when another program listens there, with the name of the variable that moves us. */
export async function requireFreePort(port: number, variable: string, host = '127.0.0.1'): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE') {
    throw new PlainError(`Port ${port} is in use by another program: stop it, or set ${variable} to a free port.`);
  }
  if (code === 'EACCES')
    throw new PlainError(`Port ${port} is not open to this user: set ${variable} to one above 1023.`);
  if (code) throw new PlainError(`Nothing can listen on ${host} port ${port} (${code}): check ${variable} and HOST.`);
}

/** Asks the database that DATABASE_URL names one question; @throws PlainError that never holds the password. */
export async function checkDatabase(connectionString: string): Promise<void> {
  const url = URL.canParse(connectionString) ? new URL(connectionString) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new PlainError(
      'DATABASE_URL is not an address; write it like postgresql://user:password@host:5432/database.',
    );
  }
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < 150_000) {
      throw new PlainError(
        `DATABASE_URL names a PostgreSQL ${Math.floor(version / 10_000)}; Clinicall needs 15 or newer.`,
      );
    }
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(databaseSentence(url, error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function databaseSentence(url: URL, error: unknown): string {
  const where = `${url.hostname}:${url.port || '5432'}`;
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000') {
    return `The database at ${where} refuses user "${decodeURIComponent(url.username)}" or the password: check DATABASE_URL.`;
  }
  if (code === '3D000') {
    const name = decodeURIComponent(url.pathname.slice(1));
    return `The server at ${where} has no database "${name}": create it, or check DATABASE_URL.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `DATABASE_URL names the host ${url.hostname}, which cannot be found.`;
  return `The database at ${where} does not answer (${code ?? message ?? 'no reason given'}): start it, or check DATABASE_URL.`;
}
