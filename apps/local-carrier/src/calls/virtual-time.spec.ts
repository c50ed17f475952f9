import { decodeMuLaw, encodeMuLaw, level } from '@clinicall/audio';
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
import { LittleStream, type StreamMessage, type StreamSocket } from '../../spec-support/little-stream';
import { VirtualClock } from '../../spec-support/virtual-clock';
import { type Carrier, startCarrier } from '../carrier';
import type { Call } from './call';

const WORDS_END_MS = 600;
const tone = (ms: number): Buffer =>
  encodeMuLaw(Int16Array.from({ length: ms * 8 }, (_unused, at) => 9_000 * Math.sin((2 * Math.PI * 400 * at) / 8_000)));

/** A little receptionist at the product's end of the stream: greets, answers words and keys, says goodbye, hangs up. */
class Receptionist {
  readonly heard: string[] = [];
  private quietFrames = 0;
  private speaking = false;
  private hangingUp: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly stream: StreamSocket,
    private readonly client: Twilio,
    private readonly call: Call,
  ) {
    stream.socket.on('message', () => this.take(stream.messages.at(-1)?.message));
    this.say('greeting', 1_200);
  }

  /** Two rounds to the carrier and back: all that was sent has arrived, and so have the answers to it. */
  async settled(): Promise<void> {
    const { socket } = this.stream;
    for (let round = 0; round < 2 && socket.readyState === socket.OPEN; round += 1)
      await new Promise<void>((resolve) => {
        const done = (): void => {
          socket.off('pong', done).off('close', done);
          resolve();
        };
        socket.on('pong', done).on('close', done);
        socket.ping();
      });
    await this.hangingUp;
  }

  private take(message: StreamMessage | undefined): void {
    if (message?.event === 'media') this.hear(Buffer.from(message.media?.payload ?? '', 'base64'));
    if (message?.event === 'dtmf') this.answer('key', 'goodbye');
    if (message?.event !== 'mark') return;
    this.heard.push(`${message.mark?.name ?? ''} to its end`);
    if (message.mark?.name === 'goodbye')
      this.hangingUp = this.client.calls(this.call.sid).update({ status: 'completed' });
  }

  private hear(frame: Buffer): void {
    const loud = level(decodeMuLaw(frame)) > 1_000;
    this.quietFrames = loud ? 0 : this.quietFrames + 1;
    if (this.speaking && this.quietFrames * 20 >= WORDS_END_MS) this.answer('words', 'answer');
    this.speaking = loud || (this.speaking && this.quietFrames * 20 < WORDS_END_MS);
  }

  private answer(what: string, name: string): void {
    this.heard.push(what);
    this.say(name, 800);
  }

  private say(name: string, ms: number): void {
    void this.stream.send({ event: 'media', media: { payload: tone(ms).toString('base64') } });
    void this.stream.send({ event: 'mark', mark: { name } });
  }
}

describe('a call at virtual time', () => {
  const product = new LittleProduct();
  let clock: VirtualClock;
  let stream: LittleStream;
  let carrier: Carrier;
  let client: Twilio;

  beforeAll(async () => {
    await product.start();
    stream = new LittleStream(product.raw);
    client = twilio(ACCOUNT_SID, AUTH_TOKEN);
  });
  beforeEach(async () => {
    clock = new VirtualClock();
    carrier = await startCarrier(specEnvironment(product.url), clock);
    client.api.baseUrl = carrier.url;
    stream.sockets.length = 0;
  });
  afterEach(() => carrier.close());
  afterAll(() => product.stop());

  /** A whole call; what happened, when, and which frames never came. */
  async function play(
    lossRate: number,
  ): Promise<{ heard: string[]; lost: number[]; marks: [unknown, number][]; seconds: number | null }> {
    product.answer = ({ path }) => ({
      body: path.includes('incoming')
        ? `<Response><Connect><Stream url="${product.url.replace('http', 'ws')}/media-stream"/></Connect></Response>`
        : '<Response/>',
    });
    stream.sockets.length = 0;
    carrier.network.faults.change({ lossRate, troubleSeed: 11 });
    const call = carrier.switchboard.dial(PATIENT, CLINIC, null);
    const socket = await stream.next();
    await socket.sid();
    const receptionist = new Receptionist(socket, client, call);
    const { heard } = receptionist;
    const pass = (until: () => boolean): Promise<void> => clock.pass(until, 20_000, () => receptionist.settled());
    await pass(() => heard.includes('greeting to its end'));
    call.said.push(tone(1_000));
    await pass(() => heard.includes('answer to its end'));
    const pressAt = clock.now() + 3_000;
    await pass(() => clock.now() >= pressAt);
    call.press('5');
    await pass(() => call.over);
    await eventually(() => socket.closed);
    const came = new Set(socket.all('media').map(({ media }) => Number(media?.chunk)));
    const all = Array.from({ length: Math.max(...came) }, (_unused, index) => index + 1);
    const marks = call.record.events
      .filter(({ type }) => type === 'mark')
      .map(({ name, atMs }): [unknown, number] => [name, atMs]);
    return { heard, lost: all.filter((chunk) => !came.has(chunk)), marks, seconds: call.seconds };
  }

  it('goes from greeting to hang-up to the millisecond, far faster than it would be heard', async () => {
    const begunAt = performance.now();
    const whole = await play(0);
    expect(whole).toEqual({
      heard: ['greeting to its end', 'words', 'answer to its end', 'key', 'goodbye to its end'],
      lost: [],
      marks: [
        ['greeting', 1_220],
        ['answer', 3_640],
        ['goodbye', 7_460],
      ],
      seconds: 7,
    });
    expect(performance.now() - begunAt).toBeLessThan(clock.now() / 2);
  });

  it('loses the frames that its seed says, and goes on', async () => {
    const { heard, lost, marks } = await play(0.01);
    expect(lost).toEqual([44, 68, 90, 175, 239, 267, 270, 315, 360]);
    expect(heard.at(-1)).toBe('goodbye to its end');
    expect(marks.map(([name]) => name)).toEqual(['greeting', 'answer', 'goodbye']);
    const again = await play(0.01);
    expect(again).toMatchObject({ heard, marks, lost });
  });

  it('waits for keys by that time, and for nobody longer than it should', async () => {
    product.answer = ({ path }) => ({
      body: path.includes('incoming')
        ? '<Response><Pause length="30"/><Gather action="/keys" timeout="5"/></Response>'
        : '<Response><Hangup/></Response>',
    });
    const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const call = carrier.switchboard.dial(PATIENT, CLINIC, null);
    await eventually(() => call.status === 'in-progress');
    await eventually(() => call.record.events.some(({ verb }) => verb === 'Pause'));
    const verb = (name: string): boolean => call.record.events.some((event) => event.verb === name);
    await clock.pass(() => verb('Gather'), 30_000, settle);
    expect(clock.now()).toBe(30_000);
    call.press('1');
    await clock.pass(() => clock.now() >= 34_000, 5_000, settle);
    call.press('2');
    expect(product.at('/keys')).toEqual([]);
    await clock.pass(() => clock.now() >= 39_000, 6_000, settle);
    await eventually(() => call.over);
    expect(product.at('/keys')[0]?.form).toMatchObject({ Digits: '12' });
    expect(call.seconds).toBe(39);
  });
});
