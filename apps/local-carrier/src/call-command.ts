import { unmetExpectations } from './call-expectations';
import { type CallPlan, type Line, readPlan } from './call-plan';
import type { CallScript } from './call-script';
import { CommandOutput, type Printer, processPrinter, runCommand } from './command-output';
import { type CarrierEnvironment, readEnvironment } from './environment';
import { HandsetClient } from './handset-client';
import { asksAnewAfterBreak, asksToRepeat, onlyAsksForPatience } from './heard-phrases';
import { carrierUrl, clinicNumberOf, useProduct } from './running-product';
import { ScriptedCaller } from './scripted-caller';

const LISTENING = { quietMs: 700, firstMs: 20_000, readMs: 4_000 };
/** A script goes by the words it hears. */
const READING = { ...LISTENING, readMs: 12_000 };
/** Lines are said whatever the greeting was. */
const GREETING = { ...LISTENING, readMs: 0 };
/** After a goodbye nobody has to answer. */
const LEAVING = { quietMs: 1_000, firstMs: 4_000, readMs: 0 };
const MOST_TRIES = 3;

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
    const to = plan.to ?? (await clinicNumberOf(environment));
    await call(plan, to, environment, output);
    output.turns.sort((a, b) => a.atMs - b.atMs);
    const appointments = await output.finish(environment, { patient: plan.from, clinic: to }, product.readySeconds);
    for (const unmet of unmetExpectations(plan.script?.expect ?? {}, output.turns, appointments)) {
      printer.aside(unmet);
      process.exitCode = 1;
    }
  } finally {
    await product.stop();
  }
}

async function call(plan: CallPlan, to: string, environment: CarrierEnvironment, output: CommandOutput): Promise<void> {
  const handset = await HandsetClient.connect(carrierUrl(environment), plan.from);
  handset.onWords = ({ who, text, startMs }) => output.turn({ who, text, atMs: Math.max(0, Math.round(startMs)) });
  try {
    for (const text of sentencesOf(plan)) handset.prepare(text);
    await handset.dial(to);
    await (plan.script ? followScript(handset, plan.script) : sayLines(handset, plan.lines));
    await handset.hangUp();
    if (!(await wasConnected(environment, handset.callSid))) throw new Error(noClinic(to, output));
  } finally {
    handset.close();
  }
}

/** Whether the call came to the agent: one to a number of no clinic hears a sentence and is ended. */
async function wasConnected(environment: CarrierEnvironment, callSid: string): Promise<boolean> {
  const answer = await fetch(`${carrierUrl(environment)}/carrier/calls/${callSid}`);
  const { events } = (await answer.json()) as { events: readonly { type: string }[] };
  return events.some(({ type }) => type === 'stream_start');
}

function noClinic(to: string, output: CommandOutput): string {
  const heard = output.turns.filter(({ who }) => who === 'clinic').map(({ text }) => text);
  return `--to ${to}: no clinic took the call there${heard.length === 0 ? '' : `; what was heard: "${heard.join(' ')}"`}.`;
}

function sentencesOf({ script, lines }: CallPlan): string[] {
  const answers = Object.values({ ...script?.answers, ...script?.answersAfterBooked }).flat();
  const scripted = script ? [script.volunteer, ...answers, script.stop.say ?? ''] : [];
  return [...lines.map((line) => ('say' in line ? line.say : '')), ...scripted].filter((text) => text !== '');
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
