import type { Playout } from './audio/playout';
import type { CallEnding } from './call-ending';
import type { CallWatch } from './call-watch';
import type { ReplyHearing } from './reply-hearing';
import type { Speaker } from './speaker';
import type { Talk, TalkOutput } from './talk';
import { Waiting } from './waiting';

/** `notice`: words that must be heard, as in an emergency; `floor`: an answer to one who does not stop talking. */
export type Guard = 'notice' | 'floor';

interface RunningTurn {
  readonly words: string;
  readonly stop: AbortController;
  done: Promise<void>;
  /** Words of an answer, or an end of the call, have come. */
  isAnswered: boolean;
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
  private readonly waiting = new Waiting();
  private guarded: Guard | undefined;
  /** Turns that are not at their end, those included whose words nobody wants any more. */
  private unsettled = 0;
  /** The caller's last words, until something of an answer was heard. */
  private open = '';

  constructor(private readonly call: TurnSurroundings) {
    this.waiting.over(call.now());
  }

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

  /**
   * @param words the caller's; empty for a greeting, which nobody waits for.
   * @param urgent gives what waits for no turn before, whatever that one hangs on.
   */
  run(
    words: string,
    begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>,
    urgent?: (signal: AbortSignal) => Promise<string | undefined>,
  ): void {
    const before = this.last;
    const turn: RunningTurn = { words, stop: new AbortController(), done: Promise.resolve(), isAnswered: false };
    // Who gave up one turn for the next, by a key, has only now begun to wait.
    if (this.turn !== undefined) this.waiting.over(this.call.now());
    // Nobody waits for a greeting's first word.
    if (words === '') this.waiting.promised();
    this.turn = turn;
    this.open = words;
    const { playout } = this.call;
    if (playout.active) playout.carryOver();
    else playout.forget();
    this.call.hearing.begin();
    this.guarded = undefined;
    turn.done = this.last = this.perform(turn, before, begin, urgent);
  }

  /** The reply is not wanted any more. What a tool has begun to write is finished all the same. */
  stop(): void {
    this.open = this.unanswered;
    this.turn?.stop.abort();
  }

  /** Nothing has come of the turn under way yet. */
  get isHeldUp(): boolean {
    return this.turn?.isAnswered === false;
  }

  /** Goes on without the turn under way, whatever it hangs on; the next one waits for its writes all the same. */
  abandon(): void {
    this.stop();
    if (this.turn === undefined) return;
    this.turn = undefined;
    this.open = '';
    this.call.watch.turnAnswered();
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
    const { playout, speaker, watch, talk } = this.call;
    const thinks = this.turn !== undefined && !this.turn.stop.signal.aborted;
    if ((!thinks && !caller.waits) || caller.speaks) this.waiting.over(now);
    else if (playout.active && playout.playsWords) this.waiting.heard(now);
    else if (playout.active) this.waiting.sounds(now);
    else {
      const key = this.waiting.next(now);
      if (key === undefined) return;
      watch.note('filler');
      speaker.interject(key, talk.language);
    }
  }

  private async perform(
    turn: RunningTurn,
    before: Promise<void>,
    begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>,
    urgent?: (signal: AbortSignal) => Promise<string | undefined>,
  ): Promise<void> {
    const { speaker, talk } = this.call;
    this.unsettled += 1;
    try {
      const said = this.unsettled > 1 ? await this.giveAhead(turn, urgent) : undefined;
      await before;
      for await (const output of isAborted(turn.stop) ? [] : begin(turn.stop.signal)) {
        if (this.turn !== turn || isAborted(turn.stop)) return;
        if (output.type === 'say' && output.text === said) continue;
        turn.isAnswered ||= output.type !== 'say' || output.isFiller !== true;
        this.give(output);
      }
      await speaker.made();
    } catch (error) {
      if (isAborted(turn.stop)) return;
      this.call.log('a turn failed', { error });
      speaker.sayAside('telephony:fault', talk.language);
      await speaker.made();
    } finally {
      this.unsettled -= 1;
      if (this.turn === turn) {
        this.turn = undefined;
        this.call.watch.turnAnswered();
      }
    }
  }

  /** The turn before is not at its end. @returns what was said without it: the agent will say it too, in its turn. */
  private async giveAhead(
    turn: RunningTurn,
    urgent: ((signal: AbortSignal) => Promise<string | undefined>) | undefined,
  ): Promise<string | undefined> {
    const { signal } = turn.stop;
    // What fails here only is no help: the turn itself says it, and tells of the fault.
    const text = await urgent?.(signal).catch(() => undefined);
    if (text === undefined || this.turn !== turn || signal.aborted) return undefined;
    turn.isAnswered = true;
    this.give({ type: 'say', text, isProtected: true });
    return text;
  }

  private give(output: TalkOutput): void {
    if (output.type !== 'say') {
      this.call.ending.ask(output);
      return;
    }
    const { speaker, talk, hearing } = this.call;
    if (output.isFiller === true) {
      this.waiting.begun();
      speaker.say(output.text, talk.language, { keep: true, aside: true });
      return;
    }
    this.waiting.promised();
    hearing.gave(output.text);
    if (output.isProtected) this.guarded = 'notice';
    speaker.say(output.text, talk.language, { keep: output.isCommon === true });
  }
}

/** Asked anew each time: a signal changes while its turn waits. */
function isAborted(stop: AbortController): boolean {
  return stop.signal.aborted;
}
