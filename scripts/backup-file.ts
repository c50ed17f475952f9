import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createGunzip, createGzip } from 'node:zlib';
import { PlainError } from './plain-error';

/**
 * One gzip stream of frames, each a kind, a length and that many bytes. A table is a `T` frame (what it is), `D` frames
 * (PostgreSQL's COPY text), and an `S` frame (rows and SHA-256 of the text). The last frame is the manifest, `M`: a file
 * without it was cut short.
 */
export interface TableHead {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns of the primary key, as written after ORDER BY. */
  readonly orderBy: readonly string[] | null;
}

export interface TableSum {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: 1;
  readonly createdAt: string;
  readonly server: string;
  readonly migrations: readonly string[];
  /** "schema.sequence" and the number it gave last. */
  readonly sequences: Readonly<Record<string, string>>;
  readonly tables: readonly (TableHead & TableSum)[];
}

/** Counts and sums COPY text as it passes by. */
export class Sum {
  private readonly hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    // A line break inside a value is written as \n, so each one ends a row.
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows++;
  }

  total(): TableSum {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

export class BackupWriter {
  private readonly gzip = createGzip({ level: 6 });
  private readonly done: Promise<unknown>;
  private fault: Error | undefined;

  /** @param path a new file, readable by its owner alone: it holds patients' records. */
  constructor(path: string) {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    this.gzip.pipe(file);
    this.done = Promise.race([
      once(file, 'close'),
      once(file, 'error').then(([error]) => Promise.reject(error as Error)),
    ]);
    this.done.catch((error: unknown) => (this.fault = error as Error));
  }

  async table(head: TableHead, text: AsyncIterable<Buffer>): Promise<TableHead & TableSum> {
    await this.frame('T', json(head));
    const sum = new Sum();
    for await (const chunk of text) {
      sum.add(chunk);
      await this.frame('D', chunk);
    }
    const total = sum.total();
    await this.frame('S', json(total));
    return { ...head, ...total };
  }

  async finish(manifest: Manifest): Promise<void> {
    await this.frame('M', json(manifest));
    this.gzip.end();
    await this.done;
  }

  private async frame(kind: 'T' | 'D' | 'S' | 'M', bytes: Buffer): Promise<void> {
    if (this.fault !== undefined) throw this.fault;
    const head = Buffer.alloc(5);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(bytes.length, 1);
    this.gzip.write(head);
    if (!this.gzip.write(bytes)) await Promise.race([once(this.gzip, 'drain'), this.done]);
  }
}

export type Frame =
  | { readonly kind: 'table'; readonly head: TableHead }
  | { readonly kind: 'data'; readonly bytes: Buffer }
  | { readonly kind: 'sum'; readonly sum: TableSum }
  | { readonly kind: 'manifest'; readonly manifest: Manifest };

const LARGEST_FRAME = 64 * 1024 * 1024;

/** @throws PlainError when the file is no whole backup. */
export async function* readBackup(path: string): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  let complete = false;
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let size = frameSize(rest); size !== undefined && rest.length >= size; size = frameSize(rest)) {
        const frame = frameOf(rest.toString('latin1', 0, 1), rest.subarray(5, size));
        rest = rest.subarray(size);
        complete = frame.kind === 'manifest';
        yield frame;
      }
    }
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`${path} cannot be read as a backup: ${(error as Error).message}.`);
  } finally {
    source.destroy();
  }
  if (!complete || rest.length > 0) throw new PlainError(`${path} is no whole backup: its end is missing.`);
}

function frameSize(rest: Buffer): number | undefined {
  if (rest.length < 5) return undefined;
  const length = rest.readUInt32BE(1);
  if (length > LARGEST_FRAME) throw new PlainError('The file is no backup of Clinicall, or it was damaged.');
  return 5 + length;
}

function frameOf(kind: string, bytes: Buffer): Frame {
  if (kind === 'D') return { kind: 'data', bytes };
  const text = bytes.toString();
  if (kind === 'T') return { kind: 'table', head: JSON.parse(text) as TableHead };
  if (kind === 'S') return { kind: 'sum', sum: JSON.parse(text) as TableSum };
  if (kind === 'M') return { kind: 'manifest', manifest: JSON.parse(text) as Manifest };
  throw new PlainError('The file is no backup of Clinicall, or it was damaged.');
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
