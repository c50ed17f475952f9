import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { BookingsService } from '@clinicall/scheduling';
import { eventually } from '../support/eventually';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { compileProofs } from './compiled-proofs';
import { broken, deep, random, seed } from './proof';
import { perform } from './writes';
import type { Task } from './writes';

/**
 * kill -9 of the process at every statement of every write, before it is sent and after. Nothing may be half written, and
 * the same request under the same key must give the first answer or do the work, once.
 */
const KINDS = ['hold', 'confirm', 'book', 'cancel', 'reschedule', 'series'] as const;
const MOST_STATEMENTS = 40;

let world: SchedulingWorld;
let roster: Roster;
let program: Awaited<ReturnType<typeof compileProofs>>;
let minute = 60;

beforeAll(async () => {
  [world, program] = await Promise.all([startSchedulingWorld(), compileProofs()]);
  roster = await Roster.of(world);
}, 120_000);
afterAll(async () => {
  program.remove();
  await world.close();
});

/** A write that has everything it needs, of its own. */
async function taskOf(kind: Task['kind']): Promise<Task> {
  const bookings = world.get(BookingsService);
  const doctorId = await roster.doctor();
  const slots: string[] = [];
  for (let index = 0; index < 4; index++) slots.push(await roster.slot(doctorId, (minute += 30)));
  const patientId = await roster.patient();
  const slotId = slots[0] ?? '';
  const task: Task = { clinicId: roster.clinicId, kind, key: randomUUID(), slotId, patientId, slotIds: slots };
  if (kind === 'confirm') {
    const held = await roster.inside(() => bookings.hold({ slotId, owner: { kind: 'token' }, patientId }));
    if (held.ok) return { ...task, holdId: held.hold.id, holdToken: held.holdToken };
  }
  if (kind === 'cancel' || kind === 'reschedule') {
    const booked = await roster.inside(() => bookings.book({ slotId: slots[3] ?? '', patientId }));
    if (booked.ok) return { ...task, appointmentId: booked.appointment.id };
  }
  return task;
}

async function dieDoing(task: Task, dieAt: number, when: 'unsent' | 'sent'): Promise<'killed' | 'finished'> {
  const order = JSON.stringify({ url: world.ownerUrl, appUrl: world.appUrl, task, dieAt, when });
  const child = spawn(process.execPath, [program.path('armed-writer'), order], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once('exit', (one, other) => resolve([one, other])),
  );
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`the writer failed by itself: ${said.slice(0, 500)}`);
  return 'finished';
}

/** The dead process's session may still be running what it was sent. */
async function untilQuiet(): Promise<void> {
  await eventually(async () => {
    const open = await world.rows(
      roster.clinicId,
      `SELECT FROM pg_locks WHERE locktype = 'transactionid' AND pid <> pg_backend_pid()
          AND database IS NOT DISTINCT FROM database AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
    );
    return open.length === 0;
  }, 'the dead session gone');
}

/** What of a write is there: all of it, or nothing. */
async function trace(task: Task): Promise<unknown> {
  return roster.rows(
    `SELECT (SELECT count(*)::int FROM appointments WHERE clinic_id = $1 AND patient_id = $2 AND status = 'booked') AS visits,
            (SELECT count(*)::int FROM appointments WHERE clinic_id = $1 AND patient_id = $2 AND status = 'cancelled') AS cancelled,
            (SELECT count(*)::int FROM holds WHERE clinic_id = $1 AND patient_id = $2) AS holds,
            (SELECT count(*)::int FROM appointments WHERE clinic_id = $1 AND patient_id = $2 AND slot_id = $3) AS there,
            (SELECT count(*)::int FROM outbox WHERE clinic_id = $1 AND data->>'patientId' = $2::text) AS events`,
    task.patientId,
    task.slotId,
  );
}

async function killAndAskAgain(kind: Task['kind'], dieAt: number, when: 'unsent' | 'sent'): Promise<boolean> {
  const task = await taskOf(kind);
  const before = await trace(task);
  const killed = (await dieDoing(task, dieAt, when)) === 'killed';
  await untilQuiet();
  const after = await trace(task);
  expect(await broken(roster)).toEqual([]);
  const again = await perform(world, task);
  expect(again).toMatchObject({ ok: true });
  // What was there before the second asking is what the first had done: then nothing was done again.
  const whole = JSON.stringify(after) !== JSON.stringify(before);
  expect(again.replayed).toBe(whole);
  if (whole) expect(await trace(task)).toEqual(after);
  expect(await perform(world, task)).toEqual({ ...again, replayed: true });
  expect(await broken(roster)).toEqual([]);
  return killed;
}

it.each(KINDS)(
  `%s: killed at each statement (a few of them, unless in depth; seed ${seed})`,
  async (kind) => {
    const next = random(seed + KINDS.indexOf(kind));
    let kills = 0;
    for (let dieAt = 1 + (deep ? 0 : Math.floor(next() * 4)); dieAt < MOST_STATEMENTS;) {
      const modes = deep ? (['unsent', 'sent'] as const) : ([next() < 0.5 ? 'unsent' : 'sent'] as const);
      let killed = true;
      for (const when of modes) killed = (await killAndAskAgain(kind, dieAt, when)) && killed;
      if (!killed) break;
      kills += modes.length;
      dieAt += deep ? 1 : 5 + Math.floor(next() * 6);
    }
    expect(kills).toBeGreaterThan(0);
    process.stdout.write(`${kind}: ${kills} kills\n`);
  },
  600_000,
);

it('a build that keeps the key in a transaction of its own is found', async () => {
  // The switch that breaks it: the answer is kept after the booking was committed, and the process dies in between.
  const task = await taskOf('book');
  const bookings = world.get(BookingsService);
  const booked = await roster.inside(() => bookings.book({ slotId: task.slotId, patientId: task.patientId }));
  expect(booked.ok).toBe(true);
  const again = await perform(world, task);
  expect(again).toMatchObject({ ok: false, reason: 'slot_taken' });
});
