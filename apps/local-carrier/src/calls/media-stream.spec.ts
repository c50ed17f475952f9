import WebSocket from 'ws';
import { CLINIC, eventually, LittleProduct, PATIENT, specEnvironment } from '../../spec-support/little-product';
import { LittleStream } from '../../spec-support/little-stream';
import { encodeMuLaw } from '@clinicall/audio';
import { type Carrier, startCarrier } from '../carrier';
import type { Call } from './call';
import { TalkingLine } from './talking-line';

describe('Media Streams', () => {
  const product = new LittleProduct();
  let stream: LittleStream;
  let carrier: Carrier;

  beforeAll(async () => {
    await product.start();
    stream = new LittleStream(product.raw);
    carrier = await startCarrier(specEnvironment(product.url));
  });
  afterAll(async () => {
    await carrier.close();
    await product.stop();
  });
  beforeEach(() => {
    product.hooks.length = 0;
    stream.sockets.length = 0;
    stream.refuse = null;
    product.answer = ({ path }) => ({ body: path.includes('incoming') ? connectTo(product.url) : '<Response/>' });
  });
  afterEach(() => carrier.switchboard.calls.endAll());

  const connectTo = (url: string, after = '<Pause length="30"/>'): string =>
    `<Response><Connect><Stream url="${url.replace('http', 'ws')}/media-stream"><Parameter name="token" value="t-1"/></Stream></Connect>${after}</Response>`;

  function place(): { call: Call; line: TalkingLine; heard: Buffer[] } {
    const heard: Buffer[] = [];
    const options = { words: false, live: false };
    const line = new TalkingLine(carrier.switchboard.speech, options, {
      hear: (frame) => heard.push(frame),
      tell: () => undefined,
    });
    const call = carrier.switchboard.dial(PATIENT, CLINIC, line);
    line.hold(call);
    return { call, line, heard };
  }
  const tone = (ms: number): Buffer =>
    encodeMuLaw(
      Int16Array.from({ length: ms * 8 }, (_, n) => Math.round(9_000 * Math.sin((2 * Math.PI * 400 * n) / 8_000))),
    );
  const media = (audio: Buffer): object => ({ event: 'media', media: { payload: audio.toString('base64') } });
  const mark = (name: string): object => ({ event: 'mark', mark: { name } });

  it('open with a signed handshake, connected and start, and media every 20 ms with string numbers', async () => {
    const { call } = place();
    const socket = await stream.next();
    expect(socket.signed).toBe(true);
    await eventually(() => socket.all('media').length >= 25);
    const [connected, start] = socket.messages.map((each) => each.message);
    expect(connected).toEqual({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    expect(start).toMatchObject({
      event: 'start',
      sequenceNumber: '1',
      start: {
        callSid: call.sid,
        accountSid: carrier.network.environment.accountSid,
        streamSid: start?.streamSid,
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: { token: 't-1' },
      },
    });
    const frames = socket.messages.filter((each) => each.message.event === 'media');
    frames.forEach(({ message }, index) => {
      expect(message.sequenceNumber).toBe(String(index + 2));
      expect(message.media).toMatchObject({
        track: 'inbound',
        chunk: String(index + 1),
        timestamp: String(index * 20),
      });
      expect(Buffer.from(message.media!.payload, 'base64')).toHaveLength(160);
    });
    const took = frames.at(-1)!.at - frames[0]!.at;
    const due = (frames.length - 1) * 20;
    expect(Math.abs(took - due)).toBeLessThan(due * 0.2 + 60);
    expect(call.status).toBe('in-progress');
  });

  it('carry what the caller says, keys included', async () => {
    const { call, line } = place();
    const socket = await stream.next();
    await socket.sid();
    const said = tone(400);
    line.send(said);
    call.press('0');
    await eventually(() => socket.all('media').length > 40);
    const carried = Buffer.concat(socket.all('media').map((each) => Buffer.from(each.media!.payload, 'base64')));
    expect(carried.includes(said)).toBe(true);
    expect(socket.all('dtmf')).toMatchObject([
      { dtmf: { track: 'inbound_track', digit: '0' }, sequenceNumber: expect.any(String) },
    ]);
  });

  it('play in real time whatever the pace of sending, and echo each mark when its sound has been played', async () => {
    const { call, heard } = place();
    const socket = await stream.next();
    const sentAt = performance.now();
    await socket.send(mark('at once'));
    await socket.send(media(tone(600)));
    await socket.send(mark('after 600'));
    await socket.send(media(tone(300)));
    await socket.send(mark('after 900'));
    await eventually(() => socket.all('mark').length === 3);
    const marks = socket.messages.filter((each) => each.message.event === 'mark');
    expect(marks.map(({ message }) => message.mark?.name)).toEqual(['at once', 'after 600', 'after 900']);
    const [first, second, third] = marks.map(({ at }) => at - sentAt);
    expect(first).toBeLessThan(200);
    expect(second! - first!).toBeGreaterThan(500);
    expect(third! - second!).toBeGreaterThan(220);
    expect(third!).toBeLessThan(1_500);
    const [span] = call.record.spans('heard').concat({ startMs: 0, endMs: 0 });
    expect(Buffer.concat(heard).includes(tone(600))).toBe(true);
    expect(Math.abs((span?.endMs ?? 0) - (span?.startMs ?? 0) - 900)).toBeLessThan(900); // Still sounding, or just over.
  });

  it('fall silent on clear, echo the outstanding marks at once, and go on after', async () => {
    const { call } = place();
    const socket = await stream.next();
    await socket.send(media(tone(5_000)));
    await socket.send(mark('a'));
    await socket.send(media(tone(5_000)));
    await socket.send(mark('b'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const clearedAt = performance.now();
    await socket.send({ event: 'clear' });
    await eventually(() => socket.all('mark').length === 2);
    expect(performance.now() - clearedAt).toBeLessThan(300);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(call.heard.waitingMs).toBe(0);
    await socket.send(media(tone(100)));
    await socket.send(mark('c'));
    await eventually(() => socket.all('mark').length === 3);
    const span = call.record.spans('heard')[0];
    expect(span!.endMs - span!.startMs).toBeLessThan(1_200);
  });

  it('end with the socket: the verbs after </Connect> run', async () => {
    product.answer = ({ path }) => ({
      body: path.includes('incoming')
        ? connectTo(
            product.url,
            '<Pause length="0"/><Redirect>/api/v1/voice/after-stream#rc=5&amp;rp=ct,5xx</Redirect>',
          )
        : connectTo(product.url),
    });
    const { call } = place();
    (await stream.next()).socket.terminate();
    const second = await stream.next(2);
    expect((await eventually(() => second.all('start')[0])).start).toMatchObject({ callSid: call.sid });
    expect(product.at('/api/v1/voice/after-stream')).toMatchObject([
      { signed: true, form: { CallSid: call.sid, CallStatus: 'in-progress' } },
    ]);
    expect(call.status).toBe('in-progress');
  });

  it('end with the call: stop, then the socket closes', async () => {
    const { call } = place();
    const socket = await stream.next();
    await socket.sid();
    call.end();
    await eventually(() => socket.closed);
    expect(socket.messages.at(-1)?.message).toMatchObject({ event: 'stop', stop: { callSid: call.sid } });
    const hook = await eventually(() =>
      product.at('/api/v1/voice/status').find(({ form }) => form.CallSid === call.sid),
    );
    expect(hook).toMatchObject({ signed: true, form: { CallStatus: 'completed', SequenceNumber: '0' } });
  });

  it('that are refused, or cannot connect, are an alert and the next verb', async () => {
    stream.refuse = 403;
    product.answer = () => ({ body: connectTo(product.url, '<Pause length="1"/>') });
    const { call } = place();
    await eventually(() => call.over);
    product.answer = () => ({ body: connectTo('http://127.0.0.1:1', '') });
    const other = place().call;
    await eventually(() => other.over);
    const codes = (sid: string): number[] =>
      carrier.network.events
        .alerts()
        .filter((alert) => alert.about === sid)
        .map((alert) => alert.code);
    expect([codes(call.sid), codes(other.sid)]).toEqual([[31920], [31902]]);
    expect(call.status).toBe('completed');
  });

  it.each([
    ['text that is no JSON', '{'],
    ['another stream', JSON.stringify({ event: 'media', streamSid: 'MZ0', media: { payload: 'AAAA' } })],
    ['an unknown event', JSON.stringify({ event: 'dance' })],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('take %s for an error of the server and go on', async (_what, message) => {
    const { call } = place();
    const socket = await stream.next();
    await socket.sid();
    socket.socket.send(message);
    await eventually(() =>
      carrier.network.events.alerts().some((alert) => alert.about === call.sid && alert.code === 31951),
    );
    await socket.send(mark('still here'));
    await eventually(() => socket.all('mark')[0]);
    expect(socket.socket.readyState).toBe(WebSocket.OPEN);
  });
});
