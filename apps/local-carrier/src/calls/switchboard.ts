import { noise } from '../audio/noise';
import type { Network } from '../network';
import { SpeechService } from '../speech-service';
import type { Call, CallerLine } from './call';
import { CallFlow, type Instructions } from './call-flow';
import { Callees } from './callees';
import { Calls, type StatusCallback } from './calls';
import { Conferences } from './conference';
import { Recordings } from './recordings';

export interface OutboundCall {
  readonly from: string;
  readonly to: string;
  readonly instructions: Instructions;
  readonly callback: StatusCallback | undefined;
  readonly timeoutMs: number;
}

/** Sets calls up: handsets to the clinic's webhooks, the clinic's REST calls to handsets, and changes to running ones. */
export class Switchboard {
  readonly calls: Calls;
  readonly callees: Callees;
  readonly speech: SpeechService;
  readonly conferences: Conferences;
  readonly recordings: Recordings;
  private readonly flows = new Map<string, CallFlow>();

  constructor(private readonly network: Network) {
    this.speech = new SpeechService(network.environment.speechUrl);
    this.calls = new Calls(network);
    this.callees = new Callees(this.calls, this.speech, network.clock);
    this.conferences = new Conferences(network);
    this.recordings = new Recordings(network);
  }

  /** A handset calls a clinic. The webhook is asked while it rings. */
  dial(from: string, to: string, line: CallerLine | null): Call {
    const entry = this.network.numbers.find(to);
    const url = entry?.statusCallback;
    const callback: StatusCallback | undefined =
      url === undefined ? undefined : { url, method: 'POST', events: ['completed'] };
    const call = this.calls.create({ from, to, direction: 'inbound', status: 'queued' }, callback);
    call.line = line;
    const { noise: amplitude, troubleSeed } = this.network.faults.settings;
    if (amplitude > 0) call.ambience = noise(amplitude, troubleSeed);
    call.ring();
    line?.tell({ type: 'ringing', callSid: call.sid, from, to });
    if (!entry) {
      this.network.events.alert(21219, call.sid, 'no clinic has this number');
      setImmediate(() => call.end('failed'));
      return call;
    }
    const { voiceUrl, voiceFallbackUrl } = entry;
    void this.flow(call).follow({ kind: 'url', url: voiceUrl, method: 'POST', fallbackUrl: voiceFallbackUrl });
    return call;
  }

  /** The clinic calls somebody: rings first, and follows its instructions once answered. */
  create(wanted: OutboundCall): Call {
    const { from, to, callback } = wanted;
    const call = this.calls.create({ from, to, direction: 'outbound-api', status: 'queued' }, callback);
    setImmediate(() => void this.reach(call, wanted));
    return call;
  }

  /** Puts new instructions in place of a running call's. False when the call is not in progress. */
  redirect(call: Call, instructions: Instructions): boolean {
    if (call.status !== 'in-progress') return false;
    call.record.note('redirect', { kind: instructions.kind });
    void this.flow(call).follow(instructions);
    return true;
  }

  close(): void {
    this.calls.endAll();
  }

  private async reach(call: Call, wanted: OutboundCall): Promise<void> {
    if (call.over) return;
    call.ring();
    const reached = await this.callees.reach(call, wanted.timeoutMs, call.ended);
    if (reached === 'answered') await this.flow(call).follow(wanted.instructions);
    else call.end(reached);
  }

  private flow(call: Call): CallFlow {
    const known = this.flows.get(call.sid);
    if (known) return known;
    const flow = new CallFlow(call, this.network, this);
    this.flows.set(call.sid, flow);
    call.ended.addEventListener('abort', () => this.flows.delete(call.sid), { once: true });
    return flow;
  }
}
