import { AppError } from '@clinicall/platform';
import type { ModelTool } from '../ports/chat-model';
import { cancelAppointment } from './cancel-appointment';
import { clinicInformation } from './clinic-information';
import { confirmAppointment } from './confirm-appointment';
import { endConversation } from './end-conversation';
import { findSlots } from './find-slots';
import { holdSlot } from './hold-slot';
import { identifyPatient } from './identify-patient';
import { joinWaitlist } from './join-waitlist';
import { listDoctors } from './list-doctors';
import { listMyAppointments } from './list-my-appointments';
import { registerPatient } from './register-patient';
import { rescheduleAppointment } from './reschedule-appointment';
import { strictArguments } from './strict-arguments';
import { strictSchema } from './strict-schema';
import { takeMessage } from './take-message';
import { refuse } from './tool';
import type { Tool, ToolResult } from './tool';
import type { ToolContext } from './tool-context';
import { transferToPerson } from './transfer-to-person';

/** All that the agent can do. */
export const TOOLS: readonly Tool[] = [
  listDoctors,
  findSlots,
  holdSlot,
  confirmAppointment,
  listMyAppointments,
  cancelAppointment,
  rescheduleAppointment,
  identifyPatient,
  registerPatient,
  joinWaitlist,
  clinicInformation,
  takeMessage,
  transferToPerson,
  endConversation,
];

/** The same for every request, so that a provider's prompt cache holds it. */
export const MODEL_TOOLS: readonly ModelTool[] = TOOLS.map(({ name, description, shape }) => ({
  name,
  description,
  parameters: strictSchema(shape),
}));

export function toolNamed(name: string): Tool | undefined {
  return TOOLS.find((tool) => tool.name === name);
}

/** What an answer of the model asks to be done: checked, or the refusal that names the fault. */
export type ReadCall =
  { readonly tool: Tool; readonly input: Record<string, unknown> } | { readonly fault: ToolResult };

export function readCall(name: string, json: string): ReadCall {
  const tool = toolNamed(name);
  if (tool === undefined) {
    return {
      fault: refuse(
        'unknown_tool',
        undefined,
        TOOLS.map((one) => one.name),
        { choices: TOOLS.map((one) => one.name) },
      ),
    };
  }
  const read = strictArguments(tool, readJson(json));
  if ('input' in read) return { tool, input: read.input };
  const { errors } = read;
  return { fault: refuse('invalid_arguments', undefined, [tool.name], { errors, choices: Object.keys(tool.shape) }) };
}

/** Runs a checked call. What a service refuses as wrong is a refusal here; a fault is thrown on. */
export async function runTool(tool: Tool, input: Record<string, unknown>, context: ToolContext): Promise<ToolResult> {
  if (tool.writes && context.isSpeculative) return refuse('not_yet', undefined, []);
  if (tool.books && context.state.emergency !== null) {
    return refuse('emergency', undefined, ['transfer_to_person']);
  }
  try {
    return await tool.run(input, context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'validation_failed') {
      return refuse('invalid_arguments', undefined, [tool.name], { errors: error.extra.errors ?? [] });
    }
    throw error;
  }
}

/** Without NUL and half surrogates, which the database cannot keep. */
function readJson(json: string): unknown {
  if (json.trim() === '') return {};
  try {
    return JSON.parse(
      json.replace(
        /\0|\\u0000|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/gi,
        ' ',
      ),
    );
  } catch {
    return undefined;
  }
}
