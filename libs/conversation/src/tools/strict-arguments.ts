import { z } from 'zod';
import type { Tool } from './tool';

export type Arguments =
  | { readonly input: Record<string, unknown> }
  | { readonly errors: readonly { readonly field: string; readonly message: string }[] };

const schemas = new WeakMap<Tool, z.ZodObject>();

/** A model's arguments, which must be those of the tool and no others. @param given JSON as it was read. */
export function strictArguments(tool: Tool, given: unknown): Arguments {
  const schema = schemas.get(tool) ?? z.strictObject(tool.shape);
  schemas.set(tool, schema);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { input: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, message: 'is not an argument of this tool' }))
      : [{ field: issue.path.join('.') || '(arguments)', message: issue.message }],
  );
  return { errors };
}
