import type { LastReply } from '@clinicall/conversation';
import type { CallRow } from './calls.repository';
import type { RepliesHeard } from './reply-hearing';
import type { SpokenReply } from './unheard-words';

/** Where it is kept: unheard-replies.service.ts. */
interface KeptReplies {
  noteLost(call: CallRow, spoken: SpokenReply, lineBroke: boolean): Promise<void>;
  sayAgain(call: CallRow): Promise<string | undefined>;
  heardAgain(call: CallRow): Promise<void>;
  putBack(call: CallRow): Promise<void>;
  noteHeard(call: CallRow, reply: LastReply): Promise<void>;
}

/** Runs work in the call's clinic, one after the other, with nobody waiting for it. */
type Later = (work: () => Promise<void>) => Promise<void>;

/** What one stream of a call knows of replies that were heard and not: what it says again, and what it leaves to others. */
export class ReplyKeeper implements RepliesHeard {
  private reply: LastReply | undefined;
  /** This stream says what an earlier one could not. */
  private again = false;

  constructor(
    private readonly call: CallRow,
    private readonly replies: KeptReplies,
    private readonly later: Later,
  ) {}

  /** In the call's clinic. @returns what was not heard before, to be said first; undefined: nothing. */
  async sayAgain(): Promise<string | undefined> {
    const words = await this.replies.sayAgain(this.call);
    this.again = words !== undefined;
    return words;
  }

  /** The caller has spoken: what was being said again, and was not heard to its end by now, waits once more. */
  began(): void {
    if (this.again) void this.later(() => this.replies.putBack(this.call));
    this.again = false;
  }

  /** The agent has answered. */
  replied(reply: LastReply): void {
    this.reply = reply;
  }

  heard(): void {
    const { again, reply } = this;
    this.again = false;
    this.reply = undefined;
    if (again) void this.later(() => this.replies.heardAgain(this.call));
    if (reply !== undefined && reply.weight !== 'talk') void this.later(() => this.replies.noteHeard(this.call, reply));
  }

  lost(spoken: SpokenReply, lineBroke: boolean, written: Promise<void>): void {
    const { again } = this;
    void this.later(async () => {
      if (again) return this.replies.putBack(this.call);
      // What the agent writes in the end may be more than it could give.
      await written;
      return this.replies.noteLost(this.call, spoken, lineBroke);
    });
  }
}
