export type OptOutType = 'STOP' | 'START' | 'HELP';

export interface OptOutSettings {
  enabled: boolean;
  stop: string[];
  start: string[];
  help: string[];
  /** Advanced Opt-Out tells the webhook what it did in `OptOutType`; the plain handling does not. */
  sendType: boolean;
  replies: Record<OptOutType, string>;
}

/** Twilio's default words of long codes. Only a message that is nothing but the word counts. */
export function defaultOptOutSettings(): OptOutSettings {
  return {
    enabled: true,
    stop: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    start: ['START', 'YES', 'UNSTOP'],
    help: ['HELP', 'INFO'],
    sendType: true,
    replies: {
      STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
      START:
        'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
      HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
    },
  };
}

/** Who asked which number for silence: kept by the network, a pair at a time. */
export class OptOuts {
  settings = defaultOptOutSettings();
  private readonly silenced = new Set<string>();

  isSilenced(handset: string, clinic: string): boolean {
    return this.silenced.has(pair(handset, clinic));
  }

  /**
   * What the network does with a text: a start word from somebody who never stopped ("yes" above all) is an ordinary
   * text. Changes the pair's state.
   */
  hear(handset: string, clinic: string, body: string): OptOutType | null {
    if (!this.settings.enabled) return null;
    const word = body.trim().toUpperCase();
    if (this.settings.stop.includes(word)) {
      this.silenced.add(pair(handset, clinic));
      return 'STOP';
    }
    if (this.settings.start.includes(word)) return this.silenced.delete(pair(handset, clinic)) ? 'START' : null;
    return this.settings.help.includes(word) ? 'HELP' : null;
  }

  pairs(): string[] {
    return [...this.silenced];
  }

  restore(pairs: readonly string[]): void {
    for (const each of pairs) this.silenced.add(each);
  }
}

function pair(handset: string, clinic: string): string {
  return `${handset} ${clinic}`;
}
