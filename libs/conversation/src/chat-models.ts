import { providerAgreement } from '@clinicall/platform';
import type { EnvironmentValues, HealthCheck, Logger } from '@clinicall/platform';
import { OpenAiChatModel } from './adapters/openai-chat-model';
import type { OpenAiAddress } from './adapters/openai-chat-model';
import { FailoverChatModel } from './failover-chat-model';
import type { ChatProvider } from './failover-chat-model';

const OPENAI = 'https://api.openai.com/v1';

type ChatSettings = Pick<
  EnvironmentValues,
  | 'OPENAI_API_KEY'
  | 'OPENAI_BASE_URL'
  | 'OPENAI_CHAT_MODEL'
  | 'OPENAI_FALLBACK_BASE_URL'
  | 'OPENAI_FALLBACK_API_KEY'
  | 'OPENAI_FALLBACK_CHAT_MODEL'
  | 'LOCAL_AI'
  | 'PROVIDER_AGREEMENTS'
  | 'REQUIRE_PROVIDER_AGREEMENT'
>;

/** Who is asked, in order: the configured model, its fallback, local-ai; a key goes only to the URL of its own name. */
export function chatAddresses(settings: ChatSettings, localAiUrl: string): OpenAiAddress[] {
  const configured = address(settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY, settings.OPENAI_CHAT_MODEL);
  const fallback = address(
    settings.OPENAI_FALLBACK_BASE_URL,
    settings.OPENAI_FALLBACK_API_KEY,
    settings.OPENAI_FALLBACK_CHAT_MODEL,
  );
  const local =
    settings.LOCAL_AI === 'off' ? [] : [{ provider: 'local-ai', baseUrl: localAiUrl, apiKey: 'none', model: 'local' }];
  return [...configured, ...fallback, ...local];
}

/** The chain, without those that may not receive patients' words. */
export function chatModelChain(settings: ChatSettings, localAiUrl: string, logger: Logger): FailoverChatModel {
  const providers: ChatProvider[] = [];
  for (const one of chatAddresses(settings, localAiUrl)) {
    const host = new URL(one.baseUrl).host;
    if (providerAgreement(one.baseUrl, settings.PROVIDER_AGREEMENTS) === null) {
      if (settings.REQUIRE_PROVIDER_AGREEMENT) {
        logger.warn('a chat provider without an agreement receives nothing', { host });
        continue;
      }
      logger.warn('a chat provider without an agreement receives patients’ words', { host });
    }
    const model = new OpenAiChatModel(one);
    providers.push({ name: one.provider, model, reach: (signal) => model.reach(signal) });
  }
  return new FailoverChatModel(providers, logger);
}

const PROBE_MS = 2_000;
const PROBE_KEPT_MS = 5_000;

/** `down` when nobody in the chain answers, `degraded` when only the first does not. */
export function chatHealth(chain: FailoverChatModel): HealthCheck {
  let last: { at: number; report: ReturnType<HealthCheck> } | undefined;
  return () => {
    if (last === undefined || Date.now() - last.at > PROBE_KEPT_MS) last = { at: Date.now(), report: probe(chain) };
    return last.report;
  };
}

async function probe(chain: FailoverChatModel): ReturnType<HealthCheck> {
  if (chain.providers.length === 0) return { down: 'chat: no provider may be used' };
  const resting = new Set(chain.resting());
  const answers = await Promise.all(
    chain.providers.map(async (provider) => {
      if (resting.has(provider.name)) return false;
      return provider.reach(AbortSignal.timeout(PROBE_MS)).then(
        () => true,
        () => false,
      );
    }),
  );
  if (answers.every((answer) => !answer)) return { down: 'chat: no provider answers' };
  return answers[0] === true ? undefined : { degraded: `chat: ${chain.providers[0]?.name ?? ''} does not answer` };
}

function address(baseUrl: string | undefined, apiKey: string | undefined, model: string): OpenAiAddress[] {
  if (baseUrl === undefined && apiKey === undefined) return [];
  const url = baseUrl ?? OPENAI;
  return [{ provider: new URL(url).host, baseUrl: url, apiKey: apiKey ?? 'none', model }];
}
