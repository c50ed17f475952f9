import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from './messages';

interface Snapshot {
  readonly messages: Message[];
  readonly optOuts: string[];
}

const KEPT = 2_000;

/** Keeps the last texts and the opt-outs over a restart of the carrier: one small JSON file, replaced as a whole. */
export class Journal {
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();
  private readonly file: string | undefined;

  constructor(
    private readonly folder: string | undefined,
    private readonly snapshot: () => Snapshot,
  ) {
    this.file = folder === undefined ? undefined : join(folder, 'local-carrier.json');
  }

  async read(): Promise<Snapshot | null> {
    if (this.file === undefined) return null;
    try {
      const found = JSON.parse(await readFile(this.file, 'utf8')) as Partial<Snapshot>;
      return { messages: found.messages ?? [], optOuts: found.optOuts ?? [] };
    } catch {
      return null; // None yet, or half written by a machine that lost power: threads begin anew.
    }
  }

  /** Something changed: written within half a second, however many changes come. */
  touch(): void {
    if (this.file === undefined || this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.flush(), 500);
    this.timer.unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    await this.writing;
  }

  private async write(): Promise<void> {
    if (this.file === undefined || this.folder === undefined) return;
    const { messages, optOuts } = this.snapshot();
    const text = JSON.stringify({ messages: messages.slice(-KEPT), optOuts });
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(`${this.file}.new`, text, { mode: 0o600 });
      await rename(`${this.file}.new`, this.file);
    } catch {
      // A full or missing disk must not stop the phone network; the threads stay in memory.
    }
  }
}
