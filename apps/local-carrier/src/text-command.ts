import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CommandOutput, type Printer, processPrinter, runCommand } from './command-output';
import type { ThreadLine } from './control/text-routes';
import { type CarrierEnvironment, HANDSET_NUMBER, readEnvironment } from './environment';
import { toE164 } from './phone-numbers';
import { carrierUrl, clinicNumberOf, useProduct } from './running-product';

const USAGE = 'Usage: npm run text -- "first text" "second text" … [--from NUMBER] [--to NUMBER] [--json]';
const ANSWER_LIMIT_MS = 20_000;
const QUIET_MS = 1_500;

interface Conversation {
  readonly base: string;
  readonly from: string;
  readonly to: string;
  readonly output: CommandOutput;
  readonly startedAt: number;
  readonly seen: Set<string>;
}

/** Sends each line as a text of a handset, waits for the answer, and lists the appointments that came of it. */
export async function textCommand(
  args: string[],
  environment: CarrierEnvironment,
  printer: Printer = processPrinter,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const from = toE164(values.from ?? HANDSET_NUMBER);
  const given = values.to === undefined ? undefined : toE164(values.to);
  if (positionals.length === 0 || !from || given === null) throw new Error(USAGE);
  const output = new CommandOutput(values.json, printer);
  const product = await useProduct(environment, (line) => output.say(line));
  try {
    const base = carrierUrl(environment);
    const to = given ?? (await clinicNumberOf(environment));
    const seen = new Set((await thread(base, from, to)).map((line) => line.sid));
    const talk = { base, from, to, output, startedAt: Date.now(), seen };
    for (const text of positionals) await exchange(talk, text);
    await output.finish(environment, { patient: from, clinic: to }, product.readySeconds);
  } finally {
    await product.stop();
  }
}

async function exchange(talk: Conversation, text: string): Promise<void> {
  const answer = await fetch(`${talk.base}/carrier/texts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ from: talk.from, to: talk.to, body: text }),
  });
  if (!answer.ok) throw new Error(`The phone network refused the text (${answer.status}).`);
  show(talk, [(await answer.json()) as ThreadLine]);
  const sentAt = performance.now();
  let heardAt: number | null = null;
  for (;;) {
    await sleep(100);
    const now = performance.now();
    if (show(talk, await thread(talk.base, talk.from, talk.to))) heardAt = now;
    if (heardAt !== null && now - heardAt >= QUIET_MS) return;
    if (heardAt === null && now - sentAt >= ANSWER_LIMIT_MS) {
      talk.output.say(`          (no answer within ${ANSWER_LIMIT_MS / 1_000} s)`);
      return;
    }
  }
}

/** Prints what is new in the thread; true when the clinic wrote some of it. */
function show(talk: Conversation, lines: readonly ThreadLine[]): boolean {
  const fresh = lines.filter((line) => !talk.seen.has(line.sid));
  for (const line of fresh) {
    talk.seen.add(line.sid);
    talk.output.turn({ who: line.who, text: line.body, atMs: Math.max(0, line.atMs - talk.startedAt) });
  }
  return fresh.some((line) => line.who === 'clinic');
}

async function thread(base: string, number: string, clinic: string): Promise<ThreadLine[]> {
  const answer = await fetch(`${base}/carrier/texts?${new URLSearchParams({ number, clinic }).toString()}`);
  if (!answer.ok) throw new Error(`The phone network does not show its texts (${answer.status}).`);
  return ((await answer.json()) as { texts: ThreadLine[] }).texts;
}

if (require.main === module) runCommand((args) => textCommand(args, readEnvironment()));
