// `npm run -s measure:heard`: one whole call, as its caller heard it, judged by the carrier's own recording, as one JSON line.
// Every sentence of the agent is looked for in what a recogniser reads from the sound; clipping and gaps are counted in the samples.
// Starts the product when none runs. Say the machine's load with every figure.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../apps/local-carrier/src/environment';
import type { CarrierEnvironment } from '../apps/local-carrier/src/environment';
import { HandsetClient } from '../apps/local-carrier/src/handset-client';
import { carrierUrl, clinicNumberOf, useProduct } from '../apps/local-carrier/src/running-product';
import { judge, readBackShares } from './heard-audio';
import { shareOf, wordErrors } from './word-errors';

const CALLER = '+12025552099';
/** Longer than any silence of ours: a filler is no answer. */
const LISTENING = { quietMs: 3_500, firstMs: 20_000, readMs: 0 };
const LINES = [
  'Hi, do you have a cardiologist tomorrow afternoon?',
  'What are your opening hours?',
  'No, thank you. Goodbye.',
];
/** A small recogniser garbles names and figures of the local voice; a sentence of which less comes back was cut or lost. */
const INTACT_SHARE = 0.6;
/** The line dry for longer than this inside a sentence is heard as a gap. */
const GAP_MS = 150;

/** Makes the call. @returns the caller's side as a WAV, and the agent's words. */
async function call(environment: CarrierEnvironment): Promise<{ wav: Buffer; said: string[] }> {
  const handset = await HandsetClient.connect(carrierUrl(environment), CALLER, false);
  await handset.dial(await clinicNumberOf(environment));
  await handset.hearReply(0, LISTENING, () => false);
  for (const line of LINES) {
    if (handset.status !== null) break;
    await handset.say(line);
    await handset.hearReply(handset.nowMs, LISTENING, () => false);
  }
  const { calls } = await json<{ calls: { sid: string; from: string }[] }>(`${carrierUrl(environment)}/carrier/calls`);
  const sid = calls.filter(({ from }) => from === CALLER).at(-1)?.sid ?? '';
  if (handset.status === null) await handset.hangUp();
  handset.close();
  const sound = await fetch(`${carrierUrl(environment)}/carrier/calls/${sid}/heard.wav`);
  return { wav: Buffer.from(await sound.arrayBuffer()), said: await agentsWords(environment) };
}

async function agentsWords(environment: CarrierEnvironment): Promise<string[]> {
  const file = join(environment.dataDir ?? '.clinicall', 'local-access.json');
  const { apiKey } = JSON.parse(readFileSync(file, 'utf8')) as { apiKey: string };
  const get = <T>(path: string) =>
    json<T>(`${environment.localProductUrl}/api/v1${path}`, { authorization: `Bearer ${apiKey}` });
  const { items } = await get<{ items: { id: string }[] }>('/conversations?channel=voice&limit=1');
  const { turns } = await get<{ turns: { who: string; text: string }[] }>(`/conversations/${items[0]?.id ?? ''}`);
  return turns.filter(({ who }) => who === 'agent').map(({ text }) => text);
}

async function json<T>(url: string, headers: Record<string, string> = {}): Promise<T> {
  return (await (await fetch(url, { headers })).json()) as T;
}

async function read(environment: CarrierEnvironment, stretch: Buffer): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(stretch)], { type: 'audio/wav' }), 'heard.wav');
  form.set('model', 'whisper-1');
  const answer = await fetch(`${environment.speechUrl}/audio/transcriptions`, { method: 'POST', body: form });
  return ((await answer.json()) as { text: string }).text;
}

async function measure(environment: CarrierEnvironment): Promise<object> {
  const { wav, said } = await call(environment);
  const heard = judge(wav);
  const readings: string[] = [];
  for (const stretch of heard.stretches) readings.push(await read(environment, stretch));
  const readBack = readings.join(' ');
  const sentences = said.flatMap((text) => text.split(/(?<=[.?!])(?<!\bDr\.)\s+(?=[A-Z¿¡])/));
  const shares = readBackShares(sentences, readBack);
  const lost = sentences.filter((_sentence, index) => (shares[index] ?? 0) < INTACT_SHARE);
  for (const sentence of lost) process.stderr.write(`Not read back: ${sentence}\n`);
  process.stderr.write(`Read: ${readBack}\n`);
  const { errors, words } = wordErrors(said.join(' '), readBack);
  return {
    seconds: Math.round(wav.length / 16_000),
    sentences: sentences.length,
    intact: sentences.length - lost.length,
    leastShare: Number(Math.min(1, ...shares).toFixed(2)),
    wer: shareOf(errors, words),
    words,
    cutWaves: heard.cutWaves,
    peakDb: Math.round(heard.peakDb * 10) / 10,
    gapsOver150Ms: heard.holes.filter((ms) => ms > GAP_MS).length,
    longestGapMs: Math.max(0, ...heard.holes),
  };
}

async function main(): Promise<void> {
  const environment = readEnvironment();
  const product = await useProduct(environment, (line) => process.stderr.write(`${line}\n`));
  try {
    const load = loadavg().map((one) => Number(one.toFixed(2)));
    process.stdout.write(
      `${JSON.stringify({ ...(await measure(environment)), load: { before: load, after: loadavg() } })}\n`,
    );
  } finally {
    await product.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
