import { startFrame } from './fake-socket';

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

/** A carrier gone mad: its messages bent, cut and with bytes of chance, the same for the same seed. */
export class Mutator {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

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
