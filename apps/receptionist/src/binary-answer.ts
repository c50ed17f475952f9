import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** The most that is kept of a binary answer under an Idempotency-Key. */
const MOST_BYTES = 2 * 1024 * 1024;

/** A binary answer as it is stored. */
interface StoredBinary {
  readonly binary: { readonly type: string; readonly base64: string };
}

/** @returns what to send and, when it is short enough, what to keep. */
export async function gather(file: StreamableFile): Promise<{ answer: StreamableFile; stored?: StoredBinary }> {
  const { type } = file.getHeaders();
  const pieces: Buffer[] = [];
  let length = 0;
  const rest = file.getStream()[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    pieces.push(next.value);
    length += next.value.length;
    if (length > MOST_BYTES) {
      return { answer: new StreamableFile(Readable.from(onwards(pieces, rest), { objectMode: false }), { type }) };
    }
  }
  const whole = Buffer.concat(pieces);
  const answer = new StreamableFile(whole, { type, length: whole.length });
  return { answer, stored: { binary: { type, base64: whole.toString('base64') } } };
}

/** The sound of a stored answer again; any other answer as it is. */
export function restored(response: unknown): unknown {
  if (response === null || typeof response !== 'object' || !('binary' in response)) return response;
  const { type, base64 } = (response as StoredBinary).binary;
  const whole = Buffer.from(base64, 'base64');
  return new StreamableFile(whole, { type, length: whole.length });
}

async function* onwards(pieces: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  try {
    yield* pieces;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
