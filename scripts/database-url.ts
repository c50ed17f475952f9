import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error';
import { repositoryRoot } from './postgres-binaries';

/** Where the running product's database is: DATABASE_URL, else the embedded one. @throws PlainError when there is none. */
export function databaseUrl(variables: NodeJS.ProcessEnv): string {
  const given = variables['DATABASE_URL']?.trim();
  if (given) return given;
  const folder = variables['CLINICALL_DATA_DIR']?.trim() || join(repositoryRoot(), '.clinicall');
  const file = join(folder, 'postgres', 'launcher.json');
  if (!existsSync(file))
    throw new PlainError(`There is no database in ${folder}: start the product or set DATABASE_URL.`);
  const { password, port } = JSON.parse(readFileSync(file, 'utf8')) as { password: string; port: number };
  return `postgres://clinicall:${password}@127.0.0.1:${port}/clinicall`;
}
