// `npm run -s probe:date|emergency|specialty|identity|guard`: a JSON line in, a JSON line out, until standard input ends. A line that
// cannot be judged is answered with {id, error, field}; the exit code is then 1 (an empty line changes nothing).
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { identityProbe } from './probe-identity';
import { LineFault, readLine } from './probe-line';
import { probeDate, probeEmergency, probeSpecialty } from '@clinicall/language';

type Probe = (question: never) => unknown;

const PROBES: Readonly<Record<string, () => Promise<Probe>>> = {
  date: () => Promise.resolve(probeDate),
  emergency: () => Promise.resolve(probeEmergency),
  specialty: () => Promise.resolve(probeSpecialty),
  identity: () => {
    const { values } = parseArgs({ args: process.argv.slice(3), options: { patients: { type: 'string' } } });
    if (values.patients === undefined) throw new Error('Whose? npm run -s probe:identity -- --patients FILE.csv');
    return Promise.resolve(identityProbe(values.patients));
  },
  // The guard's room loads the whole agent, so only this probe waits for it.
  guard: async () => (await import('@clinicall/conversation')).probeGuard,
};

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const open = PROBES[name];
  if (open === undefined) throw new Error(`The probes are ${Object.keys(PROBES).join(', ')}.`);
  const probe = await open();
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(answer(name, probe, line))}\n`);
  }
}

/** A line that cannot be judged gets an answer that says why; the others go on. */
function answer(name: string, probe: Probe, line: string): unknown {
  try {
    return probe(readLine(name, line) as never);
  } catch (error) {
    if (line.trim() !== '') process.exitCode = 1;
    if (error instanceof LineFault) return { id: error.id, error: error.message, field: error.field };
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
