import type {
  Agent,
  AgentOutput,
  AgentWatch,
  ConversationsService,
  Foresight,
  Recalled,
  ReplyRequest,
} from '@clinicall/conversation';
import { emergencyIn, phrase } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import type { ClinicScope } from '@clinicall/platform';
import type { CallEnding, CallRow } from './calls.repository';
import type { ReplyKeeper } from './reply-keeper';
import type { Talk, TalkOutput } from './talk';

interface TalkManner {
  readonly offersMessage: boolean;
  /** Phrases that the clinic says always are an emergency. */
  readonly alarms: readonly string[];
  /** What was heard of the call so far. */
  readonly replies: ReplyKeeper;
  /** Names of the patients of a number. */
  namesOf(number: string): Promise<readonly string[]>;
}

/** A call's conversation with the agent, inside the call's clinic. */
export class AgentTalk implements Talk {
  language: Language;
  asked: readonly string[];
  private foresight: Foresight | undefined;
  /** The conversation as it stood when the caller began to speak. */
  private recalled: Recalled | undefined;
  /** The fetch under way, if its answer is still of use: one for a turn that has begun is not. */
  private fetching: object | undefined;

  private constructor(
    private readonly agent: Agent,
    private readonly conversations: ConversationsService,
    private readonly scope: ClinicScope,
    private readonly clinicId: string,
    private readonly conversationId: string,
    private readonly cameBack: boolean,
    /** Why we have the caller again whom we had put through. */
    private readonly takenBack: string | null,
    private readonly manner: TalkManner,
    view: { language: Language; asked: readonly string[] },
    readonly people: readonly string[],
  ) {
    this.language = view.language;
    this.asked = view.asked;
  }

  /** @throws AppError `not_found` when the conversation is gone. */
  static async open(
    agent: Agent,
    conversations: ConversationsService,
    scope: ClinicScope,
    call: CallRow,
    manner: TalkManner,
  ): Promise<AgentTalk> {
    const view = await conversations.resume(call.conversationId);
    const { conversationId, streams, resumeAs } = call;
    const cameBack = streams > 1;
    const people = view.from === null ? [] : await manner.namesOf(view.from);
    return new AgentTalk(
      agent,
      conversations,
      scope,
      scope.clinicId(),
      conversationId,
      cameBack,
      resumeAs,
      manner,
      view,
      people,
    );
  }

  get alarms(): readonly string[] {
    return this.manner.alarms;
  }

  /** The greeting; for a call that came back, a word about it and where we were. */
  async *greet(): AsyncIterable<TalkOutput> {
    const text = await this.inClinic(async () =>
      this.cameBack ? this.whereWeWere() : this.agent.greeting(this.conversationId),
    );
    yield { type: 'say', text, isProtected: false, isCommon: !this.cameBack };
  }

  prepare(): void {
    if (this.fetching !== undefined) return;
    const fetch = (this.fetching = {});
    // What was fetched for a voice that came to nothing may be old by now.
    this.recalled = undefined;
    this.inClinic(() => this.agent.recollect(this.conversationId))
      .then((recalled) => {
        if (this.fetching === fetch) this.recalled = recalled;
      })
      // The turn asks once more, and tells.
      .catch(() => undefined)
      .finally(() => {
        if (this.fetching === fetch) this.fetching = undefined;
      });
  }

  foresee(words: string, heard: string | undefined): void {
    this.foresight?.drop();
    const { recalled } = this;
    // Outside any transaction and any clinic's scope but its own; what fails here only is no help.
    void this.inClinic(() =>
      Promise.resolve((this.foresight = this.agent.foresee(this.request(words, heard), false, recalled))),
    );
  }

  async urgent(words: string, signal: AbortSignal): Promise<string | undefined> {
    if (!emergencyIn(words, this.alarms).emergency) return undefined;
    return this.inClinic(() => this.agent.urgent(this.request(words, undefined), signal));
  }

  async *reply(
    words: string,
    heard: string | undefined,
    signal: AbortSignal,
    watch?: AgentWatch,
  ): AsyncIterable<TalkOutput> {
    this.manner.replies.began();
    const request = { ...this.request(words, heard), watch };
    const outputs = await this.inClinic(() =>
      Promise.resolve(this.agent.reply(request, signal, this.begunFor(request))),
    );
    for await (const output of outputs) yield toTalk(output);
    await this.look();
  }

  /** What was begun for these words, or is begun now: the model thinks while the turn is written down. */
  private begunFor(request: ReplyRequest): Foresight {
    const { foresight, recalled } = this;
    this.foresight = this.recalled = this.fetching = undefined;
    if (foresight?.fits(request) === true) return foresight;
    foresight?.drop();
    return this.agent.foresee(request, true, recalled);
  }

  private request(text: string, heard: string | undefined): ReplyRequest {
    return { conversationId: this.conversationId, text, ...(heard === undefined ? {} : { heard }) };
  }

  async end(reason: CallEnding): Promise<void> {
    this.foresight?.drop();
    await this.inClinic(() => this.conversations.end(this.conversationId, reason));
  }

  private async whereWeWere(): Promise<string> {
    if (this.takenBack !== null) return this.afterTransfer(this.takenBack);
    const unheard = await this.manner.replies.sayAgain();
    if (unheard !== undefined) return `${phrase(this.language, 'telephony:we_are_back')} ${unheard}`;
    const { turns } = await this.conversations.read(this.conversationId);
    const last = turns.filter((turn) => turn.who === 'agent').at(-1);
    const back = phrase(this.language, 'telephony:we_are_back');
    return last === undefined ? back : `${back} ${last.text}`;
  }

  /** Nobody took the caller: said first, with the question for what the call back needs. */
  private async afterTransfer(outcome: string): Promise<string> {
    const { from } = await this.conversations.resume(this.conversationId);
    const asked = phrase(this.language, `conversation:callback.${from === null ? 'number' : 'time'}`);
    if (outcome === 'told') return asked;
    const told = phrase(this.language, `telephony:back_${outcome}`);
    const isNews = outcome !== 'left_message' && outcome !== 'no_message';
    const offer = isNews && this.manner.offersMessage ? ` ${phrase(this.language, 'telephony:message_offer')}` : '';
    return `${told}${offer} ${asked}`;
  }

  private async look(): Promise<void> {
    const standing = await this.inClinic(() => this.conversations.standing(this.conversationId));
    if (standing === undefined) return;
    this.language = standing.language;
    this.asked = standing.asked;
    this.manner.replies.replied(standing.reply);
  }

  private inClinic<T>(work: () => Promise<T>): Promise<T> {
    return this.scope.run(this.clinicId, work, {
      kind: 'agent',
      id: this.conversationId,
      channel: 'voice',
    });
  }
}

function toTalk(output: AgentOutput): TalkOutput {
  if (output.type === 'say') {
    const { text, kind } = output;
    return { type: 'say', text, isProtected: output.protected === true, isFiller: kind === 'filler' };
  }
  return output.action === 'hang_up' ? { type: 'hang_up' } : { type: 'transfer', reason: output.reason };
}
