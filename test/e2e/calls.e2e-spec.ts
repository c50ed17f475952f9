import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { judge, readBackShare } from '../support/heard-audio';
import { SpokenCall } from '../support/spoken-call';
import type { CallerMove } from '../support/spoken-call';
import { WholeProgram } from '../support/whole-program';
import type { ImportedClinic, ListedVisit } from '../support/whole-program';

interface ScriptedCall {
  readonly what: string;
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

const folder = join(__dirname, '..', 'calls');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('spoken calls', () => {
  let program: WholeProgram;
  let numbers = 0;
  /** All at once: a call takes its time, most of it silence. */
  let outcomes: Map<string, Promise<void>>;

  beforeAll(async () => {
    // A busy test machine starts the receptionist again more slowly than a caller's own would.
    program = await WholeProgram.start({ RESUME_PAUSE_SECONDS: '15' });
    outcomes = new Map(files.map((name) => [name, perform(read(name) as ScriptedCall)]));
    for (const outcome of outcomes.values()) outcome.catch(() => undefined);
  }, 180_000);
  afterAll(() => program.stop());

  function clinicOf({ clinic, now }: Pick<ScriptedCall, 'clinic' | 'now'>): Promise<ImportedClinic> {
    const phone = `+1212778${String(1000 + numbers++)}`;
    return program.import({ ...(read(`clinics/${clinic}.json`) as Record<string, unknown>), phone }, now);
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
      let answer = await call.exchange(move);
      // A name that was misheard is asked for again, as it would be of anybody.
      for (let tries = 0; tries < 2 && /\bagain\b/.test(answer); tries += 1) answer = await call.exchange(move);
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

  async function legs(): Promise<string[]> {
    const response = await fetch(`${program.carrierUrl}/carrier/calls`);
    const { calls } = (await response.json()) as { calls: { to: string; direction: string }[] };
    return calls.filter(({ direction }) => direction === 'outbound-dial').map(({ to }) => to);
  }

  it.each(files)('%s', (name) => outcomes.get(name), 150_000);

  it('go on where they were after kill -9 in mid-call', async () => {
    await Promise.allSettled(outcomes.values());
    const clinic = await clinicOf({ clinic: 'harbor', now: '2027-05-03T09:00:00-04:00' });
    const call = await SpokenCall.place(program, clinic, '+12125550199');
    await call.exchange({ caller: 'Hi, do you have a cardiologist tomorrow afternoon?' });
    await program.killReceptionist();
    const saidAt = call.handset.nowMs;
    await program.startReceptionist();
    await eventually(async () => (await call.streams()) === 2, 'the call coming back', 40_000);
    await call.listen(saidAt);
    for (const caller of [
      'The second one please.',
      'Jane Miller, April twelfth nineteen eighty five.',
      'Yes please.',
    ]) {
      await call.exchange({ caller });
    }
    const said = await call.turns();
    const heard = judge(await call.recording());
    await call.hangUp();
    expect(await program.visits(clinic)).toEqual([
      { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Jane Miller', status: 'booked' },
    ]);
    expect(heard.cutWaves).toBe(0);
    expect(heard.peakDb).toBeLessThan(-1);
    expect(heard.voiceDb).toBeGreaterThan(-26);
    expect(heard.voiceDb).toBeLessThan(-10);
    expect(heard.holes).toEqual([]);
    const readings: string[] = [];
    for (const stretch of heard.stretches) readings.push(await program.transcribe(stretch));
    const agent = said.filter(({ who }) => who === 'agent').map(({ text }) => text);
    // Flite through a telephone, read by a small model, comes back at about four words in five.
    expect([readBackShare(agent.join(' '), readings.join(' ')) > 0.6, readings]).toEqual([true, readings]);
  }, 180_000);
});
