import type { Network } from '../network';
import { Call, type CallSetup, type CallStatus } from './call';
import { callFields, statusFields } from './call-fields';
import { Metronome } from './metronome';

export type StatusEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

export interface StatusCallback {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly events: readonly StatusEvent[];
}

const EVENT_OF: Readonly<Record<CallStatus, StatusEvent>> = {
  queued: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
  completed: 'completed',
  busy: 'completed',
  failed: 'completed',
  'no-answer': 'completed',
  canceled: 'completed',
};

/** Every call of the network, newest last; tells the clinic and the pages as each moves on. */
export class Calls {
  private readonly bySid = new Map<string, Call>();
  private readonly metronome: Metronome;

  constructor(
    private readonly network: Network,
    private readonly limit = 500,
  ) {
    this.metronome = new Metronome(network.clock);
  }

  create(setup: CallSetup, callback?: StatusCallback): Call {
    let told = 0;
    const call = new Call(setup, this.metronome, (changed) => {
      const { sid, from, to, status } = changed;
      this.network.events.emit({ type: 'call', sid, from, to, status });
      if (!callback?.events.includes(EVENT_OF[status])) return;
      this.tell(changed, callback, told);
      told += 1;
    });
    this.bySid.set(call.sid, call);
    if (callback?.events.includes('initiated')) {
      this.tell(call, callback, told, { CallStatus: 'initiated' });
      told += 1;
    }
    this.forget();
    return call;
  }

  get(sid: string): Call | undefined {
    return this.bySid.get(sid);
  }

  remove(sid: string): void {
    this.bySid.delete(sid);
  }

  all(): Call[] {
    return [...this.bySid.values()];
  }

  endAll(): void {
    for (const call of this.all()) call.end('canceled');
  }

  private tell(call: Call, { url, method }: StatusCallback, sequence: number, more: Record<string, string> = {}): void {
    const fields = callFields(call, this.network.environment.accountSid);
    const form = { ...fields, ...statusFields(call, sequence), ...more };
    this.network.callbacks(url, form, method, call.sid);
  }

  /** Records are large: of the calls that are over, the oldest go first. */
  private forget(): void {
    for (const [sid, call] of this.bySid) {
      if (this.bySid.size <= this.limit) return;
      if (call.over) this.bySid.delete(sid);
    }
  }
}
