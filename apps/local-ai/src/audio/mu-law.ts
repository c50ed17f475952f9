// G.711: the telephone network's eight bits a sample. Both laws as tables, made once.

function expandMuLaw(code: number): number {
  const inverted = ~code & 0xff;
  const exponent = (inverted >> 4) & 7;
  const magnitude = (((inverted & 15) << 3) + 132) * 2 ** exponent - 132;
  return (inverted & 0x80) === 0 ? magnitude : -magnitude;
}

function expandALaw(code: number): number {
  const toggled = code ^ 0x55;
  const exponent = (toggled >> 4) & 7;
  const mantissa = ((toggled & 15) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 256) * 2 ** (exponent - 1);
  return (toggled & 0x80) === 0 ? -magnitude : magnitude;
}

const muLawTable = Float32Array.from({ length: 256 }, (_, code) => expandMuLaw(code) / 32768);
const aLawTable = Float32Array.from({ length: 256 }, (_, code) => expandALaw(code) / 32768);

export const fromMuLaw = (bytes: Uint8Array): Float32Array => Float32Array.from(bytes, (code) => muLawTable[code] ?? 0);

export const fromALaw = (bytes: Uint8Array): Float32Array => Float32Array.from(bytes, (code) => aLawTable[code] ?? 0);

/** µ-law bytes of samples in -1…1; louder ones are clipped as the network does. */
export function toMuLaw(samples: Float32Array): Uint8Array {
  return Uint8Array.from(samples, (sample) => {
    const value = Math.round(sample * 32768);
    const magnitude = Math.min(Math.abs(value), 32635) + 132;
    const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
    const mantissa = (magnitude >> (exponent + 3)) & 15;
    return ~((value < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
  });
}
