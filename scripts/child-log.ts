import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** pino's numbers (https://github.com/pinojs/pino/blob/main/docs/api.md#loggerlevels-object). */
const LEVELS: Readonly<Record<string, number>> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
  silent: 99,
};
const TURN_AT_BYTES = 20 * 1024 * 1024;

/** What a child writes: whole to its file, warnings and worse also to the terminal. */
export class ChildLog {
  private stream: WriteStream | null = null;
  private size = 0;

  constructor(
    private readonly name: string,
    private readonly file: string,
    private readonly terminal: (text: string) => void,
    private readonly threshold: number,
  ) {}

  line(line: string, from: 'stdout' | 'stderr'): void {
    this.write(`${line}\n`);
    const heard = readable(line);
    if ((heard?.level ?? (from === 'stderr' ? 40 : 30)) < this.threshold) return;
    this.terminal(`${this.name}: ${heard?.text ?? line}`);
  }

  close(): void {
    this.stream?.end();
    this.stream = null;
  }

  private write(text: string): void {
    if (!this.stream || this.size > TURN_AT_BYTES) this.open();
    this.size += Buffer.byteLength(text);
    this.stream?.write(text);
  }

  /** One older file is kept: a log that grows for ever fills the disk that the database needs. */
  private open(): void {
    this.stream?.end();
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    this.size = existsSync(this.file) ? statSync(this.file).size : 0;
    if (this.size > TURN_AT_BYTES) {
      renameSync(this.file, `${this.file}.1`);
      this.size = 0;
    }
    this.stream = createWriteStream(this.file, { flags: 'a', mode: 0o600 });
    // A full disk loses log lines, not the children.
    this.stream.on('error', () => undefined);
  }
}

/** The level from which a line is shown in the terminal: LOG_LEVEL, but never less than warnings unless it is asked for. */
export function terminalThreshold(level: string | undefined): number {
  return LEVELS[level ?? 'warn'] ?? 40;
}

function readable(line: string): { level: number; text: string } | null {
  if (!line.startsWith('{')) return null;
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    if (typeof level !== 'number') return null;
    return { level, text: typeof msg === 'string' ? msg : line };
  } catch {
    return null;
  }
}
