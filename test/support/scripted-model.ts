import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ScriptedAnswer {
  readonly text: string;
  /** Before the first word. */
  readonly delayMs?: number;
}

/** An OpenAI-compatible server that says what a test wants: for tests of everything around the words. */
export interface ScriptedModel {
  /** Ends in /v1. */
  readonly url: string;
  /** What the callers said last, request by request. */
  readonly heard: string[];
  /** Given the caller's last words. */
  answer: (words: string) => ScriptedAnswer | Promise<ScriptedAnswer>;
  stop(): Promise<void>;
}

export async function startScriptedModel(): Promise<ScriptedModel> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[]}');
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
        messages: { role: string; content: string }[];
      };
      const words = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
      heard.push(words);
      void (async () => {
        const { text, delayMs = 0 } = await model.answer(words);
        await sleep(delayMs);
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const chunk = (delta: object, finish: string | null) =>
          `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
        response.write(chunk({ role: 'assistant', content: text }, null));
        response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const model: ScriptedModel = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    heard,
    answer: () => ({ text: 'All right.' }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return model;
}
