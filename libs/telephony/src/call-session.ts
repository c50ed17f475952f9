import { decodeMuLaw, FRAME_BYTES } from '@clinicall/audio';
import { asksForPerson, detectEmergency, phrase } from '@clinicall/language';
import { isBackchannel } from './backchannel';
import { Playout } from './audio/playout';
import type { MediaLine } from './audio/playout';
import type { VoiceDetector } from './audio/voice-activity';
import { DIGIT_PAUSE_MS, Keypad } from './keypad';
import { Listener } from './listener';
import { NoInput } from './no-input';
import type { SpeechToText, Transcript } from './ports/speech-to-text';
import type { TextToSpeech } from './ports/text-to-speech';
import { Speaker } from './speaker';
import type { Talk, TalkOutput } from './talk';
import type { TurnTimes } from './turn-times';

/** What a call is given to live on. */
export interface CallEquipment {
  readonly recogniser: SpeechToText;
  readonly synthesiser: TextToSpeech;
  readonly detector: VoiceDetector;
  readonly hints: readonly string[];
  readonly times: TurnTimes;
  hangUp(): Promise<void>;
  transfer(): Promise<void>;
  /** The carrier speaks in our place: no voice of ours can. */
  sayByCarrier(words: string): Promise<void>;
  log(event: string, attributes?: Readonly<Record<string, unknown>>): void;
  now(): number;
}

/** Voice over the agent's own that is certainly an interruption. */
const INTERRUPTS_AFTER_MS = 500;
const FILLER_AFTER_MS = 900;
const STILL_CHECKING_AFTER_MS = 4_000;
/** Below this the recogniser guessed. */
const UNSURE = 0.45;
/** Frames that may wait for the voice detector before the oldest are dropped: five seconds. */
const MOST_WAITING = 250;
const LONGEST_CALL_MS = 30 * 60_000;

/**
 * One call, from its first frame to its end: listens, has the agent answer, speaks, and gives way when interrupted.
 * A fault of one call stays in it: every entry point catches its own.
 */
export class CallSession {
  private readonly playout: Playout;
  private readonly speaker: Speaker;
  private readonly listener: Listener;
  private readonly keypad = new Keypad();
  private readonly noInput: NoInput;
  private readonly startedAt: number;
  private frames: Promise<void> = Promise.resolve();
  private waiting = 0;
  private turn:
    { readonly stop: AbortController; done: Promise<void>; words: string; spoke: boolean; begunAt: number } | undefined;
  /** The caller's voice began over ours: held back until it is known whether it is an interruption. */
  private overlapped = false;
  private isProtected = false;
  private cutShort: string | undefined;
  private misses = 0;
  private keyedAt = 0;
  private ending: 'hang_up' | 'transfer' | undefined;
  private closed = false;

  constructor(
    private readonly talk: Talk,
    line: MediaLine,
    private readonly equipment: CallEquipment,
  ) {
    this.playout = new Playout(line, () => equipment.now());
    this.speaker = new Speaker(equipment.synthesiser, this.playout, (error, words) => this.voiceFailed(error, words));
    this.noInput = new NoInput(equipment.now());
    this.startedAt = equipment.now();
    const expectation = () => ({ language: talk.language, asked: talk.asked, hints: equipment.hints });
    this.listener = new Listener(equipment.recogniser, equipment.detector, expectation, {
      started: () => this.voiceBegan(),
      interim: (words) => this.heardSoFar(words),
      finished: (transcript, silenceMs) => this.callerFinished(transcript, silenceMs),
      failed: (error) => this.hearingFailed(error),
    });
  }

  /** The stream is open: greets. */
  start(): void {
    this.run('', (signal) => this.talk.greet(signal));
  }

  /** @param payload µ-law, any length. */
  audio(payload: Buffer): void {
    if (this.closed || this.waiting > MOST_WAITING) return;
    for (let at = 0; at < payload.length; at += FRAME_BYTES) {
      const samples = decodeMuLaw(payload.subarray(at, at + FRAME_BYTES));
      this.waiting += 1;
      this.frames = this.frames
        .then(() => (this.closed ? undefined : this.listener.hear(samples)))
        .catch((error: unknown) => this.equipment.log('a frame could not be heard', { error }))
        .finally(() => (this.waiting -= 1));
    }
  }

  marked(name: string): void {
    this.playout.marked(name);
  }

  key(digit: string): void {
    this.keyedAt = this.equipment.now();
    this.noInput.heard(this.keyedAt);
    const meaning = this.keypad.press(digit, this.talk.asked);
    if (meaning === 'person') this.take(phrase(this.talk.language, 'telephony:asks_for_person'));
    else if (meaning !== undefined) this.take(meaning.words);
  }

  /** Called about every 20 ms. */
  tick(): void {
    if (this.closed) return;
    this.playout.tick();
    const now = this.equipment.now();
    if (!this.busy) this.isProtected = false;
    if (this.overlapped && this.listener.voicedMs >= INTERRUPTS_AFTER_MS) this.giveWay();
    if (this.keyedAt > 0 && now - this.keyedAt > DIGIT_PAUSE_MS) this.flushKeys();
    this.fillSilence(now);
    if (this.turn === undefined && !this.playout.active && this.ending !== undefined) this.finish(this.ending);
    else this.watchQuiet(now);
  }

  /** The socket is gone; whatever was under way is stopped, writes excepted. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.turn?.stop.abort();
    this.speaker.silence();
    this.listener.close();
  }

  /** The agent has been heard to its end, or is being heard: for drains and tests. */
  get busy(): boolean {
    return this.turn !== undefined || this.playout.active;
  }

  private voiceBegan(): void {
    this.noInput.heard(this.equipment.now());
    if (!this.playout.active || this.isProtected) return;
    this.overlapped = true;
    this.playout.pause();
  }

  private heardSoFar(words: string): void {
    if (this.isProtected) return;
    if (detectEmergency(words).emergency) this.takeUrgent(words);
    else if (this.overlapped && !isBackchannel(words, this.talk.language)) this.giveWay();
  }

  private callerFinished({ text, confidence }: Transcript, silenceMs: number): void {
    this.equipment.times.turnEnded(this.equipment.now(), silenceMs);
    if (this.overlapped && isBackchannel(text, this.talk.language)) {
      this.overlapped = false;
      this.playout.resume();
      return;
    }
    if (text.trim() === '' || (this.isProtected && !asksForPerson(text))) return;
    if (confidence !== undefined && confidence < UNSURE) this.askAgain();
    else this.take(text);
  }

  private hearingFailed(error: unknown): void {
    this.equipment.log('speech could not be recognised', { error });
    this.overlapped = false;
    this.askAgain();
  }

  /** The caller was not understood: asks again, the second time with the keypad. */
  private askAgain(): void {
    this.misses += 1;
    this.giveWay();
    this.sayOwn(this.misses > 1 ? 'telephony:use_keypad' : 'telephony:repeat');
  }

  /** The caller's words count: the agent's turn begins. Words that come before it has said anything belong together. */
  private take(words: string): void {
    this.misses = 0;
    const pending = this.turn !== undefined && !this.turn.spoke ? `${this.turn.words} ` : '';
    this.giveWay();
    const heard = this.cutShort;
    this.cutShort = undefined;
    this.run(`${pending}${words}`, (signal) => this.talk.reply(`${pending}${words}`, heard, signal));
  }

  /** An emergency does not wait for the caller's pause, and its notice is not cut short by the rest of their sentence. */
  private takeUrgent(words: string): void {
    this.listener.discard();
    this.take(words);
    this.isProtected = true;
  }

  /** Stops speaking at once, and remembers what was heard of it. */
  private giveWay(): void {
    this.overlapped = false;
    this.turn?.stop.abort();
    if (this.playout.active) {
      this.cutShort = this.playout.clear();
      this.equipment.times.bargedIn();
    }
    this.speaker.silence();
    this.isProtected = false;
    this.ending = undefined;
  }

  private run(words: string, begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>): void {
    if (this.closed) return;
    const before = this.turn?.done ?? Promise.resolve();
    const turn = {
      stop: new AbortController(),
      done: Promise.resolve(),
      words,
      spoke: false,
      begunAt: words === '' ? Infinity : this.equipment.now(),
    };
    this.turn = turn;
    this.playout.forget();
    this.isProtected = false;
    const perform = async (): Promise<void> => {
      try {
        await before;
        for await (const output of turn.stop.signal.aborted ? [] : begin(turn.stop.signal)) {
          if (this.turn !== turn || isAborted(turn.stop.signal)) return;
          this.perform(output, turn);
        }
        await this.speaker.made();
      } catch (error) {
        if (isAborted(turn.stop.signal)) return;
        this.equipment.log('a turn failed', { error });
        this.sayOwn('telephony:fault');
        await this.speaker.made();
      } finally {
        if (this.turn === turn) this.turn = undefined;
        this.noInput.heard(this.equipment.now());
      }
    };
    turn.done = perform();
  }

  private perform(output: TalkOutput, turn: { spoke: boolean }): void {
    if (output.type !== 'say') {
      this.ending = output.type;
      return;
    }
    if (!turn.spoke) this.equipment.times.firstWords(this.equipment.now());
    turn.spoke = true;
    this.isProtected = this.isProtected || output.isProtected;
    this.speaker.say(output.text, this.talk.language);
  }

  /** A sentence of the telephony's own. */
  private sayOwn(key: string): void {
    this.speaker.say(phrase(this.talk.language, key), this.talk.language, true);
  }

  private fillSilence(now: number): void {
    const turn = this.turn;
    if (turn === undefined || this.playout.active || this.listener.hearingSpeech) return;
    const waited = now - turn.begunAt;
    if (waited > STILL_CHECKING_AFTER_MS) this.sayOwn('telephony:still_checking');
    else if (waited > FILLER_AFTER_MS && !turn.spoke) this.sayOwn('telephony:one_moment');
    else return;
    turn.spoke = true;
    turn.begunAt = waited > STILL_CHECKING_AFTER_MS ? now : turn.begunAt;
  }

  private flushKeys(): void {
    this.keyedAt = 0;
    const keyed = this.keypad.flush();
    if (keyed !== undefined) this.take(keyed.words);
  }

  private watchQuiet(now: number): void {
    if (this.turn !== undefined || this.playout.active || this.listener.hearingSpeech) {
      this.noInput.busy(now);
    } else if (this.ending === undefined) {
      const step = now - this.startedAt > LONGEST_CALL_MS ? 'give_up' : this.noInput.next(now);
      if (step === 'ask') this.sayOwn('telephony:still_there');
      if (step === 'warn') this.sayOwn('telephony:cannot_hear');
      if (step === 'give_up') {
        this.sayOwn('telephony:goodbye_silent');
        this.ending = 'hang_up';
      }
    }
  }

  private finish(how: 'hang_up' | 'transfer'): void {
    this.ending = undefined;
    const act = how === 'hang_up' ? this.equipment.hangUp() : this.equipment.transfer();
    act.catch((error: unknown) => this.equipment.log('the carrier refused to end or transfer the call', { error }));
  }

  private voiceFailed(error: unknown, words: string): void {
    this.equipment.log('words could not be spoken', { error });
    this.equipment
      .sayByCarrier(words)
      .catch((fault: unknown) => this.equipment.log('the carrier could not speak', { error: fault }));
  }
}

/** Asked anew each time: a signal changes while its turn waits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
