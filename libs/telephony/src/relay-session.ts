import { alarmMayLapse, emergencyIn, phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { CallEnding } from './call-ending';
import type { CallEquipment } from './call-equipment';
import { CallKeys } from './call-keys';
import { OwnWords } from './own-words';
import { RelayLedger, spokenMs } from './relay-ledger';
import { PersonWish } from './person-wish';
import { ReplyHearing } from './reply-hearing';
import type { Talk, TalkOutput, Words } from './talk';
import { Waiting } from './waiting';

/** The carrier tells words alone: no voice is waited for, and no sound thrown away. */
const NO_VOICE = { hearingSpeech: false, discard: () => undefined };

/** Our way out: text for the carrier's voice. */
export interface RelayLine {
  /** @param how `last` ends a reply; words that are not `interruptible` are said to their end. */
  text(token: string, how: { last: boolean; language: Language; interruptible: boolean }): void;
  close(): void;
}

type Begin = (signal: AbortSignal) => AsyncIterable<TalkOutput>;
type Urgent = (signal: AbortSignal) => Promise<string | undefined>;

interface RunningTurn {
  readonly words: string;
  readonly stop: AbortController;
  readonly startedAt: number;
  spoke: boolean;
}

/** One call whose ears and voice are the carrier's (ConversationRelay): the same agent, text in and text out. */
export class RelaySession {
  private readonly keys: CallKeys;
  private readonly own: OwnWords;
  private readonly hearing: ReplyHearing;
  private turn: RunningTurn | undefined;
  private last: Promise<void> = Promise.resolve();
  /** Turns that have not come to their end, stopped ones whose writes are awaited among them. */
  private unsettled = 0;
  private saidAhead: string | undefined;
  private readonly ledger: RelayLedger;
  /** When what was sent will have been said, as far as can be known. */
  private saidUntil = 0;
  private callerSpeaks = false;
  private noticeUntil = 0;
  private readonly waiting = new Waiting();
  private readonly wish = new PersonWish();
  private cutShort: string | undefined;
  private readonly ending: CallEnding;
  private closed = false;

  constructor(
    private readonly talk: Talk,
    private readonly line: RelayLine,
    private readonly equipment: Pick<CallEquipment, 'hangUp' | 'transfer' | 'log' | 'now' | 'watch' | 'replies'>,
  ) {
    const { watch, replies } = equipment;
    this.ledger = new RelayLedger(() => equipment.now());
    this.hearing = new ReplyHearing(this.ledger, replies);
    this.ending = new CallEnding(equipment, () => this.sayOwn('telephony:no_person'));
    this.own = new OwnWords({
      ending: this.ending,
      watch,
      log: (event, attributes) => equipment.log(event, attributes),
      now: () => equipment.now(),
      say: (key, mustBeHeard) => this.sayOwn(key, mustBeHeard),
    });
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
    this.own.understood(this.equipment.now());
    if (!this.callerSpeaks) this.equipment.watch.callerBegan(0);
    this.callerSpeaks = true;
    // The carrier tells of no words during those that must be heard: they are over sooner than we thought.
    this.noticeUntil = 0;
    if (last || (emergencyIn(words, this.talk.alarms ?? []).emergency && !alarmMayLapse(words))) this.take(words);
  }

  /** @param heard what of our words the caller had heard. */
  interrupt(heard: string): void {
    if (this.closed) return;
    this.turn?.stop.abort();
    this.cutShort = heard;
    this.equipment.watch.interrupted(this.ledger.shareOf(heard));
    this.hearing.cut();
    this.saidUntil = this.equipment.now();
    this.ending.forget();
  }

  key(digit: string): void {
    if (this.closed) return;
    this.equipment.watch.keyed();
    this.own.heard.understood(this.equipment.now());
    this.keys.press(digit, this.equipment.now());
  }

  /** Called about every 20 ms. */
  tick(): void {
    if (this.closed) return;
    const now = this.equipment.now();
    this.keys.tick(now);
    this.fillSilence(now);
    if (this.ending.isUnderWay) return;
    if (this.wish.isOverdue(now, this.turn === undefined || this.turn.spoke)) this.putThrough();
    if (this.busy) {
      this.own.heard.busy(now);
      return;
    }
    this.hearing.quiet();
    if (this.ending.isAsked) this.ending.begin();
    else this.own.watchQuiet(now, NO_VOICE);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.turn?.stop.abort();
    this.hearing.lineGone(this.last);
    this.equipment.watch.close();
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
    this.callerSpeaks = false;
    this.equipment.watch.toldWords();
    const seen = this.equipment.watch.turnTaken();
    this.wish.told(said, this.equipment.now());
    this.run(
      said,
      (signal) => this.talk.reply(said, heard, signal, seen),
      (signal) => this.talk.urgent?.(said, signal) ?? Promise.resolve(undefined),
    );
  }

  /** The agent hangs: the caller who asked for a person gets one without it. */
  private putThrough(): void {
    this.turn?.stop.abort();
    this.turn = undefined;
    this.equipment.watch.turnAnswered();
    this.equipment.log('a caller is put through without the agent, which hangs');
    this.own.putThrough('asked for a person');
  }

  /** @param urgent gives what waits for no turn before, whatever that one hangs on. */
  private run(words: string, begin: Begin, urgent?: Urgent): void {
    const startedAt = this.equipment.now();
    const turn = { words, stop: new AbortController(), startedAt, spoke: words === '' };
    this.turn = turn;
    this.waiting.over(startedAt);
    // Nobody waits for a greeting's first word.
    if (words === '') this.waiting.promised();
    this.ledger.forget();
    this.hearing.begin();
    this.last = this.perform(turn, this.last, begin, urgent);
  }

  private async perform(turn: RunningTurn, before: Promise<void>, begin: Begin, urgent?: Urgent): Promise<void> {
    const { signal } = turn.stop;
    const isOver = () => signal.aborted || this.closed;
    this.unsettled += 1;
    try {
      const said = this.unsettled > 1 ? await this.giveAhead(turn, urgent) : undefined;
      await before;
      for await (const output of isOver() ? [] : begin(signal)) {
        if (isOver()) return;
        if (output.type === 'say' && output.text === said) continue;
        if (output.type !== 'say') this.ending.ask(output);
        else this.give(output);
        turn.spoke ||= output.type !== 'say' || output.isFiller !== true;
      }
      if (!isOver()) this.send('', true, true);
    } catch (error) {
      if (isOver()) return;
      this.equipment.log('a turn failed', { error });
      this.sayOwn('telephony:fault');
    } finally {
      this.unsettled -= 1;
      if (this.turn === turn) {
        this.turn = undefined;
        this.equipment.watch.turnAnswered();
      }
    }
  }

  /** The turn before is not at its end. @returns what was said without it: the agent will say it too, in its turn. */
  private async giveAhead(turn: RunningTurn, urgent: Urgent | undefined): Promise<string | undefined> {
    const { signal } = turn.stop;
    // What fails here only is no help: the turn itself says it, and tells of the fault.
    const text = await urgent?.(signal).catch(() => undefined);
    if (text === undefined || signal.aborted || this.closed) return undefined;
    turn.spoke = true;
    // The carrier tells the end of a sentence with its beginning once more: what is being said of it needs no second time.
    const isBeingSaid = this.saidAhead === text && this.equipment.now() < this.saidUntil;
    if (!isBeingSaid) this.give({ type: 'say', text, isProtected: true });
    this.saidAhead = text;
    return text;
  }

  /** The agent's own words. */
  private give({ text, isProtected, isFiller = false }: Words): void {
    if (isFiller) {
      this.say(text, isProtected);
      this.waiting.begun();
      return;
    }
    this.hearing.gave(text);
    this.ledger.add(text, Math.max(this.equipment.now(), this.saidUntil));
    this.say(text, isProtected, true);
    this.waiting.heard(this.saidUntil);
  }

  private say(text: string, isProtected: boolean, isReply = false): void {
    this.equipment.watch.gaveWords(spokenMs(`${text} `), isReply);
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
    this.saidUntil = Math.max(now, this.saidUntil) + spokenMs(token);
    this.line.text(token, { last, language: this.talk.language, interruptible });
  }

  private fillSilence(now: number): void {
    const { turn } = this;
    if (turn === undefined || turn.stop.signal.aborted) this.waiting.over(now);
    else if (now < this.saidUntil) this.waiting.sounds(now);
    else {
      const key = this.waiting.next(now);
      if (key !== undefined) this.fill(key);
    }
  }

  private fill(key: string): void {
    this.equipment.watch.note('filler');
    this.say(phrase(this.talk.language, key), false);
  }
}
