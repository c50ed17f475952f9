import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readWav } from '@clinicall/audio';
import { toLine } from './audio/line';
import { unmetExpectations } from './call-expectations';
import { type CallScript, readCallScript } from './call-script';
import { CommandOutput, type Printer, processPrinter, runCommand } from './command-output';
import { type CarrierEnvironment, HANDSET_NUMBER, readEnvironment } from './environment';
import { HandsetClient } from './handset-client';
import { asksAnewAfterBreak, asksToRepeat, onlyAsksForPatience } from './heard-phrases';
import { toE164 } from './phone-numbers';
import { carrierUrl, clinicNumberOf, useProduct } from './running-product';
import { ScriptedCaller } from './scripted-caller';

const USAGE =
  'Usage: npm run call -- FILE.call.json | --say "…" … | --wav FILE … [--from NUMBER] [--to NUMBER] [--json]';
const LISTENING = { quietMs: 700, firstMs: 20_000, readMs: 4_000 };
/** A script goes by the words it hears. */
const READING = { ...LISTENING, readMs: 12_000 };
/** Lines are said whatever the greeting was. */
const GREETING = { ...LISTENING, readMs: 0 };
/** After a goodbye nobody has to answer. */
const LEAVING = { quietMs: 1_000, firstMs: 4_000, readMs: 0 };
const MOST_TRIES = 3;

type Line = { readonly say: string } | { readonly sound: Buffer };

interface Plan {
  readonly from: string;
  /** undefined: the clinic that the carrier knows. */
  readonly to: string | undefined;
  readonly json: boolean;
  readonly script: CallScript | null;
  readonly lines: readonly Line[];
}

/** Places a call, speaks its lines in turn with what it hears, and lists the appointments that came of it. */
export async function callCommand(
  args: string[],
  environment: CarrierEnvironment,
  printer: Printer = processPrinter,
): Promise<void> {
  const plan = readPlan(args);
  const output = new CommandOutput(plan.json, printer);
  const product = await useProduct(environment, (line) => output.say(line));
  try {
    const handset = await HandsetClient.connect(carrierUrl(environment), plan.from);
    handset.onWords = ({ who, text, startMs }) => output.turn({ who, text, atMs: Math.max(0, Math.round(startMs)) });
    try {
      for (const text of sentencesOf(plan)) handset.prepare(text);
      await handset.dial(plan.to ?? (await clinicNumberOf(environment)));
      await (plan.script ? followScript(handset, plan.script) : sayLines(handset, plan.lines));
      await handset.hangUp();
    } finally {
      handset.close();
    }
    output.turns.sort((a, b) => a.atMs - b.atMs);
    const appointments = await output.finish(environment, plan.from, product.readySeconds);
    for (const unmet of unmetExpectations(plan.script?.expect ?? {}, output.turns, appointments)) {
      printer.aside(unmet);
      process.exitCode = 1;
    }
  } finally {
    await product.stop();
  }
}

function readPlan(args: string[]): Plan {
  const { values, positionals, tokens } = parseArgs({
    args,
    tokens: true,
    allowPositionals: true,
    options: {
      say: { type: 'string', multiple: true },
      wav: { type: 'string', multiple: true },
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const lines = tokens.flatMap((token): Line[] => {
    if (token.kind !== 'option' || token.value === undefined) return [];
    if (token.name === 'say') return [{ say: token.value }];
    return token.name === 'wav' ? [{ sound: readSound(token.value) }] : [];
  });
  const [file, ...more] = positionals;
  if ((file === undefined) === (lines.length === 0) || more.length > 0) throw new Error(USAGE);
  const script = file === undefined ? null : readCallScript(file);
  const from = toE164(values.from ?? script?.from ?? HANDSET_NUMBER);
  const wanted = values.to ?? script?.to;
  const to = wanted === undefined ? undefined : toE164(wanted);
  if (!from || to === null) throw new Error(USAGE);
  return { from, to, json: values.json, script, lines };
}

function sentencesOf({ script, lines }: Plan): string[] {
  const answers = Object.values({ ...script?.answers, ...script?.answersAfterBooked }).flat();
  const scripted = script ? [script.volunteer, ...answers, script.stop.say ?? ''] : [];
  return [...lines.map((line) => ('say' in line ? line.say : '')), ...scripted].filter((text) => text !== '');
}

function readSound(file: string): Buffer {
  try {
    return toLine(readWav(readFileSync(file)));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function sayLines(handset: HandsetClient, lines: readonly Line[]): Promise<void> {
  let before = (await listen(handset, 0, GREETING)) ?? '';
  for (const line of lines) {
    for (let tries = 0; tries < MOST_TRIES && handset.status === null; tries += 1) {
      const heard = await exchange(handset, line);
      const unheard = heard === null || asksToRepeat(heard) || asksAnewAfterBreak(heard, before);
      before = heard ?? before;
      if (!unheard) break;
    }
  }
}

async function followScript(handset: HandsetClient, script: CallScript): Promise<void> {
  const caller = new ScriptedCaller(script);
  await listen(handset, 0);
  let heard = await exchange(handset, { say: caller.first() }, READING);
  for (let silences = 0; handset.status === null && silences < MOST_TRIES;) {
    const { say, last } = caller.reply(heard ?? '');
    if (say !== null) heard = await exchange(handset, { say }, last ? LEAVING : READING);
    else if (!last) heard = await listen(handset, handset.nowMs, READING);
    if (last) return;
    silences = heard === null ? silences + 1 : 0;
  }
}

/** Says a line and hears what comes back. */
async function exchange(handset: HandsetClient, line: Line, limits = LISTENING): Promise<string | null> {
  if ('sound' in line) await handset.play(line.sound);
  else if (!(await handset.say(line.say)) && handset.status === null) {
    throw new Error('The line could not be spoken: no synthetic voice answers (is local-ai running?).');
  }
  return listen(handset, handset.nowMs, limits);
}

function listen(handset: HandsetClient, sinceMs: number, limits = LISTENING): Promise<string | null> {
  return handset.hearReply(sinceMs, limits, onlyAsksForPatience);
}

if (require.main === module) runCommand((args) => callCommand(args, readEnvironment()));
