import type { Writable } from 'node:stream';
import type { Logger } from '@clinicall/platform';
import type { WebSocket } from 'ws';
import { FrameError } from './frame-fields';
import type { PendingSockets } from './pending-sockets';

/** A socket says who it is within this, or is closed: after five seconds in all nothing is left of it. */
const START_DEADLINE_MS = 4_000;
/** How long a closed socket may take to say goodbye. */
const GOODBYE_MS = 1_000;
/** Messages that make no sense before the socket is closed. */
const MOST_FAULTS = 20;
/** Bytes waiting to be sent: a carrier that does not read is not fed. */
const MOST_WAITING_BYTES = 64 * 1024;
const POLICY_VIOLATION = 1008;

/**
 * The carrier's socket of one call, from its opening to its end, by whichever door. The first message that counts opens the
 * session, by its one-time token; messages are taken in order.
 */
export abstract class CallSocket<
  Frame extends object,
  Opening extends Frame,
  Session extends { start(): void },
  Sessions extends { close(session: Session): void },
> {
  /** Before the session: the deadline for its token. Afterwards: what finds out that nobody is there any more. */
  protected timer: NodeJS.Timeout;
  private session: Session | undefined;
  private starting = false;
  private corked = false;
  private faults = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    protected readonly socket: WebSocket,
    private readonly wire: Writable,
    protected readonly sessions: Sessions,
    private readonly pending: PendingSockets,
    protected readonly logger: Logger,
  ) {
    this.timer = this.closeAfter(START_DEADLINE_MS);
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) this.fault('a binary message came');
      else this.receive(data.toString('utf8'));
    });
    socket.on('close', () => this.end());
    socket.on('error', () => undefined); // `close` follows
  }

  /** What the log calls it. */
  protected abstract readonly kind: string;

  /** @throws FrameError for what no carrier sends. */
  protected abstract read(text: string): Frame | undefined;

  protected abstract isOpening(frame: Frame): frame is Opening;

  /** @returns undefined when the token does not open a call. */
  protected abstract open(frame: Opening): Promise<Session | undefined>;

  protected abstract obey(frame: Frame, session: Session): void;

  /** From the session's start on: what ends a socket whose peer is gone without a word. */
  protected abstract watch(): NodeJS.Timeout;

  /** @param message JSON. */
  protected send(message: string): void {
    if (this.socket.readyState !== this.socket.OPEN || this.socket.bufferedAmount >= MOST_WAITING_BYTES) return;
    if (!this.corked) {
      // What is sent in one go leaves in one write: that is most of what a message costs.
      this.corked = true;
      this.wire.cork();
      process.nextTick(() => {
        this.corked = false;
        this.wire.uncork();
      });
    }
    this.socket.send(message);
  }

  protected closeAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.shut(), ms).unref();
  }

  private receive(text: string): void {
    try {
      const frame = this.read(text);
      if (frame === undefined) return;
      if (this.isOpening(frame))
        this.queue = this.queue.then(() => this.begin(frame)).catch((error: unknown) => this.refuse(error));
      else if (this.starting) this.queue = this.queue.then(() => this.pass(frame));
      else this.pass(frame);
    } catch (error) {
      if (error instanceof FrameError) this.fault(error.message);
      else this.logger.error('a message of a call could not be handled', { kind: this.kind, error });
    }
  }

  private pass(frame: Frame): void {
    if (this.session !== undefined) this.obey(frame, this.session);
  }

  private async begin(frame: Opening): Promise<void> {
    if (this.session !== undefined) {
      this.refuse();
      return;
    }
    this.starting = true;
    const session = await this.open(frame);
    this.starting = false;
    if (session === undefined) {
      this.refuse();
      return;
    }
    if (this.socket.readyState !== this.socket.OPEN) {
      this.sessions.close(session);
      return;
    }
    this.session = session;
    this.pending.settled(this.socket);
    clearTimeout(this.timer);
    this.timer = this.watch();
    session.start();
  }

  private refuse(error?: unknown): void {
    if (error !== undefined) this.logger.error('a call could not be started', { kind: this.kind, error });
    this.shut();
  }

  private fault(how: string): void {
    this.faults += 1;
    if (this.faults === 1) this.logger.warn('a message of a call makes no sense', { kind: this.kind, how });
    if (this.faults > MOST_FAULTS) this.refuse();
  }

  /** A peer that does not answer the close is not waited for. */
  private shut(): void {
    this.socket.close(POLICY_VIOLATION);
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.pending.settled(this.socket);
    if (this.session !== undefined) this.sessions.close(this.session);
    this.session = undefined;
  }
}
