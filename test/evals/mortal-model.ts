import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Requests that are answered; the next one dies in the middle of its first words. */
const ANSWERED = 4;
const FIRST_WORDS = {
  choices: [{ index: 0, delta: { role: 'assistant', content: 'Let me ch' }, finish_reason: null }],
};

/** The first model in line: answers as local-ai does until it is killed in the middle of an answer, and listens no more. */
export class MortalModel {
  private server: Server | undefined;
  private answered = 0;
  private port = 0;
  private diedAt = -Infinity;

  /** @param restMs how long the product leaves it alone after its death; its next life begins when that is over. */
  constructor(
    private readonly honest: () => string,
    private readonly restMs = 0,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/v1`;
  }

  /** Alive again, for the next talk, under the same address. */
  async live(): Promise<void> {
    this.answered = 0;
    await sleep(Math.max(0, this.diedAt + this.restMs - performance.now()));
    if (this.server?.listening === true) return;
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server?.listening !== true) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      if (this.answered++ === ANSWERED) {
        await this.die(response);
        return;
      }
      const path = (request.url ?? '').replace(/^\/v1/, '');
      const answer = await fetch(`${this.honest()}${path}`, {
        method: request.method,
        headers: { 'content-type': 'application/json' },
        ...(parts.length === 0 ? {} : { body: Buffer.concat(parts) }),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.destroy();
    }
  }

  private async die(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    this.diedAt = performance.now();
    await new Promise((resolve) => response.write(`data: ${JSON.stringify(FIRST_WORDS)}\n\n`, resolve));
    await this.stop();
  }
}
