import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { runCallCommand } from '../support/call-program';
import { eventually } from '../support/eventually';
import { judge, readBackShare } from '../../scripts/heard-audio';
import { SpokenCall } from '../support/spoken-call';
import type { CallerMove } from '../support/spoken-call';
import { WholeProgram } from '../support/whole-program';
import type { ImportedClinic, ListedVisit } from '../support/whole-program';

interface ScriptedCall {
  readonly what: string;
  /** Long or heavy: under CLINICALL_DEEP=1 alone. */
  readonly deep?: boolean;
  readonly clinic: string;
  readonly now: string;
  readonly from: string;
  readonly call: readonly (CallerMove & { readonly clinic?: readonly string[] })[];
  /** Who hangs up; the caller when absent. */
  readonly endedBy?: 'clinic';
  /** The number that the call must have been put through to. */
  readonly reaches?: string;
  readonly visits: readonly ListedVisit[];
}

const DEEP = process.env['CLINICALL_DEEP'] === '1';
const NOW = '2027-05-03T09:00:00-04:00';
/** A silence inside a sentence that a caller notices. */
const HOLE_MS = 150;
const folder = join(__dirname, '..', 'calls');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.json') && (DEEP || (read(name) as ScriptedCall).deep !== true),
);

describe('spoken calls', () => {
  let program: WholeProgram;
  let numbers = 0;
  /** All at once, as soon as the product is back from its kill: a call takes its time, most of it silence. */
  let outcomes: Map<string, Promise<void>>;
  let commands: { listed: Promise<void>; refused: Promise<void> };
  let survivor: Promise<void>;

  beforeAll(async () => {
    // A busy test machine starts the receptionist again more slowly than a caller's own would.
    program = await WholeProgram.start({ RESUME_PAUSE_SECONDS: '20' });
    const back = new Promise<void>((resolve) => {
      survivor = survive(resolve).finally(resolve);
    });
    survivor.catch(() => undefined);
    await back;
    outcomes = new Map(files.map((name) => [name, perform(read(name) as ScriptedCall)]));
    commands = { listed: byCommand(), refused: toNobody() };
    for (const outcome of [...outcomes.values(), ...Object.values(commands)]) outcome.catch(() => undefined);
  }, 180_000);
  afterAll(() => program.stop());

  function clinicOf({ clinic, now }: Pick<ScriptedCall, 'clinic' | 'now'>, more: object = {}): Promise<ImportedClinic> {
    const phone = `+1212778${String(1000 + numbers++)}`;
    return program.import({ ...(read(`clinics/${clinic}.json`) as Record<string, unknown>), ...more, phone }, now);
  }

  /** The command, from a number that has a visit. */
  async function byCommand(): Promise<void> {
    const appointments = [{ doctor: 'Wei Chen', startsAt: '2027-05-04T09:00', patient: 'Jane Miller' }];
    const clinic = await clinicOf({ clinic: 'harbor', now: NOW }, { appointments });
    const line = 'What are your opening hours?';
    const args = ['--say', line, '--from', '+12125550199', '--to', clinic.phone, '--json'];
    const { code, stdout, stderr } = await runCallCommand(args, program.commandVariables(clinic));
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const printed = JSON.parse(stdout) as { turns: { who: string; text: string; atMs: number }[] };
    const turn = { who: expect.stringMatching(/^(patient|clinic)$/) as string, text: expect.any(String) as string };
    expect(printed).toEqual({
      turns: printed.turns.map(() => ({ ...turn, atMs: expect.any(Number) as number })),
      appointments: [
        {
          id: expect.any(String) as string,
          doctor: 'Wei Chen',
          specialty: 'Dermatology',
          startsAt: '2027-05-04T09:00:00-04:00',
          status: 'booked',
          patient: 'Jane Miller',
        },
      ],
    });
    expect(printed.turns.some(({ who, text }) => who === 'patient' && text === line)).toBe(true);
    expect(printed.turns.map(({ atMs }) => atMs)).toEqual(printed.turns.map(({ atMs }) => atMs).sort((a, b) => a - b));
  }

  async function toNobody(): Promise<void> {
    const { code, stdout, stderr } = await runCallCommand(
      ['--say', 'Hello.', '--to', '+12127789999', '--json'],
      program.commandVariables(),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^--to \+12127789999: no clinic took the call there/);
  }

  async function perform(script: ScriptedCall): Promise<void> {
    const clinic = await clinicOf(script);
    const call = await SpokenCall.place(program, clinic, script.from);
    for (const move of script.call) {
      if ('sound' in move) {
        await call.sound(move);
        expect((await call.turns()).filter(({ who }) => who === 'caller')).toEqual([]);
        continue;
      }
      const answer = await insist(call, move);
      for (const wanted of move.clinic ?? []) {
        if (!answer.includes(wanted))
          throw new Error(`"${wanted}" is missing at the end of\n${await call.transcript()}`);
      }
    }
    if (script.endedBy === 'clinic') {
      await eventually(() => Promise.resolve(call.handset.status !== null), 'the clinic hanging up', 15_000);
    }
    if (script.reaches !== undefined) {
      await eventually(async () => (await legs()).includes(script.reaches ?? ''), 'the person being rung', 15_000);
    }
    if (process.env['SHOW'] !== undefined) console.log(await call.transcript());
    await call.hangUp();
    expect(await program.visits(clinic)).toEqual(script.visits);
  }

  /** A name that was misheard is asked for again, as it would be of anybody. */
  async function insist(call: SpokenCall, move: CallerMove): Promise<string> {
    let answer = await call.exchange(move);
    for (let tries = 0; tries < 2 && /\bagain\b/.test(answer); tries += 1) answer = await call.exchange(move);
    return answer;
  }

  async function legs(): Promise<string[]> {
    const response = await fetch(`${program.carrierUrl}/carrier/calls`);
    const { calls } = (await response.json()) as { calls: { to: string; direction: string }[] };
    return calls.filter(({ direction }) => direction === 'outbound-dial').map(({ to }) => to);
  }

  /** One after the other, while the call goes on: the recogniser has callers to hear. */
  async function readBack(stretches: readonly Buffer[]): Promise<string[]> {
    const readings: string[] = [];
    for (const stretch of stretches) readings.push(await program.transcribe(stretch));
    return readings;
  }

  /** @param restarted called when the product is up again. */
  async function survive(restarted: () => void): Promise<void> {
    const clinic = await clinicOf({ clinic: 'harbor', now: NOW });
    const loop = monitorEventLoopDelay({ resolution: 10 });
    loop.enable();
    const call = await SpokenCall.place(program, clinic, '+12125550199');
    await call.exchange({ caller: 'Hi, do you have a cardiologist tomorrow afternoon?' });
    await program.killReceptionist();
    const saidAt = call.handset.nowMs;
    await program.startReceptionist();
    restarted();
    await eventually(async () => (await call.streams()) === 2, 'the call coming back', 40_000);
    await call.listen(saidAt);
    const kept = await call.exchange({ caller: 'The second one please.' });
    expect([kept, kept.includes('3:00 PM'), kept.includes('date of birth')]).toEqual([kept, true, true]);
    for (const caller of ['Jane Miller, April twelfth nineteen eighty five.', 'Yes please.']) {
      await insist(call, { caller });
    }
    const said = await call.turns();
    const heard = judge(await call.recording());
    const reading = readBack(heard.stretches);
    await call.exchange({ caller: 'No, thank you. Goodbye.' });
    await eventually(() => Promise.resolve(call.handset.status !== null), 'the clinic hanging up', 15_000);
    await call.hangUp();
    expect(await program.visits(clinic)).toEqual([
      { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Jane Miller', status: 'booked' },
    ]);
    expect(heard.cutWaves).toBe(0);
    expect(heard.peakDb).toBeLessThan(-1);
    expect(heard.voiceDb).toBeGreaterThan(-26);
    expect(heard.voiceDb).toBeLessThan(-10);
    // A machine that lets this process wait lets the product and the carrier wait as long: no sound can come meanwhile.
    const lateMs = Math.round(loop.max / 1e6);
    expect([heard.holes.filter((ms) => ms > HOLE_MS + lateMs), lateMs, heard.holes]).toEqual([[], lateMs, heard.holes]);
    const spoken = said.filter(({ who }) => who === 'agent').map(({ text }) => text);
    // A rest stands where a sentence ends, or behind a filler, and nowhere else: none at a comma, none where two pieces meet.
    const ends = spoken.flatMap((text) => text.match(/[.?!](?=\s[A-Z]|$)/g) ?? []).length;
    expect([heard.rests, heard.rests.length <= ends + spoken.length]).toEqual([heard.rests, true]);
    const readings = await reading;
    // Flite through a telephone, read by a small model, comes back at about four words in five.
    expect([readBackShare(spoken.join(' '), readings.join(' ')) > 0.6, readings]).toEqual([true, readings]);
  }

  it.each(files)('%s', (name) => outcomes.get(name), 150_000);

  it('npm run call prints what was said and what is booked', () => commands.listed, 150_000);
  it('npm run call fails at a number of no clinic', () => commands.refused, 150_000);

  it('go on where they were after kill -9 in mid-call, to the booking and the goodbye', () => survivor, 150_000);
});
