import type { Wire } from '@clinicall/platform';
import type { ModelTool } from '../ports/chat-model';

type Schema = Readonly<Record<string, unknown>>;

/** A tool as it goes over the wire. */
export function wireTool({ name, description, parameters }: ModelTool, { knowsStrict }: Wire) {
  const schema = knowsStrict ? parameters : loose(parameters);
  const strict = knowsStrict ? { strict: true } : {};
  return { type: 'function' as const, function: { name, description, parameters: { ...schema }, ...strict } };
}

/**
 * The schema for servers whose own has one type a field ("Proto field is not repeating, cannot start list") and no
 * `additionalProperties`: what may be null is nullable, and not required.
 */
function loose({ type, properties, required }: Schema): Schema {
  const all = Object.entries((properties ?? {}) as Record<string, Schema>);
  const nullable = new Set(all.filter(([, one]) => Array.isArray(one['type'])).map(([name]) => name));
  return {
    type,
    properties: Object.fromEntries(all.map(([name, schema]) => [name, nullable.has(name) ? oneType(schema) : schema])),
    required: ((required ?? []) as string[]).filter((name) => !nullable.has(name)),
  };
}

function oneType(schema: Schema): Schema {
  const type = (schema['type'] as string[]).find((one) => one !== 'null');
  const values = schema['enum'] as unknown[] | undefined;
  return {
    ...schema,
    type,
    nullable: true,
    ...(values === undefined ? {} : { enum: values.filter((value) => value !== null) }),
  };
}
