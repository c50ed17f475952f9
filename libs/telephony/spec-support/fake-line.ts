import { encodeMuLaw } from '@clinicall/audio';
import { CallSession } from '../src/call-session';
import type { Transcript } from '../src/ports/speech-to-text';
import { SpeechToText } from '../src/ports/speech-to-text';
import { TextToSpeech } from '../src/ports/text-to-speech';
import type { Talk, TalkOutput } from '../src/talk';
import { Metrics, NO_SPAN } from '@clinicall/platform';
import { CallMetrics } from '../src/call-metrics';
import { CallWatch } from '../src/call-watch';
import type { StreamRecord } from '../src/call-watch';
import type { CallEquipment } from '../src/call-equipment';
import { unheardWords } from '../src/unheard-words';

export const LOUD = Int16Array.from({ length: 160 }, (_unused, index) => (index % 2 === 0 ? 8_000 : -8_000));
export const QUIET = new Int16Array(160);

/** The frames of one message. */
export const framesOf = (payload: Buffer): Buffer[] =>
  Array.from({ length: payload.length / 160 }, (_unused, at) => payload.subarray(at * 160, (at + 1) * 160));

/** 100 ms of sound a word. */
export class FakeVoice extends TextToSpeech {
  broken = false;
  /** It cannot say words that begin so. */
  failsAt: string | undefined;
  /** The sound of words that begin so breaks off, once. */
  breaksAt: string | undefined;
  override async *speak(text: string): AsyncIterable<Int16Array> {
    await Promise.resolve();
    if (this.broken || (this.failsAt !== undefined && text.startsWith(this.failsAt))) throw new Error('no voice');
    const sound = new Int16Array(text.split(' ').length * 800).fill(500);
    if (this.breaksAt !== undefined && text.startsWith(this.breaksAt)) {
      this.breaksAt = undefined;
      yield sound.subarray(0, sound.length / 2);
      throw new Error('broke off');
    }
    yield sound;
  }
  override sound(): never {
    throw new Error('a call wants samples');
  }
}

/** Gives the scripted transcripts one after the other, each as long as its utterance lasts. */
export class FakeEar extends SpeechToText {
  readonly script: (Transcript | Error | Promise<Transcript>)[] = [];
  override listen() {
    const next = this.script.shift() ?? { text: '' };
    return {
      write: () => undefined,
      transcript: () => (next instanceof Error ? Promise.reject(next) : Promise.resolve(next)),
      close: () => undefined,
    };
  }
}

export class FakeTalk implements Talk {
  language = 'en' as const;
  asked: readonly string[] = [];
  readonly said: { words: string; heard: string | undefined }[] = [];
  readonly answers: TalkOutput[][] = [];
  thinking: Promise<void> = Promise.resolve();
  ended: string | undefined;
  /** Said of these words before the turn under way is over. */
  notice: string | undefined;

  urgent(): Promise<string | undefined> {
    return Promise.resolve(this.notice);
  }

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

export const say = (text: string, isProtected = false): TalkOutput => ({ type: 'say', text, isProtected });

/** A call in virtual time: the carrier plays what it gets and echoes marks, the caller speaks on cue. */
export class Line {
  clock = 0;
  played = 0;
  clears = 0;
  hungUp = 0;
  somebodyThere = true;
  playedAtHangUp = 0;
  transferred = 0;
  readonly byCarrier: string[] = [];
  carrierIsDown = false;
  endedByCarrier = false;
  left = 0;
  /** What the session told of its replies. */
  readonly fates: string[] = [];
  readonly logged: object[] = [];
  /** Its timeline, as it would be kept. */
  kept: StreamRecord | undefined;
  readonly metrics: CallMetrics;
  readonly talk = new FakeTalk();
  readonly ear = new FakeEar();
  readonly voice = new FakeVoice();
  readonly session: CallSession;
  private readonly buffer: (Buffer | string)[] = [];

  /** @param registry of its own, for a look at it; each watches the process's loop, so many calls share one. */
  constructor(readonly registry = new Metrics()) {
    this.metrics = new CallMetrics(registry);
    const line = {
      media: (payload: Buffer) => void this.buffer.push(...framesOf(payload)),
      mark: (name: string) => void this.buffer.push(name),
      clear: () => {
        this.clears += 1;
        for (const item of this.buffer.splice(0)) if (typeof item === 'string') this.session.marked(item);
      },
    };
    this.session = new CallSession(this.talk, line, this.equipment());
  }

  private equipment(): CallEquipment {
    return {
      recogniser: this.ear,
      synthesiser: this.voice,
      detector: {
        judge: (samples) => Promise.resolve(Math.abs(samples[0] ?? 0) > 4_000 ? 1 : 0),
        close: () => undefined,
      },
      hints: [],
      watch: new CallWatch({
        door: 'stream',
        metrics: this.metrics,
        now: () => this.clock,
        trace: () => NO_SPAN,
        keep: (record) => (this.kept = record),
      }),
      ...this.carrier(),
      leave: () => (this.left += 1),
      replies: {
        heard: () => void this.fates.push('heard'),
        lost: (spoken, lineBroke) => void this.fates.push(`${lineBroke ? 'broke' : 'ended'}: ${unheardWords(spoken)}`),
      },
      log: (event, attributes) => void this.logged.push({ event, ...attributes }),
      now: () => this.clock,
    };
  }

  private carrier(): Pick<CallEquipment, 'hangUp' | 'transfer' | 'sayByCarrier'> {
    return {
      hangUp: () => {
        this.hungUp += 1;
        this.playedAtHangUp = this.played;
        return Promise.resolve();
      },
      transfer: () => {
        this.transferred += 1;
        return Promise.resolve(this.somebodyThere);
      },
      sayByCarrier: (words, isLast) => {
        if (this.carrierIsDown) return Promise.reject(new Error('no carrier'));
        this.byCarrier.push(words);
        this.endedByCarrier = isLast;
        return Promise.resolve();
      },
    };
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
