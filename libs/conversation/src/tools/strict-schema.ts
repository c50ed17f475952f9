import { z } from 'zod';

type Schema = Record<string, unknown>;

/**
 * JSON Schema as strict function calling wants it (https://platform.openai.com/docs/guides/function-calling, strict
 * mode): every property required, no others, what may be left out is nullable, and no keywords of size.
 */
export function strictSchema(shape: z.ZodRawShape): Schema {
  const full = z.toJSONSchema(z.strictObject(shape), { io: 'input' }) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const properties = full.properties ?? {};
  const required = new Set(full.required ?? []);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, property(schema, required.has(name))]),
    ),
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function property(schema: Schema, required: boolean): Schema {
  const inner = (schema['anyOf'] as Schema[] | undefined)?.find((one) => one['type'] !== 'null') ?? schema;
  const description = inner['description'] ?? schema['description'];
  const plain: Schema = { type: required ? inner['type'] : [inner['type'], 'null'] };
  if (inner['enum'] !== undefined) plain['enum'] = required ? inner['enum'] : [...(inner['enum'] as unknown[]), null];
  if (description !== undefined) plain['description'] = description;
  return plain;
}
