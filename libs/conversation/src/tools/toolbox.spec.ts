import Ajv from 'ajv';
import { TOOL_NAMES } from './tool';
import { MODEL_TOOLS, readCall, runTool, TOOLS } from './toolbox';
import type { ToolContext } from './tool-context';

describe('the tools', () => {
  it.each(TOOLS.filter((tool) => tool.writes).map((tool) => [tool.name, tool] as const))(
    '%s refuses to act while the caller may not be done',
    async (_name, tool) => {
      // No service stands behind it: whoever tried to act would fail otherwise.
      const context = { isSpeculative: true, state: { emergency: null } } as unknown as ToolContext;
      await expect(runTool(tool, {}, context)).resolves.toEqual({ ok: false, reason: 'not_yet', next: [] });
    },
  );

  it('are those of the contract', () => {
    expect(TOOLS.map((tool) => tool.name).sort()).toEqual([...TOOL_NAMES].sort());
    const shapes = Object.fromEntries(TOOLS.map((tool) => [tool.name, Object.keys(tool.shape)]));
    expect(shapes).toEqual({
      list_doctors: ['specialty', 'name', 'language'],
      find_slots: ['when', 'specialty', 'doctor', 'visitType'],
      hold_slot: ['option'],
      confirm_appointment: [],
      list_my_appointments: [],
      cancel_appointment: ['appointment', 'reason'],
      reschedule_appointment: ['appointment', 'option'],
      identify_patient: ['name', 'dateOfBirth', 'code', 'sendCode'],
      register_patient: ['name', 'dateOfBirth', 'phone'],
      join_waitlist: ['when', 'specialty', 'doctor'],
      clinic_information: ['question'],
      take_message: ['message', 'callbackNumber'],
      transfer_to_person: ['reason'],
      end_conversation: [],
    });
  });

  it.each(MODEL_TOOLS.map((tool) => [tool.name, tool.parameters] as const))(
    '%s has a strict schema',
    (_name, parameters) => {
      new Ajv({ strict: false }).compile(parameters);
      const { properties, required, additionalProperties } = parameters as {
        properties: object;
        required: string[];
        additionalProperties: boolean;
      };
      expect(required).toEqual(Object.keys(properties));
      expect(additionalProperties).toBe(false);
    },
  );

  it('what may be left out is nullable, and null and absent are the same', () => {
    const find = MODEL_TOOLS.find((tool) => tool.name === 'find_slots');
    expect(find?.parameters['properties']).toMatchObject({ when: { type: ['string', 'null'] } });
    expect(readCall('find_slots', '{"when":null}')).toMatchObject({ input: { when: undefined } });
    expect(readCall('find_slots', '')).toMatchObject({ input: {} });
  });

  it.each([
    ['hold_slot', '{"option":"2"}', 'option'],
    ['hold_slot', '{"option":2.5}', 'option'],
    ['hold_slot', '{"option":0}', 'option'],
    ['hold_slot', '{"option":1,"slotId":"x"}', 'slotId'],
    ['confirm_appointment', '{"patientId":"x"}', 'patientId'],
    ['take_message', '{"message":"   "}', 'message'],
    ['take_message', '[]', '(arguments)'],
    ['take_message', '{"message":', '(arguments)'],
  ])('%s refuses %s by naming %s', (name, json, field) => {
    expect(readCall(name, json)).toMatchObject({
      fault: { ok: false, reason: 'invalid_arguments', errors: [{ field }] },
    });
  });

  it('an unknown tool is refused with the ones there are', () => {
    expect(readCall('drop_tables', '{}')).toMatchObject({
      fault: { ok: false, reason: 'unknown_tool', choices: TOOLS.map((tool) => tool.name) },
    });
  });
});
