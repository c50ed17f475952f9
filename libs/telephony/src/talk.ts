import type { AgentWatch } from '@clinicall/conversation';
import type { Language } from '@clinicall/language';

/** What the agent lets a call do, in neutral terms. */
export type TalkOutput =
  | {
      readonly type: 'say';
      readonly text: string;
      readonly isProtected: boolean;
      /** The same in every call of the clinic, with nothing of a patient in it: its sound may be kept. */
      readonly isCommon?: boolean;
      /** "Let me look that up": fills a wait and is no part of the reply. */
      readonly isFiller?: boolean;
    }
  | { readonly type: 'hang_up' }
  | { readonly type: 'transfer'; readonly reason: string };

/** What is to be said. */
export type Words = Extract<TalkOutput, { type: 'say' }>;

/** What ends a call from our side. */
export type EndOfCall = Exclude<TalkOutput, { type: 'say' }>;

/** One call's conversation, as the call session needs it. The agent stands behind it. */
export interface Talk {
  readonly language: Language;
  /** What our last words asked for. */
  readonly asked: readonly string[];
  /** Names of the patients who have the caller's number: what a name that is told may be. Known names prove nothing. */
  readonly people?: readonly string[];
  /** Phrases that the clinic says always are an emergency. */
  readonly alarms?: readonly string[];
  greet(signal: AbortSignal): AsyncIterable<TalkOutput>;
  /** The caller has begun to speak: what an answer will need can be fetched meanwhile. */
  prepare?(): void;
  /**
   * The caller may have finished with these words: an answer to them may be begun that does nothing and that nobody
   * hears. `reply` with the same words takes it over; the next call of this, or other words, give it up.
   */
  foresee?(words: string, heard: string | undefined): void;
  /**
   * @param heard what of our last words the caller heard; undefined when all of them.
   * @param watch looks on; absent: nobody does.
   */
  reply(words: string, heard: string | undefined, signal: AbortSignal, watch?: AgentWatch): AsyncIterable<TalkOutput>;
  /**
   * What `reply` will say first of an emergency in these words, known before the turn that is under way has come to its end.
   * @returns undefined where there is none.
   */
  urgent?(words: string, signal: AbortSignal): Promise<string | undefined>;
  /** The call is over. */
  end(reason: 'hung_up' | 'finished' | 'transferred' | 'silent' | 'lost'): Promise<void>;
}

/** Whose name may be told now: nobody's before a name is asked for. */
export function peopleToHear({ asked, people }: Talk): readonly string[] | undefined {
  return asked.includes('name') ? people : undefined;
}
