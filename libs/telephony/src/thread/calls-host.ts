import type { Logger } from '@clinicall/platform';
import type { CallSession } from '../call-session';
import type { CallLine, CallSessions } from '../call-sessions';
import type { FromCalls, ToCalls } from './call-orders';
import { CallPost, readLetter } from './call-post';
import type { Letter } from './call-post';

/** The calls' thread: keeps the sessions of calls whose sockets are in another. */
export class CallsHost {
  private readonly live = new Map<number, CallSession>();
  /** Gone before their session was there. */
  private readonly opening = new Set<number>();
  private readonly post: CallPost<FromCalls>;

  constructor(
    private readonly sessions: Pick<CallSessions, 'open' | 'close' | 'handOver'>,
    private readonly logger: Logger,
    send: (letter: Letter<FromCalls>, transfer: ArrayBuffer[]) => void,
    private readonly others: { metrics(): Promise<unknown>; leave(): void },
  ) {
    this.post = new CallPost(send);
    this.post.order({ type: 'ready' });
  }

  receive(letter: Letter<ToCalls>): void {
    readLetter(
      letter,
      (call, payload, timestampMs) => this.safely(() => this.live.get(call)?.audio(payload, timestampMs)),
      (order) => this.safely(() => this.obey(order)),
    );
  }

  private obey(order: ToCalls): void {
    if (order.type === 'open') void this.open(order.call, order.callSid, order.token);
    else if (order.type === 'start') this.live.get(order.call)?.start();
    else if (order.type === 'mark') this.live.get(order.call)?.marked(order.name);
    else if (order.type === 'key') this.live.get(order.call)?.key(order.digit);
    else if (order.type === 'stop') this.live.get(order.call)?.stopped();
    else if (order.type === 'close') this.close(order.call);
    else if (order.type === 'hand_over') this.answer(order.question, this.sessions.handOver(order.patienceMs));
    else if (order.type === 'metrics') this.answer(order.question, this.others.metrics());
    else this.others.leave();
  }

  private async open(call: number, callSid: string, token: string): Promise<void> {
    this.opening.add(call);
    const session = await this.sessions.open(callSid, token, this.line(call)).catch((error: unknown) => {
      this.logger.error('a call could not be started', { kind: 'a media stream', error });
      return undefined;
    });
    if (session !== undefined && !this.opening.has(call)) this.sessions.close(session);
    else if (session !== undefined) this.live.set(call, session);
    this.opening.delete(call);
    this.post.order({ type: 'opened', call, ok: this.live.has(call) });
  }

  private close(call: number): void {
    this.opening.delete(call);
    const session = this.live.get(call);
    this.live.delete(call);
    if (session !== undefined) this.sessions.close(session);
  }

  private line(call: number): CallLine {
    return {
      media: (payload) => this.post.frame(call, payload),
      mark: (name) => this.post.order({ type: 'mark', call, name }),
      clear: () => this.post.urgent({ type: 'clear', call }),
      close: () => this.post.order({ type: 'close', call }),
      buffered: () => 0, // what waits, waits at the socket
    };
  }

  private answer(question: number, work: Promise<unknown>): void {
    work.then(
      (value) => this.post.order({ type: 'answer', question, value }),
      (error: unknown) => {
        this.logger.error('the calls’ thread could not do what it was asked', { error });
        this.post.order({ type: 'answer', question, value: undefined });
      },
    );
  }

  /** A fault of one call stays in it. */
  private safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.logger.error('a message of a call could not be handled', { kind: 'a media stream', error });
    }
  }
}
