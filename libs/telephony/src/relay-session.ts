import { detectEmergency, phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { CallEnding } from './call-ending';
import type { CallEquipment } from './call-equipment';
import { CallKeys } from './call-keys';
import { NoInput } from './no-input';
import type { Talk, TalkOutput } from './talk';

/** No first word so long after the caller's: a short phrase fills the gap, and again before four seconds of silence. */
const FILLER_AFTER_MS = 800;
const STILL_AFTER_MS = 3_300;
/** How long the carrier's voice takes for a character; it does not tell when it has finished. */
const CHARACTER_MS = 70;

/** Our way out: text for the carrier's voice. */
export interface RelayLine {
  /** @param how `last` ends a reply; words that are not `interruptible` are said to their end. */
  text(token: string, how: { last: boolean; language: Language; interruptible: boolean }): void;
  close(): void;
}

interface RunningTurn {
  readonly words: string;
  readonly stop: AbortController;
  readonly startedAt: number;
  spoke: boolean;
}

/** One call whose ears and voice are the carrier's (ConversationRelay): the same agent, text in and text out. */
export class RelaySession {
  private readonly keys: CallKeys;
  private readonly noInput: NoInput;
  private turn: RunningTurn | undefined;
  private last: Promise<void> = Promise.resolve();
  /** When what was sent will have been said, as far as can be known. */
  private saidUntil = 0;
  private noticeUntil = 0;
  private quietSince = 0;
  private fillers = 0;
  private cutShort: string | undefined;
  private readonly ending: CallEnding;
  private closed = false;

  constructor(
    private readonly talk: Talk,
    private readonly line: RelayLine,
    private readonly equipment: Pick<CallEquipment, 'hangUp' | 'transfer' | 'log' | 'now'>,
  ) {
    this.noInput = new NoInput(equipment.now());
    this.ending = new CallEnding(equipment, () => this.sayOwn('telephony:no_person'));
    this.keys = new CallKeys({
      talk,
      isNotice: () => this.isNotice,
      take: (words) => this.take(words),
      menu: () => this.sayOwn('telephony:menu'),
    });
  }

  start(): void {
    this.run('', (signal) => this.talk.greet(signal));
  }

  /** @param last false: they go on; emergency words do not wait for that. */
  prompt(words: string, last: boolean): void {
    if (this.closed || words.trim() === '') return;
    this.noInput.understood(this.equipment.now());
    // The carrier tells of no words during those that must be heard: they are over sooner than we thought.
    this.noticeUntil = 0;
    if (last || detectEmergency(words).emergency) this.take(words);
  }

  /** @param heard what of our words the caller had heard. */
  interrupt(heard: string): void {
    if (this.closed) return;
    this.turn?.stop.abort();
    this.cutShort = heard;
    this.saidUntil = this.equipment.now();
    this.ending.forget();
  }

  key(digit: string): void {
    if (this.closed) return;
    this.noInput.understood(this.equipment.now());
    this.keys.press(digit, this.equipment.now());
  }

  /** Called about every 20 ms. */
  tick(): void {
    if (this.closed) return;
    const now = this.equipment.now();
    this.keys.tick(now);
    this.fillSilence(now);
    if (this.ending.isUnderWay) return;
    if (this.busy) this.noInput.busy(now);
    else if (this.ending.isAsked) this.ending.begin();
    else this.watchQuiet(now);
  }

  close(): void {
    this.closed = true;
    this.turn?.stop.abort();
  }

  get busy(): boolean {
    return this.turn !== undefined || this.equipment.now() < this.saidUntil;
  }

  get isQuiet(): boolean {
    return !this.busy && !this.ending.isAsked && !this.ending.isUnderWay;
  }

  settled(): Promise<void> {
    return this.last;
  }

  private get isNotice(): boolean {
    return this.equipment.now() < this.noticeUntil;
  }

  private take(words: string): void {
    if (this.ending.isUnderWay) return;
    const before = this.turn;
    before?.stop.abort();
    // Words that no answer has begun to yet belong together.
    const said = `${before === undefined || before.spoke ? '' : before.words} ${words}`.trim();
    const heard = this.cutShort;
    this.cutShort = undefined;
    this.ending.forget();
    this.noticeUntil = 0;
    this.run(said, (signal) => this.talk.reply(said, heard, signal));
  }

  private run(words: string, begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>): void {
    const startedAt = this.equipment.now();
    const turn = { words, stop: new AbortController(), startedAt, spoke: words === '' };
    this.turn = turn;
    this.quietSince = startedAt;
    this.fillers = 0;
    this.last = this.perform(turn, this.last, begin);
  }

  private async perform(
    turn: RunningTurn,
    before: Promise<void>,
    begin: (signal: AbortSignal) => AsyncIterable<TalkOutput>,
  ): Promise<void> {
    const { signal } = turn.stop;
    const isOver = () => signal.aborted || this.closed;
    try {
      await before;
      for await (const output of isOver() ? [] : begin(signal)) {
        if (isOver()) return;
        if (output.type !== 'say') this.ending.ask(output);
        else this.say(output.text, output.isProtected);
        turn.spoke = true;
      }
      if (!isOver()) this.send('', true, true);
    } catch (error) {
      if (isOver()) return;
      this.equipment.log('a turn failed', { error });
      this.sayOwn('telephony:fault');
    } finally {
      if (this.turn === turn) this.turn = undefined;
    }
  }

  private say(text: string, isProtected: boolean): void {
    this.send(`${text} `, false, !isProtected);
    if (isProtected) this.noticeUntil = this.saidUntil;
  }

  /** A sentence of the telephony's own, a reply by itself. */
  private sayOwn(key: string, isProtected = false): void {
    this.say(phrase(this.talk.language, key), isProtected);
    this.send('', true, true);
  }

  private send(token: string, last: boolean, interruptible: boolean): void {
    const now = this.equipment.now();
    this.quietSince = this.saidUntil = Math.max(now, this.saidUntil) + token.length * CHARACTER_MS;
    this.line.text(token, { last, language: this.talk.language, interruptible });
  }

  private fillSilence(now: number): void {
    const { turn } = this;
    if (turn === undefined || turn.stop.signal.aborted || now < this.saidUntil) return;
    const quietMs = now - this.quietSince;
    if (!turn.spoke && this.fillers === 0 && quietMs >= FILLER_AFTER_MS) this.fill('telephony:one_moment');
    else if (quietMs >= STILL_AFTER_MS) this.fill('telephony:still_checking');
  }

  private fill(key: string): void {
    this.fillers += 1;
    this.say(phrase(this.talk.language, key), false);
  }

  private watchQuiet(now: number): void {
    const step = this.noInput.overdue(now) ? 'give_up' : this.noInput.next(now);
    if (step === 'ask') this.sayOwn('telephony:still_there');
    if (step === 'warn') this.sayOwn('telephony:cannot_hear');
    if (step !== 'give_up') return;
    this.sayOwn('telephony:goodbye_silent', true);
    this.ending.ask({ type: 'hang_up' });
  }
}
