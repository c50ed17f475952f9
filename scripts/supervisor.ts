import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChildLog } from './child-log';
import { startPostgres } from './embedded-postgres';
import type { RunningPostgres } from './embedded-postgres';
import { Guard } from './guard';
import { PlainError } from './plain-error';
import { SupervisedChild, WRONG_SETTINGS } from './supervised-child';
import type { ChildPlan } from './supervised-child';

export interface SupervisorOptions {
  /** Data folder: logs and locks. */
  folder: string;
  /** One sentence for the terminal. */
  say(sentence: string): void;
  /** pino level from which a child's lines are shown in the terminal. */
  threshold: number;
  /** How long a child may take to end before it is killed; default 10 s. */
  graceMs?: number;
}

const DATABASE_RETRY_MS = [50, 200, 1_000, 5_000];

/** Keeps the children and the database alive until it is stopped; when it is killed, its guard ends them. */
export class Supervisor {
  private readonly graceMs: number;
  private readonly guard: Guard;
  private readonly children: SupervisedChild[] = [];
  private readonly logs: ChildLog[] = [];
  private database: RunningPostgres | null = null;
  private opening: Promise<RunningPostgres> | null = null;
  private stopping: Promise<void> | null = null;
  private ready = false;
  private giveUp: (reason: PlainError) => void = () => undefined;

  /** Rejects when going on is pointless: a child that has never worked ends again and again. */
  readonly failed: Promise<never> = new Promise((_resolve, reject) => {
    this.giveUp = reject;
  });

  constructor(private readonly options: SupervisorOptions) {
    this.graceMs = options.graceMs ?? 10_000;
    this.guard = new Guard(join(options.folder, 'guard.lock'), this.graceMs);
    this.failed.catch(() => undefined);
    this.guard.start();
  }

  /** @returns the address of the embedded database, asked anew by whoever starts later. */
  async startDatabase(): Promise<() => string> {
    await this.openDatabase((what) => this.options.say(`${what} …`));
    if (!this.database) throw new PlainError('PostgreSQL ended before it could be used.');
    if (this.database.adopted) this.options.say('The database of the run before was still alive; it goes on.');
    void this.keepDatabase();
    return () => this.database?.url ?? '';
  }

  startChild(plan: ChildPlan): void {
    const log = new ChildLog(
      plan.name,
      join(this.options.folder, 'logs', `${plan.name}.log`),
      (text) => this.options.say(text),
      this.options.threshold,
    );
    const child = new SupervisedChild(plan, log, {
      started: (pid) => this.guard.add({ pid, gently: 'SIGTERM', hard: 'SIGKILL', last: false }),
      ended: (pid) => this.guard.remove(pid),
      say: (sentence) => this.options.say(sentence),
      crashLoop: (name, code) => this.whenLooping(name, code),
    });
    this.logs.push(log);
    this.children.push(child);
    child.start();
  }

  /** From here on a child that ends again and again no longer ends the others. */
  markReady(): void {
    this.ready = true;
  }

  /** Children first, the database last. */
  async stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop(this.graceMs)));
    const database = await this.opening?.catch(() => null);
    await database?.stop();
    for (const log of this.logs) log.close();
    this.guard.close();
  }

  private whenLooping(name: string, code: number | null): void {
    if (this.ready && code !== WRONG_SETTINGS) return;
    const log = join(this.options.folder, 'logs', `${name}.log`);
    this.giveUp(new PlainError(`${name} does not start: see what it says above, or its log ${log}.`));
  }

  /** Remembered while it runs: a stop in the middle must find the server that comes out of it. */
  private async openDatabase(onProgress?: (what: string) => void): Promise<void> {
    this.opening = this.launchDatabase(onProgress);
    this.database = await this.opening;
  }

  private launchDatabase(onProgress?: (what: string) => void): Promise<RunningPostgres> {
    return startPostgres({
      dataDir: join(this.options.folder, 'postgres'),
      logFile: join(this.options.folder, 'logs', 'postgres.log'),
      onProgress,
      onProcess: (pid) => this.guard.add({ pid, gently: 'SIGINT', hard: 'SIGQUIT', last: true }),
    });
  }

  private async keepDatabase(): Promise<void> {
    while (!this.stopping) {
      const lost = this.database;
      if (!lost) return;
      await lost.ended;
      this.guard.remove(lost.pid);
      if (this.isStopping()) return;
      this.options.say('PostgreSQL ended; it is started again now.');
      await this.restartDatabase();
      if (this.database?.url !== lost.url) for (const child of this.children) child.restart();
    }
  }

  private async restartDatabase(): Promise<void> {
    for (let attempt = 0; !this.isStopping(); attempt++) {
      try {
        await this.openDatabase();
        return;
      } catch (error) {
        this.options.say(error instanceof Error ? error.message : String(error));
        await sleep(DATABASE_RETRY_MS[Math.min(attempt, DATABASE_RETRY_MS.length - 1)]);
      }
    }
  }

  /** Read through a call: the answer changes while the caller awaits. */
  private isStopping(): boolean {
    return this.stopping !== null;
  }
}
