import { LittleSpeech } from '../../apps/local-carrier/spec-support/little-speech';
import type { Call } from '../../apps/local-carrier/src/calls/call';
import { eventually } from './eventually';
import { startTextNetwork } from './text-network';
import type { TextNetwork } from './text-network';

export const PATIENT = '+12125550199';
export const NURSE = '+12125550166';

/** The product and the phone network, with a voice that makes a tone of every sentence: calls by keys, in little time. */
export interface VoiceNetwork extends TextNetwork {
  /** Dials the clinic; resolves when its `streams`th stream is open. */
  call(from?: string): Promise<Call>;
  /** The call is with the agent for the nth time. */
  withAgent(call: Call, streams: number): Promise<void>;
  /** Something of the call's record, when it is there. */
  noted(call: Call, type: string, count?: number): Promise<void>;
  /** Changes settings of the clinic. */
  set(settings: Record<string, unknown>): Promise<void>;
  row<Row>(sql: string, ...parameters: unknown[]): Promise<Row | undefined>;
  tasks(): Promise<{ kind: string; data: Record<string, unknown> }[]>;
}

async function noted(call: Call, type: string, count = 1): Promise<void> {
  const there = () => call.record.events.filter((event) => event.type === type).length >= count;
  await eventually(there, `${type} of the call`, 30_000);
}

export async function startVoiceNetwork(
  variables: Record<string, string> = {},
  settings: Record<string, unknown> = {},
): Promise<VoiceNetwork> {
  const speech = new LittleSpeech();
  await speech.start();
  const network = await startTextNetwork(
    {
      OPENAI_TTS_BASE_URL: speech.url,
      OPENAI_STT_BASE_URL: speech.url,
      RESUME_PAUSE_SECONDS: '0',
      ...variables,
    },
    { settings },
  );
  await network.rows(`UPDATE clinics SET transfer_number = $2 WHERE clinic_id = $1`, NURSE);
  const row = async <Row>(sql: string, ...parameters: unknown[]) => (await network.rows<Row>(sql, ...parameters))[0];
  return {
    ...network,
    row,
    noted,
    withAgent: (call, streams) => noted(call, 'mark', streams),
    call: async (from = PATIENT) => {
      const call = network.carrier.switchboard.dial(from, network.clinicNumber, null);
      await noted(call, 'stream_start');
      await noted(call, 'mark');
      return call;
    },
    set: async (more) => {
      await network.rows(`UPDATE clinics SET settings = settings || $2::jsonb WHERE clinic_id = $1`, more);
      // The agent keeps what it knows of a clinic for five seconds.
    },
    tasks: () => network.rows(`SELECT kind, data FROM tasks WHERE clinic_id = $1 ORDER BY opened_at`),
    stop: async () => {
      network.carrier.switchboard.calls.endAll();
      await network.stop();
      await speech.stop();
    },
  };
}
