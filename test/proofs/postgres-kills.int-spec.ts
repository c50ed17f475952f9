import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applicationUrl } from '../../libs/platform/src/database-address';
import { APP_ROLE, migrate } from '@clinicall/platform';
import { BookingsService } from '@clinicall/scheduling';
import { startPostgres } from '../../scripts/embedded-postgres';
import type { RunningPostgres } from '../../scripts/embedded-postgres';
import { Roster, startSchedulingWorld } from '../support/scheduling-world';
import type { SchedulingWorld } from '../support/scheduling-world';
import { broken, times } from './proof';

/**
 * kill -9 of PostgreSQL, postmaster and every backend, while sixteen book. What was answered must be there when it is
 * back, and it must be back in seconds. With synchronous_commit off the same count must find losses.
 */
const WRITERS = 16;
const onLinux = existsSync('/proc/self/stat') ? it : it.skip;

class Cluster {
  private readonly folder = mkdtempSync(join(tmpdir(), 'clinicall-kills-'));
  private server: RunningPostgres | undefined;

  constructor(private readonly settings: Record<string, string | number>) {}

  async start(): Promise<string> {
    const logFile = join(this.folder, 'postgres.log');
    this.server = await startPostgres({ dataDir: this.folder, logFile, settings: this.settings });
    return this.server.url;
  }

  /** As when the machine's memory is gone at once: nobody gets to say a word. */
  async kill(): Promise<void> {
    const postmaster = this.server?.pid ?? 0;
    const family = [postmaster, ...childrenOf(postmaster)];
    for (const pid of family) kill(pid);
    while (family.some((pid) => existsSync(`/proc/${pid}/stat`) && !isZombie(pid))) await sleep(10);
  }

  async remove(): Promise<void> {
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const statOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');

function isZombie(pid: number): boolean {
  try {
    return statOf(pid)[0] === 'Z';
  } catch {
    return true;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && Number(statOf(pid)[1]) === parent;
      } catch {
        return false;
      }
    });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  readonly slowestReadyMs: number;
  readonly faults: unknown[];
}

async function play(settings: Record<string, string | number>, kills: number, atLeast: number): Promise<Outcome> {
  const cluster = new Cluster(settings);
  let world: SchedulingWorld | undefined;
  try {
    const url = await cluster.start();
    await migrate(url);
    world = await startSchedulingWorld({}, { url, appUrl: applicationUrl(url, APP_ROLE) });
    const scene = await Writers.of(world, atLeast * 3 + 2_000);
    let slowestReadyMs = 0;
    for (let round = 1; round <= kills; round++) {
      const target = Math.ceil((atLeast * round) / kills);
      const writing = scene.write(target);
      await scene.until(target);
      await cluster.kill();
      const restarted = performance.now();
      await cluster.start();
      scene.stop();
      await writing;
      await scene.untilOneBooks();
      slowestReadyMs = Math.max(slowestReadyMs, performance.now() - restarted);
    }
    const lost = await scene.lost();
    return { acknowledged: scene.acknowledged.length, lost, slowestReadyMs, faults: await broken(scene.roster) };
  } finally {
    await world?.close().catch(() => undefined);
    await cluster.remove();
  }
}

class Writers {
  readonly acknowledged: string[] = [];
  private next = 0;
  private going = false;

  private constructor(
    private readonly bookings: BookingsService,
    readonly roster: Roster,
    private readonly slots: readonly string[],
    private readonly patientId: string,
  ) {}

  static async of(world: SchedulingWorld, count: number): Promise<Writers> {
    const roster = await Roster.of(world);
    const doctorId = await roster.doctor();
    const rows = await roster.rows<{ id: string }>(
      `INSERT INTO slots (clinic_id, id, doctor_id, specialty_id, starts_at, ends_at)
       SELECT $1, gen_random_uuid(), d.id, d.specialty_id, t, t + interval '5 minutes'
         FROM doctors d, generate_series(1, $3::int) n, LATERAL (SELECT date_trunc('hour', now()) + interval '1 day' + n * interval '5 minutes' AS t) at
        WHERE d.clinic_id = $1 AND d.id = $2 RETURNING id`,
      doctorId,
      count,
    );
    return new Writers(
      world.get(BookingsService),
      roster,
      rows.map(({ id }) => id),
      await roster.patient(),
    );
  }

  async write(target: number): Promise<void> {
    this.going = true;
    const enough = target * 3;
    const one = async (): Promise<void> => {
      while (this.going && this.acknowledged.length < enough && this.next < this.slots.length) {
        await this.book().catch(() => sleep(20));
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, one));
  }

  stop(): void {
    this.going = false;
  }

  async until(count: number): Promise<void> {
    while (this.acknowledged.length < count) await sleep(5);
  }

  async untilOneBooks(): Promise<void> {
    const before = this.acknowledged.length;
    while (this.acknowledged.length === before) await this.book().catch(() => sleep(20));
  }

  /** Answered bookings that are not there. */
  async lost(): Promise<number> {
    const rows = await this.roster.rows<{ id: string }>(
      `SELECT id FROM appointments WHERE clinic_id = $1 AND status = 'booked'`,
    );
    const there = new Set(rows.map(({ id }) => id));
    return this.acknowledged.filter((id) => !there.has(id)).length;
  }

  private async book(): Promise<void> {
    const slotId = this.slots[this.next++] ?? '';
    const result = await this.roster.inside(() => this.bookings.book({ slotId, patientId: this.patientId }));
    if (result.ok) this.acknowledged.push(result.appointment.id);
  }
}

const KILLS = Math.max(2, Math.ceil(times(5)));
const ACKNOWLEDGED = times(5_000);

onLinux(
  `${KILLS} kills of the whole server under load: none of ${ACKNOWLEDGED} answered bookings is lost, and it is back in seconds`,
  async () => {
    const outcome = await play({}, KILLS, ACKNOWLEDGED);
    process.stdout.write(`${JSON.stringify({ ...outcome, slowestReadyMs: Math.round(outcome.slowestReadyMs) })}\n`);
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(ACKNOWLEDGED);
    expect(outcome.lost).toBe(0);
    expect(outcome.faults).toEqual([]);
    expect(outcome.slowestReadyMs).toBeLessThan(10_000);
  },
  900_000,
);

onLinux(
  'the same count finds a server that answers before its disk has it',
  async () => {
    const outcome = await play({ synchronous_commit: 'off', wal_writer_delay: '10s' }, 1, 300);
    expect(outcome.lost).toBeGreaterThan(0);
  },
  300_000,
);
