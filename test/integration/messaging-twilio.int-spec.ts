import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Environment } from '@clinicall/platform';
import { startCarrier } from '../../apps/local-carrier/src/carrier';
import { TwilioSmsSender } from '../../libs/messaging/src/adapters/twilio-sms-sender';
import type { SmsSender } from '../../libs/messaging/src/ports/sms-sender';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { freePort } from '../../scripts/processes';
import { eventually } from '../support/eventually';

const ACCOUNT = 'AC00000000000000000000000000000001';
const text = {
  to: '+12125550199',
  from: '+12125550100',
  body: 'Grüße & 1 + 1 = 2 😀',
  statusCallback: 'https://clinic.example/api/v1/sms/status?text=1',
};
const soon = () => AbortSignal.timeout(10_000);

function senderAt(url: string | undefined): SmsSender {
  return new TwilioSmsSender(
    Environment.read({ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: 'secret', TWILIO_API_BASE_URL: url }),
  );
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<[string, Server]> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server];
}

describe('texts over Twilio’s API', () => {
  it('are sent and found again at the local carrier', async () => {
    const carrier = await startCarrier({
      host: '127.0.0.1',
      port: 0,
      accountSid: ACCOUNT,
      authToken: 'secret',
      clinicNumber: text.from,
      productUrl: 'http://127.0.0.1:9',
      localProductUrl: 'http://127.0.0.1:9',
      speechUrl: 'http://127.0.0.1:9',
      dataDir: undefined,
    });
    const sender = senderAt(carrier.url);
    const { providerId } = await sender.send(text, soon());
    expect(await sender.recent(text.to, text.from, soon())).toEqual([
      { providerId, body: text.body, createdAt: expect.any(Date) },
    ]);
    expect(await sender.recent('+12125550000', text.from, soon())).toEqual([]);
    await expect(sender.send({ ...text, to: '+15005550004' }, soon())).rejects.toMatchObject({
      provider: 'twilio',
      code: '21610',
      retryable: false,
      mayHaveHappened: false,
    });
    carrier.network.faults.change({ tooManyRequests: 1 });
    await expect(sender.send(text, soon())).rejects.toMatchObject({
      code: '20429',
      retryable: true,
      mayHaveHappened: false,
    });
    carrier.network.faults.change({ restErrors: 1, restErrorStatus: 500 });
    await expect(sender.send(text, soon())).rejects.toMatchObject({ retryable: true, mayHaveHappened: true });
    await carrier.close();
  });

  it('tell a door that is shut from an answer that never came, and never quote a number', async () => {
    const nobody = await freePort();
    const shut = senderAt(`http://127.0.0.1:${nobody}`).send(text, soon());
    await expect(shut).rejects.toMatchObject({ retryable: true, mayHaveHappened: false });
    const [silentUrl, silent] = await serve(() => undefined);
    const waited = senderAt(silentUrl).send(text, AbortSignal.timeout(300));
    await expect(waited).rejects.toMatchObject({ retryable: true, mayHaveHappened: true });
    const [brokenUrl, broken] = await serve((request) => request.socket.destroy());
    const cut = senderAt(brokenUrl).send(text, soon());
    await expect(cut).rejects.toMatchObject({ retryable: true, mayHaveHappened: true });
    const [wrongUrl, wrong] = await serve((_request, response) => {
      const message = `The 'To' number ${text.to} is not a valid phone number.`;
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 21211, message }));
    });
    const refused = await senderAt(wrongUrl)
      .send(text, soon())
      .catch((error: unknown) => error as Error);
    expect(refused).toMatchObject({ message: 'refused with 21211', retryable: false });
    for (const server of [silent, broken, wrong]) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('need an account', async () => {
    const bare = new TwilioSmsSender(Environment.read({}));
    await expect(bare.send(text, soon())).rejects.toMatchObject({ provider: 'twilio', retryable: false });
  });
});

interface Description {
  paths: Record<
    string,
    {
      post: {
        requestBody: {
          content: { 'application/x-www-form-urlencoded': { schema: { properties: Record<string, unknown> } } };
        };
      };
    }
  >;
}
const credentials = `Basic ${Buffer.from(`${ACCOUNT}:secret`).toString('base64')}`;
const specs = process.env['CLINICALL_SPECS_DIR'];
if (specs === undefined)
  console.warn('CLINICALL_SPECS_DIR is not set: Twilio’s own description judges nothing in this run.');

(specs === undefined ? describe.skip : describe)('our requests before Twilio’s description', () => {
  const file = join(specs ?? '', 'twilio-messages-calls.strict.json');
  let prism: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const program = join(repositoryRoot(), 'node_modules', '.bin', 'prism');
    prism = spawn(program, ['mock', file, '-h', '127.0.0.1', '-p', String(port), '--errors'], { stdio: 'ignore' });
    await eventually(async () => (await fetch(url).catch(() => undefined)) !== undefined, 'Prism', 60_000);
  }, 90_000);
  afterAll(() => {
    prism.kill();
  });

  const post = (path: string, form: Record<string, string>) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        authorization: credentials,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(form).toString(),
    });

  it('refuses a text without a receiver and to a receiver that is no number: the judge is awake', async () => {
    const path = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
    expect((await post(path, { From: text.from, Body: text.body })).status).toBe(422);
    expect((await post(path, { To: 'hello', From: text.from, Body: text.body })).status).toBe(422);
    expect((await post(path, { To: text.to, From: text.from, Body: text.body })).status).toBe(201);
  });

  it('accepts what we send', async () => {
    const sent = await senderAt(url).send({ ...text, validSeconds: 600 }, soon());
    expect(sent).toEqual({ providerId: expect.any(String) });
  });

  it('knows every field that we send, and accepts what we ask', async () => {
    const seen: { url: string; fields: string[] }[] = [];
    const [recorder, server] = await serve((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const form = new URLSearchParams(Buffer.concat(parts).toString('utf8'));
        seen.push({ url: request.url ?? '', fields: [...form.keys()] });
        const body = JSON.stringify({ sid: 'SM1', messages: [] });
        response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' }).end(body);
      });
    });
    await senderAt(recorder).send({ ...text, validSeconds: 600 }, soon());
    await senderAt(recorder).recent(text.to, text.from, soon());
    server.closeAllConnections();
    server.close();
    // Prism drops form fields it does not know instead of refusing them, so they are compared here.
    const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    const [path] = Object.keys(description.paths).filter((one) => one.endsWith('/Messages.json'));
    const form = description.paths[path!]!.post.requestBody.content['application/x-www-form-urlencoded'].schema;
    expect(Object.keys(form.properties)).toEqual(expect.arrayContaining(seen[0]!.fields));
    // The vendor's own example of an answer breaks its format, so only what it says of the request counts.
    const asked = await fetch(url + seen[1]!.url, { headers: { authorization: credentials } });
    const { validation = [] } = (await asked.json()) as { validation?: { location: string[] }[] };
    expect(seen[1]!.url).toContain('To=%2B12125550199');
    expect(validation.filter(({ location }) => location[0] === 'request')).toEqual([]);
  });

  it('refuses through our sender what it should', async () => {
    const sender = senderAt(url);
    await expect(sender.send({ ...text, to: 'hello' }, soon())).rejects.toMatchObject({ code: 'http_422' });
    await expect(sender.send({ ...text, body: 'x'.repeat(1_601) }, soon())).rejects.toMatchObject({ code: 'http_422' });
  });
});
