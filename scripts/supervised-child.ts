import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ChildLog } from './child-log';
import { signal } from './processes';

/** What the supervisor keeps alive. */
export interface ChildPlan {
  name: string;
  /** Arguments of Node: the program and its own. */
  args: readonly string[];
  /** Asked anew at each start: an address may have changed since. */
  environment: () => NodeJS.ProcessEnv;
  /** Answers below 500 once the child works. */
  healthUrl?: string;
}

export interface ChildEvents {
  started(pid: number): void;
  ended(pid: number): void;
  /** One sentence for the terminal. */
  say(sentence: string): void;
  /** It ended three times in a row before it had lived for long, or says that its settings are wrong. */
  crashLoop(name: string, exitCode: number | null): void;
}

/** EX_CONFIG of sysexits.h: the program says that its settings are wrong, and trying again would not help. */
export const WRONG_SETTINGS = 78;

const SOUND_AFTER_MS = 10_000;
/** The first restarts come at once: a patient may be on the line. */
const DELAYS_MS = [50, 100, 500, 2_000, 5_000, 10_000];

/** One child process: started, logged, restarted when it dies, ended on request. */
export class SupervisedChild {
  private process: ChildProcess | null = null;
  private timer: NodeJS.Timeout | null = null;
  private quickEnds = 0;
  private stopping = false;

  constructor(
    readonly plan: ChildPlan,
    private readonly log: ChildLog,
    private readonly events: ChildEvents,
  ) {}

  start(): void {
    this.timer = null;
    if (this.stopping) return;
    const startedAt = Date.now();
    // A session of its own: Ctrl-C reaches the supervisor alone, which then ends its children in order.
    const child = spawn(process.execPath, [...this.plan.args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
      env: this.plan.environment(),
    });
    this.process = child;
    if (child.stdout) createInterface(child.stdout).on('line', (line) => this.log.line(line, 'stdout'));
    if (child.stderr) createInterface(child.stderr).on('line', (line) => this.log.line(line, 'stderr'));
    child.on('error', (error) => this.log.line(error.message, 'stderr'));
    const pid = child.pid;
    if (pid !== undefined) this.events.started(pid);
    // 'close' comes after the last line of its output, 'exit' may come before.
    child.once('close', (code, name) => this.whenEnded(pid, code, name, Date.now() - startedAt));
  }

  /** Asks it to end; it is restarted with its settings asked anew. */
  restart(): void {
    this.quickEnds = 0;
    this.signal('SIGTERM');
  }

  /** SIGTERM, and SIGKILL to one that has not ended after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    const impatience = setTimeout(() => this.signal('SIGKILL'), graceMs);
    this.signal('SIGTERM');
    await ended;
    clearTimeout(impatience);
  }

  private signal(name: NodeJS.Signals): void {
    if (this.process?.pid !== undefined) signal(this.process.pid, name);
  }

  private whenEnded(pid: number | undefined, code: number | null, name: string | null, livedMs: number): void {
    if (pid !== undefined) this.events.ended(pid);
    if (this.stopping) return;
    this.quickEnds = livedMs < SOUND_AFTER_MS ? this.quickEnds + 1 : 1;
    const delay = DELAYS_MS[Math.min(this.quickEnds, DELAYS_MS.length) - 1] ?? 0;
    const how = name ? `was ended by ${name}` : `ended with code ${code}`;
    const times = this.quickEnds > 1 ? `, ${this.quickEnds} times in a row` : '';
    const when = delay >= 1_000 ? `in ${delay / 1_000} s` : 'now';
    if (code !== WRONG_SETTINGS) {
      this.events.say(`${this.plan.name} ${how}${times}; it is started again ${when}.`);
      this.timer = setTimeout(() => this.start(), delay);
    }
    if (this.quickEnds >= 3 || code === WRONG_SETTINGS) this.events.crashLoop(this.plan.name, code);
  }
}
