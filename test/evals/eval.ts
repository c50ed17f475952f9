// `npm run eval -- --file F.jsonl [--model local] [--trials k] [--voice typed] [--channel chat|sms|voice] [--concurrency n]
//  [--only TEXT] [--held-back only|none] [--show] [--kill-model] [--url PRODUCT --carrier CARRIER --email … --password …] [--out FOLDER]`
// Plays cases (docs/evals.md) against the product and prints one JSON object as the last line.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { readCases } from './eval-case';
import type { EvalCase } from './eval-case';
import { runCases, summarise } from './eval-run';
import type { Arena, Outcome } from './eval-run';
import { ModelServer } from './model-server';
import { MortalModel } from './mortal-model';
import { Product } from './product-client';
import { startProductUnderTest } from './product-under-test';
import { writeConversation, writePage } from './report';
import { startTypedEars } from './typed-ears';

const options = {
  file: { type: 'string', multiple: true },
  model: { type: 'string', default: 'local' },
  trials: { type: 'string', default: '1' },
  voice: { type: 'string', default: 'spoken' },
  channel: { type: 'string' },
  concurrency: { type: 'string', default: '4' },
  only: { type: 'string' },
  'held-back': { type: 'string' },
  url: { type: 'string' },
  carrier: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  out: { type: 'string' },
  show: { type: 'boolean', default: false },
  'kill-model': { type: 'boolean', default: false },
} as const;

/** Three failures of a model let it rest for 15 s (`failover-chat-model`), and more requests than one follow its death. */
const BREAKER_RESTS_MS = 20_000;

const PROGRESS_EVERY_MS = 20_000;

type Options = ReturnType<typeof read>;

function read() {
  return parseArgs({ args: process.argv.slice(2), options }).values;
}

async function main(): Promise<void> {
  const given = read();
  const cases = chosen(given);
  const folder = given.out ?? join(repositoryRoot(), '.clinicall', 'evals', 'report');
  const stop: (() => Promise<void>)[] = [];
  const leave = async (): Promise<void> => {
    for (const end of stop.splice(0).reverse()) await end();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().then(() => process.exit(130)));
  try {
    const talks = cases.some(({ kind }) => kind === 'caller' || kind === 'hostile');
    const arena = talks ? await openArena(given, cases, stop) : undefined;
    const run = {
      trials: Number(given.trials),
      concurrency: given['kill-model'] ? 1 : Number(given.concurrency),
      show: given.show,
      ...(arena?.mortal === undefined ? {} : { prepare: () => arena.mortal?.live() ?? Promise.resolve() }),
      typed: given.voice === 'typed',
      spanishEars: process.env['OFFLINE_STT_ES_DIR'] !== undefined || process.env['OPENAI_STT_BASE_URL'] !== undefined,
    };
    const progress = startProgress(cases.length);
    stop.push(() => {
      progress.stop();
      return Promise.resolve();
    });
    const outcomes = await runCases(cases, arena, run, (outcome) => {
      progress.count(outcome);
      tell(outcome, folder, given.show);
    });
    const summary = summarise(outcomes);
    say(
      `Report: ${writePage(folder, outcomes, summary, `Evals of ${new Date().toISOString().slice(0, 10)}, model ${given.model}`)}`,
    );
    say(JSON.stringify(summary));
  } finally {
    await leave();
  }
}

/** How far a long run is, on stderr now and then. */
function startProgress(total: number): { count: (outcome: Outcome) => void; stop: () => void } {
  let [played, failed] = [0, 0];
  const timer = setInterval(
    () => process.stderr.write(`${played} of ${total} played, ${failed} failed\n`),
    PROGRESS_EVERY_MS,
  );
  const count = ({ faults }: Outcome): void => {
    played += 1;
    if (faults.length > 0) failed += 1;
  };
  return { count, stop: () => clearInterval(timer) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The files given, or all of the project's own. */
function chosen(given: Options): EvalCase[] {
  const own = join(repositoryRoot(), 'test', 'evals');
  const files =
    given.file ??
    readdirSync(own)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(own, name));
  return files.flatMap(readCases).flatMap((one) => {
    const { id, heldBack = false } = one.case;
    if (given['held-back'] === 'none' && heldBack) return [];
    if (given['held-back'] === 'only' && !heldBack) return [];
    if (given.only !== undefined && !id.includes(given.only)) return [];
    const talk = one.kind === 'caller' || one.kind === 'hostile';
    if (given.channel !== undefined && talk) return [withChannel(one, given.channel)];
    return [one];
  });
}

/** `--channel` plays every talk on that channel. */
function withChannel(one: EvalCase, channel: string): EvalCase {
  if (channel !== 'voice' && channel !== 'sms' && channel !== 'chat')
    throw new Error('The channels are voice, sms and chat.');
  return { ...one, case: { ...one.case, channel } } as EvalCase;
}

/** The running product that was named, or one started for these cases alone. */
async function openArena(given: Options, cases: readonly EvalCase[], stop: (() => Promise<void>)[]): Promise<Arena> {
  if (given.url !== undefined) {
    const { url: productUrl, carrier: carrierUrl = 'http://127.0.0.1:3002', email = '', password = '' } = given;
    return { product: new Product({ productUrl, carrierUrl, operator: { email, password } }) };
  }
  const variables: Record<string, string> = given.model === 'local' ? {} : { OPENAI_CHAT_MODEL: given.model };
  let localAiUrl = '';
  const hostile = cases.some(({ kind }) => kind === 'hostile');
  const model = hostile ? await ModelServer.start(() => localAiUrl) : undefined;
  if (model !== undefined) {
    stop.push(() => model.stop());
    Object.assign(variables, { OPENAI_BASE_URL: model.url, OPENAI_STT_BASE_URL: '', OPENAI_TTS_BASE_URL: '' });
  }
  // The first model in line is killed in the middle of each talk; local-ai, last in line, goes on.
  const mortal = given['kill-model'] ? new MortalModel(() => localAiUrl, BREAKER_RESTS_MS) : undefined;
  if (mortal !== undefined) {
    await mortal.live();
    stop.push(() => mortal.stop());
    Object.assign(variables, { OPENAI_BASE_URL: mortal.url, OPENAI_STT_BASE_URL: '', OPENAI_TTS_BASE_URL: '' });
  }
  if (given.voice === 'typed') {
    const ears = await startTypedEars(() => localAiUrl);
    stop.push(() => ears.stop());
    variables['OPENAI_STT_BASE_URL'] = ears.url;
  }
  say('Starting a product for the evals …');
  const underTest = await startProductUnderTest(variables);
  stop.push(() => underTest.stop());
  localAiUrl = underTest.localAiUrl;
  return { product: new Product(underTest.wires), model, mortal };
}

function tell(outcome: Outcome, folder: string, show: boolean): void {
  if (show && outcome.log !== undefined) say([outcome.evalCase.case.id, ...outcome.log, ''].join('\n'));
  if (outcome.faults.length === 0) return;
  const path = writeConversation(folder, outcome);
  say(`FAILED ${outcome.evalCase.case.id}: ${outcome.faults.map((fault) => fault.text).join('; ')} (${path})`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
