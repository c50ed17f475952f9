import { level, decodeMuLaw, encodeMuLaw, readWav } from '@clinicall/audio';
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
import { type Carrier, startCarrier } from '../carrier';
import type { Call } from './call';

const NURSE = '+12025550166';
const tone = (hertz: number, ms: number): Buffer =>
  encodeMuLaw(
    Int16Array.from({ length: ms * 8 }, (_unused, at) => 6_000 * Math.sin((2 * Math.PI * hertz * at) / 8_000)),
  );

describe('conferences and recordings', () => {
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
  beforeEach(() => (product.hooks.length = 0));
  afterEach(() => {
    carrier.switchboard.calls.endAll();
    carrier.network.faults.reset();
  });

  const answerWith = (documents: Record<string, string>): void => {
    product.answer = ({ path }) => ({ body: documents[path.split('?')[0] ?? ''] ?? '<Response/>' });
  };
  const room = (more: string): string => `<Dial action="/after"><Conference ${more}>room 1</Conference></Dial>`;
  const waiting = `startConferenceOnEnter="false" endConferenceOnExit="true" waitUrl="/wait" statusCallback="/room" statusCallbackEvent="start end join leave"`;
  const place = (twiml: string, more: Record<string, string> = {}): Call => {
    answerWith({
      '/api/v1/voice/incoming': `<Response>${twiml}</Response>`,
      '/wait': '<Response><Play>/tune</Play></Response>',
      '/person': `<Response>${room('')}</Response>`,
      ...more,
    });
    return carrier.switchboard.dial(PATIENT, CLINIC, null);
  };
  const inRoom = () => client.conferences.list({ friendlyName: 'room 1', status: 'in-progress' });
  const news = () => {
    const all = product.at('/room');
    return all.filter(({ form }) => form.ConferenceSid === all.at(-1)?.form.ConferenceSid);
  };
  const events = () => news().map(({ form }) => form.StatusCallbackEvent);
  const loud = (call: Call, fromMs: number): number => level(decodeMuLaw(call.record.audio('heard', fromMs)));

  it('keep a caller waiting with the wait document, until somebody comes who may begin; then both hear each other', async () => {
    carrier.switchboard.callees.setPerson(NURSE, { afterMs: 50, says: '', staysMs: null });
    const caller = place(room(waiting));
    await eventually(() => product.at('/wait')[0]);
    expect(await inRoom()).toEqual([]);
    const { sid } = await client.calls.create({ to: NURSE, from: CLINIC, url: `${product.url}/person` });
    await eventually(() => events().includes('conference-start'));
    const nurse = carrier.switchboard.calls.get(sid)!;
    const [conference] = await inRoom();
    const participants = await client.conferences(conference!.sid).participants.list();
    expect(participants.map(({ callSid }) => callSid).sort()).toEqual([caller.sid, sid].sort());
    const fromMs = nurse.record.lengthMs;
    caller.said.push(tone(440, 300));
    await eventually(() => nurse.record.lengthMs > fromMs + 500);
    expect(loud(nurse, fromMs)).toBeGreaterThan(1_000);
    expect(loud(caller, caller.record.lengthMs - 200)).toBeLessThan(50);
    await client.conferences(conference!.sid).participants(caller.sid).update({ muted: true });
    const mutedMs = nurse.record.lengthMs + 60;
    caller.said.push(tone(440, 300));
    await eventually(() => nurse.record.lengthMs > mutedMs + 400);
    expect(loud(nurse, mutedMs)).toBeLessThan(50);
  });

  it('end with the one who ends them, and everybody is told', async () => {
    carrier.switchboard.callees.setPerson(NURSE, { afterMs: 50, says: '', staysMs: null });
    const caller = place(room(waiting), { '/person': `<Response>${room('endConferenceOnExit="true"')}</Response>` });
    await eventually(() => product.at('/wait')[0]);
    const { sid } = await client.calls.create({ to: NURSE, from: CLINIC, url: `${product.url}/person` });
    await eventually(() => events().includes('conference-start'));
    carrier.switchboard.calls.get(sid)!.end('completed');
    await eventually(() => product.at('/after').some(({ form }) => form.CallSid === caller.sid));
    await eventually(() => events().includes('conference-end'));
    expect(events()).toEqual([
      'participant-join',
      'participant-join',
      'conference-start',
      'participant-leave',
      'participant-leave',
      'conference-end',
    ]);
    expect(news().every(({ signed }) => signed)).toBe(true);
    expect(news().at(-1)?.form).toMatchObject({
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
      CallSidEndingConference: sid,
    });
  });

  it('let a participant be called in and put out by REST, and are ended by it', async () => {
    carrier.switchboard.callees.setPerson(NURSE, { afterMs: 50, says: '', staysMs: null });
    const caller = place(room('waitUrl=""'));
    const [conference] = await eventually(async () => {
      const found = await inRoom();
      return found.length > 0 ? found : null;
    });
    const made = await client.conferences(conference!.sid).participants.create({ to: NURSE, from: CLINIC });
    await eventually(async () => (await client.conferences(conference!.sid).participants.list()).length === 2);
    await client.conferences(conference!.sid).participants(made.callSid).remove();
    await eventually(() => carrier.switchboard.calls.get(made.callSid)!.over);
    expect(caller.over).toBe(false);
    await client.conferences(conference!.sid).update({ status: 'completed' });
    await eventually(() => caller.over);
  });

  it('have callees press keys, which a gather hands on', async () => {
    carrier.switchboard.callees.setPerson(NURSE, { afterMs: 20, says: '', keys: '1', keysAfterMs: 100 });
    answerWith({ '/ask': '<Response><Gather numDigits="1" action="/keys" timeout="5"/></Response>' });
    await client.calls.create({ to: NURSE, from: CLINIC, url: `${product.url}/ask` });
    await eventually(() => product.at('/keys')[0]?.form.Digits === '1');
  });

  it('record a message to its key, and keep it until it is deleted', async () => {
    const caller = place('<Record action="/done" finishOnKey="#" timeout="3" recordingStatusCallback="/recording"/>');
    await eventually(() => caller.record.events.some(({ type }) => type === 'recording'));
    caller.said.push(tone(300, 1_200));
    await eventually(() => caller.said.waitingMs === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    caller.press('#');
    const { form } = await eventually(() => product.at('/done')[0]);
    expect(form).toMatchObject({ Digits: '#', RecordingSid: expect.stringMatching(/^RE/) });
    await eventually(() => product.at('/recording')[0]?.form.RecordingStatus === 'completed');
    const sid = form.RecordingSid!;
    expect(await client.recordings(sid).fetch()).toMatchObject({
      channels: 1,
      callSid: caller.sid,
      status: 'completed',
    });
    const wav = await fetch(`${carrier.url}/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${sid}.wav`, {
      headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}` },
    });
    expect(level(readWav(Buffer.from(await wav.arrayBuffer())).samples)).toBeGreaterThan(1_000);
    await client.recordings(sid).remove();
    await expect(client.recordings(sid).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('record both sides of a call apart, from when it is asked to when it is stopped', async () => {
    const caller = place('<Pause length="20"/>');
    await eventually(() => caller.answeredAt !== null);
    const { sid } = await client.calls(caller.sid).recordings.create({ recordingChannels: 'dual' });
    await eventually(() => caller.record.lengthMs > 400);
    await client.calls(caller.sid).recordings('Twilio.CURRENT').update({ status: 'stopped' });
    expect(await client.recordings(sid).fetch()).toMatchObject({ channels: 2, status: 'completed' });
  });

  it('go on with the next verb when nothing was said, and tell callbacks twice and late on demand', async () => {
    carrier.network.faults.change({ callbackCopies: 2, callbackJitterMs: 100 });
    const caller = place('<Record action="/done" timeout="0"/><Hangup/>');
    await eventually(() => caller.over);
    expect(product.at('/done')).toEqual([]);
    // Calls of the tests before may still be telling of their end.
    const ofThisCall = () => product.at('/api/v1/voice/status').filter(({ form }) => form.CallSid === caller.sid);
    await eventually(() => ofThisCall().length === 2);
  });
});
