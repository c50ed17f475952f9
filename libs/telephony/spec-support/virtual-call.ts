import { encodeMuLaw } from '@clinicall/audio';
import { Metrics, NO_SPAN } from '@clinicall/platform';
import { CallMetrics } from '../src/call-metrics';
import { CallSession } from '../src/call-session';
import { CallWatch } from '../src/call-watch';
import { SpeechToText } from '../src/ports/speech-to-text';
import type { Hearing, Transcript } from '../src/ports/speech-to-text';
import { TextToSpeech } from '../src/ports/text-to-speech';
import type { Talk, TalkOutput } from '../src/talk';
import { framesOf } from './fake-line';

const FRAME_MS = 20;
const SPEECH = 4_000;
/** A sound of the caller's stands for its words by its loudness; so far apart that µ-law keeps them distinct. */
const LOUDNESS_STEP = 1_100;
const MOST_SOUNDS = 24;
const SILENCE = encodeMuLaw(new Int16Array(160));

/** Work that takes virtual time. */
export class VirtualTimers {
  now = 0;
  private readonly waiting: { readonly at: number; readonly done: () => void }[] = [];

  sleep(ms: number): Promise<void> {
    return new Promise((done) => this.waiting.push({ at: this.now + ms, done }));
  }

  advance(ms: number): void {
    this.now += ms;
    for (const timer of [...this.waiting].filter(({ at }) => at <= this.now)) {
      this.waiting.splice(this.waiting.indexOf(timer), 1);
      timer.done();
    }
  }
}

/** What the caller's sounds mean: a word or two each. An empty one is a cough. */
export class Sounds {
  private readonly meanings: string[] = [];

  frame(meaning: string): Int16Array {
    let at = this.meanings.indexOf(meaning);
    if (at < 0) at = this.meanings.push(meaning) - 1;
    if (at >= MOST_SOUNDS) throw new Error('too many sounds in one call');
    const loudness = SPEECH + (at + 1) * LOUDNESS_STEP;
    return Int16Array.from({ length: 160 }, (_unused, index) => (index % 2 === 0 ? loudness : -loudness));
  }

  meaningOf(samples: Int16Array): string | undefined {
    const loudness = Math.abs(samples[0] ?? 0);
    return loudness < SPEECH ? undefined : this.meanings[Math.round((loudness - SPEECH) / LOUDNESS_STEP) - 1];
  }
}

/** Recognises exactly what sounded, after a while. */
class ExactEar extends SpeechToText {
  constructor(
    private readonly sounds: Sounds,
    private readonly timers: VirtualTimers,
    private readonly takesMs: () => number,
  ) {
    super();
  }

  override listen(): Hearing {
    const heard: string[] = [];
    return {
      write: (samples) => {
        const meaning = this.sounds.meaningOf(samples);
        if (meaning !== undefined && heard.at(-1) !== meaning) heard.push(meaning);
      },
      transcript: async (): Promise<Transcript> => {
        await this.timers.sleep(this.takesMs());
        return { text: heard.join(' ').trim() };
      },
      close: () => undefined,
    };
  }
}

class SlowVoice extends TextToSpeech {
  constructor(
    private readonly timers: VirtualTimers,
    private readonly takesMs: () => number,
  ) {
    super();
  }

  override async *speak(text: string, _voicing: unknown, signal: AbortSignal): AsyncIterable<Int16Array> {
    for (let left = text.split(' ').length; left > 0; left -= 4) {
      await this.timers.sleep(this.takesMs());
      if (signal.aborted) return;
      yield new Int16Array(Math.min(left, 4) * 1_200).fill(500);
    }
  }

  override sound(): never {
    throw new Error('a call wants samples');
  }
}

/** One for all calls: each registry watches the process's event loop. */
const metrics = new CallMetrics(new Metrics());

/** A call in virtual time whose caller, recogniser, voice and agent all take their time. */
export class VirtualCall {
  readonly timers: VirtualTimers;
  readonly sounds = new Sounds();
  readonly session: CallSession;
  played = 0;
  hungUp = false;
  readonly faults: string[] = [];
  private readonly atCarrier: (Buffer | string)[] = [];

  constructor(talk: Talk, timers: VirtualTimers, delays: { ear: () => number; voice: () => number }) {
    this.timers = timers;
    const line = {
      media: (payload: Buffer) => void this.atCarrier.push(...framesOf(payload)),
      mark: (name: string) => void this.atCarrier.push(name),
      clear: () => {
        for (const item of this.atCarrier.splice(0)) if (typeof item === 'string') this.session.marked(item);
      },
    };
    const now = () => timers.now;
    this.session = new CallSession(talk, line, {
      recogniser: new ExactEar(this.sounds, timers, delays.ear),
      synthesiser: new SlowVoice(timers, delays.voice),
      detector: {
        judge: (samples) => Promise.resolve(this.sounds.meaningOf(samples) === undefined ? 0 : 1),
        close: () => undefined,
      },
      hints: [],
      watch: new CallWatch({
        door: 'stream',
        metrics,
        now,
        trace: () => NO_SPAN,
        keep: () => undefined,
      }),
      hangUp: () => {
        this.hungUp = true;
        return Promise.resolve();
      },
      transfer: () => Promise.resolve(false),
      leave: () => undefined,
      sayByCarrier: (words) => Promise.resolve(void this.faults.push(`the carrier had to say: ${words}`)),
      log: (event) => this.faults.push(event),
      now,
    });
  }

  /** @param meaning what the caller says all the while; silence when absent. */
  async run(ms: number, meaning?: string): Promise<void> {
    const frame = meaning === undefined ? SILENCE : encodeMuLaw(this.sounds.frame(meaning));
    for (let passed = 0; passed < ms; passed += FRAME_MS) {
      this.session.audio(frame);
      this.session.tick();
      this.timers.advance(FRAME_MS);
      await new Promise((resolve) => setImmediate(resolve));
      this.playOut();
    }
  }

  private playOut(): void {
    if (typeof this.atCarrier[0] !== 'string' && this.atCarrier.shift() !== undefined) this.played += FRAME_MS;
    while (typeof this.atCarrier[0] === 'string') this.session.marked(this.atCarrier.shift() as string);
  }
}

export const speaks = (text: string): TalkOutput => ({ type: 'say', text, isProtected: false });
