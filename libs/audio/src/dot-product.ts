/**
 * Sums of products of 16-bit numbers, eight at a time: the one thing of which a change of rate does a million a second. No
 * JavaScript reaches a processor's vector instructions; a WebAssembly function of two dozen instructions does.
 */
const PAGE_BYTES = 65_536;

/** The first half of the first page is for samples; what is multiplied with them stands behind it. */
export const MOST_SAMPLES = 16_384;

// Opcodes of WebAssembly 2.0, section 5.4; SIMD ones have the prefix 0xfd.
const [I32, V128, FUNCTION] = [0x7f, 0x7b, 0x60];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const I32_CONST_16 = [0x41, 16];
const [I32_ADD, I32_LESS, I64_ADD, I64_OF_I32, I64_SHIFT, I32_OF_I64] = [0x6a, 0x49, 0x7c, 0xac, 0x87, 0xa7];
const LOAD = [0xfd, 0x00, 0x01, 0x00];
const DOT_I16 = [0xfd, 0xba, 0x01];
const ADD_I32X4 = [0xfd, 0xae, 0x01];
const lane = (place: number): number[] => [0xfd, 0x1b, place];
const LOOP = [0x03, 0x40];
const BACK_IF = [0x0d, 0x00];
const END = 0x0b;

const [SAMPLES, FACTORS, SAMPLES_END, SUM] = [0, 1, 2, 3];

const BODY = [
  ...[1, 1, V128], // one local: four partial sums
  ...LOOP,
  ...[...get(SUM), ...get(SAMPLES), ...LOAD, ...get(FACTORS), ...LOAD, ...DOT_I16, ...ADD_I32X4, ...set(SUM)],
  ...[...get(FACTORS), ...I32_CONST_16, I32_ADD, ...set(FACTORS)],
  ...[...get(SAMPLES), ...I32_CONST_16, I32_ADD, ...set(SAMPLES)],
  ...[...get(SAMPLES), ...get(SAMPLES_END), I32_LESS, ...BACK_IF, END],
  // The four together may be more than 32 bits hold.
  ...[...get(SUM), ...lane(0), I64_OF_I32, ...get(SUM), ...lane(1), I64_OF_I32, I64_ADD],
  ...[...get(SUM), ...lane(2), I64_OF_I32, I64_ADD, ...get(SUM), ...lane(3), I64_OF_I32, I64_ADD],
  // Half of the last bit that stays: rounded, not cut off.
  ...[0x42, 0x80, 0x80, 0x01, I64_ADD, 0x42, 15, I64_SHIFT, I32_OF_I64, END],
];

const named = (name: string): number[] => [name.length, ...Buffer.from(name)];
const section = (kind: number, ...content: number[]): number[] => [kind, ...length(content.length), ...content];
/** LEB128, as all counts are written. */
const length = (count: number): number[] => (count < 128 ? [count] : [(count & 127) | 128, count >> 7]);

const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, 1, FUNCTION, 3, I32, I32, I32, 1, I32),
  ...section(3, 1, 0),
  ...section(5, 1, 0, 1),
  ...section(7, 2, ...named('memory'), 2, 0, ...named('product'), 0, 0),
  ...section(10, 1, ...length(BODY.length), ...BODY),
]);

/** As far as it is used here: the types of a browser's are not this program's. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE));
const memory = exports['memory'] as { readonly buffer: ArrayBuffer; grow(pages: number): void };
const product = exports['product'] as (samples: number, factors: number, samplesEnd: number) => number;

let samples = new Int16Array(memory.buffer, 0, MOST_SAMPLES);
let used = MOST_SAMPLES * 2;

/** Where samples are put before `weighted` is asked about them; whoever comes next overwrites them. */
export const workbench = (): Int16Array => samples;

/** Factors that stay in place, a multiple of eight of them, each 32,768 times what it stands for. @returns their address. */
export function keep(factors: Int16Array): number {
  const address = used;
  used += factors.byteLength;
  if (used > memory.buffer.byteLength) {
    memory.grow(Math.ceil((used - memory.buffer.byteLength) / PAGE_BYTES));
    samples = new Int16Array(memory.buffer, 0, MOST_SAMPLES);
  }
  new Int16Array(memory.buffer, address, factors.length).set(factors);
  return address;
}

/** @param first of the workbench's samples. @param address of so many factors. @returns the sum of products, rounded. */
export function weighted(first: number, address: number, factors: number): number {
  return product(first * 2, address, (first + factors) * 2);
}
