import { encodeMuLaw } from '@clinicall/audio';
import { CallSession } from './call-session';
import type { Transcript } from './ports/speech-to-text';
import { SpeechToText } from './ports/speech-to-text';
import { TextToSpeech } from './ports/text-to-speech';
import type { Talk, TalkOutput } from './talk';
import { TurnTimes } from './turn-times';

const LOUD = Int16Array.from({ length: 160 }, (_unused, index) => (index % 2 === 0 ? 8_000 : -8_000));
const QUIET = new Int16Array(160);

/** 100 ms of sound a word. */
class FakeVoice extends TextToSpeech {
  broken = false;
  override async *speak(text: string): AsyncIterable<Int16Array> {
    await Promise.resolve();
    if (this.broken) throw new Error('no voice');
    yield new Int16Array(text.split(' ').length * 800).fill(500);
  }
}

/** Gives the scripted transcripts one after the other, each as long as its utterance lasts. */
class FakeEar extends SpeechToText {
  readonly script: (Transcript | Error)[] = [];
  override listen() {
    const next = this.script.shift() ?? { text: '' };
    return {
      write: () => undefined,
      transcript: () => (next instanceof Error ? Promise.reject(next) : Promise.resolve(next)),
      close: () => undefined,
    };
  }
}

class FakeTalk implements Talk {
  language = 'en' as const;
  asked: readonly string[] = [];
  readonly said: { words: string; heard: string | undefined }[] = [];
  readonly answers: TalkOutput[][] = [];
  thinking: Promise<void> = Promise.resolve();
  ended: string | undefined;

  async *greet(): AsyncIterable<TalkOutput> {
    await Promise.resolve();
    yield say('Hello, how can I help you?');
  }

  async *reply(words: string, heard: string | undefined): AsyncIterable<TalkOutput> {
    this.said.push({ words, heard });
    const answer = this.answers.shift() ?? [say('All right.')];
    await this.thinking;
    yield* answer;
  }

  end(reason: string): Promise<void> {
    this.ended = reason;
    return Promise.resolve();
  }
}

const say = (text: string, isProtected = false): TalkOutput => ({ type: 'say', text, isProtected });

/** A call in virtual time: the carrier plays what it gets and echoes marks, the caller speaks on cue. */
class Line {
  clock = 0;
  played = 0;
  clears = 0;
  hungUp = 0;
  transferred = 0;
  readonly byCarrier: string[] = [];
  readonly talk = new FakeTalk();
  readonly ear = new FakeEar();
  readonly voice = new FakeVoice();
  readonly session: CallSession;
  private readonly buffer: (Buffer | string)[] = [];

  constructor() {
    const line = {
      media: (payload: Buffer) => void this.buffer.push(payload),
      mark: (name: string) => void this.buffer.push(name),
      clear: () => {
        this.clears += 1;
        for (const item of this.buffer.splice(0)) if (typeof item === 'string') this.session.marked(item);
      },
    };
    const ignore = () => undefined;
    this.session = new CallSession(this.talk, line, {
      recogniser: this.ear,
      synthesiser: this.voice,
      detector: { judge: (samples) => Promise.resolve(Math.abs(samples[0] ?? 0) > 4_000 ? 1 : 0), close: ignore },
      hints: [],
      times: new TurnTimes(ignore, ignore, ignore),
      hangUp: () => Promise.resolve(void (this.hungUp += 1)),
      transfer: () => Promise.resolve(void (this.transferred += 1)),
      sayByCarrier: (words) => Promise.resolve(void this.byCarrier.push(words)),
      log: ignore,
      now: () => this.clock,
    });
  }

  async run(ms: number, samples = QUIET): Promise<void> {
    for (const until = this.clock + ms; this.clock < until; this.clock += 20) {
      this.session.audio(encodeMuLaw(samples));
      this.session.tick();
      await new Promise((resolve) => setImmediate(resolve));
      if (typeof this.buffer[0] !== 'string' && this.buffer.shift() !== undefined) this.played += 20;
      while (typeof this.buffer[0] === 'string') this.session.marked(this.buffer.shift() as string);
    }
  }

  /** The caller says something, then is silent long enough for any turn to end. */
  async speak(transcript: Transcript | Error, ms = 600, silence = 1_000): Promise<void> {
    this.ear.script.push(transcript);
    await this.run(ms, LOUD);
    await this.run(silence);
  }

  async greeted(): Promise<this> {
    this.session.start();
    await this.run(1_500);
    return this;
  }
}

describe('a call', () => {
  it('greets, hears the caller to the end, and answers', async () => {
    const line = await new Line().greeted();
    expect(line.played).toBe(600);
    line.talk.answers.push([say('I have two times for you.')]);
    await line.speak({ text: 'I need a cardiologist.' });
    expect(line.talk.said).toEqual([{ words: 'I need a cardiologist.', heard: undefined }]);
    await line.run(2_000);
    expect(line.played).toBe(600 + 600);
  });

  it('gives way to an interruption, and tells the agent what was heard', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten eleven twelve thirteen fourteen')]);
    await line.speak({ text: 'Please tell me.' });
    const before = line.played;
    await line.speak({ text: 'No, something else.' });
    expect(line.clears).toBe(1);
    expect(line.played - before).toBeLessThan(500);
    expect(line.talk.said[1]?.words).toBe('No, something else.');
    expect(line.talk.said[1]?.heard).toMatch(/^one two/);
    expect(line.talk.said[1]?.heard).not.toMatch(/thirteen/);
  });

  it('goes on after a mm-hm', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('one two three four five six seven eight nine ten')]);
    await line.speak({ text: 'Please tell me.' });
    await line.speak({ text: 'Mm-hm.' }, 200);
    await line.run(2_000);
    expect(line.clears).toBe(0);
    expect(line.talk.said).toHaveLength(1);
    expect(line.played).toBe(600 + 1_000);
  });

  it('lets nobody cut an emergency notice short, and takes emergency words at once', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('Please hang up and call nine one one now, this is an emergency.', true)]);
    line.ear.script.push({ text: 'My father has chest pain and cannot breathe' });
    await line.run(2_700, LOUD);
    expect(line.talk.said).toHaveLength(1); // while still speaking
    await line.run(600);
    await line.speak({ text: 'But I wanted an appointment.' }, 800);
    await line.run(3_000);
    expect(line.clears).toBe(0);
    expect(line.talk.said).toHaveLength(1);
  });

  it('fills a silence while the agent thinks, then says the answer', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    await line.speak({ text: 'Do you have anything tomorrow?' }, 600, 2_500);
    const filled = line.played;
    expect(filled).toBeGreaterThan(600);
    think();
    await line.run(1_000);
    expect(line.played).toBeGreaterThan(filled);
  });

  it('asks again when it did not understand, then offers the keys', async () => {
    const line = await new Line().greeted();
    await line.speak({ text: 'gargle', confidence: 0.2 }, 600, 3_000);
    const once = line.played;
    expect(once).toBeGreaterThan(600);
    await line.speak(new Error('no recogniser'), 600, 6_000);
    expect(line.played).toBeGreaterThan(once + 1_500);
    expect(line.talk.said).toEqual([]);
  });

  it('says goodbye to its end before it hangs up, once', async () => {
    const line = await new Line().greeted();
    line.talk.answers.push([say('Goodbye and take care of yourself.'), { type: 'hang_up' }]);
    await line.speak({ text: 'Bye.' }, 400, 700);
    expect(line.hungUp).toBe(0);
    await line.run(2_000);
    expect(line.hungUp).toBe(1);
    expect(line.played).toBe(600 + 600);
  });

  it('asks, warns and ends when nobody says anything', async () => {
    const line = await new Line().greeted();
    await line.run(8_000);
    const asked = line.played;
    expect(asked).toBeGreaterThan(600);
    await line.run(30_000);
    expect(line.hungUp).toBe(1);
    expect(line.talk.said).toEqual([]);
  });

  it('takes zero for a person and a row of digits for a number', async () => {
    const line = await new Line().greeted();
    line.session.key('0');
    await line.run(1_500);
    expect(line.talk.said[0]?.words).toMatch(/person/);
    line.talk.asked = ['phone'];
    for (const digit of '2125550199') line.session.key(digit);
    await line.run(4_000);
    expect(line.talk.said[1]?.words).toBe('2125550199');
  });

  it('has the carrier speak when no voice works', async () => {
    const line = new Line();
    line.voice.broken = true;
    await line.greeted();
    expect(line.byCarrier).toEqual(['Hello, how can I help you?']);
  });

  it('joins words that come before the agent has said anything', async () => {
    const line = await new Line().greeted();
    let think = (): void => undefined;
    line.talk.thinking = new Promise((resolve) => (think = resolve));
    await line.speak({ text: 'I need an appointment.' }, 600, 520);
    await line.speak({ text: 'With a dermatologist.' }, 600, 800);
    think();
    await line.run(2_000);
    expect(line.talk.said.at(-1)?.words).toBe('I need an appointment. With a dermatologist.');
  });
});
