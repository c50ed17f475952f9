/**
 * Names of fields that hold or could quote a patient's data. Each room marks the columns of its own tables (its
 * `…-data.ts`); these here are how requests, carriers and secrets call the same things. Logs, traces and metrics ask this list.
 */
const marked = new Set<string>();

/** patient_name, patientName and PatientName are one name. */
const folded = (name: string): string => name.replace(/[^a-z0-9]/gi, '').toLowerCase();

export function markPhi(names: readonly string[]): void {
  for (const name of names) marked.add(folded(name));
}

export function isPhi(name: string): boolean {
  return marked.has(folded(name));
}

markPhi([
  'phi',
  'dob',
  'birthDate',
  'patientName',
  'phoneNumber',
  'from',
  'to',
  'caller',
  'callerNumber',
  'transcript',
]);
markPhi(['words', 'utterance', 'prompt', 'reply', 'digits', 'form', 'payload', 'query', 'parameters', 'email', 'ip']);
markPhi([
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'authorization',
  'secret',
  'cookie',
  'holdToken',
]);

const DEEP = 5;

/** A copy for sinks outside the database: values of marked fields are gone, whatever depth they stand at. */
export function withoutPhi(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Error || value instanceof Date) return value;
  if (depth === DEEP) return '[deep]';
  if (Array.isArray(value)) return value.map((one) => withoutPhi(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, isPhi(name) ? '[phi]' : withoutPhi(one, depth + 1)]),
  );
}

/**
 * What of a foreign error's message may be shown: libraries quote what they were given. Quoted parts, numbers of
 * phones and addresses go.
 */
export function withoutQuotes(message: string): string {
  return message
    .slice(0, 500)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '[quoted]')
    .replace(/\S+@\S+/g, '[address]')
    .replace(/\+?\d[\d ().-]{5,}\d/g, '[number]');
}
