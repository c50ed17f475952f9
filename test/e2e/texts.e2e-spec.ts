import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import { WholeProgram } from '../support/whole-program';
import type { ListedVisit } from '../support/whole-program';

interface Thread {
  readonly what: string;
  readonly clinic: string;
  readonly now: string;
  readonly from: string;
  /** Whose handset `{{code}}` is read from. */
  readonly codeGoesTo?: string;
  readonly appointments?: readonly object[];
  readonly thread: readonly {
    readonly patient: string;
    readonly clinic?: readonly string[];
    readonly clinicDoesNotSay?: readonly string[];
    /** Neither an answer nor anything else from us; the network's own answers are its own affair. */
    readonly clinicSilent?: boolean;
    readonly networkSays?: readonly string[];
  }[];
  readonly alsoTexted?: readonly string[];
  readonly visits: readonly ListedVisit[];
}

const folder = join(__dirname, '..', 'texts');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const threads = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('threads of texts', () => {
  let program: WholeProgram;
  let numbers = 0;

  beforeAll(async () => {
    program = await WholeProgram.start();
  }, 180_000);
  afterAll(() => program.stop());

  const clinicOf = (thread: Pick<Thread, 'clinic' | 'appointments' | 'now'>) => {
    const world = read(`clinics/${thread.clinic}.json`) as Record<string, unknown>;
    const phone = `+1212777${String(1000 + numbers++)}`;
    return program.import({ ...world, phone, appointments: thread.appointments ?? [] }, thread.now);
  };

  const codeOn = (handset: string, clinic: string) =>
    eventually(
      async () => /\b\d{6}\b/.exec((await program.screen(handset, clinic)).at(-1) ?? '')?.[0],
      'a code on the handset on file',
    );

  it.each(threads)(
    '%s',
    async (name) => {
      const thread = read(name) as Thread;
      const clinic = await clinicOf(thread);
      const said: string[] = [];
      for (const turn of thread.thread) {
        const words = turn.patient.includes('{{code}}')
          ? turn.patient.replace('{{code}}', await codeOn(thread.codeGoesTo ?? thread.from, clinic.phone))
          : turn.patient;
        said.push(`> ${words}`);
        const silent = turn.clinicSilent === true;
        const answer = await program.text(thread.from, clinic.phone, words, silent ? 1_000 : 20_000);
        said.push(`< ${answer}`);
        const shown = `${said.join('\n')}\n`;
        for (const wanted of [...(turn.clinic ?? []), ...(turn.networkSays ?? [])]) {
          if (!answer.includes(wanted)) throw new Error(`"${wanted}" is missing at the end of:\n${shown}`);
        }
        for (const secret of turn.clinicDoesNotSay ?? []) {
          if (answer.includes(secret)) throw new Error(`"${secret}" must not be said:\n${shown}`);
        }
        if (silent && turn.networkSays === undefined) expect(answer).toBe('');
      }
      if (process.env['SHOW'] !== undefined) console.log(said.join('\n'));
      for (const words of thread.alsoTexted ?? []) {
        await eventually(
          async () => (await program.screen(thread.from, clinic.phone)).some((text) => text.includes(words)),
          `a text "${words}" after\n${said.join('\n')}`,
        );
      }
      await sleep(300);
      const screen = await program.screen(thread.from, clinic.phone);
      const alone = screen.filter((text) => text.startsWith('Harbor Clinic: '));
      if (thread.alsoTexted !== undefined) expect(alone).toHaveLength(thread.alsoTexted.length);
      expect(await program.visits(clinic)).toEqual(thread.visits);
    },
    90_000,
  );

  it('go on where they were after kill -9 between two texts, and in the middle of an answer', async () => {
    const thread = { clinic: 'harbor', now: '2027-05-03T09:00:00-04:00' };
    const clinic = await clinicOf(thread);
    const from = '+12125550199';
    await program.text(from, clinic.phone, 'Do you have a cardiologist tomorrow afternoon?');
    await program.killReceptionist();
    await program.startReceptionist();
    expect(await program.text(from, clinic.phone, 'The second one please')).toContain('3:00 PM');
    await program.text(from, clinic.phone, 'Peter Lang, February 1, 1970');
    // The yes is on its way when the power goes; whatever had been done, the patient is told and nothing is done twice.
    const answer = program.text(from, clinic.phone, 'Yes please', 60_000);
    await eventually(async () => {
      const { items } = await program.call<{ items: { body: string }[] }>('GET', '/texts', undefined, clinic.key);
      return items.some(({ body }) => body === 'Yes please');
    }, 'the yes taken in');
    await program.killReceptionist();
    await program.startReceptionist();
    // Wherever in the turn the power went: the same text is taken up again, and its yes counts.
    expect(await answer).toMatch(/booked/i);
    await eventually(async () => {
      const told = (await program.screen(from, clinic.phone)).filter((text) => text.startsWith('Harbor Clinic: '));
      return told.length === 1;
    }, 'one confirmation');
    expect(await program.visits(clinic)).toEqual([
      { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' },
    ]);
  }, 120_000);
});
