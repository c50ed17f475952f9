import type { CallEnding } from './call-ending';
import type { CallWatch } from './call-watch';
import type { Listener } from './listener';
import { NoInput } from './no-input';
import type { NoInputStep } from './no-input';
import type { Transcript } from './ports/speech-to-text';

/** Below this the recogniser guessed. */
const UNSURE = 0.45;
/** A sound without words that lasted so long was meant for us: the caller is asked again. A cough is shorter. */
const LONG_SOUND_MS = 5_000;
/** Misses in a row after which the call is ended politely: nothing comes of it. */
const MOST_MISSES = 5;

/** The same of words that nobody here can hear: their language is not known, or no recogniser works. A person takes over. */
const MOST_DEAF = 3;

/** What is said to one who says nothing, step by step. */
const TO_SILENCE: Readonly<Record<NoInputStep, string>> = {
  repeat: 'telephony:repeat',
  ask: 'telephony:still_there',
  warn: 'telephony:cannot_hear',
  give_up: 'telephony:goodbye_silent',
};

interface OwnWordsCall {
  readonly ending: Pick<CallEnding, 'ask'>;
  readonly watch: Pick<CallWatch, 'note'>;
  now(): number;
  log(event: string, attributes?: Readonly<Record<string, unknown>>): void;
  /** @param key of the catalogue. @param mustBeHeard nothing may cut it short. */
  say(key: string, mustBeHeard: boolean): void;
}

/** What telephony says of its own accord, without the agent: to a caller who was not understood, and to one who says nothing. */
export class OwnWords {
  /** What has been heard of the caller, and when. */
  readonly heard: NoInput;
  private misses = 0;

  constructor(private readonly call: OwnWordsCall) {
    this.heard = new NoInput(call.now());
  }

  /** The caller's words came through: whoever is not understood next has not been before. */
  understood(now: number): void {
    this.misses = 0;
    this.heard.understood(now);
  }

  /** The caller was not understood: asks again, the second time with the keypad; in the end says so and lets them go. */
  askAgain(): void {
    this.misses += 1;
    this.call.log('the caller was not understood', { misses: this.misses });
    this.call.watch.note('not_understood');
    if (this.misses >= MOST_MISSES) this.letGo('telephony:cannot_go_on');
    else this.call.say(this.misses > 1 ? 'telephony:use_keypad' : 'telephony:repeat', false);
  }

  /**
   * No recogniser works, and speaking on would not help for long: asks once more, then says what the keys do; in the end a
   * person has the call. Where nobody can be reached the keys are left, and the goodbye.
   * @param menuFits nothing was asked, so that the keys choose from the menu.
   */
  cannotHear(menuFits: boolean): void {
    if (this.misses + 1 === MOST_DEAF) {
      this.misses += 1;
      this.putThrough('no recogniser');
    } else if (menuFits && this.misses > 0 && this.misses + 1 < MOST_MISSES) {
      this.misses += 1;
      this.call.watch.note('not_understood');
      this.call.say('telephony:menu', false);
    } else this.askAgain();
  }

  /** No recogniser hears the caller's language: says so, and how we can be reached; in the end a person has the call. */
  cannotHearLanguage(): void {
    this.misses += 1;
    this.call.watch.note('not_understood');
    if (this.misses < MOST_DEAF) {
      this.call.say('telephony:cannot_hear_language', false);
      return;
    }
    this.putThrough('language');
  }

  /** Neither the agent nor a voice of ours is at work: counts the caller's silence, and breaks it. */
  watchQuiet(now: number, caller: Pick<Listener, 'hearingSpeech' | 'discard'>): void {
    const overdue = this.heard.overdue(now);
    if (caller.hearingSpeech && !overdue) {
      this.heard.busy(now);
      return;
    }
    const step = overdue ? 'give_up' : this.heard.next(now);
    if (step === undefined) return;
    if (step === 'give_up') caller.discard();
    this.toSilence(step);
  }

  private toSilence(step: NoInputStep): void {
    this.call.watch.note('no_input', { reason: step });
    if (step === 'give_up') this.letGo(TO_SILENCE[step]);
    else this.call.say(TO_SILENCE[step], false);
  }

  /** Has a person take the call, without asking the agent. @param reason in a few words, for that person. */
  putThrough(reason: string): void {
    this.call.say('telephony:transferring', true);
    this.call.ending.ask({ type: 'transfer', reason });
  }

  private letGo(key: string): void {
    this.call.say(key, true);
    this.call.ending.ask({ type: 'hang_up' });
  }
}

/** What came of an utterance. @param voicedMs how long there was a voice in it. */
export function howUnderstood({ text, confidence }: Transcript, voicedMs: number): 'words' | 'no_words' | 'unclear' {
  if (text.trim() === '') return voicedMs < LONG_SOUND_MS ? 'no_words' : 'unclear';
  return confidence !== undefined && confidence < UNSURE ? 'unclear' : 'words';
}
