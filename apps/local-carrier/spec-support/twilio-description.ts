import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { ACCOUNT_SID, AUTH_TOKEN } from './little-product';

interface Judge {
  /** What the description finds wrong. */
  faults(json: object): unknown[];
  /** Every field the resource has, sorted. */
  readonly fields: string[];
}

/** Twilio's published description of a resource as a judge; null, said loudly, where the descriptions are absent. */
export function judgeOf(resource: 'message' | 'call', folder: string | undefined): Judge | null {
  const file = join(folder ?? '', 'twilio-messages-calls.strict.json');
  if (folder === undefined || !existsSync(file)) {
    console.warn(`CLINICALL_SPECS_DIR has no descriptions: the ${resource} resource is not judged.`);
    return null;
  }
  const api = JSON.parse(readFileSync(file, 'utf8'), nullable) as {
    components: { schemas: Record<string, { properties: object }> };
  };
  const name = `api.v2010.account.${resource}`;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const check = ajv.compile({ components: api.components, $ref: `#/components/schemas/${name}` });
  return {
    faults: (json) => (check(json) ? [] : (check.errors ?? [])),
    fields: Object.keys(api.components.schemas[name]?.properties ?? {}).sort(),
  };
}

/** OpenAPI 3.0's `nullable` in JSON Schema's words. */
function nullable(_key: string, value: unknown): unknown {
  const schema = value as { nullable?: boolean; type?: string } | null;
  return schema && typeof schema === 'object' && schema.nullable && schema.type
    ? { ...schema, type: [schema.type, 'null'] }
    : value;
}

/** One resource of the account, as it stands on the wire. */
export async function resource(base: string, path: string): Promise<object> {
  const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`;
  const answer = await fetch(`${base}/2010-04-01/Accounts/${ACCOUNT_SID}/${path}`, { headers: { authorization } });
  return (await answer.json()) as object;
}
