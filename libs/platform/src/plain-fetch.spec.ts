import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI from 'openai';
import { plainFetch } from './plain-fetch';

let server: Server;
/** Every byte there is, which no text has. */
const sound = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
beforeAll(async () => {
  const chunk = `data: ${JSON.stringify({ choices: [{ delta: { content: 'Hello. ' } }] })}\n\n`;
  server = createServer((request, response) => {
    if (request.url === '/voice') {
      response.end(sound);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`${chunk.repeat(50)}data: [DONE]\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('an answer of a chat API', () => {
  // Thrown at nobody, the failure of its socket would end the program, and fail this suite.
  it('may be given up when it has come whole and was read in part', async () => {
    const client = new OpenAI({
      apiKey: 'a key',
      baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      fetch: plainFetch,
    });
    const giveUp = new AbortController();
    const stream = await client.chat.completions.create(
      { model: 'a model', messages: [], stream: true },
      { signal: giveUp.signal },
    );
    for await (const chunk of stream) {
      expect(chunk.choices[0]?.delta.content).toBe('Hello. ');
      giveUp.abort();
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = await client.chat.completions.create({ model: 'a model', messages: [], stream: true });
    let words = '';
    for await (const chunk of next) words += chunk.choices[0]?.delta.content ?? '';
    expect(words).toHaveLength(350);
  });

  it('is refused by an AbortError when it was given up before', async () => {
    const giveUp = new AbortController();
    giveUp.abort();
    await expect(plainFetch('http://127.0.0.1:9/', { signal: giveUp.signal })).rejects.toThrow(/abort/i);
  });
});

describe('an answer that is sound', () => {
  it('comes as the bytes that were sent', async () => {
    const answer = await plainFetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/voice`);
    const pieces: Buffer[] = [];
    for await (const piece of answer.body as unknown as AsyncIterable<Buffer>) pieces.push(Buffer.from(piece));
    expect(Buffer.concat(pieces).equals(sound)).toBe(true);
  });
});
