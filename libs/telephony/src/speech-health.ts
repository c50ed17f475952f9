import { wireOf } from '@clinicall/platform';
import type { HealthCheck } from '@clinicall/platform';
import type { SpeechProvider } from './adapters/speech-providers';

const PROBE_MS = 2_000;
const KEPT_MS = 5_000;

/**
 * `down` when no provider of a kind answers, `degraded` when only the first does not.
 * Asked with GET {base}/models, which every server of the OpenAI API has and nobody pays for.
 */
export function speechHealth(kind: string, providers: readonly SpeechProvider[]): HealthCheck {
  let last: { readonly at: number; readonly report: ReturnType<HealthCheck> } | undefined;
  return () => {
    if (last === undefined || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), report: probe(kind, providers) };
    return last.report;
  };
}

async function probe(kind: string, providers: readonly SpeechProvider[]): ReturnType<HealthCheck> {
  const answers = await Promise.all(providers.map(reachable));
  if (!answers.includes(true)) return { down: `${kind}: no provider answers` };
  return answers[0] === true ? undefined : { degraded: `${kind}: ${providers[0]?.name ?? ''} does not answer` };
}

async function reachable({ baseUrl, apiKey }: SpeechProvider): Promise<boolean> {
  try {
    const wire = wireOf(baseUrl, apiKey);
    // A header of null takes away the one that is usual.
    const usual: Record<string, string | null> = { authorization: `Bearer ${apiKey}`, ...wire.headers };
    const headers = Object.fromEntries(Object.entries(usual).filter((one): one is [string, string] => one[1] !== null));
    const query = new URLSearchParams(wire.query).toString();
    const response = await fetch(`${wire.baseUrl}/models${query === '' ? '' : `?${query}`}`, {
      headers,
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return response.status < 500;
  } catch {
    return false;
  }
}
