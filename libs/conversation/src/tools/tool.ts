import { z } from 'zod';
import type { ToolContext } from './tool-context';

/** What a tool tells the model; `say` has been spoken by code already when the model reads it. */
export interface ToolResult {
  readonly ok: boolean;
  readonly reason?: string;
  readonly say?: string;
  /** Names of tools that make sense now. */
  readonly next: readonly ToolName[];
  readonly [member: string]: unknown;
}

export const TOOL_NAMES = [
  'list_doctors',
  'find_slots',
  'hold_slot',
  'confirm_appointment',
  'list_my_appointments',
  'cancel_appointment',
  'reschedule_appointment',
  'identify_patient',
  'register_patient',
  'join_waitlist',
  'clinic_information',
  'take_message',
  'transfer_to_person',
  'end_conversation',
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** One declaration, from which come the check of arguments, the model's JSON Schema and the documentation. */
export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: ToolName;
  /** For the model: when to call it and what it does. */
  readonly description: string;
  readonly shape: Shape;
  /** Changes something outside the conversation: acts at most once a turn, and words before its result wait. */
  readonly writes: boolean;
  /** Not while an emergency stands. */
  readonly books: boolean;
  run(input: z.infer<z.ZodObject<Shape>>, context: ToolContext): Promise<ToolResult>;
}

export function declareTool<Shape extends z.ZodRawShape>(tool: Tool<Shape>): Tool {
  // The toolbox hands `run` only what this very shape has parsed.
  return tool;
}

/** An argument the caller need not give: absent and null are the same (strict mode sends null). */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

export const words = (most: number, description: string) => z.string().trim().min(1).max(most).describe(description);

/** A spoken number: "option 2". Models write it as a number, seldom as a numeral. */
export const spokenNumber = (description: string) => z.int().min(1).max(99).describe(description);

export const done = (
  result: Record<string, unknown>,
  say: string | undefined,
  next: readonly ToolName[],
): ToolResult => ({
  ok: true,
  ...result,
  ...(say === undefined ? {} : { say }),
  next,
});

export const refuse = (
  reason: string,
  say: string | undefined,
  next: readonly ToolName[],
  more: Record<string, unknown> = {},
): ToolResult => ({
  ok: false,
  reason,
  ...more,
  ...(say === undefined ? {} : { say }),
  next,
});
