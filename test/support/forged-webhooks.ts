import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Agent } from 'node:http';
import { signature } from './text-network';

type Form = Readonly<Record<string, string>>;

/** A request to one of Twilio's routes that Twilio did not make. */
export interface ForgedRequest {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Door {
  readonly path: string;
  readonly form: Form;
}

/** What a proxy in front of us might add, and a stranger therefore too. */
export const SPOOFS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '443' },
  {
    forwarded: 'for=127.0.0.1;host=evil.example;proto=https',
    'x-forwarded-for': '127.0.0.1',
    'x-real-ip': '127.0.0.1',
  },
  { 'x-original-url': '/health/live', 'x-rewrite-url': '/health/live', 'x-http-method-override': 'GET' },
  { host: 'evil.example' },
];

const FORM = 'application/x-www-form-urlencoded';
const encode = (form: Form) => new URLSearchParams(form).toString();

/** Every way we know to be wrong at one door. @param token the right one, @param origin PUBLIC_URL. */
export function forgeriesOf(door: Door, doors: readonly Door[], token: string, origin: string): ForgedRequest[] {
  const { path, form } = door;
  const right = signature(token, origin + path, form);
  const asForm = (name: string, sign: string | undefined, body = encode(form), at = path): ForgedRequest => ({
    name,
    path: at,
    headers: { 'content-type': FORM, ...(sign === undefined ? {} : { 'x-twilio-signature': sign }) },
    body,
  });
  const signedAs = (name: string, url: string) => asForm(`signed for ${name}`, signature(token, url, form));
  const otherDoors = doors.filter((other) => other.path !== path);
  return [
    ...wrongSignatures(right, token, origin + path, form).map(([name, sign]) => asForm(name, sign)),
    signedAs('plain http', `${origin.replace('https', 'http')}${path}`),
    signedAs('a spoofed host', `https://evil.example${path}`),
    signedAs('the inner address', `http://127.0.0.1:3000${path}`),
    signedAs('another port', `${origin}:8443${path}`),
    signedAs('a trailing slash', `${origin}${path}/`),
    signedAs('capitals', `${origin}${path.toUpperCase()}`),
    signedAs('a query', `${origin}${path}?a=1`),
    ...otherDoors.map((other) => signedAs(`the door ${other.path}`, origin + other.path)),
    asForm('a query that was not signed', right, encode(form), `${path}?a=1`),
    ...alterations(form).map(([name, body]) => asForm(name, right, body)),
    { ...asForm('json with a list', right), ...json({ ...form, CallSid: ['CA1', 'CA2'] }, right) },
    { ...asForm('json with an object', right), ...json({ ...form, To: { toString: 'x' } }, right) },
    { ...asForm('json with a number', right), ...json({ ...form, From: 12125550199 }, right) },
    { ...asForm('no body', right), body: '' },
    ...['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/json', 'x'].map((type) => ({
      ...asForm(`a body called ${type}`, right),
      headers: { 'content-type': type, 'x-twilio-signature': right },
    })),
    asForm('a body without end', right, `${encode(form)}&Body=${'x'.repeat(70_000)}`),
  ];
}

function wrongSignatures(right: string, token: string, url: string, form: Form): [string, string | undefined][] {
  const text = Object.keys(form)
    .sort()
    .reduce((sum, name) => sum + name + (form[name] ?? ''), url);
  const hmac = (algorithm: string, key: string, encoding: 'base64' | 'hex' | 'base64url') =>
    createHmac(algorithm, key).update(text).digest(encoding);
  return [
    ['no signature', undefined],
    ['an empty signature', ''],
    ['a word', 'signature'],
    ['zeros', Buffer.alloc(20).toString('base64')],
    ['a cut signature', right.slice(0, -1)],
    ['a longer signature', `${right}=`],
    ['a reversed signature', Array.from(right).reverse().join('')],
    ['the signature in small letters', right.toLowerCase()],
    ['two signatures', `${right}, ${right}`],
    ['another token', signature('another token', url, form)],
    ['no token', signature('', url, form)],
    ['the word undefined for a token', signature('undefined', url, form)],
    ['the token with a space', signature(`${token} `, url, form)],
    ['hex', hmac('sha1', token, 'hex')],
    ['SHA-256', hmac('sha256', token, 'base64')],
    ['MD5', hmac('md5', token, 'base64')],
    ['no key', createHash('sha1').update(text).digest('base64')],
    [
      'the key behind',
      createHash('sha1')
        .update(text + token)
        .digest('base64'),
    ],
    ['the address alone', createHmac('sha1', token).update(url).digest('base64')],
    ['the form alone', createHmac('sha1', token).update(text.slice(url.length)).digest('base64')],
  ];
}

function alterations(form: Form): [string, string][] {
  const names = Object.keys(form);
  const without = (gone: string) => Object.fromEntries(Object.entries(form).filter(([name]) => name !== gone));
  return [
    ...names.map((name): [string, string] => [`${name} changed`, encode({ ...form, [name]: `${form[name] ?? ''}1` })]),
    ...names.map((name): [string, string] => [`${name} missing`, encode(without(name))]),
    ...names.map((name): [string, string] => [
      `${name} twice`,
      `${encode(form)}&${encode({ [name]: form[name] ?? '' })}`,
    ]),
    ['one field more', encode({ ...form, Extra: '1' })],
    ['an empty field more', encode({ ...form, Zz: '', Extra: ' ' })],
    ['a prototype', `${encode(form)}&__proto__=x&constructor=y`],
    [
      'the names in small letters',
      encode(Object.fromEntries(names.map((name) => [name.toLowerCase(), form[name] ?? '']))),
    ],
  ];
}

function json(value: unknown, sign: string) {
  return { headers: { 'content-type': 'application/json', 'x-twilio-signature': sign }, body: JSON.stringify(value) };
}

/** By node's own client, because fetch does not let a stranger choose the Host. */
export function send(
  base: string,
  { path, headers, body }: ForgedRequest,
  more: Readonly<Record<string, string>>,
  agent: Agent,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      base + path,
      { method: 'POST', agent, headers: { ...headers, ...more, 'content-length': String(Buffer.byteLength(body)) } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
