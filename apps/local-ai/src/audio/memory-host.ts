// The thirteen system calls Flite makes (WASI preview 1), answered from memory. The agent's words and their sound never touch the disk,
// and Node's own host, still experimental, is not needed. Numbers and layouts: github.com/WebAssembly/WASI, preview1/docs.md.

/** A compiled program. The compiler's ES library does not name WebAssembly (it stands among the browser's), so the parts used are named here. */
export type Program = object & { readonly __program: unique symbol };
interface Instance {
  readonly exports: { readonly memory: { readonly buffer: ArrayBuffer }; readonly _start: () => void };
}
interface Engine {
  compile(bytes: Uint8Array): Promise<Program>;
  instantiate(program: Program, imports: Record<string, unknown>): Promise<Instance>;
}
const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;

export const compileProgram = (bytes: Uint8Array): Promise<Program> => engine.compile(bytes);

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const FOLDER = 3;
const CHARACTER_DEVICE = 2;
const DIRECTORY = 3;
const REGULAR_FILE = 4;
const ALL_RIGHTS = 0xffffffffffffffffn;

/** How the program ends: it calls proc_exit, which must not return. */
class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** A file the program writes: grows as it is written. */
class MemoryFile {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  at = 0;

  write(part: Uint8Array): void {
    const end = this.at + part.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(part, this.at);
    this.at = end;
    this.length = Math.max(this.length, end);
  }

  seek(offset: number, whence: number): number {
    const base = [0, this.at, this.length][whence] ?? 0;
    this.at = Math.max(0, base + offset);
    return this.at;
  }

  contents(): Buffer {
    return Buffer.from(this.bytes.buffer, 0, this.length);
  }
}

/** One run of one program: its arguments, a folder `/out` and the files it writes there. */
class MemoryHost {
  private memory: Instance['exports']['memory'] | undefined;
  private readonly files = new Map<number, MemoryFile>();
  private readonly named = new Map<string, MemoryFile>();
  private readonly args: readonly Buffer[];
  private nextDescriptor = FOLDER + 1;

  constructor(args: readonly string[]) {
    this.args = args.map((arg) => Buffer.from(`${arg.replaceAll('\0', ' ')}\0`));
  }

  /** @returns the file the program wrote by that name, if it ended well */
  async run(program: Program, file: string): Promise<Buffer | null> {
    const instance = await engine.instantiate(program, { wasi_snapshot_preview1: this.calls() });
    this.memory = instance.exports.memory;
    try {
      instance.exports._start();
    } catch (end) {
      if (!(end instanceof Exit)) throw end;
      if (end.code !== 0) return null;
    }
    return this.named.get(file)?.contents() ?? null;
  }

  private get view(): DataView {
    if (this.memory === undefined) throw new Error('The program has no memory yet.');
    return new DataView(this.memory.buffer);
  }

  private bytesAt(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.view.buffer, pointer, length);
  }

  private calls(): Record<string, (...args: never[]) => number> {
    return {
      args_sizes_get: (count: number, size: number) => this.sizes(count, size),
      args_get: (pointers: number, buffer: number) => this.giveArguments(pointers, buffer),
      clock_time_get: (_id: number, _precision: bigint, out: number) =>
        this.put64(out, BigInt(Date.now()) * 1_000_000n),
      fd_close: (fd: number) => (this.files.delete(fd) ? SUCCESS : BAD_DESCRIPTOR),
      fd_fdstat_get: (fd: number, out: number) => this.describe(fd, out),
      fd_fdstat_set_flags: () => SUCCESS,
      fd_prestat_get: (fd: number, out: number) => (fd === FOLDER ? this.put64(out, 4n << 32n) : BAD_DESCRIPTOR),
      fd_prestat_dir_name: (_fd: number, pointer: number) => this.put(pointer, Buffer.from('/out')),
      fd_read: (_fd: number, _vectors: number, _count: number, out: number) => this.put32(out, 0),
      fd_seek: (fd: number, offset: bigint, whence: number, out: number) => this.seek(fd, Number(offset), whence, out),
      fd_write: (fd: number, vectors: number, count: number, out: number) => this.write(fd, vectors, count, out),
      path_open: (...args: number[]) => this.open(args[2] ?? 0, args[3] ?? 0, args[8] ?? 0),
      proc_exit: (code: number) => {
        throw new Exit(code);
      },
    };
  }

  private put(pointer: number, bytes: Uint8Array): number {
    this.bytesAt(pointer, bytes.length).set(bytes);
    return SUCCESS;
  }

  private put32(pointer: number, value: number): number {
    this.view.setUint32(pointer, value, true);
    return SUCCESS;
  }

  private put64(pointer: number, value: bigint): number {
    this.view.setBigUint64(pointer, value, true);
    return SUCCESS;
  }

  private sizes(count: number, size: number): number {
    this.put32(count, this.args.length);
    return this.put32(size, Buffer.concat(this.args).length);
  }

  private giveArguments(pointers: number, buffer: number): number {
    let at = buffer;
    for (const [index, arg] of this.args.entries()) {
      this.put32(pointers + index * 4, at);
      this.put(at, arg);
      at += arg.length;
    }
    return SUCCESS;
  }

  private describe(fd: number, out: number): number {
    if (fd > FOLDER && !this.files.has(fd)) return BAD_DESCRIPTOR;
    this.put64(out, 0n);
    this.view.setUint8(out, fd < FOLDER ? CHARACTER_DEVICE : fd === FOLDER ? DIRECTORY : REGULAR_FILE);
    this.put64(out + 8, ALL_RIGHTS);
    return this.put64(out + 16, ALL_RIGHTS);
  }

  private open(path: number, length: number, out: number): number {
    const name = Buffer.from(this.bytesAt(path, length)).toString('utf8');
    const file = this.named.get(name) ?? new MemoryFile();
    file.at = 0;
    this.named.set(name, file);
    this.files.set(this.nextDescriptor, file);
    this.put32(out, this.nextDescriptor);
    this.nextDescriptor += 1;
    return SUCCESS;
  }

  private seek(fd: number, offset: number, whence: number, out: number): number {
    const file = this.files.get(fd);
    return file === undefined ? BAD_DESCRIPTOR : this.put64(out, BigInt(file.seek(offset, whence)));
  }

  private write(fd: number, vectors: number, count: number, out: number): number {
    let written = 0;
    for (let index = 0; index < count; index += 1) {
      const part = this.bytesAt(
        this.view.getUint32(vectors + index * 8, true),
        this.view.getUint32(vectors + index * 8 + 4, true),
      );
      // What it prints (descriptors 1 and 2) goes nowhere.
      this.files.get(fd)?.write(part);
      written += part.length;
    }
    return this.put32(out, written);
  }
}

/** Runs a command-line program made for WASI once, in memory; gives the bytes of `/out/<file>`, or null when it failed. */
export function runInMemory(program: Program, args: readonly string[], file: string): Promise<Buffer | null> {
  return new MemoryHost(args).run(program, file);
}
