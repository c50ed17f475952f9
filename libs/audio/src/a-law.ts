// ITU-T G.711, the other law: sign, three bits of segment, four of step, every second bit inverted on the line. The carriers
// bring µ-law; this one is met in files.
const DECODED = Int16Array.from({ length: 256 }, (_unused, byte) => {
  const bits = byte ^ 0x55;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return (bits & 0x80) === 0 ? -magnitude : magnitude;
});

/** A-law bytes to 16-bit samples. */
export const decodeALaw = (bytes: Uint8Array): Int16Array => Int16Array.from(bytes, (byte) => DECODED[byte] as number);
