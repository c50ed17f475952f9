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
import { LittleStream } from '../../spec-support/little-stream';
import { judgeOf, resource } from '../../spec-support/twilio-description';
import { type Carrier, startCarrier } from '../carrier';
import type { Call } from './call';

describe('calls and their TwiML', () => {
  const product = new LittleProduct();
  let stream: LittleStream;
  let carrier: Carrier;
  let client: Twilio;

  beforeAll(async () => {
    await product.start();
    stream = new LittleStream(product.raw);
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
    stream.sockets.length = 0;
  });
  afterEach(() => carrier.switchboard.calls.endAll());

  const answerWith = (documents: Record<string, string>): void => {
    product.answer = ({ path }) => ({ body: documents[path.split('?')[0] ?? ''] ?? '<Response/>' });
  };
  const place = (twiml: string, more: Record<string, string> = {}): Call => {
    answerWith({ '/api/v1/voice/incoming': `<Response>${twiml}</Response>`, ...more });
    return carrier.switchboard.dial(PATIENT, CLINIC, null);
  };
  const over = (call: Call): Promise<boolean> => eventually(() => call.over, 8_000);
  const verbs = (call: Call): unknown[] =>
    call.record.events.filter(({ type }) => type === 'verb').map(({ verb }) => verb);

  it('ask the signed webhook, speak, and end with the document', async () => {
    const call = place('<Say>Hi</Say><Pause length="0"/><Hangup/><Say>Never</Say>');
    await over(call);
    const [hook] = product.at('/api/v1/voice/incoming');
    expect(hook).toMatchObject({
      signed: true,
      form: { CallSid: call.sid, CallStatus: 'ringing', Direction: 'inbound', From: PATIENT, To: CLINIC },
    });
    expect(verbs(call)).toEqual(['Say', 'Pause', 'Hangup']);
    expect(call.record.events).toContainEqual(expect.objectContaining({ type: 'said', text: 'Hi' }));
    await eventually(() => product.at('/api/v1/voice/status')[0]);
    expect(product.at('/api/v1/voice/status')[0]).toMatchObject({ signed: true, form: { CallStatus: 'completed' } });
    expect(await client.calls(call.sid).fetch()).toMatchObject({
      status: 'completed',
      direction: 'inbound',
      from: PATIENT,
    });
  });

  it('are recorded on request while they last, and not after', async () => {
    const call = place('<Pause length="20"/>');
    await eventually(() => call.status === 'in-progress');
    const { sid, status, channels } = await client.calls(call.sid).recordings.create({ recordingChannels: 'dual' });
    expect([status, channels]).toEqual(['in-progress', 2]);
    call.end('completed');
    expect(await client.recordings.list({ callSid: call.sid })).toMatchObject([{ sid, status: 'completed' }]);
    await expect(client.calls(call.sid).recordings.create()).rejects.toMatchObject({ code: 21220 });
  });

  it('reject without answering', async () => {
    const call = place('<Reject reason="busy"/>');
    await over(call);
    expect([call.status, call.answeredAt]).toEqual(['busy', null]);
  });

  it('gather digits up to the finishing key and hand them on', async () => {
    const call = place('<Gather action="/keys" timeout="3"><Say>Press</Say></Gather>', {
      '/keys': '<Response><Pause length="20"/></Response>',
    });
    await eventually(() => verbs(call).includes('Say'));
    for (const digit of '12#') call.press(digit);
    await eventually(() => product.at('/keys')[0]);
    expect(product.at('/keys')[0]?.form).toMatchObject({ Digits: '12' });
  });

  it('go on after a gather that nobody answers', async () => {
    const call = place('<Gather action="/keys" timeout="0"/><Redirect method="GET">/next?a=1</Redirect>');
    await over(call);
    expect(product.at('/keys')).toEqual([]);
    expect(product.at('/next')).toMatchObject([{ method: 'GET' }]);
    expect(product.at('/next')[0]?.path).toContain(`CallSid=${call.sid}`);
  });

  it.each([
    ['busy', 'busy', {}],
    ['no-answer', 'no-answer', { timeout: '1' }],
    ['answer', 'completed', {}],
  ] as const)('dial a number that is %s', async (outcome, status, attributes) => {
    carrier.switchboard.callees.setPerson('+12025550166', { outcome, afterMs: 50, says: '', staysMs: 100 });
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    const call = place(`<Dial action="/dialled"${list.join('')}><Number>+12025550166</Number></Dial>`);
    await over(call);
    expect(product.at('/dialled')[0]?.form).toMatchObject({
      DialCallStatus: status,
      DialCallSid: expect.stringMatching(/^CA/),
    });
    const [leg] = await client.calls.list({ parentCallSid: call.sid } as object);
    expect(leg).toMatchObject({ direction: 'outbound-dial', to: '+12025550166', status: status });
  });

  it('are redirected by REST in the middle of a stream: stop, then the new instructions', async () => {
    const call = place(
      `<Connect><Stream url="${product.url.replace('http', 'ws')}/media-stream"/></Connect><Say>Not this</Say>`,
    );
    const socket = await stream.next();
    await socket.sid();
    await client.calls(call.sid).update({ twiml: '<Response><Say>Goodbye</Say><Hangup/></Response>' });
    await eventually(() => socket.closed);
    await over(call);
    expect(socket.messages.at(-1)?.message.event).toBe('stop');
    expect(verbs(call)).toEqual(['Connect', 'Say', 'Hangup']);
    await expect(client.calls(call.sid).update({ twiml: '<Response/>' })).rejects.toMatchObject({ code: 21220 });
  });

  it('are ended by REST', async () => {
    const call = place('<Pause length="60"/>');
    await eventually(() => call.status === 'in-progress');
    expect(await client.calls(call.sid).update({ status: 'completed' })).toMatchObject({ status: 'completed' });
    expect(await client.calls(call.sid).remove()).toBe(true);
  });

  it('apologise when the webhook fails, and use the fallback where there is one', async () => {
    product.answer = () => ({ status: 500 });
    const call = carrier.switchboard.dial(PATIENT, CLINIC, null);
    await eventually(() => call.record.events.find((event) => event.type === 'say'));
    expect(call.record.events).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('application error') }),
    );
    call.end();
    const urls = { smsUrl: product.url, voiceUrl: `${product.url}/broken`, voiceFallbackUrl: `${product.url}/rescue` };
    carrier.network.numbers.set({ number: '+12025550144', ...urls });
    product.answer = ({ path }) => (path === '/broken' ? { status: 500 } : { body: '<Response><Hangup/></Response>' });
    const other = carrier.switchboard.dial(PATIENT, '+12025550144', null);
    await over(other);
    expect(product.at('/rescue')).toHaveLength(1);
  });

  it('outlive a product that is away for a moment when the redirect says so', async () => {
    const port = Number(new URL(product.url).port);
    const call = place('<Pause length="1"/><Redirect>/after#rc=5&amp;rp=ct,5xx</Redirect>', {
      '/after': '<Response><Hangup/></Response>',
    });
    await eventually(() => call.status === 'in-progress');
    await product.stop();
    await eventually(() => verbs(call).includes('Redirect'));
    await product.start(port);
    await over(call);
    expect(product.at('/after')).toHaveLength(1);
    expect(call.record.events.find((event) => String(event.url).includes('/after'))?.attempts).toBeGreaterThan(1);
  });

  it('go out by REST: ring, answer, follow the URL, and tell each step', async () => {
    carrier.switchboard.callees.setPerson(PATIENT, { outcome: 'answer', afterMs: 50, says: '', staysMs: null });
    answerWith({ '/outbound': '<Response><Pause length="0"/></Response>' });
    const created = await client.calls.create({
      from: CLINIC,
      to: PATIENT,
      url: `${product.url}/outbound`,
      statusCallback: `${product.url}/progress`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
    expect(created).toMatchObject({ status: 'queued', direction: 'outbound-api' });
    await eventually(() => product.at('/progress').length === 4);
    expect(product.at('/progress').map((hook) => [hook.form.CallStatus, hook.signed])).toEqual([
      ['initiated', true],
      ['ringing', true],
      ['in-progress', true],
      ['completed', true],
    ]);
    expect(product.at('/outbound')[0]?.form).toMatchObject({ Direction: 'outbound-api', CallStatus: 'in-progress' });
  });

  it.each([
    ['no number', { to: 'x' }, 21211],
    ['no instructions', { url: undefined }, 21205],
    ['two kinds of instructions', { twiml: '<Response/>' }, 21218],
    ['no sender', { from: 'y' }, 21210],
  ])('are refused with %s', async (_what, more, code) => {
    const wanted = { from: CLINIC, to: PATIENT, url: `${product.url}/outbound`, ...more } as Parameters<
      Twilio['calls']['create']
    >[0];
    await expect(client.calls.create(wanted)).rejects.toMatchObject({ status: 400, code });
  });

  const judge = judgeOf('call', process.env.CLINICALL_SPECS_DIR);
  (judge ? it : it.skip)("are described by REST as Twilio's published description has it", async () => {
    const call = place('<Pause length="5"/>');
    await eventually(() => call.status === 'in-progress');
    const running = await resource(carrier.url, `Calls/${call.sid}.json`);
    call.end();
    const over = await resource(carrier.url, `Calls/${call.sid}.json`);
    expect([judge!.faults(running), judge!.faults(over)]).toEqual([[], []]);
    expect(judge!.faults({ ...over, status: 'done' })).not.toEqual([]);
    expect(Object.keys(over).sort()).toEqual(judge!.fields);
  });
});
