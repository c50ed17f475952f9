import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv2020 from 'ajv/dist/2020';
import type { ChatMessage } from '../ports/chat-model';
import { MODEL_TOOLS } from '../tools/toolbox';
import { OpenAiChatModel } from './openai-chat-model';

const specs = process.env['CLINICALL_SPECS_DIR'];
if (!specs)
  process.stderr.write(
    'CLINICALL_SPECS_DIR is not set: our chat requests are NOT checked against the OpenAI description.\n',
  );

/** The errors of a chat request in the eyes of OpenAI's description; null when it has none. */
function judge(request: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({
    $id: 'openai.json',
    ...JSON.parse(readFileSync(`${specs ?? ''}/openai-chat-audio.strict.json`, 'utf8')),
  });
  const validate = ajv.compile({ $ref: 'openai.json#/components/schemas/CreateChatCompletionRequest' });
  return validate(request) ? null : validate.errors;
}

/** What really goes over the wire, for a server that refuses it after reading. */
async function sent(messages: readonly ChatMessage[]): Promise<unknown> {
  let body = '';
  const server = createServer((request, response) => {
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () =>
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model = new OpenAiChatModel({ provider: 'here', baseUrl, apiKey: 'none', model: 'gpt-4o' });
  const events = model.complete({ messages, tools: MODEL_TOOLS }, new AbortController().signal);
  const read = () => events[Symbol.asyncIterator]().next();
  await expect(read()).rejects.toThrow();
  server.closeAllConnections();
  server.close();
  return JSON.parse(body);
}

(specs ? describe : describe.skip)('our chat requests, by OpenAI’s published description', () => {
  it('are right with every tool, a call and its result', async () => {
    const request = await sent([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'A cardiologist tomorrow?' },
      {
        role: 'assistant',
        content: '',
        toolCalls: [{ callId: 'c1', name: 'find_slots', arguments: '{"when":"tomorrow"}' }],
      },
      { role: 'tool', callId: 'c1', content: '{"ok":true,"next":["hold_slot"]}' },
    ]);
    expect(request).toMatchObject({ stream: true, store: false });
    expect(judge(request)).toBeNull();
  });

  it('would be found wrong without messages, and with a field that does not exist', async () => {
    expect(judge({ model: 'gpt-4o' })).not.toBeNull();
    const request = (await sent([{ role: 'user', content: 'Hello' }])) as object;
    expect(judge({ ...request, mesages: [] })).not.toBeNull();
  });
});
