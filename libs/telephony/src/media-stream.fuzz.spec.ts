import { Metrics } from '@clinicall/platform';
import { Line, say } from '../spec-support/fake-line';
import { FakeSwitch, startFrame } from '../spec-support/fake-socket';
import type { FakeSocket } from '../spec-support/fake-socket';
import { CallSession } from './call-session';
import { CallSocket } from './call-socket';

const DEEP = process.env['CLINICALL_DEEP'] === '1';
const FRAMES = DEEP ? 1_000_000 : 5_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e9));

/** Mulberry32: the same frames for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const payload = Buffer.alloc(160, 0x55).toString('base64');
const GOOD: readonly object[] = [
  { event: 'connected', protocol: 'Call', version: '1.0.0' },
  startFrame('CA1', 'another call’s token'),
  {
    event: 'media',
    sequenceNumber: '3',
    streamSid: 'MZ1',
    media: { track: 'inbound', chunk: '1', timestamp: '20', payload },
  },
  { event: 'dtmf', streamSid: 'MZ1', sequenceNumber: '4', dtmf: { track: 'inbound_track', digit: '7' } },
  { event: 'mark', streamSid: 'MZ1', sequenceNumber: '5', mark: { name: '1:5' } },
  { event: 'stop', streamSid: 'MZ1', sequenceNumber: '6', stop: { accountSid: 'AC', callSid: 'CA1' } },
];
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '\u0000',
  '‮',
  [],
  {},
  [[]],
  'NaN',
  '99999999999999999999',
  'x'.repeat(5_000),
  { payload: 1 },
  -0,
];

class Mutator {
  constructor(private readonly random: () => number) {}

  frame(): { data: Buffer; isBinary: boolean } {
    const whole = this.pick(GOOD);
    const text = this.chance(0.5) ? JSON.stringify(this.bend(structuredClone(whole))) : JSON.stringify(whole);
    let data = Buffer.from(text);
    if (this.chance(0.3)) data = data.subarray(0, Math.floor(this.random() * data.length));
    if (this.chance(0.3))
      for (let flips = 0; flips < 4; flips += 1)
        data[Math.floor(this.random() * data.length)] = Math.floor(this.random() * 256);
    return { data, isBinary: this.chance(0.05) };
  }

  private bend(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return this.pick(ODD);
    const fields = Object.keys(value);
    const name = this.pick(fields.length === 0 ? ['x'] : fields);
    const bent = value as Record<string, unknown>;
    if (this.chance(0.3)) Reflect.deleteProperty(bent, name);
    else if (this.chance(0.2)) bent[this.pick(['__proto__', 'constructor', 'toString', 'event'])] = this.pick(ODD);
    else bent[name] = this.bend(bent[name]);
    return bent;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
}

/** Exchanges that the other call has meanwhile. */
const EXCHANGES = DEEP ? 40 : 4;
/** A broken build is found by far fewer frames. */
const BROKEN_FRAMES = 5_000;

interface Outcome {
  /** What was thrown out of the gateway, or rejected and caught by nobody. */
  readonly crashes: unknown[];
  readonly sockets: number;
  /** Calls that are still open. */
  readonly live: number;
  /** The other call as it went. */
  readonly other: object;
}

/** A call in virtual time: everything of it that another could change. */
class OtherCall {
  readonly line = new Line();

  async exchange(number: number): Promise<void> {
    this.line.talk.answers.push([say(`That is noted as number ${number}, and I will tell the doctor.`)]);
    await this.line.speak({ text: `This is my wish number ${number}.` }, 600, 4_000);
  }

  /** Once a call has been through: what was said, played, cleared, kept of it. */
  get record(): object {
    const { talk, played, clears, hungUp, transferred, fates, kept } = this.line;
    // How long our own doubles took is real time; all else is virtual.
    const timeline = kept?.entries.map(({ kind, at, until }) => ({ kind, at, until }));
    return { said: talk.said, played, clears, hungUp, transferred, fates, timeline };
  }
}

/** The same call where nothing else goes on. */
async function undisturbed(): Promise<object> {
  const other = new OtherCall();
  await new FakeSwitch().connect('CAgood', 'good', other.line);
  await other.line.run(1_500);
  for (let number = 1; number <= EXCHANGES; number += 1) await other.exchange(number);
  return other.record;
}

async function fuzz(frames: number): Promise<Outcome> {
  const carrier = new FakeSwitch();
  const other = new OtherCall();
  await carrier.connect('CAgood', 'good', other.line);
  await other.line.run(1_500);
  const mutator = new Mutator(randomOf(SEED));
  const registry = new Metrics();
  const crashes: unknown[] = [];
  const note = (reason: unknown): void => void crashes.push(reason);
  process.on('unhandledRejection', note);
  let bad: FakeSocket | undefined;
  let sockets = 0;
  let exchanges = 0;
  for (let count = 1; count <= frames; count += 1) {
    if (bad === undefined || bad.closedWith !== undefined)
      bad = await carrier.connect('CAbad', `bad ${(sockets += 1)}`, new Line(registry));
    const { data, isBinary } = mutator.frame();
    try {
      bad.emit('message', data, isBinary);
    } catch (error) {
      note(error);
    }
    if (count % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (count >= ((exchanges + 1) * frames) / EXCHANGES) await other.exchange((exchanges += 1));
  }
  bad?.close(1000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  return { crashes, sockets, live: carrier.live, other: other.record };
}

describe('the media stream under mutated frames', () => {
  it(`survives ${FRAMES} of them (FUZZ_SEED=${SEED}), and another call goes as it goes alone`, async () => {
    const { crashes, sockets, live, other } = await fuzz(FRAMES);
    expect(crashes).toEqual([]);
    expect(sockets).toBeGreaterThan(FRAMES / 1_000);
    expect(live).toBe(1);
    expect(other).toEqual(await undisturbed());
  }, 3_600_000);

  it('is seen to crash where a message that makes no sense is not caught', async () => {
    const careless = jest
      .spyOn(CallSocket.prototype as unknown as { fault(): void }, 'fault')
      .mockImplementation(() => {
        throw new Error('not caught');
      });
    expect((await fuzz(BROKEN_FRAMES)).crashes).not.toEqual([]);
    careless.mockRestore();
  });

  it('is seen to reach another call where calls are mixed up', async () => {
    const key = CallSession.prototype.key;
    let first: CallSession | undefined;
    const mixed = jest.spyOn(CallSession.prototype, 'key').mockImplementation((digit) => {
      key.call(first, digit);
    });
    const start = jest.spyOn(CallSession.prototype, 'start').mockImplementationOnce(function (this: CallSession) {
      first = this;
    });
    const { other } = await fuzz(BROKEN_FRAMES);
    mixed.mockRestore();
    start.mockRestore();
    expect(other).not.toEqual(await undisturbed());
  });
});
