import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SentenceSplitter } from '../../libs/conversation/src/clauses';
import { probeGuard } from '../../libs/conversation/src/probe-guard';
import type { GuardProbe } from '../../libs/conversation/src/probe-guard';
import { repositoryRoot } from '../../scripts/postgres-binaries';
import { ConversationWorld } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import { takeTestServer } from '../support/test-server';
import { median, rounded, say } from './bench-world';

/**
 * `npm run -s bench:turn-cpu`: processor time of the product for one turn, with the model and PostgreSQL in other processes, and
 * what the truth guard takes for one clause. `-- --quick` plays fewer talks.
 */
const TALKS = process.argv.includes('--quick') ? 20 : 200;
const WARM_UP = 60;
const MOST_MS = 5;
/** A whole booking: what the caller says, and the one tool that the model calls. */
const TALK: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['Do you have a cardiologist tomorrow?', 'find_slots', { when: 'tomorrow', specialty: 'cardiologist' }],
  ['Who is there besides?', 'list_doctors', {}],
  ['Peter Lang, February first 1970', 'identify_patient', { name: 'Peter Lang', dateOfBirth: 'February first 1970' }],
  ['Do I have something already?', 'list_my_appointments', {}],
];

/** The model, in a process of its own: it calls the tool that the caller's words are for, and says nothing more. */
async function playModel(): Promise<void> {
  const model = await HostileModel.start();
  model.otherwise = ({ messages }) => {
    const last = messages.at(-1);
    const line = last?.role === 'user' ? TALK.find(([words]) => words === last.content) : undefined;
    return line === undefined
      ? { say: 'Would you like anything else? I am happy to help with that.' }
      : { tool_call: { name: line[1], arguments: line[2] } };
  };
  process.send?.(model.url);
}

async function startModel(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(__filename, ['model']);
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

/** @returns milliseconds of processor time of each talk's turns, the first talks left out: they compile. */
async function turns(world: ConversationWorld): Promise<number[]> {
  const free = ['09:00', '11:30', '14:30'].map((time) => `${tomorrow()}T${time}`);
  const doctors = [
    { name: 'Ruth Adler', specialty: 'Cardiology', free },
    { name: 'Wei Chen', specialty: 'Dermatology', free },
  ];
  // The real clock: a test clock would be asked for at every step.
  const clinic = await world.clinic({ clock: null, doctors });
  const cost: number[] = [];
  for (let talk = 0; talk < TALKS + WARM_UP; talk++) {
    const caller = await clinic.caller();
    for (const [words] of TALK) {
      const before = process.cpuUsage();
      await caller.say(words);
      const { user, system } = process.cpuUsage(before);
      if (talk >= WARM_UP) cost.push((user + system) / 1_000);
    }
  }
  return cost;
}

/** In New York, where the usual clinic stands: YYYY-MM-DD. */
function tomorrow(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(Date.now() + 86_400_000);
}

/** @returns microseconds of one clause: every sentence of the guard's own cases, judged with its facts. */
function clauses(): { count: number; medianMicros: number } {
  const file = join(repositoryRoot(), 'libs', 'conversation', 'cases', 'guard.jsonl');
  const probes = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GuardProbe);
  const each: number[] = [];
  for (let round = 0; round < 6; round++) {
    for (const probe of probes) {
      const splitter = new SentenceSplitter();
      const sentences = splitter.push(probe.say).length + splitter.flush().length;
      const before = process.hrtime.bigint();
      probeGuard(probe);
      // The probe judges each sentence and then the whole once more.
      if (round > 0) each.push(Number(process.hrtime.bigint() - before) / 1_000 / (sentences + 1));
    }
  }
  return { count: each.length, medianMicros: median(each) };
}

async function main(): Promise<void> {
  const server = await takeTestServer();
  process.env['TEST_DATABASE_URL'] = server.url;
  const { child, url } = await startModel();
  try {
    const world = await ConversationWorld.start({ OPENAI_BASE_URL: url, CLINICALL_TEST_CLOCK: '' });
    try {
      say(`Playing ${TALKS} talks of ${TALK.length} turns …`);
      const cost = await turns(world);
      const guard = clauses();
      const sum = cost.reduce((all, one) => all + one, 0);
      const result = {
        turns: cost.length,
        meanCpuMsPerTurn: rounded(sum / cost.length),
        medianCpuMsPerTurn: rounded(median(cost)),
        guardClauses: guard.count,
        guardMicrosPerClause: rounded(guard.medianMicros, 1),
        floorMs: MOST_MS,
      };
      process.stdout.write(`${JSON.stringify(result)}\n`);
    } finally {
      await world.stop();
    }
  } finally {
    child.kill();
    await server.release();
  }
}

if (process.argv.includes('model')) void playModel();
else
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
