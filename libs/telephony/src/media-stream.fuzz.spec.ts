import { Metrics } from '@clinicall/platform';
import { Line, say } from '../spec-support/fake-line';
import { FakeSwitch } from '../spec-support/fake-socket';
import type { FakeSocket } from '../spec-support/fake-socket';
import { Mutator } from '../spec-support/mutator';
import { CallSession } from './call-session';
import { CallSocket } from './call-socket';

const DEEP = process.env['CLINICALL_DEEP'] === '1';
const FRAMES = DEEP ? 1_000_000 : 5_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e9));

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
  const otherSocket = await carrier.connect('CAgood', 'good', other.line);
  await other.line.run(1_500);
  const mutator = new Mutator(SEED);
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
    if (count % 500 === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      // Its frames do not come by its socket, which must not be taken for half open.
      otherSocket.text({ event: 'connected' });
    }
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
    const start = jest.spyOn(CallSession.prototype, 'start').mockImplementationOnce(() => {
      first = start.mock.contexts[0];
    });
    const { other } = await fuzz(BROKEN_FRAMES);
    mixed.mockRestore();
    start.mockRestore();
    expect(other).not.toEqual(await undisturbed());
  });
});
