import type { Playout } from './audio/playout';
import { clausesOf } from './clauses';
import { unheardWords } from './unheard-words';
import type { SpokenReply } from './unheard-words';

/** Is told what became of a stream's replies. */
export interface RepliesHeard {
  /** The last reply was heard to its end. */
  heard(): void;
  /**
   * The line is gone, and the last reply was not.
   * @param lineBroke false when the carrier ended the stream in order. @param written resolves when the agent is done.
   */
  lost(spoken: SpokenReply, lineBroke: boolean, written: Promise<void>): void;
}

/** Follows the agent's replies of one stream to the caller's ear, by the marks of what was played. */
export class ReplyHearing {
  private given: string[] = [];
  /** Said by the carrier's own voice. */
  private carried: string[] = [];
  private owed = false;
  private lineBroke = true;

  constructor(
    private readonly playout: Pick<Playout, 'heardClauses' | 'begun'>,
    private readonly told?: RepliesHeard,
  ) {}

  /** A reply begins. */
  begin(): void {
    this.given = [];
    this.carried = [];
    this.owed = true;
  }

  gave(text: string): void {
    this.given.push(text);
  }

  /** The carrier says this in our place. */
  carries(words: string): void {
    this.carried.push(...clausesOf(words));
  }

  /** Something of it is on its way to the caller's ear, or has been there. */
  get isBegun(): boolean {
    return this.playout.begun || this.carried.length > 0;
  }

  /** Nothing is being made or played any more. */
  quiet(): void {
    if (!this.owed || unheardWords(this.spoken) !== '') return;
    this.owed = false;
    this.told?.heard();
  }

  /** The caller cut it short: the agent is told of that. */
  cut(): void {
    this.quiet();
    this.owed = false;
  }

  /** The carrier says that the stream is over: the caller may have hung up. */
  endedInOrder(): void {
    this.lineBroke = false;
  }

  lineGone(written: Promise<void>): void {
    if (this.owed) this.told?.lost(this.spoken, this.lineBroke, written);
    this.owed = false;
  }

  private get spoken(): SpokenReply {
    return { given: this.given, heard: [...this.playout.heardClauses, ...this.carried] };
  }
}
