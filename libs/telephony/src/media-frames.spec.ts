import { isDeepStrictEqual } from 'node:util';
import { FrameError } from './frame-fields';
import { readMediaFrame } from './media-frames';

const payload = Buffer.alloc(160, 0x55).toString('base64');
const usual = JSON.stringify({
  event: 'media',
  sequenceNumber: '3',
  streamSid: 'MZ1',
  media: { track: 'inbound', chunk: '1', timestamp: '20', payload },
});

const outcome = (text: string): unknown => {
  try {
    return readMediaFrame(text);
  } catch (error) {
    return error instanceof FrameError ? error.message : error;
  }
};

describe('a media message', () => {
  it('is read', () => {
    expect(readMediaFrame(usual)).toEqual({ event: 'media', payload: Buffer.alloc(160, 0x55), timestampMs: 20 });
  });

  // A space in front is JSON as well, but not the usual form.
  it('means the same by its form and as JSON, whichever sign of it is changed', () => {
    const differing: string[] = [];
    for (let at = 0; at < usual.length; at += 1)
      for (const sign of ['"', '\\', '=', '-', '0', 'x', '}', '\u0000', 'é', '']) {
        const bent = usual.slice(0, at) + sign + usual.slice(at + 1);
        if (!isDeepStrictEqual(outcome(bent), outcome(` ${bent}`))) differing.push(bent);
      }
    expect(differing).toEqual([]);
  });

  it.each([1, 4_000, 4_001, 6_000])('of %d bytes is taken or refused alike', (bytes) => {
    const sized = usual.replace(payload, Buffer.alloc(bytes, 7).toString('base64'));
    expect(outcome(sized)).toEqual(outcome(` ${sized}`));
  });
});
