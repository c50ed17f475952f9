import { randomBytes } from 'node:crypto';

export type SidKind = 'SM' | 'CA' | 'MZ' | 'NO' | 'CF' | 'RE' | 'VX';

/** A Twilio-shaped identifier: two letters and 32 hexadecimal digits. */
export function newSid(kind: SidKind): string {
  return kind + randomBytes(16).toString('hex');
}

/** RFC 2822, as Twilio's JSON writes instants: "Tue, 04 May 2027 13:00:00 +0000". */
export function rfc2822(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000');
}
