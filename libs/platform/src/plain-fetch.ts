import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';

const agents = { plain: new PlainAgent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };

/**
 * `fetch` as far as the vendor's SDK needs it, over Node's own HTTP client: a streamed answer costs a third of the processor
 * time, for no web streams are made of it. A redirect is not followed: a chat API has none, and the words are a patient's.
 * @throws the socket's error; an AbortError when `init.signal` is aborted.
 */
export async function plainFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const body = init.body ?? undefined;
  if (body !== undefined && typeof body !== 'string') throw new TypeError('A chat request is JSON text.');
  const given = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
  const headers = Object.fromEntries(given.entries());
  const secure = url.protocol === 'https:';
  const options = {
    agent: secure ? agents.secure : agents.plain,
    method: init.method ?? 'GET',
    headers: body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
  };
  const { signal } = init;
  signal?.throwIfAborted();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = (secure ? secureRequest : plainRequest)(url, options, resolve);
    asked.on('error', reject);
    // Node's own `signal` would hang on the pooled socket as well, and break it under whoever has it by then.
    const stop = () => {
      reject(new DOMException('The request was aborted.', 'AbortError'));
      // Without an error, which a socket between two requests would throw at nobody.
      asked.destroy();
    };
    signal?.addEventListener('abort', stop, { once: true });
    asked.on('close', () => signal?.removeEventListener('abort', stop));
    asked.end(body);
  });
  return responseOf(answer, url);
}

function responseOf(answer: IncomingMessage, url: URL): Response {
  // Who reads the body hears its failure; one that comes when nobody reads any more, as of an answer cut off, is of no interest.
  answer.on('error', () => undefined);
  const status = answer.statusCode ?? 0;
  // The SDK asks them by `get` and `entries`, in small letters; web headers check every value anew.
  const headers = new Map(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const words = () => text(answer);
  // The body is read as it comes, by its async iterator, in bytes (a voice's are no text), or at once.
  const response = {
    status,
    ok: status >= 200 && status < 300,
    statusText: answer.statusMessage ?? '',
    url: url.href,
    headers,
    body: answer,
    text: words,
    json: async () => JSON.parse(await words()) as unknown,
  };
  return response as unknown as Response;
}
