import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { request as requestPlain } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestSealed } from 'node:https';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { LookupFunction } from 'node:net';

/** Longest answer that is read. */
const MOST_BYTES = 262_144;
/** Milliseconds for the whole exchange, unless the caller's signal ends it sooner. */
const PATIENCE_MS = 5_000;

/** What is not the public internet: IANA's registries of special-purpose addresses. */
const notPublic = new BlockList();
for (const network of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24',
  '192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
  '2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20',
].flatMap((line) => line.split(' '))) {
  const [address = '', prefix] = network.split('/');
  notPublic.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
}
/** Of IPv6 only global unicast is given out (RFC 4291); with it go mapped, translated, local and link-local ones. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Resolves a name to all its addresses, as node:dns does. */
export type LookupAll = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface OutwardBounds {
  /** Hosts (`name`, or `name:port`) that may stand in a private network, and be spoken to without TLS. */
  readonly privateHosts: readonly string[];
  readonly lookup?: LookupAll;
}

/** What is asked of it: a part of the Fetch API's init. */
export interface OutwardRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ConstructorParameters<typeof Response>[0];
  readonly signal?: AbortSignal;
}

/**
 * A fetch to addresses that somebody else has named: https, to public addresses alone. The address judged is the one
 * connected to, so a name that changes its mind (DNS rebinding) gains nothing. Redirects are answers, never followed;
 * an answer is read up to 256 KiB, within 5 s.
 * @throws TypeError, as fetch does, for an address that may not be asked and for an answer out of bounds.
 */
export function outwardFetch({ privateHosts, lookup = systemLookup }: OutwardBounds) {
  return async (url: string, asked: OutwardRequest = {}): Promise<Response> => {
    const address = new URL(url);
    const trusted = privateHosts.includes(address.host) || privateHosts.includes(address.hostname);
    refuseAddress(address, trusted);
    const body = asked.body == null ? undefined : Buffer.from(await new Response(asked.body).arrayBuffer());
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const options: RequestOptions = {
      method: asked.method ?? 'GET',
      headers: { ...asked.headers, ...(body === undefined ? {} : { 'content-length': String(body.length) }) },
      agent: false, // no connection outlives its answer, or the judgement of its address
      signal: asked.signal === undefined ? patience : AbortSignal.any([asked.signal, patience]),
      lookup: judged(lookup, trusted ? () => true : isPublicAddress),
    };
    const request = address.protocol === 'https:' ? requestSealed(address, options) : requestPlain(address, options);
    return readAnswer(await answerOf(request, body));
  };
}

function refuseAddress({ protocol, hostname, username, password }: URL, trusted: boolean): void {
  if (protocol !== 'https:' && !(trusted && protocol === 'http:')) throw new TypeError('must be https');
  if (username + password !== '') throw new TypeError('must carry no name or password');
  // A literal address is connected to without a lookup.
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (!trusted && isIP(literal) !== 0 && !isPublicAddress(literal)) throw new TypeError('is no public address');
}

/** Refuses a name of which any address is not good. */
function judged(lookup: LookupAll, isGood: (address: string) => boolean): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        done(error, []);
        return;
      }
      const [first] = addresses;
      if (first === undefined || !addresses.every((one) => isGood(one.address))) done(privateName(), []);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function privateName(): NodeJS.ErrnoException {
  return new TypeError('leads to no public address');
}

async function answerOf(request: ClientRequest, body: Buffer | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', (fault) => reject(new TypeError('was not answered', { cause: fault })));
    request.end(body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > MOST_BYTES) throw new TypeError('answers with too much');
      parts.push(part);
    }
  } finally {
    answer.destroy();
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  const status = answer.statusCode ?? 502;
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : Buffer.concat(parts), { status, headers });
}
