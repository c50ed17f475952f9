import { Injectable } from '@nestjs/common';
import { detectLanguage, wordsOf } from '@clinicall/language';
import type { Language } from '@clinicall/language';
import { spokenBy, TasksService } from '@clinicall/identity';
import type { ClinicView } from '@clinicall/identity';
import { AppError, Clock, Database } from '@clinicall/platform';
import {
  BookingsService,
  DoctorsService,
  PatientsService,
  ProxiesService,
  SlotsService,
  WaitlistService,
} from '@clinicall/scheduling';
import type { AgentWatch } from './agent-watch';
import { nowIn } from './asked-again';
import { ClinicFactsReader } from './clinic-facts';
import type { ClinicFacts } from './clinic-facts';
import { ConversationsRepository } from './conversations.repository';
import type { ConversationRow } from './conversations.repository';
import { factsOf } from './facts';
import { answerGiven } from './given-answer';
import { LeakGuard } from './guards/leak-guard';
import { historyOf } from './history';
import { lostReply } from './lost-reply';
import { ModelWork } from './model-work';
import { OneTimeCodes } from './one-time-codes';
import { RULES } from './prompt';
import { withoutCode } from './redaction';
import { beginTurn, notHeard } from './state';
import type { ConversationState } from './state';
import { tokensOf } from './token-budget';
import { ToolContext } from './tools/tool-context';
import type { ToolServices } from './tools/tool-context';
import { callerSeq } from './turn';
import type { Turn } from './turn';
import { storable, TurnLogRepository } from './turn-log.repository';
import type { SaidTurn, ToolCallEntry } from './turn-log.repository';
import { TurnOutput } from './turn-output';
import type { AgentOutput } from './turn-output';
import type { TurnWatch } from './turn-watch';

export interface ReplyRequest {
  readonly conversationId: string;
  /** The caller's words. */
  readonly text: string;
  /** What was played of our last reply, when it was cut short; absent: all of it. */
  readonly heard?: string;
  /** Looks on; absent: nobody does. */
  readonly watch?: AgentWatch;
}

/** A conversation and what was said and done in it. */
export interface Recalled {
  readonly row: ConversationRow;
  readonly turns: readonly SaidTurn[];
  readonly calls: readonly ToolCallEntry[];
}

/** Where a turn's words go, what stops them, who looks on. */
interface Opening {
  readonly emit: (output: AgentOutput) => void;
  readonly signal: AbortSignal;
  readonly watch: TurnWatch;
  /** The right to answer, where it is taken with the turn's opening. */
  readonly take: string | undefined;
}

type FreshTurn = Pick<
  Turn,
  'context' | 'output' | 'work' | 'watch' | 'startedAt' | 'guards' | 'done' | 'acted' | 'calls'
>;

/** More than this of one text is not read; nobody says so much at once. */
const LONGEST_TEXT = 2_000;
const leaks = new LeakGuard(RULES);

/** Restores a conversation and takes the caller's words into it. */
@Injectable()
export class TurnOpener {
  private readonly services: ToolServices;

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly log: TurnLogRepository,
    private readonly clinicFacts: ClinicFactsReader,
    private readonly database: Database,
    private readonly clock: Clock,
    bookings: BookingsService,
    doctors: DoctorsService,
    patients: PatientsService,
    proxies: ProxiesService,
    slots: SlotsService,
    waitlist: WaitlistService,
    tasks: TasksService,
    codes: OneTimeCodes,
  ) {
    this.services = { bookings, doctors, patients, proxies, slots, waitlist, tasks, codes };
  }

  /** The conversation with its log, as it stands now. @throws AppError `not_found` for one of another clinic or none. */
  async recall(id: string): Promise<Recalled> {
    return this.database.transaction(async (last) => {
      const asked = [this.conversations.find(id), this.log.said(id), this.log.toolCalls(id)] as const;
      last();
      const [row, turns, calls] = await Promise.all(asked);
      if (row === undefined) throw AppError.notFound('conversation');
      return { row, turns, calls };
    });
  }

  /** @throws AppError `conflict` when somebody has written meanwhile, or has the right that was to be taken. */
  async open(recalled: Recalled, request: ReplyRequest, { emit, signal, watch, take }: Opening): Promise<Turn> {
    const turn = await this.draft(recalled, request, emit, signal, watch);
    const { opening: state, context, row } = turn;
    turn.version = await this.database.transaction(async (last) => {
      const heard = request.heard === undefined ? undefined : this.log.noteHeard(row.id, request.heard);
      // A caller waits for every millisecond of this. What a tool writes later in the turn is on the disk only with it.
      const durable = row.channel !== 'voice';
      const also = { language: context.speech.language, escalated: false, durable, take };
      const said = {
        seq: callerSeq(state.turn),
        who: 'caller' as const,
        ...withoutCode(context.caller.now, row.state),
      };
      // Asked for together, so that they are one round trip.
      const saved = this.conversations.save(row.id, row.stateVersion, state, also);
      const added = this.log.addTurn(row.id, said);
      last();
      const all = Promise.all([saved, heard, added]);
      // What saving failed of is the reason to tell: the others fail of it.
      all.catch(() => undefined);
      await saved;
      const [version] = await all;
      return version;
    });
    return turn;
  }

  /** The turn that these words would begin, with nothing written: its tools may look, and refuse to act. */
  async preview(recalled: Recalled, request: ReplyRequest, signal: AbortSignal, watch: TurnWatch): Promise<Turn> {
    const turn = await this.draft(recalled, request, () => undefined, signal, watch);
    turn.context.isSpeculative = true;
    return turn;
  }

  private async draft(
    { row, turns: known, calls }: Recalled,
    request: ReplyRequest,
    emit: (output: AgentOutput) => void,
    signal: AbortSignal,
    watch: TurnWatch,
  ): Promise<Turn> {
    const clinic = await this.clinicFacts.read();
    const text = storable(request.text).slice(0, LONGEST_TEXT);
    const language = languageOf(text, row, clinic.clinic);
    const begun = this.begin(row, request);
    const turns = heardTurns(known, request.heard);
    const { state, unsaid, repeated } = lostReply(begun, withoutCode(text, row.state).text, turns, calls);
    const context = this.context({ ...row, language }, state, text, turns, clinic);
    const said = { seq: callerSeq(state.turn), who: 'caller' as const, text };
    const history = historyOf([...turns, { ...blank, ...said }], calls, state.outcomes);
    return {
      ...this.fresh(context, clinic, emit, watch),
      row,
      history,
      signal,
      opening: state,
      unsaid,
      repeated,
      version: row.stateVersion,
      tokensBefore: tokensOf(turns),
    };
  }

  /** A turn in which nothing has been said or done yet. */
  private fresh(
    context: ToolContext,
    clinic: ClinicFacts,
    emit: (output: AgentOutput) => void,
    watch: TurnWatch,
  ): FreshTurn {
    const output = new TurnOutput({
      facts: () => factsOf(context.state, truthOf(clinic), context.speech),
      leaks,
      callerWords: context.caller.now,
      spoken: context.conversation.channel === 'voice',
      emit: (said) => {
        if (said.type === 'say' && said.kind !== 'filler') watch.said(said.kind === 'model');
        emit(said);
      },
      judged: (startedAt, withheld) => watch.judged(startedAt, withheld),
    });
    const work = new ModelWork();
    return {
      context,
      output,
      work,
      watch,
      startedAt: Date.now(),
      guards: [],
      done: new Map(),
      acted: new Set(),
      calls: 0,
    };
  }

  private begin(row: ConversationRow, request: ReplyRequest): ConversationState {
    const silentMs = this.clock.now().getTime() - new Date(row.lastTurnAt).getTime();
    const before = request.heard !== undefined ? notHeard(row.state) : row.state;
    return beginTurn(before, silentMs, row.channel === 'voice');
  }

  private context(
    row: ConversationRow,
    state: ConversationState,
    text: string,
    turns: readonly SaidTurn[],
    clinic: ClinicFacts,
  ): ToolContext {
    const { timezone, country } = clinic.clinic;
    const speech = {
      now: nowIn(timezone, this.clock.now()),
      timezone,
      country,
      language: row.language,
    };
    const all = [...turns.filter((turn) => turn.who === 'caller').map((turn) => turn.text), text];
    const caller = answerGiven(state, speech, all);
    const ref = { id: row.id, channel: row.channel, from: row.fromNumber, to: row.toNumber };
    return new ToolContext(ref, state, caller, clinic, speech, this.services);
  }
}

const blank = { heard: null, interrupted: false, promptTokens: null, completionTokens: null, meta: {} } as const;

/** Of our last reply only what was heard counts, in this very turn already. */
function heardTurns(turns: readonly SaidTurn[], heard: string | undefined): readonly SaidTurn[] {
  const cut = heard === undefined ? undefined : turns.findLast((turn) => turn.who === 'agent');
  if (cut === undefined || heard === undefined) return turns;
  return turns.map((turn) => (turn === cut ? { ...turn, heard: storable(heard), interrupted: true } : turn));
}

/** An answer to "your name?" is no language: "María García" must not turn an English talk into a Spanish one. */
function languageOf(text: string, row: ConversationRow, clinic: ClinicView): Language {
  const spoken = spokenBy(clinic);
  const detected = detectLanguage(text, row.language, spoken);
  const naming = row.state.asked.includes('name') && wordsOf(text).length < 6;
  return naming || !spoken.includes(detected) ? row.language : detected;
}

function truthOf(clinic: ClinicFacts): { doctors: ClinicFacts['doctors']; hours: string; numbers: string[] } {
  const { phones, transferNumber, settings } = clinic.clinic;
  const numbers = [...phones, transferNumber, settings.emergencyNumber, settings.crisisNumber];
  return {
    doctors: clinic.doctors,
    hours: clinic.hours,
    numbers: numbers.filter((number): number is string => typeof number === 'string'),
  };
}
