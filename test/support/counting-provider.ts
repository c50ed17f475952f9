import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands where every paid provider would, refuses everything, and counts what it is asked. */
export interface CountingProvider {
  /** Ends in /v1. */
  readonly url: string;
  /** Requests that would have opened something: a completion, a transcription, speech. */
  asked(): number;
  stop(): Promise<void>;
}

export async function startCountingProvider(): Promise<CountingProvider> {
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.method === 'POST') asked += 1;
    request.resume();
    response.writeHead(request.method === 'GET' ? 200 : 503, { 'content-type': 'application/json' }).end('{"data":[]}');
  });
  server.on('upgrade', (_request, socket) => {
    asked += 1; // a realtime session
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
