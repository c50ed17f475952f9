import { setTimeout as sleep } from 'node:timers/promises';
import type { Network } from '../network';
import { parseTwiml, TwimlError, type Verb } from '../twiml';
import type { Call } from './call';
import { callFields } from './call-fields';
import type { CallServices } from './scene';
import { performers } from './performers';
import { GO_ON, type Next, type Scene } from './scene';

/** Where a call's instructions come from. */
export type Instructions =
  | { readonly kind: 'url'; readonly url: string; readonly method: 'GET' | 'POST'; readonly fallbackUrl?: string }
  | { readonly kind: 'twiml'; readonly twiml: string };

const APOLOGY = 'We are sorry, an application error has occurred. Goodbye.';
const MOST_DOCUMENTS = 200;

/** Carries out a call's TwiML, document after document; a REST update puts new instructions in place of the running ones. */
export class CallFlow {
  private document = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly call: Call,
    private readonly network: Network,
    private readonly services: CallServices,
  ) {
    call.ended.addEventListener('abort', () => this.document.abort());
  }

  /** Ends what runs and follows these instructions to their end, which is the end of the call. */
  follow(instructions: Instructions): Promise<void> {
    this.document.abort();
    // A webhook still under way cannot be called back; its answer is dropped when it comes.
    const before = Promise.race([this.running, sleep(300)]);
    const document = new AbortController();
    this.document = document;
    if (this.call.over) document.abort();
    this.running = before
      .then(() => this.run(instructions, document.signal))
      .catch((error: unknown) => {
        this.network.events.alert(12200, this.call.sid, String(error));
        this.call.end('failed');
      });
    return this.running;
  }

  private async run(first: Instructions, signal: AbortSignal): Promise<void> {
    let instructions = first;
    let extra: Record<string, string> = {};
    const over = (): boolean => signal.aborted;
    for (let count = 0; count < MOST_DOCUMENTS && !over(); count += 1) {
      const verbs = await this.load(instructions, extra);
      if (over()) return;
      if (verbs === null) return this.apologise(signal);
      const base = instructions.kind === 'url' ? instructions.url : '';
      const next = await this.perform(verbs, base, signal);
      if (over()) return;
      if (next.kind !== 'go') {
        this.call.end(next.kind === 'hangup' ? (next.status ?? 'completed') : 'completed');
        return;
      }
      instructions = { kind: 'url', url: next.url, method: next.method };
      extra = next.form;
    }
    if (!over()) this.call.end('failed');
  }

  private async load(instructions: Instructions, extra: Record<string, string>): Promise<Verb[] | null> {
    if (instructions.kind === 'twiml') return this.parse(instructions.twiml);
    const verbs = await this.fetchVerbs(instructions.url, instructions.method, extra);
    if (verbs !== null || instructions.fallbackUrl === undefined) return verbs;
    return this.fetchVerbs(instructions.fallbackUrl, 'POST', { ...extra, ErrorUrl: instructions.url });
  }

  private async fetchVerbs(url: string, method: 'GET' | 'POST', extra: Record<string, string>): Promise<Verb[] | null> {
    const form = { ...callFields(this.call, this.network.environment.accountSid), ...extra };
    const answer = await this.network.webhooks.send(url, form, method);
    const { status, attempts, ms } = answer;
    this.call.record.note('webhook', { url, status, attempts, ms: Math.round(ms) });
    if (answer.errorCode === null) return this.parse(answer.body.toString('utf8'));
    this.network.events.alert(answer.errorCode, this.call.sid, `${url}: ${answer.detail}`);
    return null;
  }

  private parse(twiml: string): Verb[] | null {
    try {
      return parseTwiml(twiml);
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      this.network.events.alert(error.code, this.call.sid, error.message);
      return null;
    }
  }

  private async apologise(signal: AbortSignal): Promise<void> {
    this.call.answer();
    await this.perform([{ name: 'Say', attributes: {}, children: [APOLOGY] }], '', signal);
    this.call.end('completed');
  }

  private async perform(verbs: readonly Verb[], base: string, signal: AbortSignal): Promise<Next> {
    const scene: Scene = {
      call: this.call,
      network: this.network,
      ...this.services,
      base,
      signal,
      perform: (nested, until) => this.perform(nested, base, AbortSignal.any([signal, until])),
    };
    for (const verb of verbs) {
      if (signal.aborted) return GO_ON;
      const performer = performers[verb.name];
      if (verb.name !== 'Reject') this.call.answer();
      this.call.record.note('verb', { verb: verb.name });
      if (!performer) this.network.events.alert(12200, this.call.sid, `<${verb.name}> is not known here`);
      const next = performer ? await performer(scene, verb) : GO_ON;
      if (next.kind !== 'next') return next;
    }
    return GO_ON;
  }
}
