import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, ProviderError } from '@clinicall/platform';
import { FailoverSpeechToText, FailoverTextToSpeech } from './failover-speech';
import { SpeechToText } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';

type Behaviour = 'well' | 'refuses' | 'hangs' | 'breaks' | 'stalls' | 'drips';

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

/** Asked anew each time: a signal changes while its voice waits. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

class Ear extends SpeechToText {
  asked = 0;
  constructor(
    readonly name: string,
    public behaviour: Behaviour,
  ) {
    super();
  }
  override listen() {
    const samples: number[] = [];
    return {
      write: (more: Int16Array) => void samples.push(...more),
      transcript: (signal: AbortSignal) => {
        this.asked += 1;
        if (this.behaviour === 'refuses') return Promise.reject(new Error('refused'));
        if (this.behaviour === 'hangs') return whenAborted(signal);
        return Promise.resolve({ text: `${this.name} heard ${samples.length}` });
      },
      close: () => undefined,
    };
  }
}

class Voice extends TextToSpeech {
  asked = 0;
  constructor(
    readonly level: number,
    public behaviour: Behaviour,
  ) {
    super();
  }
  override async *speak(_text: string, _voicing: unknown, signal: AbortSignal): AsyncIterable<Int16Array> {
    this.asked += 1;
    if (this.behaviour === 'refuses') throw new Error('refused');
    if (this.behaviour === 'hangs') await whenAborted(signal).catch(() => undefined);
    if (signal.aborted) return;
    yield new Int16Array(10).fill(this.level);
    if (this.behaviour === 'breaks') throw new Error('broke off');
    if (this.behaviour === 'stalls') await whenAborted(signal).catch(() => undefined);
    // A sample every now and then keeps its connection alive.
    while (this.behaviour === 'drips' && !isOver(signal)) {
      yield new Int16Array(1).fill(this.level);
      await sleep(50);
    }
    if (isOver(signal)) return;
    yield new Int16Array(10).fill(this.level);
  }
  override async *sound(): AsyncIterable<Uint8Array> {
    this.asked += 1;
    await Promise.resolve();
    if (this.behaviour === 'refuses') throw new ProviderError('voice', false, 'answered 400');
    if (this.behaviour === 'hangs') throw new ProviderError('voice', true, 'failed');
    yield Uint8Array.of(this.level);
    if (this.behaviour === 'breaks') throw new Error('broke off');
  }
}

const logger = new Logger('silent');
const never = new AbortController().signal;

async function spoken(line: TextToSpeech): Promise<number[]> {
  const levels: number[] = [];
  for await (const samples of line.speak('Hello', { language: 'en' }, never)) levels.push(samples[0] ?? 0);
  return levels;
}

describe('recognisers in line', () => {
  const listen = (line: FailoverSpeechToText) => {
    const hearing = line.listen({ language: 'en', hints: [] });
    hearing.write(new Int16Array(160));
    return hearing.transcript(never);
  };

  it.each<Behaviour>(['refuses', 'hangs'])(
    'take over within three seconds from one that %s, with all of the sound',
    async (how) => {
      const [first, second] = [new Ear('one', how), new Ear('two', 'well')];
      const line = new FailoverSpeechToText([first, second], logger);
      const startedAt = performance.now();
      expect(await listen(line)).toEqual({ text: 'two heard 160' });
      expect(performance.now() - startedAt).toBeLessThan(3_000);
      // The next turn does not wait for it again.
      await listen(line);
      expect([first.asked, second.asked]).toEqual([1, 2]);
    },
  );

  it('try a rested one with one turn alone, for which no other waits; voices of its name rest apart from it', async () => {
    const [first, second] = [new Ear('one', 'refuses'), new Ear('two', 'well')];
    const line = new FailoverSpeechToText([first, second], logger);
    await listen(line);
    const later = Date.now() + 20_001;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    first.behaviour = 'hangs';
    const startedAt = performance.now();
    const [probe, ...others] = Array.from({ length: 6 }, () => listen(line));
    expect(await Promise.all(others)).toHaveLength(5);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect(first.asked).toBe(2);
    expect(await probe).toEqual({ text: 'two heard 160' });
    await listen(line);
    expect(first.asked).toBe(2);
    clock.mockReturnValue(later + 20_001);
    first.behaviour = 'well';
    expect(await listen(line)).toEqual({ text: 'one heard 160' });
    clock.mockRestore();
    const voices = [new Voice(1, 'well'), new Voice(2, 'well')];
    expect(await spoken(new FailoverTextToSpeech(voices, logger))).toEqual([1, 1]);
  });

  it('give the last one all the time it needs, and say when none understood', async () => {
    await expect(listen(new FailoverSpeechToText([new Ear('one', 'refuses')], logger))).rejects.toThrow('refused');
    await expect(listen(new FailoverSpeechToText([], logger))).rejects.toThrow('not configured');
  });
});

describe('voices in line', () => {
  it.each<Behaviour>(['refuses', 'hangs'])('take over within two seconds and a half from one that %s', async (how) => {
    const [first, second] = [new Voice(1, how), new Voice(2, 'well')];
    const line = new FailoverTextToSpeech([first, second], logger);
    const startedAt = performance.now();
    expect(await spoken(line)).toEqual([2, 2]);
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    await spoken(line);
    expect([first.asked, second.asked]).toEqual([1, 2]);
  });

  it.each([
    ['breaks off', 'breaks', 'broke off'],
    ['stalls', 'stalls', 'stalled'],
    ['drips, which keeps its connection alive', 'drips', 'stalled'],
  ] as const)('end the clause when one %s in it, and are another for what is said next', async (_what, how, why) => {
    const second = new Voice(2, 'well');
    const line = new FailoverTextToSpeech([new Voice(1, how), second], logger);
    const startedAt = performance.now();
    await expect(spoken(line)).rejects.toThrow(why);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(second.asked).toBe(0);
    expect(await spoken(line)).toEqual([2, 2]);
  });

  it('are believed as long as there is more sound than time', async () => {
    class Slow extends Voice {
      override async *speak(): AsyncIterable<Int16Array> {
        for (let at = 0; at < 4; at += 1) {
          yield new Int16Array(8 * 700).fill(1);
          await sleep(600);
        }
      }
    }
    expect(await spoken(new FailoverTextToSpeech([new Slow(1, 'well'), new Voice(2, 'well')], logger))).toHaveLength(4);
  });

  const file = async (line: TextToSpeech): Promise<number[]> => {
    const bytes: number[] = [];
    for await (const piece of line.sound('Hello', { language: 'en' }, 'mp3', never)) bytes.push(...piece);
    return bytes;
  };

  it('stand in for each other for files too', async () => {
    const [first, second] = [new Voice(1, 'hangs'), new Voice(2, 'well')];
    const line = new FailoverTextToSpeech([first, second], logger);
    expect(await file(line)).toEqual([2]);
    await file(line);
    expect([first.asked, second.asked]).toEqual([1, 2]);
    const broken = new FailoverTextToSpeech([new Voice(1, 'breaks'), second], logger);
    await expect(file(broken)).rejects.toThrow('broke off');
  });

  it('are not taken from the calls by a file that one of them will not make', async () => {
    const [first, second] = [new Voice(1, 'refuses'), new Voice(2, 'well')];
    const line = new FailoverTextToSpeech([first, second], logger);
    expect(await file(line)).toEqual([2]);
    first.behaviour = 'well';
    expect(await spoken(line)).toEqual([1, 1]);
  });
});
