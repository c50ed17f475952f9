import type { Network } from '../network';
import type { SpeechService } from '../speech-service';
import type { Verb } from '../twiml';
import type { Call } from './call';
import type { Callees } from './callees';
import type { Conferences } from './conference';
import type { Recordings } from './recordings';

/** What follows a verb: the next one, another document, or the end of the call. */
export type Next =
  | { readonly kind: 'next' }
  | { readonly kind: 'hangup'; readonly status?: 'busy' | 'no-answer' }
  | {
      readonly kind: 'go';
      readonly url: string;
      readonly method: 'GET' | 'POST';
      readonly form: Record<string, string>;
    };

export const GO_ON: Next = { kind: 'next' };

/** What every call of the network shares. */
export interface CallServices {
  readonly speech: SpeechService;
  readonly callees: Callees;
  readonly conferences: Conferences;
  readonly recordings: Recordings;
}

/** What a verb works with. `base` is the document's own URL, for relative ones; `signal` ends with the document. */
export interface Scene extends CallServices {
  readonly call: Call;
  readonly network: Network;
  readonly base: string;
  readonly signal: AbortSignal;
  /** Performs verbs nested in another, until `until` aborts. */
  perform(verbs: readonly Verb[], until: AbortSignal): Promise<Next>;
}

export type Performer = (scene: Scene, verb: Verb) => Promise<Next>;

/** Plays sound to the caller unless the document ends first, which throws the rest away. */
export async function playTo(scene: Pick<Scene, 'call' | 'signal'>, sound: Buffer): Promise<void> {
  const { call, signal } = scene;
  if (signal.aborted) return;
  const stop = (): void => call.heard.clear();
  signal.addEventListener('abort', stop, { once: true });
  await call.heard.play(sound);
  signal.removeEventListener('abort', stop);
}

/** How an attribute's URL is meant: relative to the document. */
export function absolute(scene: Scene, url: string): string {
  return URL.canParse(url, scene.base || undefined) ? new URL(url, scene.base || undefined).toString() : url;
}

export function methodOf(verb: Verb): 'GET' | 'POST' {
  return verb.attributes.method?.toUpperCase() === 'GET' ? 'GET' : 'POST';
}
