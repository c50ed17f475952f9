import type { AgentWatch } from '@clinicall/conversation';
import { judgeAnswer, phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import type { Talk, TalkOutput } from './talk';

/**
 * Asks first whether the call may be recorded. Only a yes, said or keyed, is one; whoever says anything else is not
 * recorded, and if it was no answer it goes to the agent as it stands: an emergency does not wait for a formality.
 */
export class ConsentTalk implements Talk {
  private pending = true;

  constructor(
    private readonly inner: Talk,
    /** Has the recording begin. */
    private readonly agreed: () => Promise<void>,
  ) {}

  get language(): Language {
    return this.inner.language;
  }

  get asked(): readonly string[] {
    return this.pending ? ['confirm'] : this.inner.asked;
  }

  get people(): readonly string[] | undefined {
    return this.inner.people;
  }

  get alarms(): readonly string[] | undefined {
    return this.inner.alarms;
  }

  async *greet(): AsyncIterable<TalkOutput> {
    yield await Promise.resolve(this.say('telephony:recording_consent', true));
  }

  prepare(): void {
    if (!this.pending) this.inner.prepare?.();
  }

  foresee(words: string, heard: string | undefined): void {
    if (!this.pending) this.inner.foresee?.(words, heard);
  }

  async urgent(words: string, signal: AbortSignal): Promise<string | undefined> {
    return this.inner.urgent?.(words, signal);
  }

  async *reply(
    words: string,
    heard: string | undefined,
    signal: AbortSignal,
    watch?: AgentWatch,
  ): AsyncIterable<TalkOutput> {
    const answer = this.pending ? judgeAnswer(words, this.language) : 'unclear';
    const isFirst = this.pending;
    this.pending = false;
    if (!isFirst || answer === 'unclear') {
      yield* this.inner.reply(words, isFirst ? undefined : heard, signal, watch);
      return;
    }
    if (answer === 'yes') await this.agreed();
    yield this.say(answer === 'yes' ? 'telephony:recording_yes' : 'telephony:recording_no', false);
    yield* this.inner.greet(signal);
  }

  end(reason: Parameters<Talk['end']>[0]): Promise<void> {
    return this.inner.end(reason);
  }

  private say(key: string, isProtected: boolean): TalkOutput {
    return { type: 'say', text: phrase(this.language, key), isProtected, isCommon: true };
  }
}
