import twilio, { type Twilio } from 'twilio';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  CLINIC,
  eventually,
  LittleProduct,
  PATIENT,
  specEnvironment,
} from '../../spec-support/little-product';
import { judgeOf, resource } from '../../spec-support/twilio-description';
import { type Carrier, startCarrier } from '../carrier';

describe('REST Messages, driven by the twilio package', () => {
  const product = new LittleProduct();
  let carrier: Carrier;
  let client: Twilio;

  beforeAll(async () => {
    await product.start();
    carrier = await startCarrier(specEnvironment(product.url));
    client = twilio(ACCOUNT_SID, AUTH_TOKEN);
    client.api.baseUrl = carrier.url;
  });
  afterAll(async () => {
    await carrier.close();
    await product.stop();
  });
  beforeEach(() => {
    product.hooks.length = 0;
    carrier.network.messages.clear();
    carrier.network.faults.reset();
  });

  const text = (more: object = {}) =>
    client.messages.create({ from: CLINIC, to: PATIENT, body: 'See you at 3:00 PM', ...more });

  it('sends, delivers, and tells each step by a signed callback', async () => {
    const message = await text({ statusCallback: `${product.url}/api/v1/sms/status` });
    expect(message).toMatchObject({ status: 'queued', direction: 'outbound-api', numSegments: '1', errorCode: null });
    expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(message.dateCreated).toBeInstanceOf(Date);
    await eventually(() => product.hooks.length === 2);
    expect(product.hooks.map((hook) => [hook.form.MessageStatus, hook.form.MessageSid, hook.signed])).toEqual([
      ['sent', message.sid, true],
      ['delivered', message.sid, true],
    ]);
    expect(await client.messages(message.sid).fetch()).toMatchObject({
      status: 'delivered',
      body: 'See you at 3:00 PM',
    });
    expect(carrier.network.messages.thread(PATIENT)).toMatchObject([{ sid: message.sid }]);
  });

  it('lists by number and pages', async () => {
    for (let index = 0; index < 5; index += 1) await text({ body: `text ${index}` });
    await text({ to: '+12025550188', body: 'another' });
    const listed = await client.messages.list({ to: PATIENT, pageSize: 2 });
    expect(listed.map((message) => message.body)).toEqual(['text 4', 'text 3', 'text 2', 'text 1', 'text 0']);
  });

  it('redacts and deletes', async () => {
    const { sid } = await text();
    expect(await client.messages(sid).update({ body: '' })).toMatchObject({ body: '' });
    expect(await client.messages(sid).remove()).toBe(true);
    await expect(client.messages(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it.each([
    ['a number that is none', { to: 'hello' }, 400, 21211],
    ['no body', { body: '' }, 400, 21602],
    ['no sender', { from: undefined }, 400, 21603],
    ['a body too long', { body: 'x'.repeat(1601) }, 400, 21617],
    ['a sender that is none', { from: 'clinic' }, 400, 21606],
    ['the magic number without a mobile', { to: '+15005550009' }, 400, 21614],
    ['a callback that is no URL', { statusCallback: 'here' }, 400, 21609],
  ])('refuses %s', async (_what, more, status, code) => {
    await expect(text(more)).rejects.toMatchObject({
      status,
      code,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(carrier.network.messages.all()).toHaveLength(0);
  });

  it('refuses a sender that is not ours once the table is strict', async () => {
    const everyone = carrier.network.numbers.list()[0]!;
    carrier.network.numbers.remove('*');
    await expect(text()).rejects.toMatchObject({ code: 21606 });
    carrier.network.numbers.set(everyone);
    await expect(text()).resolves.toMatchObject({ status: 'queued' });
  });

  it('asks for the right secret and account', async () => {
    const stranger = twilio(ACCOUNT_SID, 'wrong');
    stranger.api.baseUrl = carrier.url;
    await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    const other = await fetch(`${carrier.url}/2010-04-01/Accounts/AC${'2'.repeat(32)}/Messages.json`, {
      headers: { Authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}` },
    });
    expect(other.status).toBe(404);
  });

  it('gives troubles on demand', async () => {
    await fetch(`${carrier.url}/carrier/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ tooManyRequests: 1, undeliverable: { [PATIENT]: 30003 } }),
    });
    await expect(text()).rejects.toMatchObject({ status: 429, code: 20429 });
    const { sid } = await text({ statusCallback: `${product.url}/status` });
    await eventually(() => product.hooks.length === 2);
    expect(product.hooks[1]?.form).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30003' });
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30003 });
    expect(carrier.network.messages.thread(PATIENT)).toHaveLength(0);
  });

  const judge = judgeOf('message', process.env.CLINICALL_SPECS_DIR);
  (judge ? it : it.skip)("answers as Twilio's published description has it", async () => {
    const { sid } = await text();
    const json = await resource(carrier.url, `Messages/${sid}.json`);
    expect(judge!.faults(json)).toEqual([]);
    expect(judge!.faults({ ...json, num_segments: 1 })).not.toEqual([]);
    expect(Object.keys(json).sort()).toEqual(judge!.fields);
  });
});
