import type { Message } from './messages';

/** What Twilio's debugger would show: an error code, what it happened to, and the reason. */
export interface Alert {
  readonly code: number;
  readonly about: string;
  readonly detail: string;
  readonly at: string;
}

export type CarrierEvent =
  | { readonly type: 'text'; readonly message: Message }
  | { readonly type: 'alert'; readonly alert: Alert }
  | {
      readonly type: 'call';
      readonly sid: string;
      readonly from: string;
      readonly to: string;
      readonly status: string;
    };

type Listener = (event: CarrierEvent) => void;

/** Everything that happens in the network, for its pages and for test programs. */
export class CarrierEvents {
  private readonly listeners = new Set<Listener>();
  private readonly recent: Alert[] = [];

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: CarrierEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  alert(code: number, about: string, detail: string): void {
    const alert = { code, about, detail, at: new Date().toISOString() };
    this.recent.push(alert);
    if (this.recent.length > 500) this.recent.shift();
    this.emit({ type: 'alert', alert });
  }

  alerts(): readonly Alert[] {
    return this.recent;
  }
}
