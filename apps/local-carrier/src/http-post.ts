import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

export type PostFailure = 'connect' | 'read';

export type PostResult =
  | { readonly ok: true; readonly status: number; readonly contentType: string; readonly body: Buffer }
  | { readonly ok: false; readonly failure: PostFailure; readonly detail: string };

export interface PostRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connectMs: number;
  readonly readMs: number;
}

const MAX_BODY = 1_048_576;

/**
 * One HTTP request that tells a connection that never came about from an answer that never came: Twilio's retry
 * policies need the difference, which `fetch` does not give.
 */
export function sendRequest(wanted: PostRequest): Promise<PostResult> {
  if (!URL.canParse(wanted.url)) return Promise.resolve({ ok: false, failure: 'connect', detail: 'not a URL' });
  const url = new URL(wanted.url);
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    let connected = false;
    const fail = (detail: string): void => resolve({ ok: false, failure: connected ? 'read' : 'connect', detail });
    const outgoing = send(url, { method: wanted.method, headers: wanted.headers, agent: false }, (incoming) => {
      void readBody(incoming).then(
        (body) => {
          clearTimeout(timer);
          resolve({
            ok: true,
            status: incoming.statusCode ?? 0,
            contentType: incoming.headers['content-type'] ?? '',
            body,
          });
        },
        (error: unknown) => fail(String(error)),
      );
    });
    let timer = setTimeout(() => outgoing.destroy(new Error('connect timeout')), wanted.connectMs);
    outgoing.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
        clearTimeout(timer);
        timer = setTimeout(() => outgoing.destroy(new Error('read timeout')), wanted.readMs);
      });
    });
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      fail(error.message);
    });
    outgoing.end(wanted.method === 'POST' ? wanted.body : undefined);
  });
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY) throw new Error('the answer is larger than a megabyte');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
