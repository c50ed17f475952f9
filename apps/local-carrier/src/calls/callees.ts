import { type Clock, rest } from '../clock';
import { CALLER_VOICE, type SpeechService } from '../speech-service';
import type { Call } from './call';
import type { Calls } from './calls';

/** How a number answers when nobody holds a handset for it. */
export interface Person {
  readonly outcome: 'answer' | 'busy' | 'no-answer' | 'failed';
  /** Rings so long first. */
  readonly afterMs: number;
  readonly says: string;
  /** Hangs up so long after answering; null stays until the other side goes. */
  readonly staysMs: number | null;
  /** Presses these keys, one after another, so long after answering. */
  readonly keys: string;
  readonly keysAfterMs: number;
}

export type Reached = 'answered' | 'busy' | 'no-answer' | 'failed';

/** A handset that can be rung: true when it is picked up, false when it is refused. */
export interface Handset {
  ring(call: Call, signal: AbortSignal): Promise<boolean>;
}

const ANYBODY: Person = {
  outcome: 'answer',
  afterMs: 1_000,
  says: 'Hello, this is the front desk.',
  staysMs: 10_000,
  keys: '',
  keysAfterMs: 1_000,
};

/** Whom the clinic's calls reach: a connected handset first, else the person set for the number, else anybody. */
export class Callees {
  private readonly handsets = new Map<string, Set<Handset>>();
  private readonly people = new Map<string, Person>();

  constructor(
    private readonly calls: Calls,
    private readonly speech: SpeechService,
    private readonly clock: Clock,
  ) {}

  connect(number: string, handset: Handset): () => void {
    const connected = this.handsets.get(number) ?? new Set();
    this.handsets.set(number, connected.add(handset));
    return () => connected.delete(handset);
  }

  setPerson(number: string, person: Partial<Person>): Person {
    const set = { ...ANYBODY, ...person };
    this.people.set(number, set);
    return set;
  }

  /** The second leg of a `<Dial>`. */
  newLeg(parent: Call, to: string, from: string, statusCallback: string | undefined): Call {
    const callback = statusCallback && ({ url: statusCallback, method: 'POST', events: ['completed'] } as const);
    return this.calls.create(
      { from, to, direction: 'outbound-dial', status: 'queued', parentSid: parent.sid },
      callback || undefined,
    );
  }

  /** Rings until somebody answers; the call is answered then. */
  async reach(call: Call, timeoutMs: number, signal: AbortSignal): Promise<Reached> {
    const late = new AbortController();
    const callOff = this.clock.after(timeoutMs, () => late.abort());
    const giveUp = AbortSignal.any([signal, late.signal]);
    const handsets = [...(this.handsets.get(call.to) ?? [])];
    const reached =
      handsets.length > 0 ? await this.ringHandsets(handsets, call, giveUp) : await this.callPerson(call, giveUp);
    callOff();
    if (reached === 'answered') call.answer();
    return reached;
  }

  private async ringHandsets(handsets: readonly Handset[], call: Call, signal: AbortSignal): Promise<Reached> {
    const settled = new AbortController();
    const ringing = AbortSignal.any([signal, settled.signal]);
    const answers = handsets.map(async (handset) => {
      if (!(await handset.ring(call, ringing))) throw new Error('not picked up');
    });
    const reached = await Promise.any(answers).then(
      () => 'answered' as const,
      () => (signal.aborted ? ('no-answer' as const) : ('busy' as const)),
    );
    settled.abort();
    return reached;
  }

  private async callPerson(call: Call, signal: AbortSignal): Promise<Reached> {
    const person = this.people.get(call.to) ?? ANYBODY;
    const waited = await rest(this.clock, person.outcome === 'no-answer' ? 600_000 : person.afterMs, signal);
    if (!waited) return 'no-answer';
    if (person.outcome !== 'answer') return person.outcome;
    void this.talk(call, person);
    return 'answered';
  }

  private async talk(call: Call, person: Person): Promise<void> {
    const sound = person.says === '' ? null : await this.speech.speak(person.says, CALLER_VOICE);
    if (sound && !call.over) call.said.push(sound);
    void this.press(call, person);
    if (person.staysMs === null) return;
    await rest(this.clock, person.staysMs, call.ended);
    call.end('completed');
  }

  private async press(call: Call, { keys, keysAfterMs }: Person): Promise<void> {
    for (const key of keys) {
      await rest(this.clock, keysAfterMs, call.ended);
      if (!call.over) call.press(key);
    }
  }
}
