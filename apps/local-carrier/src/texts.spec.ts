import twilio from 'twilio';
import { CLINIC, eventually, LittleProduct, PATIENT, specEnvironment } from '../spec-support/little-product';
import { type Carrier, startCarrier } from './carrier';
import type { ThreadLine } from './control/text-routes';

describe('texts from handsets', () => {
  const product = new LittleProduct();
  let carrier: Carrier;

  beforeAll(async () => {
    await product.start();
    carrier = await startCarrier(specEnvironment(product.url));
  });
  afterAll(async () => {
    await carrier.close();
    await product.stop();
  });
  beforeEach(() => {
    product.hooks.length = 0;
    product.answer = () => ({ body: '<Response/>' });
    carrier.network.messages.clear();
    carrier.network.optOuts.hear(PATIENT, CLINIC, 'START');
  });

  const send = async (body: object): Promise<Response> =>
    fetch(`${carrier.url}/carrier/texts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from: PATIENT, to: CLINIC, wait: true, ...body }),
    });
  const thread = async (): Promise<ThreadLine[]> => {
    const answer = await fetch(`${carrier.url}/carrier/texts?number=${encodeURIComponent(PATIENT)}`);
    return ((await answer.json()) as { texts: ThreadLine[] }).texts;
  };

  it('reach the product signed, with the fields of Twilio', async () => {
    await send({ body: 'Hola, ¿tienen cita? 😀 a+b&c' });
    const [hook] = product.hooks;
    expect(hook).toMatchObject({ method: 'POST', path: '/api/v1/sms/webhook', signed: true });
    expect(hook?.form).toMatchObject({
      From: PATIENT,
      To: CLINIC,
      Body: 'Hola, ¿tienen cita? 😀 a+b&c',
      NumMedia: '0',
      SmsStatus: 'received',
    });
    expect(hook?.form.MessageSid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(hook?.form.SmsMessageSid).toBe(hook?.form.MessageSid);
    expect(hook?.headers['i-twilio-idempotency-token']).toEqual(expect.any(String));
  });

  it('bring the TwiML answer to the thread, in order', async () => {
    product.answer = () => ({
      body: '<Response><Message>One &amp; two</Message><Message><Body>three</Body></Message></Response>',
    });
    await send({ body: 'Hi' });
    await eventually(() => carrier.network.messages.thread(PATIENT).length === 3);
    const lines = (await thread()).map(({ who, body }) => [who, body]);
    expect(lines).toEqual([
      ['patient', 'Hi'],
      ['clinic', 'One & two'],
      ['clinic', 'three'],
    ]);
  });

  it('can be delivered several times with one MessageSid, and carry extra fields', async () => {
    await send({ body: 'Hi', deliver: 3, messageSid: `SM${'a'.repeat(32)}`, form: { Extra: 'yes' } });
    expect(product.hooks.map((hook) => [hook.form.MessageSid, hook.form.Extra, hook.signed])).toEqual(
      Array(3).fill([`SM${'a'.repeat(32)}`, 'yes', true]),
    );
    expect(await thread()).toHaveLength(1);
  });

  it('of STOP silence the pair until START; "yes" is an ordinary word before', async () => {
    await send({ body: 'yes' });
    await send({ body: ' Stop ' });
    await send({ body: 'Stop it please' });
    await send({ body: 'YES' });
    expect(product.hooks.map((hook) => hook.form.OptOutType)).toEqual([undefined, 'STOP', undefined, 'START']);
    await eventually(() => carrier.network.messages.thread(PATIENT).length === 6);
    const network = (await thread()).filter((line) => line.who === 'clinic').map((line) => line.body);
    expect(network[0]).toContain('unsubscribed');
    expect(network[1]).toContain('re-subscribed');
  });

  it('after STOP nothing of the product arrives', async () => {
    product.answer = () => ({ body: '<Response><Message>Sorry to see you go</Message></Response>' });
    await send({ body: 'CANCEL' });
    await eventually(() => carrier.network.events.alerts().find((alert) => alert.code === 21610));
    await eventually(() => carrier.network.messages.thread(PATIENT).length === 2);
    expect((await thread())[1]?.body).toContain('unsubscribed');
  });

  it.each([
    ['a refusal', { status: 403 }, 11200],
    ['no XML', { body: 'oops <' }, 12100],
    ['another document', { body: '<html></html>' }, 12102],
    ['a reply too long', { body: `<Response><Message>${'x'.repeat(1601)}</Message></Response>` }, 21617],
  ])('an answer that is %s becomes an alert and no reply', async (_what, answer, code) => {
    product.answer = () => answer;
    const response = await send({ body: 'Hi' });
    const { sid } = (await response.json()) as { sid: string };
    expect(carrier.network.events.alerts().filter((alert) => alert.about === sid)).toMatchObject([{ code }]);
    expect(await thread()).toHaveLength(1);
  });

  it('are tried again only when no connection came about', async () => {
    carrier.network.numbers.set({
      number: '+12025550199',
      smsUrl: 'http://127.0.0.1:1/x',
      voiceUrl: 'http://127.0.0.1:1/x',
    });
    const dead = (await (await send({ to: '+12025550199', body: 'Hi' })).json()) as { webhooks: unknown[] };
    expect(dead.webhooks).toMatchObject([{ status: 0, errorCode: 11205 }]);
    product.answer = () => ({ status: 500 });
    await send({ body: 'Hi' });
    expect(product.hooks).toHaveLength(1);
    carrier.network.numbers.set({
      number: '+12025550198',
      smsUrl: `${product.url}/sms#rc=2&rp=5xx`,
      voiceUrl: product.url,
    });
    await send({ to: '+12025550198', body: 'Hi' });
    const tries = product.at('/sms');
    expect(tries).toHaveLength(3);
    expect(new Set(tries.map((hook) => hook.headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(tries.every((hook) => hook.signed)).toBe(true);
  });

  it('are refused with a sentence when they cannot be read', async () => {
    expect((await send({ from: 'me', body: 'Hi' })).status).toBe(400);
    expect((await send({ body: 7 })).status).toBe(400);
    const foreign = await fetch(`${carrier.url}/carrier/texts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' },
      body: JSON.stringify({ body: 'Hi' }),
    });
    expect(foreign.status).toBe(403);
    expect(product.hooks).toHaveLength(0);
  });

  it('are told to the pages as they happen', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${carrier.url}/carrier/events?number=${encodeURIComponent(PATIENT)}`, {
      signal: stop.signal,
    });
    product.answer = () => ({ body: '<Response><Message>Hello</Message></Response>' });
    await send({ body: 'Hi' });
    await send({ from: '+12025550177', body: 'Not for you' });
    let seen = '';
    const decoder = new TextDecoder();
    for await (const part of stream.body as unknown as AsyncIterable<Uint8Array>) {
      seen += decoder.decode(part);
      if (seen.includes('"delivered"')) break;
    }
    stop.abort();
    expect(seen).toContain('event: text');
    expect(seen).toContain('"body":"Hello"');
    expect(seen).not.toContain('Not for you');
  });
});

describe('a carrier that starts again', () => {
  it('keeps the threads and the opt-outs of its data folder', async () => {
    const { mkdtemp, rm } = await import('node:fs/promises');
    const dataDir = await mkdtemp('/tmp/carrier-spec-');
    const environment = specEnvironment('http://127.0.0.1:1', { dataDir });
    const first = await startCarrier(environment);
    const body = { from: PATIENT, to: CLINIC, body: 'STOP' };
    await fetch(`${first.url}/carrier/texts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    await first.close();
    const second = await startCarrier(environment);
    expect(second.network.messages.thread(PATIENT)).toMatchObject([{ body: 'STOP' }]);
    const client = twilio(environment.accountSid, environment.authToken);
    client.api.baseUrl = second.url;
    await expect(client.messages.create({ from: CLINIC, to: PATIENT, body: 'x' })).rejects.toMatchObject({
      code: 21610,
    });
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});
