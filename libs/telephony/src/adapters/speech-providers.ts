import { providerAgreement } from '@clinicall/platform';
import type { Environment, Logger } from '@clinicall/platform';

/** Where speech is recognised or made. */
export interface SpeechProvider {
  readonly name: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly voice: string;
}

/** Models that recognise while the caller speaks, over a WebSocket; all others are asked over HTTP. */
const REALTIME = /^gpt-(?:live|realtime)-/;
/** Who transcribes over HTTP where a realtime model cannot be reached. */
const BEHIND_REALTIME = 'gpt-4o-mini-transcribe';

export const isRealtimeModel = (model: string): boolean => REALTIME.test(model);

const OPENAI = 'https://api.openai.com/v1';
const TWILIO = 'https://api.twilio.com';

/**
 * The providers of a kind, first choice first: its own URL or key when set; else OpenAI when
 * OPENAI_API_KEY is set and no OPENAI_BASE_URL; local-ai always last unless switched off. A key goes only to the URL of its
 * own name.
 */
export function speechProviders(kind: 'stt' | 'tts', environment: Environment): SpeechProvider[] {
  const { values } = environment;
  const all = namedSpeech(kind, environment);
  if (!values.REQUIRE_PROVIDER_AGREEMENT) return all;
  return all.filter((one) => providerAgreement(one.baseUrl, values.PROVIDER_AGREEMENTS) !== null);
}

/** All that the environment names, also those that may receive nothing. */
function namedSpeech(kind: 'stt' | 'tts', { values, localAiUrl }: Environment): SpeechProvider[] {
  const own =
    kind === 'stt'
      ? { url: values.OPENAI_STT_BASE_URL, key: values.OPENAI_STT_API_KEY, model: values.OPENAI_STT_MODEL }
      : { url: values.OPENAI_TTS_BASE_URL, key: values.OPENAI_TTS_API_KEY, model: values.OPENAI_TTS_MODEL };
  const voice = values.OPENAI_TTS_VOICE;
  const local = { name: 'local-ai', baseUrl: localAiUrl, apiKey: 'none', model: `local-${kind}`, voice: 'slt' };
  const chain: SpeechProvider[] = [];
  if (own.url !== undefined || own.key !== undefined) {
    chain.push({
      name: `${kind} provider`,
      baseUrl: own.url ?? OPENAI,
      apiKey: own.key ?? 'none',
      model: own.model,
      voice,
    });
  } else if (values.OPENAI_API_KEY !== undefined && values.OPENAI_BASE_URL === undefined) {
    chain.push({ name: 'openai', baseUrl: OPENAI, apiKey: values.OPENAI_API_KEY, model: own.model, voice });
  }
  const [configured] = chain;
  if (kind === 'stt' && configured !== undefined && isRealtimeModel(configured.model))
    chain.push({ ...configured, name: `${configured.name} over HTTP`, model: BEHIND_REALTIME });
  return values.LOCAL_AI === 'off' ? chain : [...chain, local];
}

/** Hosts of a kind of speech with which no agreement is named, whether or not they may be used. */
export function speechWithoutAgreement(kind: 'stt' | 'tts', environment: Environment): string[] {
  const bare = namedSpeech(kind, environment).filter(
    ({ baseUrl }) => providerAgreement(baseUrl, environment.values.PROVIDER_AGREEMENTS) === null,
  );
  return [...new Set(bare.map(({ baseUrl }) => new URL(baseUrl).host))];
}

/** Said once at start of each host that hears callers, or makes our voice, without an agreement. */
export function warnOfSpeech(kind: 'stt' | 'tts', environment: Environment, logger: Logger): void {
  const used = environment.values.REQUIRE_PROVIDER_AGREEMENT ? 'receives nothing' : 'receives patients’ words';
  for (const host of speechWithoutAgreement(kind, environment))
    logger.warn(`a speech provider without an agreement ${used}`, { host, kind });
}

/**
 * Whether callers' words may go to the carrier's own recogniser (ConversationRelay): where agreements are required, only when one is
 * named for the carrier's host (`api.twilio.com=baa`). Sound on the line and texts pass through the carrier in any case.
 */
export function carrierMayHear({ values }: Pick<Environment, 'values'>): boolean {
  if (!values.REQUIRE_PROVIDER_AGREEMENT) return true;
  return providerAgreement(values.TWILIO_API_BASE_URL ?? TWILIO, values.PROVIDER_AGREEMENTS) !== null;
}
