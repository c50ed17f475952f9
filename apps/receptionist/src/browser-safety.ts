import helmet from '@fastify/helmet';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

/** Binds a browser to our own files: no inline script or style, no frame, no other origin. */
const PAGES: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
};

/** What matters for an answer that is data: it is shown nowhere, and kept nowhere, for it may be a patient's. */
const DATA = ['strict-transport-security', 'x-content-type-options', 'referrer-policy', 'cross-origin-resource-policy'];
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The headers of every answer. Helmet is asked for them once: they never change, and asking it for each request cost a
 * twentieth of the request. CORS stays closed by there being none of it.
 */
export async function protectBrowsers(server: FastifyInstance): Promise<void> {
  const pages = await headersOf(PAGES);
  const data: Record<string, string> = { 'content-security-policy': DATA_POLICY, 'cache-control': 'no-store' };
  for (const name of DATA) data[name] = pages[name] ?? '';
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api/') ? data : pages);
    done();
  });
}

async function headersOf(options: FastifyHelmetOptions): Promise<Record<string, string>> {
  const [plain, safe] = await Promise.all([answerHeaders(), answerHeaders(options)]);
  const added = Object.entries(safe).filter(([name]) => !(name in plain));
  return Object.fromEntries(added.map(([name, value]) => [name, String(value)]));
}

async function answerHeaders(options?: FastifyHelmetOptions) {
  const server = fastify();
  if (options !== undefined) await server.register(helmet, options);
  server.get('/', () => '');
  const { headers } = await server.inject('/');
  await server.close();
  return headers;
}
