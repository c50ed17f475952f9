import type { OutboundWish } from '@clinicall/identity';
import type { OutboundKind } from './entities/outbound-text.entity';

const ASCII = /^[\x20-\x7e\n\r]*$/;

/** What a text counts as against the clinic's limits. Segments are an estimate on the safe side: not every letter is looked up. */
export function costOf({ kind, to, body }: { kind: OutboundKind; to: string; body: string }): OutboundWish {
  const [one, each] = ASCII.test(body) ? [160, 153] : [70, 67];
  const segments = body.length <= one ? 1 : Math.ceil(body.length / each);
  return { kind: kind === 'code' ? 'code' : 'text', to, segments };
}
