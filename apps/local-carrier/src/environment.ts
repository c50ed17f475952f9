/**
 * The one place where the local carrier reads the process environment. The account and its secret are fixed local
 * values given by whoever starts the carrier and the product together, so both sign and check with the same secret.
 */
export interface CarrierEnvironment {
  readonly host: string;
  readonly port: number;
  readonly accountSid: string;
  readonly authToken: string;
  /** The clinic's number, E.164: what the pages offer to dial and text. */
  readonly clinicNumber: string;
  /** Where the product's webhooks live, without a trailing slash. Signed exactly as written here. */
  readonly productUrl: string;
  /** The product's own door on this machine, for the commands. */
  readonly localProductUrl: string;
  /** An OpenAI-compatible base URL ending in /v1, for synthetic voices and for reading calls back. */
  readonly speechUrl: string;
  /** Folder for the journal of texts; undefined keeps everything in memory. */
  readonly dataDir: string | undefined;
  /** A key of the clinic that is called or texted, for the commands; undefined: the demo clinic's own. */
  readonly apiKey?: string | undefined;
}

export const CLINIC_NUMBER = '+12025550100';
export const HANDSET_NUMBER = '+12025550123';

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): CarrierEnvironment {
  const word = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const port = (name: string, fallback: number): number => {
    const value = Number(word(name) ?? fallback);
    if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`${name} is not a port number.`);
    return value;
  };
  const local = `http://127.0.0.1:${port('PORT', 3000)}`;
  return {
    host: '127.0.0.1',
    port: port('LOCAL_CARRIER_PORT', 3002),
    accountSid: word('TWILIO_ACCOUNT_SID') ?? 'AC00000000000000000000000000000001',
    authToken: word('TWILIO_AUTH_TOKEN') ?? 'local-carrier-secret',
    clinicNumber: word('TWILIO_PHONE_NUMBER') ?? CLINIC_NUMBER,
    productUrl: (word('PUBLIC_URL') ?? local).replace(/\/+$/, ''),
    localProductUrl: local,
    speechUrl: `http://127.0.0.1:${port('LOCAL_AI_PORT', 3001)}/v1`,
    dataDir: word('CLINICALL_DATA_DIR') ?? '.clinicall',
    apiKey: word('CLINICALL_API_KEY'),
  };
}
