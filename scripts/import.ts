// `npm run import -- FILE.json`: puts a world (docs/operations.md) into the running product, as its operator.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLocalAccess, readSecrets } from './data-folder';
import { DEMO_ADMIN_EMAIL } from './launch-plan';
import { repositoryRoot } from './postgres-binaries';

const given = (name: string): string | undefined => process.env[name]?.trim() || undefined;

async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Which file? npm run import -- FILE.json');
  const folder = given('CLINICALL_DATA_DIR') ?? join(repositoryRoot(), '.clinicall');
  const baseUrl =
    given('PUBLIC_URL') ?? readLocalAccess(folder)?.baseUrl ?? `http://127.0.0.1:${given('PORT') ?? '3000'}`;
  const email = given('ADMIN_EMAIL') ?? DEMO_ADMIN_EMAIL;
  const password = given('ADMIN_PASSWORD') ?? readSecrets(folder).adminPassword;
  const { accessToken } = await post<{ accessToken: string }>(`${baseUrl}/api/v1/auth/login`, { email, password });
  const world: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const made = await post(`${baseUrl}/api/v1/import`, world, accessToken);
  process.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
}

async function post<Answer>(url: string, body: unknown, token?: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Error(`No product answers at ${new URL(url).origin}: start it first (npm start).`);
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as Answer;
  const { detail, errors = [] } = answer as { detail: string; errors?: { field: string; message: string }[] };
  const fields = errors.map((one) => `  ${one.field}: ${one.message}`);
  throw new Error([detail, ...fields].join('\n'));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
