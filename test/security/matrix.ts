import { Agent, request } from 'node:http';
import type { Caller, World } from './callers';
import { ROUTE_TABLE } from './route-table';
import type { Expectation } from './route-table';

/** What one caller got on one route. */
export interface Answer {
  readonly route: string;
  readonly caller: string;
  readonly expected: number;
  readonly status: number;
  /** The answer showed an id of the first clinic to the other one. */
  readonly leaked: boolean;
}

const NOBODYS = '00000000-0000-4000-8000-00000000dead';
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** One request with its path exactly as given: `fetch` would tidy it. */
export function ask(
  url: string,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  const headers = {
    ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...options.headers,
  };
  return new Promise((resolve) => {
    const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    sent.on('error', () => resolve({ status: 0, text: '' })); // the server closed without an answer
    sent.end(body);
  });
}

export function expectedOf(caller: Caller, expectation: Expectation): number {
  if (expectation.needs === 'anybody') return expectation.allowed;
  if (caller.kind === 'none' || caller.kind === 'dead') return 401;
  if (!caller.permissions.includes(expectation.needs)) return 403;
  return caller.kind === 'foreign' ? expectation.foreign : expectation.allowed;
}

/** The pattern with ids in it: this clinic's object where the route reads, or where a stranger tries to act on it. */
export function pathOf(route: string, { objects }: World, real: boolean): string {
  const [, pattern = ''] = route.split(' ');
  return pattern.replace(
    /([^/]+)\/:\w+/g,
    (_all, word: string) => `${word}/${real ? (objects[word] ?? NOBODYS) : NOBODYS}`,
  );
}

/** Every route of the table asked by every caller; routes that end sessions last. */
export async function runMatrix(url: string, world: World, routes = Object.keys(ROUTE_TABLE)): Promise<Answer[]> {
  const ending = routes.filter((route) => ROUTE_TABLE[route]?.endsSession === true);
  const answers: Answer[] = [];
  for (const route of routes.filter((one) => !ending.includes(one)))
    answers.push(...(await askAll(url, world, route, 0)));
  // Each with a session of its own, so that the next one is still signed in.
  for (const [at, route] of ending.entries()) answers.push(...(await askAll(url, world, route, at + 1)));
  return answers;
}

async function askAll(url: string, world: World, route: string, session: number): Promise<Answer[]> {
  const expectation = ROUTE_TABLE[route];
  if (expectation === undefined) throw new Error(`${route} is not in the table.`);
  return Promise.all(
    world.callers.map(async (caller) => {
      const [method = ''] = route.split(' ');
      const token = caller.tokens[session] ?? caller.tokens[0];
      const path = pathOf(route, world, expectation.real || caller.kind === 'foreign');
      const body = method === 'GET' || method === 'DELETE' ? undefined : (expectation.body?.(world.objects) ?? {});
      const { status, text } = await ask(url, method, path, { token, body });
      const leaked =
        caller.kind === 'foreign' && Object.values(world.objects).some((id) => id.length === 36 && text.includes(id));
      return { route, caller: caller.name, expected: expectedOf(caller, expectation), status, leaked };
    }),
  );
}

export const isWrong = ({ expected, status, leaked }: Answer): boolean => status !== expected || leaked;

/** Spellings of a path that have slipped past guards elsewhere (CVE-2025-69211, CVE-2026-2293, -33011, -54281). */
export function variantsOf(path: string): { method?: string; path: string; headers?: Record<string, string> }[] {
  const [, api = '', ...rest] = path.split('/');
  const tail = rest.join('/');
  return [
    { path },
    { path: path.toUpperCase() },
    { path: `${path}/` },
    { path: `/${path}` },
    { path: `${path}//` },
    { path: `/${api}//${tail}` },
    { path: `${path};x=1` },
    { path: `/${api};x=1/${tail}` },
    { path: `/%2e${path}` },
    { path: `/.${path}` },
    { path: `/assets/..${path}` },
    { path: `/assets/%2e%2e${path}` },
    { path: `/assets/..%2f${path.slice(1)}` },
    { path: `/health/live/..${path}` },
    { path: path.replace('a', '%61') },
    { path: path.replaceAll('/', '%2f') },
    { path: path.replaceAll('/', '\\') },
    { path: `${path}%00` },
    { path: `${path}.json` },
    { path: `${path}?x=%2e%2e/health/live` },
    { path: `http://127.0.0.1${path}` },
    { method: 'HEAD', path },
    { method: 'OPTIONS', path },
    { method: 'TRACE', path },
    { method: 'POST', path, headers: { 'x-http-method-override': 'GET' } },
    { path, headers: { 'x-original-url': '/health/live', 'x-rewrite-url': '/health/live' } },
    { path, headers: { authorization: 'Bearer ' } },
    { path, headers: { authorization: 'Basic YWRtaW46YWRtaW4=' } },
  ];
}

/** Asks every spelling of every route that is not public. @returns those that were answered with 2xx. */
export async function tryVariants(
  url: string,
  world: World,
  token?: string,
): Promise<{ asked: number; through: string[] }> {
  const through: string[] = [];
  let asked = 0;
  for (const [route, { needs }] of Object.entries(ROUTE_TABLE)) {
    if (needs === 'anybody') continue;
    const [usual = ''] = route.split(' ');
    const variants = variantsOf(pathOf(route, world, true));
    asked += variants.length;
    await Promise.all(
      variants.map(async ({ method = usual, path, headers }) => {
        const body = ['POST', 'PUT', 'PATCH'].includes(method) ? {} : undefined;
        const { status } = await ask(url, method, path, { token, body, headers });
        if (status >= 200 && status < 300) through.push(`${method} ${path}`);
      }),
    );
  }
  return { asked, through };
}
