/** What local-ai reads from the environment. It holds no key and calls nobody. */
export interface LocalAiEnvironment {
  readonly host: string;
  readonly port: number;
  /** OFFLINE_STT_ES_DIR: the operator's own Spanish recognition model, in Moonshine's layout; null when there is none. */
  readonly spanishModels: string | null;
}

/** Throws an Error with one plain sentence when the port is not one. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): LocalAiEnvironment {
  const port = Number(variables['LOCAL_AI_PORT'] ?? 3001);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(
      `LOCAL_AI_PORT must be a port number between 0 and 65535, not "${variables['LOCAL_AI_PORT'] ?? ''}".`,
    );
  }
  const spanishModels = variables['OFFLINE_STT_ES_DIR'] ?? '';
  return {
    host: variables['LOCAL_AI_HOST'] ?? '127.0.0.1',
    port,
    spanishModels: spanishModels === '' ? null : spanishModels,
  };
}
