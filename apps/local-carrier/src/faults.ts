/** Troubles that test programs switch on; all off at first. */
export interface FaultSettings {
  /** The next so many REST requests are answered 429 (code 20429). */
  tooManyRequests: number;
  /** The next so many REST requests are answered `restErrorStatus`. */
  restErrors: number;
  restErrorStatus: number;
  /** Added before every REST answer. */
  restDelayMs: number;
  /** Added before every webhook. */
  webhookDelayMs: number;
  /** Handset number → Twilio's delivery error (30003 unreachable, 30005 unknown, 30006 landline …). */
  undeliverable: Record<string, number>;
  /** Status callbacks are each sent so many times. */
  callbackCopies: number;
  /** Status callbacks of calls and conferences come up to so much late, each by itself: out of order. */
  callbackJitterMs: number;
  /** Of a call's media frames toward the server: the share that is lost … */
  lossRate: number;
  /** … how late they come at most, in their order … */
  jitterMs: number;
  /** … the share that changes places with the next one … */
  reorderRate: number;
  /** … and when nothing comes any more, on a socket that stays open; null: never. */
  halfOpenAfterMs: number | null;
  troubleSeed: number;
  /** Noise behind every caller, amplitude of 32,767. */
  noise: number;
  /** What `start` says of the sound; anything but audio/x-mulaw is another codec, and must be refused. */
  encoding: string;
}

export function noFaults(): FaultSettings {
  return {
    tooManyRequests: 0,
    restErrors: 0,
    restErrorStatus: 503,
    restDelayMs: 0,
    webhookDelayMs: 0,
    undeliverable: {},
    callbackCopies: 1,
    callbackJitterMs: 0,
    lossRate: 0,
    jitterMs: 0,
    reorderRate: 0,
    halfOpenAfterMs: null,
    troubleSeed: 1,
    noise: 0,
    encoding: 'audio/x-mulaw',
  };
}

export class Faults {
  settings = noFaults();

  change(wanted: Partial<FaultSettings>): FaultSettings {
    this.settings = { ...this.settings, ...wanted };
    return this.settings;
  }

  reset(): void {
    this.settings = noFaults();
  }

  /** Takes one of the fault answers still due, if any: the HTTP status to give. */
  takeRestFault(): number | null {
    const due = this.settings;
    if (due.tooManyRequests > 0) {
      due.tooManyRequests -= 1;
      return 429;
    }
    if (due.restErrors > 0) {
      due.restErrors -= 1;
      return due.restErrorStatus;
    }
    return null;
  }
}
