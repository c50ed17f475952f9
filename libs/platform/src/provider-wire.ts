/** What servers that speak OpenAI's chat API take differently. Told by the address's path, which is each vendor's own. */
export interface Wire {
  /** Without its query, as the SDK wants it. */
  readonly baseUrl: string;
  readonly query: Record<string, string>;
  /** A value of null takes away what the SDK would send. */
  readonly headers: Record<string, string | null>;
  /** Whether it knows the field `store`. */
  readonly knowsStore: boolean;
  /** Whether tools may be strict JSON Schema. */
  readonly knowsStrict: boolean;
}

/** https://learn.microsoft.com/azure/ai-services/openai/reference: a deployment in the path, a dated version, the key in a header. */
const AZURE_DEPLOYMENT = /\/openai\/deployments\/[^/]+$/;
/** https://ai.google.dev/gemini-api/docs/openai. */
const GEMINI = /\/v1(?:beta|alpha)?\/openai$/;

/** @param address base URL, with a query where the vendor wants one. */
export function wireOf(address: string, apiKey: string): Wire {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  const plain = { baseUrl: url.origin + path, query: Object.fromEntries(url.searchParams) };
  // A dated version may not know `store` yet and refuses what it does not know; nothing is stored there unless asked for.
  if (AZURE_DEPLOYMENT.test(path))
    return {
      ...plain,
      headers: { 'api-key': apiKey, authorization: null },
      knowsStore: false,
      knowsStrict: true,
    };
  // "Unknown name "store": Cannot find field.": the endpoint refuses every field that its own schema lacks.
  if (GEMINI.test(path)) return { ...plain, headers: {}, knowsStore: false, knowsStrict: false };
  return { ...plain, headers: {}, knowsStore: true, knowsStrict: true };
}
