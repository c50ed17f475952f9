import { alarmMayLapse, asksForPerson, emergencyIn } from '@clinicall/language';
import { isDeafToLanguage } from './adapters/openai-errors';
import { CallerFrames } from './audio/caller-frames';
import { InboundSound } from './audio/inbound-sound';
import { Playout } from './audio/playout';
import type { MediaLine } from './audio/playout';
import { CallEnding } from './call-ending';
import type { CallEquipment } from './call-equipment';
import { CallKeys } from './call-keys';
import { CarrierVoice } from './carrier-voice';
import { Floor } from './floor';
import { Listener } from './listener';
import type { ListenerEvents, UtteranceEnd } from './listener';
import { howUnderstood, OwnWords } from './own-words';
import { PersonWish } from './person-wish';
import type { Transcript } from './ports/speech-to-text';
import { ReplyHearing } from './reply-hearing';
import { Speaker } from './speaker';
import { peopleToHear } from './talk';
import type { Talk } from './talk';
import { TurnRunner } from './turn-runner';
import { WAIT_PHRASES } from './waiting';
import type { WatchedLine } from './watched-line';

/** One who goes on this soon after we took them to have finished had not. */
const CUT_IN_MS = 1_000;

/**
 * One call, from its first frame to its end: listens, has the agent answer, speaks, and gives way when interrupted.
 * A fault of one call stays in it: every entry point catches its own.
 */
export class CallSession {
  private readonly playout: Playout;
  private readonly line: WatchedLine;
  private readonly speaker: Speaker;
  private readonly listener: Listener;
  private readonly turns: TurnRunner;
  private readonly frames: CallerFrames;
  private readonly inbound = new InboundSound((payload) => this.frames.take(payload));
  private readonly keys: CallKeys;
  private readonly own: OwnWords;
  private readonly hearing: ReplyHearing;
  private readonly carrierVoice: CarrierVoice;
  private readonly floor: Floor;
  private readonly wish = new PersonWish();
  private turnEndedAt = -Infinity;
  private turnEndSilenceMs = 0;
  private readonly ending: CallEnding;
  private closed = false;

  constructor(
    private readonly talk: Talk,
    line: MediaLine,
    private readonly equipment: CallEquipment,
  ) {
    const { recogniser, synthesiser, detector, watch, hints } = equipment;
    const log: CallEquipment['log'] = (event, attributes) => equipment.log(event, attributes);
    const now = () => equipment.now();
    this.line = watch.line(line, () => this.playout.playsWords);
    this.playout = new Playout(this.line, now);
    this.hearing = new ReplyHearing(this.playout, equipment.replies);
    this.ending = new CallEnding(equipment, () => this.sayOwn('telephony:no_person'));
    this.carrierVoice = new CarrierVoice(equipment, this.ending, this.hearing);
    this.speaker = new Speaker(
      synthesiser,
      this.playout,
      (error, words) => this.carrierVoice.take(error, words),
      watch,
      (language) => equipment.voiceFor?.(language),
    );
    const { playout, speaker, hearing, ending } = this;
    this.turns = new TurnRunner({ talk, speaker, playout, hearing, ending, watch, now, log });
    const { turns, carrierVoice } = this;
    this.floor = new Floor({ talk, playout, speaker, turns, hearing, carrierVoice, ending, watch });
    this.keys = this.keysOfPhone();
    const say = (key: string, mustBeHeard: boolean) => this.sayOwn(key, mustBeHeard);
    this.own = new OwnWords({ ending, watch, log, now, say });
    const expectation = () => ({ language: talk.language, asked: talk.asked, hints, people: peopleToHear(talk) });
    this.listener = new Listener(recogniser, detector, expectation, this.whatIsHeard(), equipment.endpointing);
    this.frames = new CallerFrames(this.listener, {
      now,
      log,
      mayBegin: () => this.floor.holdBack(),
      lasts: (loudMs) => this.floor.voiceLasts(this.listener.voicedMs, loudMs),
    });
  }

  private keysOfPhone(): CallKeys {
    return new CallKeys({
      talk: this.talk,
      isNotice: () => this.turns.guard === 'notice',
      take: (words) => this.take(words),
      menu: () => {
        this.floor.giveWay();
        this.sayOwn('telephony:menu');
      },
    });
  }

  private whatIsHeard(): ListenerEvents {
    const { watch } = this.equipment;
    return {
      started: () => this.voiceBegan(),
      voiced: () => this.floor.voiceLasts(this.listener.voicedMs, this.frames.loudMs),
      interim: (words) => this.heardSoFar(words),
      mayBeOver: (words) => this.foresee(words),
      known: (askedMs, silenceMs) => watch.heardWords(askedMs, silenceMs),
      providerFailed: (provider, reason) => watch.failed('stt', provider, reason),
      finished: (transcript, end) => this.callerFinished(transcript, end),
      failed: (error) => this.hearingFailed(error),
    };
  }

  /** The stream is open: greets. */
  start(): void {
    this.turns.run('', (signal) => this.talk.greet(signal));
    void this.turns.settled().then(() => this.prepareWaits());
  }

  /**
   * @param payload µ-law, any length.
   * @param timestampMs where it belongs in the stream, as the carrier says; undefined when it does not.
   */
  audio(payload: Buffer, timestampMs?: number): void {
    if (!this.closed) this.inbound.take(payload, timestampMs, this.equipment.now());
  }

  marked(name: string): void {
    this.line.marked(name);
    this.playout.marked(name);
  }

  key(digit: string): void {
    if (this.closed) return;
    const now = this.equipment.now();
    this.equipment.watch.keyed();
    this.own.heard.understood(now);
    this.keys.press(digit, now);
  }

  /** Called about every 20 ms. */
  tick(): void {
    if (this.closed) return;
    const now = this.equipment.now();
    this.inbound.tick(now, this.listener.hearingSpeech);
    if (this.frames.isFalseAlarm(now) && !this.floor.isOverlapped) this.playout.resume();
    this.playout.tick();
    if (!this.busy) {
      this.turns.unprotect();
      this.hearing.quiet();
    }
    this.keys.tick(now);
    this.turns.tick({ speaks: this.listener.callerSpeaks, waits: this.listener.awaitsWords });
    this.carrierVoice.tick(!this.busy);
    if (this.ending.isUnderWay) return;
    if (this.wish.isOverdue(now, !this.turns.isHeldUp)) this.putThrough();
    if (this.busy) this.own.heard.busy(now);
    else if (this.ending.isAsked) this.ending.begin();
    else this.own.watchQuiet(now, this.listener);
  }

  /** The carrier says that the stream is over. */
  stopped(): void {
    this.hearing.endedInOrder();
  }

  /** The socket is gone; whatever was under way is stopped, writes excepted. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.frames.close();
    this.turns.stop();
    this.hearing.lineGone(this.turns.settled());
    this.speaker.silence();
    this.listener.close();
    this.equipment.watch.close();
  }

  /** The agent thinks, or is being heard: for drains and tests. */
  get busy(): boolean {
    return this.turns.running || this.speaker.working || this.playout.active;
  }

  /** Nobody speaks or thinks: the call can be handed over without cutting a word. */
  get isQuiet(): boolean {
    const isEnding = this.ending.isAsked || this.ending.isUnderWay;
    return !this.busy && !isEnding && !this.listener.hearingSpeech;
  }

  /** Resolves when what was under way at the end has been written. */
  settled(): Promise<void> {
    return this.turns.settled();
  }

  private async prepareWaits(): Promise<void> {
    if (!this.closed) await this.speaker.prepare(WAIT_PHRASES, this.talk.language);
  }

  private voiceBegan(): void {
    this.frames.confirmed();
    this.own.heard.sounded(this.equipment.now());
    // So far there was nothing but voice: it began so long ago.
    this.equipment.watch.callerBegan(this.listener.voicedMs);
    this.talk.prepare?.();
    const sinceEnd = this.equipment.now() - this.turnEndedAt;
    if (sinceEnd < CUT_IN_MS) this.listener.cutInto(this.turnEndSilenceMs + sinceEnd);
    this.floor.voiceBegan();
  }

  private heardSoFar(words: string): void {
    if (this.turns.guard === 'notice') return;
    if (emergencyIn(words, this.talk.alarms ?? []).emergency && !alarmMayLapse(words)) this.takeUrgent(words);
    else if (this.floor.isOverlapped && !this.floor.asksToGoOn(words)) this.floor.giveWay();
  }

  private callerFinished(transcript: Transcript, end: UtteranceEnd): void {
    const { text } = transcript;
    const { silenceMs, forced, voicedMs } = end;
    this.turnEndedAt = this.equipment.now();
    this.turnEndSilenceMs = silenceMs;
    this.equipment.watch.callerEnded(end);
    if (this.floor.isOverlapped && this.floor.asksToGoOn(text)) {
      this.floor.goOn(text);
      return;
    }
    if (this.turns.guard !== undefined && !asksForPerson(text)) return;
    const how = howUnderstood(transcript, voicedMs);
    if (how === 'no_words' && !this.turns.isLeftOpen) {
      this.own.heard.wordless();
      return;
    }
    if (how === 'unclear') this.askAgain();
    else this.take(text, true);
    // One who does not stop would talk every answer down; this one is said to its end.
    if (forced) this.turns.protect('floor');
  }

  private hearingFailed(error: unknown): void {
    this.equipment.log('speech could not be recognised', { error });
    this.equipment.watch.failed('stt');
    this.floor.lapse();
    this.floor.giveWay();
    if (isDeafToLanguage(error)) this.own.cannotHearLanguage();
    else this.own.cannotHear(this.talk.asked.length === 0);
  }

  private askAgain(): void {
    this.floor.giveWay();
    this.own.askAgain();
  }

  /** The caller's words count: the agent's turn begins. Words that come before it has said anything belong together. */
  private take(words: string, isSpoken = false): void {
    this.own.understood(this.equipment.now());
    const said = this.withUnanswered(words);
    this.floor.giveWay(isSpoken);
    const heard = this.floor.takeCut();
    const seen = this.equipment.watch.turnTaken();
    this.wish.told(said, this.equipment.now());
    this.turns.run(
      said,
      (signal) => this.talk.reply(said, heard, signal, seen),
      (signal) => this.talk.urgent?.(said, signal) ?? Promise.resolve(undefined),
    );
  }

  /** The agent hangs: the caller who asked for a person gets one without it. */
  private putThrough(): void {
    this.floor.giveWay();
    this.turns.abandon();
    this.equipment.log('a caller is put through without the agent, which hangs');
    this.own.putThrough('asked for a person');
  }

  /** The caller may be done: the agent may think of an answer. */
  private foresee(words: string): void {
    const isOver = this.floor.isOverlapped && this.turns.unanswered === '';
    if (this.turns.guard !== undefined || isOver || this.ending.isUnderWay) return;
    this.talk.foresee?.(this.withUnanswered(words), this.floor.heardOfCut);
  }

  private withUnanswered(words: string): string {
    return `${this.turns.unanswered} ${words}`.trim();
  }

  /** An emergency does not wait for the caller's pause, and its notice is not cut short by the rest of their sentence. */
  private takeUrgent(words: string): void {
    this.listener.discard();
    this.take(words);
    this.turns.protect('notice');
  }

  /** A sentence of the telephony's own. */
  private sayOwn(key: string, mustBeHeard = false): void {
    // Held back for a voice that brought no words, this would never be heard.
    this.floor.clear();
    this.speaker.sayAside(key, this.talk.language);
    if (mustBeHeard) this.turns.protect('notice');
  }
}
