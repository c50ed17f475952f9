import type { Playout } from './audio/playout';
import type { CallEnding } from './call-ending';
import type { CallWatch } from './call-watch';
import type { ReplyHearing } from './reply-hearing';
import type { Speaker } from './speaker';
import type { Talk, TalkOutput } from './talk';

/** No first word of the reply so long after the turn was the agent's: a short phrase fills the gap. */
const FILLER_AFTER_MS = 800;
/** Nothing heard for so long in a turn: the caller is told that we are still there, so that no silence lasts four seconds. */
const STILL_AFTER_MS = 3_300;

/** `notice`: words that must be heard, as in an emergency; `floor`: an answer to one who does not stop talking. */
export type Guard = 'notice' | 'floor';

interface RunningTurn {
  readonly words: string;
  readonly stop: AbortController;
  done: Promise<void>;
  /** The reply's own words, or a filler, are on their way to the caller. */
  spoke: boolean;
}

export interface TurnSurroundings {
  readonly talk: Talk;
  readonly speaker: Speaker;
  readonly playout: Playout;
  readonly watch: CallWatch;
  readonly hearing: ReplyHearing;
  /** Asked for when the agent wants the call ended or passed on: once its words were heard. */
  readonly ending: Pick<CallEnding, 'ask'>;
  now(): number;
  log(event: string, attributes?: Readonly<Record<string, unknown>>): void;
}

/** The agent's turns of one call, one at a time: has them answered and spoken, and never leaves the caller in silence. */
export class TurnRunner {
  private turn: RunningTurn | undefined;
  private last: Promise<void> = Promise.resolve();
  private quietSince = 0;
  /** Fillers of this wait so far, and reminders that we are still there. */
  private filled = 0;
  private reminders = 0;
  private guarded: Guard | undefined;
  /** The caller's last words, until something of an answer was heard. */
  private open = '';

  constructor(private readonly call: TurnSurroundings) {}

  /** The agent thinks or speaks new words. */
  get running(): boolean {
    return this.turn !== undefined;
  }

  /** Words of the caller of whose answer nothing has been heard yet; what they say next belongs to them. */
  get unanswered(): string {
    return this.call.hearing.isBegun ? '' : this.open;
  }

  /** Nobody works on an answer to them any more. */
  get isLeftOpen(): boolean {
    return this.unanswered !== '' && this.turn?.stop.signal.aborted !== false;
  }

  /** Why what is being said may not be cut short; undefined when it may. */
  get guard(): Guard | undefined {
    return this.guarded;
  }

  protect(why: Guard): void {
    this.guarded = why;
  }

  unprotect(): void {
    this.guarded = undefined;
  }

  /** @param words the caller's; empty for a greeting, which nobody waits for. */
  run(words: string, begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>): void {
    const before = this.turn?.done ?? Promise.resolve();
    const turn: RunningTurn = {
      words,
      stop: new AbortController(),
      done: Promise.resolve(),
      spoke: words === '',
    };
    this.turn = turn;
    this.open = words;
    this.quietSince = this.call.now();
    this.call.playout.forget();
    this.call.hearing.begin();
    this.guarded = undefined;
    turn.done = this.last = this.perform(turn, before, begin);
  }

  /** The reply is not wanted any more. What a tool has begun to write is finished all the same. */
  stop(): void {
    this.open = this.unanswered;
    this.turn?.stop.abort();
  }

  /** Resolves when the last turn has come to its end, a stopped one's writes included. */
  async settled(): Promise<void> {
    await this.last;
  }

  /**
   * Called about every 20 ms; breaks silences that are ours.
   * @param caller whether they speak, whose voice is no silence, or wait for their words to be understood.
   */
  tick(caller: { readonly speaks: boolean; readonly waits: boolean }): void {
    const now = this.call.now();
    const thinks = this.turn !== undefined && !this.turn.stop.signal.aborted;
    if (caller.speaks) this.filled = this.reminders = 0;
    if ((!thinks && !caller.waits) || this.call.playout.active || caller.speaks) {
      this.quietSince = now;
      return;
    }
    const quietMs = now - this.quietSince;
    const unspoken = this.turn?.spoke !== true && this.filled === 0;
    if (unspoken && quietMs >= FILLER_AFTER_MS) {
      this.filled += 1;
      if (this.turn !== undefined) this.turn.spoke = true;
      this.fill('telephony:one_moment');
    } else if (quietMs >= STILL_AFTER_MS) {
      this.reminders += 1;
      this.fill(this.reminders % 3 === 0 ? 'telephony:taking_long' : 'telephony:still_checking');
    }
  }

  private fill(key: string): void {
    this.quietSince = this.call.now();
    this.call.watch.note('filler');
    this.call.speaker.interject(key, this.call.talk.language);
  }

  private async perform(
    turn: RunningTurn,
    before: Promise<void>,
    begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>,
  ): Promise<void> {
    const { speaker, talk } = this.call;
    try {
      await before;
      for await (const output of isAborted(turn.stop) ? [] : begin(turn.stop.signal)) {
        if (this.turn !== turn || isAborted(turn.stop)) return;
        this.give(output, turn);
      }
      await speaker.made();
    } catch (error) {
      if (isAborted(turn.stop)) return;
      this.call.log('a turn failed', { error });
      speaker.sayAside('telephony:fault', talk.language);
      await speaker.made();
    } finally {
      if (this.turn === turn) {
        this.turn = undefined;
        this.call.watch.turnAnswered();
      }
    }
  }

  private give(output: TalkOutput, turn: RunningTurn): void {
    if (output.type !== 'say') {
      this.call.ending.ask(output);
      return;
    }
    turn.spoke = true;
    this.filled = this.reminders = 0;
    this.call.hearing.gave(output.text);
    if (output.isProtected) this.guarded = 'notice';
    this.call.speaker.say(output.text, this.call.talk.language, { keep: output.isCommon === true });
  }
}

/** Asked anew each time: a signal changes while its turn waits. */
function isAborted(stop: AbortController): boolean {
  return stop.signal.aborted;
}
