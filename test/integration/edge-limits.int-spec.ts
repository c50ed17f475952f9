import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ LOCAL_AI_PORT: '9' });
}, 60_000);
afterAll(() => product.stop());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${product.url}/api/v1${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

function raw(text: string): Socket {
  const socket = connect(Number(new URL(product.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(text);
  return socket;
}

/** All that a socket says until it is closed. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (part) => (text += part.toString('latin1')));
    socket.on('close', () => resolve(text));
  });
}

describe('what one stranger may take', () => {
  it.each([
    ['/auth/login', 65 * 1024],
    ['/chat', 65 * 1024],
    ['/import', 1025 * 1024],
  ])('of a body at %s is less than %i bytes', async (path, size) => {
    const answer = await post(path, JSON.stringify({ x: 'x'.repeat(size) }));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'payload_too_large' });
  });

  it('of a body at /import is what a clinic needs', async () => {
    expect((await post('/import', JSON.stringify({ x: 'x'.repeat(900 * 1024) }))).status).toBe(401);
  });

  it('of headers is 16 KiB', async () => {
    const answer = await answerOf(raw(`GET /health/live HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(17_000)}\r\n\r\n`));
    expect(answer).toMatch(/^HTTP\/1\.1 431/);
  });

  it.each([
    ['{"a":', 'validation_failed'],
    ['{"__proto__":{"x":1}}', 'validation_failed'],
    ['[]', 'validation_failed'],
    [`{"email":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'validation_failed'],
  ])('of our patience with a body like %.20p is a named refusal', async (body, code) => {
    const answer = await post('/auth/login', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code });
  });

  it('of time is five seconds for its headers, and meanwhile everybody else is served', async () => {
    const begun = Date.now();
    const slow = Array.from({ length: 200 }, () => raw('GET /health/live HTTP/1.1\r\nhost: x\r\n'));
    const dribble = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('x-a: b\r\n')), 500);
    const answers = Promise.all(slow.map(answerOf));
    const waits: number[] = [];
    while (Date.now() - begun < 3_000) {
      const asked = Date.now();
      expect((await fetch(`${product.url}/health/live`)).status).toBe(200);
      waits.push(Date.now() - asked);
      // No faster than the limit of one address: on a quick machine three seconds are thousands of requests.
      await sleep(30);
    }
    expect(waits.sort((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(250);
    const ended = await answers;
    clearInterval(dribble);
    expect(Date.now() - begun).toBeGreaterThan(4_000);
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(new Set(ended.map((text) => text.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']));
  }, 30_000);

  it('of connections is counted, and so is the time for a body', () => {
    const server = product.app.getHttpServer();
    expect([server.maxConnections, server.requestTimeout, server.headersTimeout, server.maxHeadersCount]).toEqual([
      5_000, 30_000, 5_000, 100,
    ]);
  });
});

describe('what a browser is told', () => {
  it.each(['/', '/docs', '/docs/docs.js', '/assets/page.js', '/nowhere'])(
    'at %s is to run our own files alone',
    async (path) => {
      const { headers } = await fetch(product.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch("script-src 'self';");
      expect(policy).toMatch("style-src 'self';");
      expect(policy).toMatch("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    },
  );

  it('of data is to show it nowhere and keep it nowhere', async () => {
    const { status, headers } = await fetch(`${product.url}/api/v1/patients`);
    expect(status).toBe(401);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
  });

  it('of other origins is nothing: CORS is closed', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const [path, method] of [
      ['/api/v1/auth/login', 'OPTIONS'],
      ['/api/v1/patients', 'OPTIONS'],
      ['/api/v1/patients', 'GET'],
      ['/', 'GET'],
    ] as const) {
      const answer = await fetch(product.url + path, { method, headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      if (method === 'OPTIONS') expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });
});
