import { countSegments } from './segments';
import { newSid } from './identifiers';

export type MessageDirection = 'inbound' | 'outbound-api' | 'outbound-reply';
export type MessageStatus =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'receiving'
  | 'received'
  | 'canceled';

/** One text, whichever way it went. Instants are epoch milliseconds. */
export interface Message {
  readonly sid: string;
  readonly direction: MessageDirection;
  readonly from: string;
  readonly to: string;
  readonly messagingServiceSid: string | null;
  readonly createdAt: number;
  readonly mediaUrls: readonly string[];
  readonly statusCallback: string | undefined;
  body: string;
  numSegments: number;
  status: MessageStatus;
  errorCode: number | null;
  updatedAt: number;
  sentAt: number | null;
  /** Order of arrival at the handset or the clinic; 0 before. */
  arrival: number;
}

export interface NewMessage {
  readonly sid?: string;
  readonly direction: MessageDirection;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  readonly messagingServiceSid?: string | null;
  readonly statusCallback?: string;
  readonly mediaUrls?: readonly string[];
}

/** Every text the network carried, oldest first; the oldest fall away past the limit. */
export class Messages {
  private readonly bySid = new Map<string, Message>();
  private arrivals = 0;

  constructor(private readonly limit = 20_000) {}

  create(wanted: NewMessage): Message {
    const now = Date.now();
    const message: Message = {
      sid: wanted.sid ?? newSid('SM'),
      direction: wanted.direction,
      from: wanted.from,
      to: wanted.to,
      messagingServiceSid: wanted.messagingServiceSid ?? null,
      createdAt: now,
      mediaUrls: wanted.mediaUrls ?? [],
      statusCallback: wanted.statusCallback,
      body: wanted.body,
      numSegments: countSegments(wanted.body),
      status: wanted.status,
      errorCode: null,
      updatedAt: now,
      sentAt: null,
      arrival: 0,
    };
    this.keep(message);
    return message;
  }

  /** A text reached its handset (or the clinic): from now on it stands in the thread. */
  arrive(message: Message, status: MessageStatus): void {
    this.arrivals += 1;
    message.arrival = this.arrivals;
    message.status = status;
    message.updatedAt = Date.now();
  }

  get(sid: string): Message | undefined {
    return this.bySid.get(sid);
  }

  remove(sid: string): boolean {
    return this.bySid.delete(sid);
  }

  clear(): void {
    this.bySid.clear();
  }

  all(): Message[] {
    return [...this.bySid.values()];
  }

  /** What stands on a handset's screen, in the order it arrived; with one clinic alone when `clinic` is given. */
  thread(handset: string, clinic?: string): Message[] {
    const mine = (message: Message): boolean => {
      const [own, other] = message.direction === 'inbound' ? [message.from, message.to] : [message.to, message.from];
      return own === handset && (clinic === undefined || other === clinic) && message.arrival > 0;
    };
    return this.all()
      .filter(mine)
      .sort((a, b) => a.arrival - b.arrival);
  }

  restore(messages: readonly Message[]): void {
    for (const message of messages) this.keep(message);
    this.arrivals = messages.reduce((most, message) => Math.max(most, message.arrival), this.arrivals);
  }

  private keep(message: Message): void {
    this.bySid.set(message.sid, message);
    if (this.bySid.size <= this.limit) return;
    const oldest = this.bySid.keys().next().value;
    if (oldest !== undefined) this.bySid.delete(oldest);
  }
}
