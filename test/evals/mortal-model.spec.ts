import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logLines } from './supervision-log';
import { MortalModel } from './mortal-model';

let honest: Server;
let model: MortalModel;

beforeEach(async () => {
  honest = createServer((_request, response) => response.end('{"answered":true}'));
  await new Promise<void>((resolve) => honest.listen(0, '127.0.0.1', resolve));
  model = new MortalModel(() => `http://127.0.0.1:${(honest.address() as AddressInfo).port}/v1`);
  await model.live();
});
afterEach(async () => {
  await model.stop();
  honest.closeAllConnections();
  honest.close();
});

const ask = async (): Promise<string> =>
  (await fetch(`${model.url}/chat/completions`, { method: 'POST', body: '{}' })).text();

it('answers as the honest one, dies in the middle of a word, listens no more, and lives again at the same place', async () => {
  const { url } = model;
  for (let request = 0; request < 4; request++) expect(await ask()).toBe('{"answered":true}');
  await expect(ask()).rejects.toThrow();
  await expect(ask()).rejects.toThrow();
  await model.live();
  expect(model.url).toBe(url);
  expect(await ask()).toBe('{"answered":true}');
});

it('a log is read turn by turn, with what failed', () => {
  const turn = { heard: null, interrupted: false };
  const lines = logLines({
    turns: [
      { ...turn, who: 'caller', text: 'Yes', seq: 1 },
      {
        ...turn,
        who: 'agent',
        text: 'Booked.',
        seq: 2,
        provider: 'local-ai',
        model: 'local',
        modelRequests: 2,
        durationMs: 40,
        failures: [{ reason: 'no_answer' }],
      },
    ],
    toolCalls: [{ seq: 2, name: 'confirm_appointment', arguments: '{}', result: { ok: true }, latencyMs: 7 }],
    guardActions: [{ seq: 2, guard: 'truth', action: 'withheld', reason: 'time', text: 'At six.' }],
  });
  expect(lines).toEqual([
    '> Yes',
    '< Booked.',
    '    failure {"reason":"no_answer"}',
    '    confirm_appointment {} -> ok 7 ms',
    '    guard truth withheld: time "At six."',
    '    model local-ai/local, 2 requests, turn 40 ms',
  ]);
});
