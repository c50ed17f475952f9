import type { SpeechContext } from '@clinicall/language';
import type { TasksService } from '@clinicall/identity';
import type {
  BookingsService,
  DoctorsService,
  PatientsService,
  ProxiesService,
  SlotsService,
  WaitlistService,
} from '@clinicall/scheduling';
import type { ClinicFacts } from '../clinic-facts';
import type { Channel } from '../entities/conversation.entity';
import type { OneTimeCodes } from '../one-time-codes';
import { Sentences } from '../sentences';
import type { Asked, ConversationState, Held } from '../state';
import { liveHold } from '../state';

/** The services that tools act through; each guards its own promises. */
export interface ToolServices {
  readonly doctors: DoctorsService;
  readonly slots: SlotsService;
  readonly bookings: BookingsService;
  readonly patients: PatientsService;
  readonly proxies: ProxiesService;
  readonly waitlist: WaitlistService;
  readonly tasks: TasksService;
  readonly codes: OneTimeCodes;
}

export interface ConversationRef {
  readonly id: string;
  readonly channel: Channel;
  /** E.164, or null when withheld. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface CallerWords {
  /** This turn's. */
  readonly now: string;
  /** All turns', oldest first, this one last. */
  readonly all: readonly string[];
  /** This turn's, as an answer to a read-back. */
  readonly answer: 'yes' | 'no' | 'unclear';
  /** They say that it is for somebody else than the one it was read back for. */
  readonly forAnother: boolean;
}

/** What the channel is to do once all has been said. */
export type TurnAction =
  { readonly action: 'transfer'; readonly number: string; readonly reason: string } | { readonly action: 'hang_up' };

/** All that a tool may know. Who the patient is stands in the state; no argument can say it. */
export class ToolContext {
  readonly sentences: Sentences;
  action: TurnAction | null = null;
  escalated = false;
  /** The caller may not be done: nothing may be changed on words that they can still take back. */
  isSpeculative = false;

  constructor(
    readonly conversation: ConversationRef,
    public state: ConversationState,
    readonly caller: CallerWords,
    readonly clinic: ClinicFacts,
    readonly speech: SpeechContext,
    readonly services: ToolServices,
  ) {
    this.sentences = new Sentences(speech);
  }

  get now(): Date {
    return new Date(this.speech.now);
  }

  get held(): Held | null {
    return liveHold(this.state, this.now);
  }

  get owner(): {
    readonly kind: 'conversation';
    readonly conversationId: string;
    readonly callerNumber: string | null;
  } {
    return { kind: 'conversation', conversationId: this.conversation.id, callerNumber: this.conversation.from };
  }

  /** Where a write comes from, for its row. */
  get origin(): { readonly source: Channel; readonly conversationId: string } {
    return { source: this.conversation.channel, conversationId: this.conversation.id };
  }

  say(key: string, params: Record<string, unknown> = {}): string {
    return this.sentences.say(key, params);
  }

  /** Notes what the sentence just composed asks for. */
  ask(...asked: readonly Asked[]): void {
    this.state = { ...this.state, asked, askedIn: this.state.turn };
  }

  /** The sentence just composed offers a person: a yes in the next turn is enough to be connected. */
  offerPerson(): void {
    this.state = { ...this.state, personOfferedIn: this.state.turn };
    this.ask('confirm');
  }
}
