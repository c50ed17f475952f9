import { FRAME_BYTES, MU_LAW_SILENCE } from '@clinicall/audio';
import { newSid } from '../identifiers';
import type { Network } from '../network';
import type { Call } from './call';
import { mix } from './mix';

export interface ParticipantOptions {
  readonly startOnEnter: boolean;
  readonly endOnExit: boolean;
  readonly muted: boolean;
  readonly label: string | null;
}

export interface ConferenceCallback {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** As TwiML names them: start, end, join, leave, mute, hold. */
  readonly events: readonly string[];
}

export class Participant {
  muted: boolean;
  hold = false;
  endOnExit: boolean;
  /** What the participant said in the last 20 ms. */
  said: Buffer = SILENCE;
  readonly joinedAt = Date.now();
  readonly leaving = new AbortController();

  constructor(
    readonly call: Call,
    readonly options: ParticipantOptions,
  ) {
    this.muted = options.muted;
    this.endOnExit = options.endOnExit;
  }
}

const SILENCE = Buffer.alloc(FRAME_BYTES, MU_LAW_SILENCE);
const EVENT_NAMES: Readonly<Record<string, string>> = {
  start: 'conference-start',
  end: 'conference-end',
  join: 'participant-join',
  leave: 'participant-leave',
};

/** Calls that hear one another. Begins with the first participant who may begin it, ends with the first who may end it. */
export class Conference {
  readonly sid = newSid('CF');
  readonly createdAt = Date.now();
  readonly participants = new Map<string, Participant>();
  status: 'init' | 'in-progress' | 'completed' = 'init';
  reasonEnded: string | null = null;
  callSidEnding: string | null = null;
  callback: ConferenceCallback | undefined;
  private readonly starting = new AbortController();
  private sequence = 0;

  constructor(
    readonly friendlyName: string,
    private readonly network: Network,
  ) {}

  /** Aborts when the conference begins. */
  get started(): AbortSignal {
    return this.starting.signal;
  }

  /** @returns the participant; `leave` must be called when its time is over. */
  join(call: Call, options: ParticipantOptions, callback: ConferenceCallback | undefined): Participant {
    this.callback ??= callback;
    const participant = new Participant(call, options);
    this.participants.set(call.sid, participant);
    this.tell('join', participant);
    if (options.startOnEnter && this.status === 'init') {
      this.status = 'in-progress';
      this.starting.abort();
      this.tell('start');
    }
    call.record.note('conference_join', { name: this.friendlyName, conferenceSid: this.sid });
    return participant;
  }

  leave(participant: Participant): void {
    const { call } = participant;
    if (!this.participants.delete(call.sid)) return;
    participant.leaving.abort();
    call.record.note('conference_leave', { name: this.friendlyName });
    this.tell('leave', participant);
    if (participant.endOnExit && this.status === 'in-progress')
      this.end('participant-with-end-conference-on-exit-left', call.sid);
    else if (this.participants.size === 0) this.end('last-participant-left', call.sid);
  }

  /** Everybody leaves. */
  end(reason: string, callSid: string | null = null): void {
    if (this.status === 'completed') return;
    this.status = 'completed';
    this.reasonEnded = reason;
    this.callSidEnding = callSid;
    for (const participant of [...this.participants.values()]) this.leave(participant);
    this.tell('end');
  }

  /** The next 20 ms for one participant: everybody else together. */
  hear(participant: Participant, said: Buffer): void {
    participant.said = participant.muted || participant.hold ? SILENCE : said;
    if (this.status !== 'in-progress' || participant.hold) return;
    const others = [...this.participants.values()].filter((other) => other !== participant && !other.hold);
    if (others.length > 0) participant.call.heard.push(mix(others.map((other) => other.said)));
  }

  private tell(event: string, participant?: Participant): void {
    if (this.callback === undefined || !this.callback.events.includes(event)) return;
    const { url, method } = this.callback;
    this.sequence += 1;
    const form: Record<string, string> = {
      AccountSid: this.network.environment.accountSid,
      ConferenceSid: this.sid,
      FriendlyName: this.friendlyName,
      SequenceNumber: String(this.sequence),
      StatusCallbackEvent: EVENT_NAMES[event] ?? event,
      Timestamp: new Date().toUTCString().replace('GMT', '+0000'),
    };
    if (participant !== undefined) {
      form.CallSid = participant.call.sid;
      form.Muted = String(participant.muted);
      form.Hold = String(participant.hold);
      form.Coaching = 'false';
      form.EndConferenceOnExit = String(participant.endOnExit);
      form.StartConferenceOnEnter = String(participant.options.startOnEnter);
      if (participant.options.label !== null) form.ParticipantLabel = participant.options.label;
    }
    if (event === 'end' && this.reasonEnded !== null) form.ReasonConferenceEnded = this.reasonEnded;
    if (event === 'end' && this.callSidEnding !== null) form.CallSidEndingConference = this.callSidEnding;
    this.network.callbacks(url, form, method, this.sid);
  }
}

/** Conferences of the account; one of a name lives at a time. */
export class Conferences {
  private readonly bySid = new Map<string, Conference>();

  constructor(private readonly network: Network) {}

  named(name: string): Conference {
    const live = this.all().find((one) => one.friendlyName === name && one.status !== 'completed');
    if (live !== undefined) return live;
    const made = new Conference(name, this.network);
    this.bySid.set(made.sid, made);
    return made;
  }

  get(sid: string): Conference | undefined {
    return this.bySid.get(sid);
  }

  all(): Conference[] {
    return [...this.bySid.values()];
  }
}
