import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A process that must not outlive the supervisor. */
export interface Guarded {
  pid: number;
  gently: NodeJS.Signals;
  hard: NodeJS.Signals;
  /** The database: ended when everything that uses it is gone. */
  last: boolean;
}

/** Tells the guard process (guard-program.ts) what to end if this process is killed. */
export class Guard {
  private process: ChildProcess | null = null;
  private readonly guarded = new Map<number, Guarded>();
  private closed = false;

  constructor(
    private readonly lockFile: string,
    private readonly graceMs: number,
  ) {}

  start(): void {
    if (this.closed) return;
    const guard = spawn(process.execPath, [join(__dirname, 'guard-program.js'), this.lockFile, String(this.graceMs)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      env: { PATH: process.env['PATH'] },
    });
    this.process = guard;
    guard.stdin.on('error', () => undefined);
    guard.on('error', () => undefined);
    guard.once('exit', () => setTimeout(() => this.start(), 500).unref());
    guard.unref();
    this.tell();
  }

  add(one: Guarded): void {
    this.guarded.set(one.pid, one);
    this.tell();
  }

  remove(pid: number): void {
    this.guarded.delete(pid);
    this.tell();
  }

  /** The pipe closes: the guard ends what is still listed, normally nothing, and goes. */
  close(): void {
    this.closed = true;
    this.process?.stdin?.end();
  }

  private tell(): void {
    this.process?.stdin?.write(`${JSON.stringify([...this.guarded.values()])}\n`);
  }
}
