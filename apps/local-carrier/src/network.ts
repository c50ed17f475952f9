import { CarrierEvents } from './carrier-events';
import { type Clock, steadyClock } from './clock';
import type { CarrierEnvironment } from './environment';
import { Faults } from './faults';
import { Journal } from './journal';
import { type Message, Messages } from './messages';
import { NumberTable } from './number-table';
import { OptOuts } from './opt-outs';
import { Webhooks } from './webhooks';

/** The network's state and its ways out: one object a carrier, handed to everything that acts in it. */
export class Network {
  readonly events = new CarrierEvents();
  readonly messages = new Messages();
  readonly optOuts = new OptOuts();
  readonly faults = new Faults();
  readonly numbers: NumberTable;
  readonly webhooks: Webhooks;
  readonly journal: Journal;

  constructor(
    readonly environment: CarrierEnvironment,
    readonly clock: Clock = steadyClock,
  ) {
    this.numbers = new NumberTable(environment.productUrl);
    this.webhooks = new Webhooks(environment.authToken);
    this.journal = new Journal(environment.dataDir, () => ({
      messages: this.messages.all(),
      optOuts: this.optOuts.pairs(),
    }));
  }

  async restore(): Promise<void> {
    const found = await this.journal.read();
    if (!found) return;
    this.messages.restore(found.messages);
    this.optOuts.restore(found.optOuts);
  }

  /** Tells a status callback, as often as the faults say, each copy late by up to their jitter; its failure is an alert. */
  callbacks(url: string, form: Record<string, string>, method: 'GET' | 'POST', about: string): void {
    const { callbackCopies, callbackJitterMs } = this.faults.settings;
    for (let copy = 0; copy < callbackCopies; copy += 1) {
      const send = (): void => {
        void this.webhooks.send(url, form, method).then((answer) => {
          if (answer.errorCode !== null) this.events.alert(answer.errorCode, about, `${url}: ${answer.detail}`);
        });
      };
      if (callbackJitterMs === 0) send();
      else this.clock.after(Math.round(Math.random() * callbackJitterMs), send);
    }
  }

  /** A text changed: tell the pages, and write it down soon. */
  publish(message: Message): void {
    this.events.emit({ type: 'text', message: { ...message } });
    this.journal.touch();
  }
}
